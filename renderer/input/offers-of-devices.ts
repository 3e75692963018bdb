import type { DeviceKind } from '../../engine/contract/device-kinds.ts'
import type { Command } from './command.ts'
import type { Facts, InputState, StateOf } from './input-state.ts'
import { keep, reasonKeys } from './lists.ts'
import { offer, type Offer } from './offer.ts'
import { DRAWER_REASONS } from './reasons.ts'

const isSetUp = (facts: Facts, kind: DeviceKind): boolean => facts.devices.some((one) => one.kind === kind)

/** Opens the drawer without a sale, after the question why. */
export function drawerOffer(facts: Facts, state: InputState): Offer {
  return offer(facts, 'F11', 'key.drawer', {
    state: { kind: 'open-drawer', index: 0, back: state },
    when: isSetUp(facts, 'drawer') && facts.connected,
  })
}

/** F11 asked the question, so F11 must not answer it: a finger may press twice. */
export function openDrawerOffers(facts: Facts, state: StateOf<'open-drawer'>): Offer[] {
  const reason = DRAWER_REASONS[state.index]
  return [
    ...keep(facts, state.back, 'key.notOpenDrawer'),
    ...reasonKeys(facts, state.index, DRAWER_REASONS.length, (index) => ({ ...state, index })),
    offer(facts, 'F9', 'key.openDrawer', {
      state,
      command: reason === undefined ? undefined : { do: 'open-drawer', reason },
      when: reason !== undefined,
    }),
  ]
}

/** What can be read of the credential that is asked for: a social-security card, or through the safety control both cards. */
function readable(facts: Facts, state: StateOf<'identify'>): Command | undefined {
  const throughControl = isSetUp(facts, 'safety-control')
  switch (state.credential) {
    case '03':
      return throughControl || isSetUp(facts, 'card-reader')
        ? { do: 'read-card', medium: 'social-card' }
        : undefined
    case '02':
      return throughControl ? { do: 'read-card', medium: 'identity-card' } : undefined
    case '01':
      return undefined
  }
}

/** Reads the card that lies on the reader; not offered where nothing could read it. */
export function readCardOffers(facts: Facts, state: StateOf<'identify'>): Offer[] {
  const command = readable(facts, state)
  return command === undefined ? [] : [offer(facts, 'F9', 'key.readCard', { state, command })]
}

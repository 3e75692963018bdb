import type { DeviceKind } from '../../engine/contract/device-kinds.ts'
import type { Command } from './command.ts'
import type { Facts, InputState, StateOf } from './input-state.ts'
import { keep, reasonKeys } from './lists.ts'
import { offer, type Offer } from './offer.ts'
import { DRAWER_REASONS } from './reasons.ts'

type Identifying = StateOf<'identify'> | StateOf<'return-identify'>
type CardMedium = Extract<Command, { readonly do: 'read-card' }>['medium']

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
function readable(facts: Facts, credential: Identifying['credential']): CardMedium | undefined {
  const throughControl = isSetUp(facts, 'safety-control')
  switch (credential) {
    case '03':
      return throughControl || isSetUp(facts, 'card-reader') ? 'social-card' : undefined
    case '02':
      return throughControl ? 'identity-card' : undefined
    case '01':
      return undefined
  }
}

/** Reads the card that lies on the reader; not offered where nothing could read it. */
export function readCardOffers(facts: Facts, state: Identifying): Offer[] {
  const medium = readable(facts, state.credential)
  if (medium === undefined) return []
  const command: Command =
    state.kind === 'identify'
      ? { do: 'read-card', medium }
      : { do: 'read-return-card', card: { returnId: state.view.id, medium } }
  return [offer(facts, 'F9', 'key.readCard', { state, command })]
}

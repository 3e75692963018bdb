import { describe, expect, it } from 'vitest'
import type { DeviceKind } from '../../engine/contract/device-kinds.ts'
import type { DeviceStateView } from '../../engine/contract/devices.ts'
import { sampleFacts, sampleReturn } from '../testing/sample-sale.ts'
import { EMPTY_FORM, stateBehind, type Facts, type InputState } from './input-state.ts'
import { press } from './press.ts'
import { receive } from './receive.ts'

const device = (kind: DeviceKind): DeviceStateView => ({
  slot: kind,
  kind,
  name: kind,
  state: 'ready',
  reason: null,
})
const withDevices = (...kinds: readonly DeviceKind[]): Facts => sampleFacts({ devices: kinds.map(device) })
const IDLE: InputState = { kind: 'idle' }
const RESULT: InputState = { kind: 'result', saleId: 'sale-1', since: 0 }

describe('the drawer', () => {
  it('is asked for with a reason, where there is one; only F9 answers, never the key that asked', () => {
    expect(press(IDLE, 'F11', sampleFacts())).toBe('ignored')
    const facts = withDevices('drawer')
    const asked: InputState = { kind: 'open-drawer', index: 0, back: RESULT }
    expect(press(RESULT, 'F11', facts)).toEqual({ state: asked })
    expect(press(asked, 'F11', facts)).toBe('ignored')
    expect(press(asked, 'Enter', facts)).toEqual({ state: RESULT })
    expect(press({ ...asked, index: 1 }, 'F9', facts)).toMatchObject({
      command: { do: 'open-drawer', reason: 'wrong-change' },
    })
  })

  it('leads back to where it was asked for, also through a second person', () => {
    const facts = withDevices('drawer')
    const asked: InputState = { kind: 'open-drawer', index: 0, back: RESULT }
    const command = { do: 'open-drawer', reason: 'count' } as const
    const approving = receive(asked, { type: 'right-needed', command, right: 'drawer' }, facts)
    expect(stateBehind(approving)).toEqual(RESULT)
    const given = { type: 'done', command: 'open-drawer', given: 'approval' } as const
    expect(receive(approving, given, facts)).toEqual(RESULT)
  })
})

describe('a card on a reader', () => {
  const identifying = (credential: '01' | '02' | '03'): InputState => ({
    kind: 'identify',
    credential,
    form: EMPTY_FORM,
  })
  const read = (medium: 'social-card' | 'identity-card'): object => ({ command: { do: 'read-card', medium } })

  it('can be read where something is set up that reads it', () => {
    expect(press(identifying('03'), 'F9', sampleFacts())).toBe('ignored')
    expect(press(identifying('03'), 'F9', withDevices('card-reader'))).toMatchObject(read('social-card'))
    // an identity card that is laid on its reader identifies by itself
    expect(press(identifying('02'), 'F9', withDevices('card-reader', 'identity-reader'))).toBe('ignored')
    expect(press(identifying('02'), 'F9', withDevices('safety-control'))).toMatchObject(read('identity-card'))
    expect(press(identifying('03'), 'F9', withDevices('safety-control'))).toMatchObject(read('social-card'))
    expect(press(identifying('01'), 'F9', withDevices('safety-control'))).toBe('ignored')
  })

  it('identifies the person of a return as well', () => {
    const state: InputState = {
      kind: 'return-identify',
      view: sampleReturn(),
      credential: '03',
      form: EMPTY_FORM,
    }
    expect(press(state, 'F9', sampleFacts())).toBe('ignored')
    expect(press(state, 'F9', withDevices('card-reader'))).toMatchObject({
      command: { do: 'read-return-card', card: { returnId: 'return-1', medium: 'social-card' } },
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { ScanOutcome } from '../../engine/contract/scan.ts'
import {
  sampleFacts,
  sampleInsured,
  sampleLine,
  sampleSale,
  sampleSettlement,
} from '../testing/sample-sale.ts'
import { GOODS, STATES } from '../testing/sample-states.ts'
import type { Command } from './command.ts'
import type { Facts, InputKind, InputState } from './input-state.ts'
import { KEYS, type Key } from './keys.ts'
import { offersFor, press, RESULT_LEAST_MS } from './press.ts'
import { receive, type InputEvent } from './receive.ts'
import { restState } from './rest-state.ts'
import { SCAN_EFFECT } from './scan-effect.ts'

const ALL = Object.values(STATES)
/** States of the sale itself: Esc cannot leave them. */
const RESTS: ReadonlySet<InputKind> = new Set([
  'idle',
  'waiting',
  'unknown',
  'disputed',
  'case',
  'tender-waiting',
  'tender-unknown',
])
/** States that lie over another one, to which Esc leads back; the others lead to rest. */
const ONE_STEP_BACK: ReadonlySet<InputKind> = new Set([
  'card',
  'pay-code',
  'approval',
  'confirm-reverse',
  'close-case',
  'return-lines',
  'return-quantity',
  'return-codes',
  'return-reason',
  'return-identify',
  'confirm-abandon',
])

const outcome = (change: Partial<ScanOutcome>): ScanOutcome => ({
  kind: 'line-added',
  lineId: 'line-1',
  refusal: null,
  choices: [],
  ...change,
})

/** Presses a key that must do something. */
function pressed(state: InputState, key: Key, facts: Facts): { state: InputState; command?: Command } {
  const result = press(state, key, facts)
  if (result === undefined || result === 'ignored') throw new Error(`${key} does nothing in ${state.kind}`)
  return result
}

/** Where Esc, pressed again and again, ends. */
function wayBack(state: InputState, facts: Facts): InputState {
  let at = state
  for (let presses = 0; presses < 5; presses += 1) {
    const escape = press(at, 'Escape', facts)
    if (escape === undefined || escape === 'ignored') return at
    at = escape.state
  }
  return at
}

describe('every state of the keyboard', () => {
  it.each(ALL)('$kind: Esc leads back to rest, or there is nothing to leave', (state) => {
    const facts = sampleFacts()
    const escape = press(state, 'Escape', facts)
    if (RESTS.has(state.kind)) expect(escape).toBeUndefined()
    else if (ONE_STEP_BACK.has(state.kind)) expect(wayBack(state, facts)).toEqual(restState(facts.sale))
    else expect(escape).toEqual({ state: restState(facts.sale) })
  })

  it.each(ALL)('$kind: an accepted scan does what the table says', (state) => {
    const after = receive(state, { type: 'scan-handled', outcome: outcome({}) }, sampleFacts())
    if (SCAN_EFFECT[state.kind] === 'close') expect(after).toEqual({ kind: 'idle' })
    else expect(after).toEqual(state)
  })

  it.each(ALL)('$kind: a refused scan leaves what was typed', (state) => {
    const refusal = { code: 'GOODS_UNKNOWN', params: {} } as const
    const event: InputEvent = { type: 'scan-handled', outcome: outcome({ kind: 'refused', refusal }) }
    expect(receive(state, event, sampleFacts())).toEqual(state)
  })

  it.each(ALL)('$kind: a barcode of several goods asks which', (state) => {
    const event: InputEvent = {
      type: 'scan-handled',
      outcome: outcome({ kind: 'choose-goods', choices: [GOODS] }),
    }
    expect(receive(state, event, sampleFacts())).toMatchObject({ kind: 'choose-goods' })
  })

  it.each(ALL)('$kind: offers no key twice, and without the engine none that needs it', (state) => {
    const offers = offersFor(state, sampleFacts())
    expect(new Set(offers.map(({ key }) => key)).size).toBe(offers.length)
    for (const one of offersFor(state, sampleFacts({ connected: false }))) {
      if (one.enabled) expect(['say', 'tell']).toContain(one.command?.do ?? 'say')
    }
  })
})

describe('F9', () => {
  const idle = STATES.idle
  const f9 = (sale: SaleView): { state: InputState; command?: Command } =>
    pressed(idle, 'F9', sampleFacts({ sale }))

  it('explains which code is missing', () => {
    const line = sampleLine({ trace: { needed: 2, captured: 1, codes: ['8'] } })
    expect(f9(sampleSale({ lines: [sampleLine({ id: 'a' }), line] }))).toEqual({
      state: idle,
      command: {
        do: 'say',
        refusal: { code: 'TRACE_MISSING', params: { position: 2, name: line.name, count: 1 } },
      },
    })
  })

  it('takes cash when nobody is insured', () => {
    expect(f9(sampleSale())).toEqual({ state: { kind: 'paying', text: '' } })
  })

  it('asks which insurance, quotes, then settles', () => {
    const asked = sampleInsured({ chosen: null })
    expect(f9(sampleSale({ insured: asked })).state).toEqual({ kind: 'choose-insurance', index: 0 })
    expect(f9(sampleSale({ insured: sampleInsured() })).command).toEqual({ do: 'quote' })
    const quoted = sampleSale({ insured: sampleInsured(), settlement: sampleSettlement() })
    expect(f9(quoted).command).toEqual({ do: 'settle' })
  })

  it('does nothing while a call is under way, and nothing when it is held down', () => {
    const sale = sampleSale({ insured: sampleInsured(), settlement: sampleSettlement() })
    expect(press(idle, 'F9', sampleFacts({ sale, busy: true }))).toBe('ignored')
    expect(press(idle, 'F9', sampleFacts({ sale }), true)).toBe('ignored')
  })

  it('asks the centre while the outcome is unknown', () => {
    const sale = sampleSale({
      insured: sampleInsured(),
      settlement: sampleSettlement({ state: 'unknown' }),
      locked: true,
    })
    expect(pressed(STATES.unknown, 'F9', sampleFacts({ sale })).command).toEqual({ do: 'resolve' })
  })
})

describe('Shift+F1', () => {
  it('signs in at the centre again, also with a basket and a person: the centre may have ended the sign_no', () => {
    for (const sale of [null, sampleSale({ insured: sampleInsured() })]) {
      const { state, command } = pressed(STATES.idle, 'Shift+F1', sampleFacts({ sale }))
      expect({ state, command }).toEqual({ state: STATES.idle, command: { do: 'sign-in-at-centre' } })
    }
    expect(press(STATES.idle, 'Shift+F1', sampleFacts({ busy: true }))).toBe('ignored')
  })
})

describe('taking cash', () => {
  it('takes exactly what is owed, or what was typed', () => {
    expect(pressed({ kind: 'paying', text: '' }, 'Enter', sampleFacts()).command).toEqual({
      do: 'pay-cash',
      received: null,
    })
    expect(pressed({ kind: 'paying', text: ' 100 ' }, 'Enter', sampleFacts()).command).toEqual({
      do: 'pay-cash',
      received: 10_000,
    })
    expect(pressed({ kind: 'paying', text: '1x' }, 'Enter', sampleFacts()).command).toMatchObject({
      do: 'say',
      refusal: { code: 'AMOUNT_UNREADABLE' },
    })
  })

  it('cannot be left once the insurance has paid its part', () => {
    const sale = sampleSale({ settlement: sampleSettlement({ state: 'settled' }), locked: true })
    expect(press(STATES.paying, 'Escape', sampleFacts({ sale }))).toBe('ignored')
    expect(restState(sale)).toEqual({ kind: 'paying', text: '' })
  })

  it('shows the result until it was seen: a second Enter does not wipe it away', () => {
    const facts = (now: number): Facts => sampleFacts({ sale: sampleSale({ state: 'completed' }), now })
    const state: InputState = { kind: 'result', saleId: 'sale-1', since: 1_000 }
    expect(press(state, 'Enter', facts(1_000 + RESULT_LEAST_MS - 1))).toBe('ignored')
    expect(press(state, 'Enter', facts(1_000 + RESULT_LEAST_MS))).toEqual({ state: { kind: 'idle' } })
  })
})

describe('dangerous keys', () => {
  it('removes a line only after a second Delete; Enter keeps it', () => {
    const facts = sampleFacts()
    const { state } = pressed(STATES.idle, 'Delete', facts)
    expect(state).toEqual({ kind: 'confirm-remove', lineId: 'line-1', index: 0 })
    expect(press(state, 'Delete', facts, true)).toBe('ignored')
    expect(pressed(state, 'Delete', facts).command).toEqual({
      do: 'remove-line',
      lineId: 'line-1',
      reason: 'mis-scanned',
    })
    expect(pressed(state, 'Enter', facts)).toEqual({ state: { kind: 'idle' } })
  })

  it('does not offer to change a basket that is locked', () => {
    const sale = sampleSale({ locked: true, settlement: sampleSettlement({ state: 'refused' }) })
    for (const key of ['F2', 'F3', 'F4', 'F8', 'Delete', 'Shift+Delete'] as const) {
      expect(press(STATES.idle, key, sampleFacts({ sale }))).toBe('ignored')
    }
  })

  it('says that a sale is open instead of signing out', () => {
    expect(pressed(STATES.idle, 'Shift+F12', sampleFacts()).command).toMatchObject({
      do: 'say',
      refusal: { code: 'SESSION_SALE_OPEN' },
    })
    expect(pressed(STATES.idle, 'Shift+F12', sampleFacts({ sale: null })).state).toEqual({
      kind: 'confirm-sign-out',
    })
  })
})

describe('the sale changes', () => {
  const change = (state: InputState, before: SaleView | null, sale: SaleView | null): InputState =>
    receive(state, { type: 'sale-changed', before }, sampleFacts({ sale }))
  const insured = sampleSale({ insured: sampleInsured(), settlement: sampleSettlement() })
  const withState = (state: 'sent' | 'unknown' | 'disputed' | 'settled' | 'refused'): SaleView => ({
    ...insured,
    locked: true,
    settlement: sampleSettlement({ state }),
  })

  it.each([
    ['sent', 'waiting'],
    ['unknown', 'unknown'],
    ['disputed', 'disputed'],
    ['settled', 'paying'],
  ] as const)('%s takes the screen over, whatever was open', (settlement, kind) => {
    for (const state of ALL) expect(change(state, insured, withState(settlement)).kind).toBe(kind)
  })

  it('leaves a look at something else alone while nothing new happened', () => {
    const unknown = withState('unknown')
    expect(change(STATES.recent, unknown, { ...unknown })).toEqual(STATES.recent)
  })

  it('goes on when the outcome is known', () => {
    expect(change(STATES.unknown, withState('unknown'), withState('settled')).kind).toBe('paying')
    expect(change(STATES.waiting, withState('sent'), { ...withState('refused'), locked: false }).kind).toBe(
      'idle',
    )
  })

  it('shows the result when the sale completes, and only once', () => {
    const completed: SaleView = { ...insured, state: 'completed' }
    expect(change(STATES.paying, insured, completed)).toEqual({
      kind: 'result',
      saleId: 'sale-1',
      since: 10_000,
    })
    expect(change(STATES.idle, completed, completed)).toEqual(STATES.idle)
  })

  it('asks for the insurance when several places are possible, once', () => {
    const asking = sampleSale({ insured: sampleInsured({ chosen: null }) })
    expect(change(STATES.idle, sampleSale(), asking)).toEqual({ kind: 'choose-insurance', index: 0 })
    expect(change(STATES.idle, asking, asking)).toEqual(STATES.idle)
  })

  it('closes an entry whose line is gone', () => {
    const other = sampleSale({ lines: [sampleLine({ id: 'line-2' })] })
    for (const state of [STATES.quantity, STATES.discount, STATES['trace-codes'], STATES['confirm-remove']]) {
      expect(change(state, sampleSale(), other)).toEqual(STATES.idle)
    }
  })
})

describe('any row of keys', () => {
  const insuredSale = sampleSale({ insured: sampleInsured() })
  const sales: readonly (SaleView | null)[] = [
    null,
    sampleSale(),
    sampleSale({ lines: [sampleLine({ trace: { needed: 1, captured: 0, codes: [] } })] }),
    insuredSale,
    { ...insuredSale, settlement: sampleSettlement() },
    { ...insuredSale, settlement: sampleSettlement({ state: 'unknown' }), locked: true },
    { ...insuredSale, settlement: sampleSettlement({ state: 'settled' }), locked: true },
  ]

  it('never settles what was not quoted, never takes cash for what the insurance has in hand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sales),
        fc.array(fc.constantFrom(...KEYS), { maxLength: 30 }),
        (sale, keys) => {
          const facts = sampleFacts({ sale })
          let state = restState(sale)
          for (const key of keys) {
            const result = press(state, key, facts)
            if (result === undefined || result === 'ignored') continue
            state = result.state
            const command = result.command?.do
            if (command === 'settle') expect(sale?.settlement?.state).toBe('quoted')
            if (command === 'pay-cash')
              expect(sale?.insured === null || sale?.settlement?.state === 'settled').toBe(true)
            if (sale?.locked === true)
              expect(['remove-line', 'void', 'quote', 'settle']).not.toContain(command)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

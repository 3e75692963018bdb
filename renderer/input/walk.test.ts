import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SaleView } from '../../engine/contract/sale.ts'
import {
  sampleCase,
  sampleFacts,
  sampleInsured,
  sampleLine,
  sampleOpenSettlement,
  sampleReturn,
  sampleReturnable,
  sampleSale,
  sampleSettlement,
  sampleTender,
} from '../testing/sample-sale.ts'
import { STATES } from '../testing/sample-states.ts'
import type { Command } from './command.ts'
import type { Facts, InputState } from './input-state.ts'
import { KEYS } from './keys.ts'
import { offersFor, press } from './press.ts'
import { receive, type InputEvent } from './receive.ts'
import { restState, tenderInFlight } from './rest-state.ts'
import { SCAN_EFFECT } from './scan-effect.ts'
import { takeScan } from './take-scan.ts'

const SETTLEMENT_STATES = [
  'quoted',
  'sent',
  'unknown',
  'cancel-unknown',
  'reversing',
  'disputed',
  'settled',
  'refused',
] as const
const insured = sampleSale({ insured: sampleInsured(), payableBy: ['cash', 'qr'] })

const SALES: readonly (SaleView | null)[] = [
  null,
  sampleSale({ payableBy: ['cash', 'bank-card', 'qr', 'account-card'] }),
  sampleSale({ lines: [sampleLine({ trace: { needed: 1, captured: 0, codes: [] } })] }),
  ...SETTLEMENT_STATES.map((state) => ({
    ...insured,
    settlement: sampleSettlement({ state }),
    locked: state !== 'quoted' && state !== 'refused',
  })),
  ...(['taken', 'paying', 'unknown', 'refund-unknown', 'refused'] as const).map((state) =>
    sampleSale({ tenders: [sampleTender({ state })], locked: state !== 'refused' }),
  ),
  { ...insured, openCaseId: 'case-1', locked: true, settlement: sampleSettlement({ state: 'settled' }) },
  sampleSale({ state: 'completed' }),
]

const refusal = { code: 'GOODS_UNKNOWN', params: {} } as const
const sale = fc.constantFrom(...SALES)
type Step =
  | { readonly by: 'key'; readonly key: (typeof KEYS)[number] }
  | { readonly by: 'event'; readonly event: InputEvent }
  | { readonly by: 'sale'; readonly sale: SaleView | null }
  | { readonly by: 'scan'; readonly text: string }

const event: fc.Arbitrary<InputEvent> = fc.oneof(
  fc.constantFrom('', '1', '2.5', 'x').map((text): InputEvent => ({ type: 'text', text })),
  fc.constantFrom<InputEvent>(
    { type: 'scan-handled', outcome: { kind: 'line-added', lineId: 'line-1', refusal: null, choices: [] } },
    { type: 'scan-handled', outcome: { kind: 'refused', lineId: null, refusal, choices: [] } },
    { type: 'field', field: 'operatorNumber', text: '9001' },
    { type: 'field', field: 'password', text: 'p' },
    { type: 'field', field: 'reference', text: '12' },
    { type: 'form', change: { number: '441900198703124025' } },
    { type: 'returnable', sales: [sampleReturnable()] },
    { type: 'return', view: sampleReturn(), opens: true },
    { type: 'return', view: sampleReturn({ state: 'completed', steps: [] }), opens: false },
    { type: 'right-needed', command: { do: 'void', reason: 'other' }, right: 'void-sale' },
    { type: 'approval-refused' },
    { type: 'done', command: 'void', given: 'confirm-void' },
    { type: 'done', command: 'resolve', given: 'unknown' },
  ),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KEYS).map((key): Step => ({ by: 'key', key })) },
  { weight: 3, arbitrary: event.map((one): Step => ({ by: 'event', event: one })) },
  { weight: 1, arbitrary: sale.map((one): Step => ({ by: 'sale', sale: one })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('81000010000000000001', '130000000000000001', 'A1CODE')
      .map((text): Step => ({ by: 'scan', text })),
  },
)

/** What one step leads to, and what it asks of the engine. */
function walk(state: InputState, facts: Facts, taken: Step): { state: InputState; command?: Command } {
  switch (taken.by) {
    case 'key': {
      const pressed = press(state, taken.key, facts)
      return pressed === undefined || pressed === 'ignored' ? { state } : pressed
    }
    case 'event':
      return { state: receive(state, taken.event, facts) }
    case 'scan':
      return takeScan(state, taken.text, facts) ?? { state }
    case 'sale':
      return { state }
  }
}

const OPEN = {
  cases: [sampleCase()],
  settlements: [sampleOpenSettlement({ nextStep: 'reverse' })],
  returns: [sampleReturn()],
}

/** Checks every state that a random walk comes through. */
function alongAnyWalk(check: (state: InputState, facts: Facts, command: Command | undefined) => void): void {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(STATES)),
      sale,
      fc.array(step, { maxLength: 25 }),
      (first, begun, steps) => {
        let facts = sampleFacts({ ...OPEN, sale: begun, now: 100_000 })
        let state = receive(first, { type: 'sale-changed', before: null }, facts)
        for (const taken of steps) {
          if (taken.by === 'sale') {
            const before = facts.sale
            facts = { ...facts, sale: taken.sale }
            state = receive(state, { type: 'sale-changed', before }, facts)
            check(state, facts, undefined)
            continue
          }
          const after = walk(state, facts, taken)
          check(after.state, facts, after.command)
          state = after.state
        }
      },
    ),
    { numRuns: 1_000 },
  )
}

describe('along any row of keys, scans and news', () => {
  it('there is always a way on, and no key means two things', () => {
    alongAnyWalk((state, facts) => {
      const offers = offersFor(state, facts)
      expect(new Set(offers.map(({ key }) => key)).size).toBe(offers.length)
      expect(offers.some(({ enabled }) => enabled)).toBe(true)
    })
  })

  it('Esc leads back to where the sale rests, from however deep', () => {
    alongAnyWalk((state, { now, ...known }) => {
      // the result of a sale stays for a moment, whatever is pressed
      const facts = { ...known, now: now + 10_000 }
      let at = state
      for (let presses = 0; presses < 8; presses += 1) {
        const escape = press(at, 'Escape', facts)
        if (escape === undefined || escape === 'ignored') break
        at = escape.state
      }
      expect(offersFor(at, facts).some(({ key, enabled }) => key === 'Escape' && enabled)).toBe(false)
    })
  })

  it('a scan is either for what is open or for the sale, as the table says', () => {
    alongAnyWalk((state, facts) => {
      const taken = takeScan(state, '81000010000000000001', facts)
      expect(taken !== undefined).toBe(SCAN_EFFECT[state.kind] === 'take')
    })
  })

  it('no money moves while money of the sale is in doubt', () => {
    alongAnyWalk((_state, { sale: now, tenders }, command) => {
      if (command === undefined || now?.state !== 'open') return
      const rest = restState(now).kind
      const inDoubt = ['unknown', 'disputed', 'case', 'waiting', 'tender-unknown', 'tender-waiting'].includes(
        rest,
      )
      const moves = [
        'settle',
        'quote',
        'pay-cash',
        'take-cash',
        'take-card',
        'pay-by-code',
        'show-code',
        'void',
        'remove-line',
      ]
      if (inDoubt) expect(moves).not.toContain(command.do)
      if (command.do === 'undo-tender' && tenderInFlight(now) !== undefined) {
        // only a refund in doubt is asked for again: the acquirer knows it by its number
        const inDoubtHere = now.tenders.filter(({ state }) => state === 'refund-unknown').map(({ id }) => id)
        const elsewhere = tenders.filter(({ state }) => state === 'refund-unknown')
        expect([...inDoubtHere, ...elsewhere.map(({ tenderId }) => tenderId)]).toContain(command.tenderId)
      }
      if (command.do === 'settle') expect(now.settlement?.state).toBe('quoted')
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { SALE_STATES } from '../sale/state.ts'
import { SETTLEMENT_STATES } from '../settlement/state.ts'
import { REFUND_STATES, TENDER_KINDS } from '../tender/tender.ts'
import { RETURN_STATES, RETURN_STEPS } from './step.ts'
import { currentStep, moneyMoved, returnSteps, type ReturnFacts } from './steps.ts'

const refund = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...TENDER_KINDS),
  state: fc.constantFrom(...REFUND_STATES),
  amount: fc.integer({ min: 1, max: 9_999 }).map(fen),
})
const facts: fc.Arbitrary<ReturnFacts> = fc.record({
  state: fc.constantFrom(...RETURN_STATES),
  settlement: fc.option(
    fc.record({ state: fc.constantFrom(...SETTLEMENT_STATES), givesBack: fc.constant(fen(100)) }),
    { nil: undefined },
  ),
  identified: fc.boolean(),
  refunds: fc.array(refund, { maxLength: 4 }),
  reported: fc.constantFrom(undefined, false, true),
  settlesAgain: fc.boolean(),
  resale: fc.option(fc.constantFrom(...SALE_STATES), { nil: undefined }),
})

const begun: ReturnFacts = {
  state: 'open',
  settlement: { state: 'settled', givesBack: fen(2_000) },
  identified: false,
  refunds: [
    { id: 'r1', kind: 'qr', state: 'planned', amount: fen(300) },
    { id: 'r2', kind: 'cash', state: 'planned', amount: fen(200) },
  ],
  reported: undefined,
  settlesAgain: true,
  resale: undefined,
}
const statesOf = (change: Partial<ReturnFacts>): string =>
  returnSteps({ ...begun, ...change })
    .map((step) => step.state)
    .join(' ')

describe('the steps of a return', () => {
  it('have an order, and at most one is due', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const steps = returnSteps(given)
        const order = steps.map((step) => RETURN_STEPS.indexOf(step.kind))
        expect(order).toEqual([...order].sort((a, b) => a - b))
        const due = steps.filter((step) => step.state === 'now')
        expect(due.length).toBeLessThanOrEqual(given.state === 'abandoned' ? 0 : 1)
        const first = steps.findIndex((step) => step.state !== 'done')
        if (due[0] !== undefined && given.reported === undefined) expect(steps.indexOf(due[0])).toBe(first)
      }),
    )
  })

  it('never offer a refund while the settlement may still stand', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const cancelled = given.settlement === undefined || given.settlement.state === 'cancelled'
        const step = currentStep(given)
        if (step?.kind !== 'refund' || step.state !== 'now') return
        expect(cancelled || given.settlement?.state === 'reversed').toBe(true)
      }),
    )
  })

  it('walk from showing the card to settling the rest', () => {
    const cancelled = { state: 'cancelled', givesBack: fen(2_000) } as const
    const [first, second] = begun.refunds
    const done = (refund: typeof first): typeof begun.refunds =>
      refund === undefined ? [] : [{ ...refund, state: 'done' }]
    const bothDone = [...done(first), ...done(second)]
    expect(statesOf({})).toBe('now waiting waiting waiting waiting waiting')
    expect(statesOf({ identified: true })).toBe('done now waiting waiting waiting waiting')
    expect(
      statesOf({ identified: true, settlement: { state: 'cancel-unknown', givesBack: fen(2_000) } }),
    ).toBe('done unknown waiting waiting waiting waiting')
    expect(statesOf({ settlement: cancelled })).toBe('done done now waiting waiting waiting')
    expect(statesOf({ settlement: cancelled, refunds: [...done(first), ...begun.refunds.slice(1)] })).toBe(
      'done done done now waiting waiting',
    )
    expect(statesOf({ settlement: cancelled, refunds: bothDone })).toBe('done done done done now waiting')
    const completed = { state: 'completed', settlement: cancelled, refunds: bothDone } as const
    expect(statesOf({ ...completed, reported: false, resale: 'open' })).toBe(
      'done done done done waiting now',
    )
    expect(statesOf({ ...completed, reported: true, resale: 'completed' })).toBe(
      'done done done done done done',
    )
  })
})

describe('moneyMoved', () => {
  it('is false only where the settlement stands and no refund was tried or all were refused', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const stands = given.settlement === undefined || given.settlement.state === 'settled'
        const untouched = given.refunds.every(({ state }) => state === 'planned' || state === 'refused')
        expect(moneyMoved(given)).toBe(!(stands && untouched))
      }),
    )
  })
})

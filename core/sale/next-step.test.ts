import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLive, SETTLEMENT_STATES } from '../settlement/state.ts'
import { IN_FLIGHT_STATES, TENDER_STATES } from '../tender/state.ts'
import { NEXT_STEPS, nextStep, type NextStepCode, type NextStepFacts } from './next-step.ts'

const missing = fc.record({ position: fc.integer({ min: 1, max: 5 }), count: fc.integer({ min: 1, max: 9 }) })
const facts: fc.Arbitrary<NextStepFacts> = fc.record({
  saleState: fc.constantFrom('open', 'held', 'completed', 'voided'),
  lineCount: fc.nat({ max: 5 }),
  missingTrace: fc.option(missing, { nil: undefined }),
  person: fc.constantFrom('none', 'choice-needed', 'chosen'),
  settlement: fc.option(fc.constantFrom(...SETTLEMENT_STATES), { nil: undefined }),
  tender: fc.option(
    fc.record({ state: fc.constantFrom(...TENDER_STATES), amountFen: fc.integer({ min: 1, max: 100_000 }) }),
    { nil: undefined },
  ),
  outstandingFen: fc.nat({ max: 100_000 }),
  accountUsed: fc.boolean(),
  accountCardAllowed: fc.boolean(),
  caseOpen: fc.boolean(),
})
const base: NextStepFacts = {
  saleState: 'open',
  lineCount: 2,
  missingTrace: undefined,
  person: 'none',
  settlement: undefined,
  tender: undefined,
  outstandingFen: 2_500,
  accountUsed: true,
  accountCardAllowed: false,
  caseOpen: false,
}

describe('nextStep', () => {
  it('always has something to say', () => {
    fc.assert(
      fc.property(facts, (situation) => {
        expect(NEXT_STEPS).toContain(nextStep(situation).code)
      }),
    )
  })

  it('never tells to scan, quote or settle while money has moved or may have', () => {
    const calm: readonly NextStepCode[] = [
      'WAIT_FOR_SETTLEMENT',
      'WAIT_FOR_REVERSAL',
      'RESOLVE_UNKNOWN',
      'CALL_FOR_HELP_DISPUTED',
      'TAKE_CASH',
      'WAIT_FOR_ACQUIRER',
      'WAIT_FOR_TENDER',
      'WAIT_FOR_REFUND',
      'ASK_TENDER',
      'CLOSE_CASE',
    ]
    fc.assert(
      fc.property(facts, (situation) => {
        fc.pre(situation.settlement !== undefined && isLive(situation.settlement))
        fc.pre(situation.saleState === 'open' || situation.saleState === 'held')
        expect(calm).toContain(nextStep(situation).code)
      }),
    )
  })

  it('never asks for cash while the outcome of a settlement is not known', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('unknown', 'cancel-unknown', 'reverse-unknown', 'disputed'),
        (situation, settlement) => {
          expect(['TAKE_CASH', 'SCAN_OR_PAY']).not.toContain(nextStep({ ...situation, settlement }).code)
        },
      ),
    )
  })

  it('speaks of nothing else while a payment is on its way', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...IN_FLIGHT_STATES), (situation, state) => {
        fc.pre(situation.saleState === 'open')
        const said = nextStep({ ...situation, tender: { state, amountFen: 700 } })
        const code = {
          prepared: 'WAIT_FOR_ACQUIRER',
          sent: 'WAIT_FOR_ACQUIRER',
          paying: 'WAIT_FOR_TENDER',
          unknown: 'ASK_TENDER',
          refunding: 'WAIT_FOR_REFUND',
          'refund-unknown': 'ASK_TENDER',
        }[state]
        expect(said).toEqual({ code, params: { amountFen: 700 } })
      }),
    )
  })

  it('asks for every box’s code before it lets anybody pay', () => {
    fc.assert(
      fc.property(facts, missing, fc.integer({ min: 1, max: 5 }), (any, missingTrace, lineCount) => {
        const situation = { ...any, missingTrace, lineCount, tender: undefined, caseOpen: false }
        fc.pre(situation.settlement === undefined || !isLive(situation.settlement))
        const step = nextStep({ ...situation, saleState: 'open' })
        expect(step).toEqual({ code: 'SCAN_TRACE_CODE', params: missingTrace })
      }),
    )
  })

  it.each<[string, Partial<NextStepFacts>, NextStepCode]>([
    ['empty basket', { lineCount: 0 }, 'SCAN_FIRST_BOX'],
    ['nobody identified', {}, 'SCAN_OR_PAY'],
    ['several places', { person: 'choice-needed' }, 'CHOOSE_INSURANCE'],
    ['person chosen', { person: 'chosen' }, 'QUOTE'],
    ['trial outdated', { person: 'chosen', settlement: 'draft' }, 'QUOTE'],
    ['refused: a way on is chosen', { person: 'chosen', settlement: 'refused' }, 'AFTER_REFUSAL'],
    ['trial there', { person: 'chosen', settlement: 'quoted' }, 'CONFIRM_SETTLEMENT'],
    ['under way', { person: 'chosen', settlement: 'sent' }, 'WAIT_FOR_SETTLEMENT'],
    ['no answer', { person: 'chosen', settlement: 'unknown' }, 'RESOLVE_UNKNOWN'],
    ['does not add up', { person: 'chosen', settlement: 'disputed' }, 'CALL_FOR_HELP_DISPUTED'],
    ['settled', { person: 'chosen', settlement: 'settled' }, 'TAKE_CASH'],
    ['completed', { saleState: 'completed', settlement: 'settled' }, 'SALE_COMPLETED'],
    ['voided', { saleState: 'voided' }, 'SALE_VOIDED'],
  ])('%s', (_name, change, code) => {
    expect(nextStep({ ...base, ...change }).code).toBe(code)
  })

  it('tells after a refusal whether the account card may be swiped', () => {
    const refused = { ...base, person: 'chosen', settlement: 'refused' } as const
    expect(nextStep(refused).params).toEqual({ accountCard: 0 })
    expect(nextStep({ ...refused, accountCardAllowed: true }).params).toEqual({ accountCard: 1 })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FINDINGS, WAITING_FINDINGS, type Finding } from './finding.ts'
import { mayReverse, prove, resolvingStep, type Limits, type ProofFacts, type Waiting } from './proof.ts'
import { ASKED_STATES, FINAL_STATES, type AskedState } from './state.ts'
import { nextSettlementState } from './transitions.ts'

const QUIET = 120_000
const LIMITS: Limits = { quietPeriodMs: QUIET, attemptsBeforeGivingUp: 3, whenUnprovable: 'reverse' }

const BASE: ProofFacts = {
  state: 'unknown',
  finding: 'absent',
  waiting: null,
  askedAt: 1_000,
  answeredAt: 1_200,
  mayArriveUntil: 0,
  failures: 0,
  limits: LIMITS,
  reversible: true,
  undoSent: false,
}

const asks = (facts: Partial<ProofFacts>): ReturnType<typeof prove> => prove({ ...BASE, ...facts })

const anyFacts: fc.Arbitrary<ProofFacts> = fc.record({
  state: fc.constantFrom(...ASKED_STATES),
  finding: fc.constantFrom(...FINDINGS),
  waiting: fc.option(
    fc.record({ finding: fc.constantFrom(...WAITING_FINDINGS), since: fc.integer({ min: 0, max: 500_000 }) }),
  ),
  askedAt: fc.integer({ min: 0, max: 1_000_000 }),
  answeredAt: fc.integer({ min: 0, max: 1_000_000 }),
  mayArriveUntil: fc.integer({ min: 0, max: 1_000_000 }),
  failures: fc.integer({ min: 0, max: 10 }),
  limits: fc.record({
    quietPeriodMs: fc.integer({ min: 0, max: 300_000 }),
    attemptsBeforeGivingUp: fc.integer({ min: 1, max: 8 }),
    whenUnprovable: fc.constantFrom('reverse' as const, 'dispute' as const),
  }),
  reversible: fc.boolean(),
  undoSent: fc.boolean(),
})

describe('what a round of asking proves', () => {
  it('is always a move that the table has', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { event, waiting, reverse } = prove(facts)
        if (event !== null) {
          expect(nextSettlementState(facts.state, event).ok).toBe(true)
          expect(waiting).toBeNull()
          expect(reverse).toBe(false)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('ends an open settlement without money only by what was found cancelled, or absent twice and a quiet period apart', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { event } = prove(facts)
        if (event === null) return
        const next = nextSettlementState(facts.state, event)
        const finals: readonly string[] = FINAL_STATES
        if (!next.ok || !finals.includes(next.value)) return
        if (facts.finding === 'cancelled') return
        expect(facts.finding).toBe('absent')
        expect(facts.waiting?.finding).toBe('absent')
        expect(facts.askedAt - (facts.waiting?.since ?? Infinity)).toBeGreaterThanOrEqual(
          facts.limits.quietPeriodMs,
        )
      }),
      { numRuns: 5_000 },
    )
  })

  it('never calls for a reversal twice, nor where the region does not allow it, nor of anything but an unknown one', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (!prove(facts).reverse) return
        expect(facts).toMatchObject({ state: 'unknown', reversible: true, undoSent: false })
        expect(facts.limits.whenUnprovable).toBe('reverse')
        expect(facts.finding).toBe('inconclusive')
        expect(facts.failures).toBeGreaterThanOrEqual(facts.limits.attemptsBeforeGivingUp)
      }),
      { numRuns: 5_000 },
    )
  })

  it('takes what is there for proof at once', () => {
    expect(asks({ finding: 'found' }).event).toBe('query-found')
    expect(asks({ finding: 'cancelled' }).event).toBe('query-found-cancelled')
    expect(asks({ state: 'cancel-unknown', finding: 'cancelled' }).event).toBe('query-found-cancelled')
    expect(asks({ finding: 'does-not-add-up' }).event).toBe('query-does-not-add-up')
  })

  it('lets an absence wait, and counts the time from the answer to the next question', () => {
    const first = asks({ finding: 'absent' })
    expect(first).toEqual({ event: null, waiting: { finding: 'absent', since: 1_200 }, reverse: false })
    const { waiting } = first
    expect(asks({ waiting, askedAt: 1_200 + QUIET - 1, answeredAt: 900_000 })).toEqual(first)
    expect(asks({ waiting, askedAt: 1_200 + QUIET }).event).toBe('query-absent')
  })

  it('counts an absence only from when the call can no longer arrive', () => {
    const first = asks({ mayArriveUntil: 60_000 })
    expect(first.waiting).toEqual({ finding: 'absent', since: 60_000 })
    const { waiting } = first
    // asked again meanwhile it is the same waiting still
    expect(asks({ waiting, mayArriveUntil: 60_000, askedAt: 30_000, answeredAt: 30_100 }).waiting).toEqual(
      waiting,
    )
    expect(asks({ waiting, mayArriveUntil: 60_000, askedAt: 60_000 + QUIET - 1 }).event).toBeNull()
    expect(asks({ waiting, mayArriveUntil: 60_000, askedAt: 60_000 + QUIET }).event).toBe('query-absent')
  })

  it('keeps the waiting through rounds that prove nothing, and begins anew when the clock was set back', () => {
    const waiting: Waiting = { finding: 'absent', since: 500_000 }
    expect(asks({ waiting, finding: 'inconclusive', failures: 1 }).waiting).toEqual(waiting)
    expect(asks({ waiting, askedAt: 10_000, answeredAt: 10_100 }).waiting).toEqual({
      finding: 'absent',
      since: 10_100,
    })
  })

  it('does not count one absence towards a standing, nor the other way round', () => {
    const waiting: Waiting = { finding: 'absent', since: 0 }
    expect(asks({ state: 'cancel-unknown', finding: 'found', waiting, askedAt: QUIET * 2 })).toMatchObject({
      event: null,
      waiting: { finding: 'standing' },
    })
  })

  it('leaves an accepted reversal open however often the settlement is found', () => {
    const waiting: Waiting = { finding: 'absent', since: 0 }
    expect(asks({ state: 'reversing', finding: 'found', waiting, askedAt: QUIET * 9 })).toEqual({
      event: null,
      waiting: null,
      reverse: false,
    })
    expect(asks({ state: 'reversing', finding: 'inconclusive', failures: 99 }).event).toBeNull()
  })

  it('adopts a disputed one that is found, but only when nothing was sent that may still undo it', () => {
    expect(asks({ state: 'disputed', finding: 'found' }).event).toBe('query-found')
    expect(asks({ state: 'disputed', finding: 'found', undoSent: true }).event).toBeNull()
    expect(
      asks({ state: 'disputed', finding: 'absent', waiting: { finding: 'absent', since: -QUIET } }),
    ).toEqual({ event: null, waiting: null, reverse: false })
  })

  it('gives up after so many rounds: a reversal once, then the dispute', () => {
    const failed = { finding: 'inconclusive' as const }
    expect(asks({ ...failed, failures: 2 })).toEqual({ event: null, waiting: null, reverse: false })
    expect(asks({ ...failed, failures: 3 }).reverse).toBe(true)
    for (const change of [{ undoSent: true }, { reversible: false }] as const) {
      expect(asks({ ...failed, failures: 3, ...change }).event).toBe('unprovable')
    }
    const dispute: Limits = { ...LIMITS, whenUnprovable: 'dispute' }
    expect(asks({ ...failed, failures: 3, limits: dispute }).event).toBe('unprovable')
    expect(asks({ ...failed, failures: 3, state: 'cancel-unknown' }).event).toBe('unprovable')
  })
})

describe('every state in which the centre is asked', () => {
  /** Rounds as a centre that has settled down answers them: all alike, each a quiet period after the other. */
  function rounds(start: AskedState, finding: Finding, undoSent: boolean): string {
    const state = start
    let waiting: Waiting | null = null
    for (let round = 0; round < 20; round += 1) {
      const askedAt = round * QUIET
      const facts: ProofFacts = { ...BASE, state, finding, waiting, askedAt, answeredAt: askedAt, undoSent }
      const proof = prove({ ...facts, failures: finding === 'inconclusive' ? round + 1 : 0 })
      if (proof.reverse) return 'reversal'
      if (proof.event !== null) {
        const next = nextSettlementState(state, proof.event)
        if (next.ok) return next.value
      }
      waiting = proof.waiting
    }
    return state
  }

  it.each([
    ['unknown', 'settled', 'cancelled', 'refused', 'reversal'],
    ['cancel-unknown', 'settled', 'cancelled', 'cancelled', 'disputed'],
    ['reverse-unknown', 'settled', 'reversed', 'reversed', 'disputed'],
    ['reversing', 'reversing', 'reversed', 'reversed', 'reversing'],
    ['disputed', 'settled', 'cancelled', 'disputed', 'disputed'],
  ] as const)('%s has a way on whatever the centre says', (state, found, cancelled, absent, unreadable) => {
    expect(rounds(state, 'found', false)).toBe(found)
    expect(rounds(state, 'cancelled', false)).toBe(cancelled)
    expect(rounds(state, 'absent', false)).toBe(absent)
    expect(rounds(state, 'inconclusive', false)).toBe(unreadable)
  })
})

describe('the next step that is shown', () => {
  const base = { attempts: 1, failures: 0, waiting: null, limits: LIMITS, reversible: true } as const

  it.each([
    [{ state: 'unknown' }, 'ask'],
    [{ state: 'unknown', failures: 1 }, 'reverse'],
    [{ state: 'unknown', failures: 1, reversible: false }, 'ask'],
    [{ state: 'unknown', waiting: { finding: 'absent', since: 0 } }, 'wait'],
    [{ state: 'reversing', attempts: 2 }, 'ask'],
    [{ state: 'reversing', attempts: 3 }, 'call-centre'],
    [{ state: 'disputed' }, 'call-centre'],
  ] as const)('%j → %s', (change, step) => {
    expect(resolvingStep({ ...base, ...change })).toBe(step)
  })

  it('lets nobody reverse before one query was tried', () => {
    expect(mayReverse({ state: 'unknown', attempts: 0, reversible: true })).toBe(false)
    expect(mayReverse({ state: 'unknown', attempts: 1, reversible: true })).toBe(true)
    expect(mayReverse({ state: 'reversing', attempts: 1, reversible: true })).toBe(false)
  })
})

import type { Finding, ResolvingStep, WaitingFinding } from './finding.ts'
import type { AskedState } from './state.ts'
import type { SettlementEvent } from './transitions.ts'

/** A finding that was made once and counts when it is made again, the quiet period later. */
export type Waiting = { readonly finding: WaitingFinding; readonly since: number }

/** What a finding means in a state: the event it proves, at once or when found twice. */
type Meaning = { readonly event: SettlementEvent; readonly twice: WaitingFinding | undefined }

const atOnce = (event: SettlementEvent): Meaning => ({ event, twice: undefined })
const whenTwice = (event: SettlementEvent, finding: WaitingFinding): Meaning => ({ event, twice: finding })

const CANCELLED = atOnce('query-found-cancelled')
const WRONG = atOnce('query-does-not-add-up')
const ABSENT = whenTwice('query-absent', 'absent')
const STANDING = whenTwice('query-standing', 'standing')

/**
 * That something is there counts at once. That something is not there, or has not been undone, may only be not so yet,
 * and counts when it is found twice. What a state does not list proves nothing in it.
 */
const MEANINGS: Readonly<Record<AskedState, Readonly<Partial<Record<Finding, Meaning>>>>> = {
  unknown: { found: atOnce('query-found'), cancelled: CANCELLED, absent: ABSENT, 'does-not-add-up': WRONG },
  'cancel-unknown': { found: STANDING, cancelled: CANCELLED, absent: ABSENT, 'does-not-add-up': WRONG },
  // accepted, so it may still be undone, however often it is found
  reversing: { cancelled: CANCELLED, absent: ABSENT },
  'reverse-unknown': { found: STANDING, cancelled: CANCELLED, absent: ABSENT, 'does-not-add-up': WRONG },
  disputed: { found: atOnce('query-found'), cancelled: CANCELLED },
}

function meaningOf({ state, finding, undoSent }: ProofFacts): Meaning | undefined {
  // of a disputed one that a 2103 or 2601 was sent for, found may only be: not undone yet
  if (state === 'disputed' && finding === 'found' && undoSent) return STANDING
  return MEANINGS[state][finding]
}

/** The region's answer to what no query can prove. */
export type Limits = {
  readonly quietPeriodMs: number
  /** Rounds in a row that proved nothing before the till stops hoping for the next one. */
  readonly attemptsBeforeGivingUp: number
  readonly whenUnprovable: 'reverse' | 'dispute'
}

export type ProofFacts = {
  readonly state: AskedState
  readonly finding: Finding
  readonly waiting: Waiting | null
  /** When the first query of this round was asked, and when its last answer came; epoch milliseconds. */
  readonly askedAt: number
  readonly answeredAt: number
  /** Until when the call itself may still arrive, because nobody waited for its answer; 0 when somebody did. */
  readonly mayArriveUntil: number
  /** Rounds in a row that proved nothing, this one included; 0 when this one told something. */
  readonly failures: number
  readonly limits: Limits
  /** 2601 may undo the settlement's number here. */
  readonly reversible: boolean
  /** A 2103 or 2601 for this settlement has left the till at some time. */
  readonly undoSent: boolean
}

export type Proof = {
  /** What is proven now; null when nothing is. */
  readonly event: SettlementEvent | null
  readonly waiting: Waiting | null
  /** The till is to have it reversed (2601), which it does at most once by itself. */
  readonly reverse: boolean
}

const nothing = (waiting: Waiting | null): Proof => ({ event: null, waiting, reverse: false })
const proven = (event: SettlementEvent): Proof => ({ event, waiting: null, reverse: false })

function givenUp(facts: ProofFacts): Proof {
  const { state, limits, failures } = facts
  if (failures < limits.attemptsBeforeGivingUp) return nothing(facts.waiting)
  // reversing was accepted and only waits; what is disputed is in the hands of people already
  if (state === 'reversing' || state === 'disputed') return nothing(facts.waiting)
  const reverse = limits.whenUnprovable === 'reverse' && facts.reversible && !facts.undoSent
  return state === 'unknown' && reverse
    ? { event: null, waiting: facts.waiting, reverse: true }
    : proven('unprovable')
}

/** What one round of asking proves, after all rounds before it. */
export function prove(facts: ProofFacts): Proof {
  if (facts.finding === 'inconclusive') return givenUp(facts)
  const meaning = meaningOf(facts)
  if (meaning === undefined) return nothing(null)
  const { event, twice } = meaning
  if (twice === undefined) return proven(event)
  const { waiting, askedAt, limits, mayArriveUntil } = facts
  const since = Math.max(facts.answeredAt, mayArriveUntil)
  const waited = waiting !== null && waiting.finding === twice ? askedAt - waiting.since : -1
  // a clock that was set back tells nothing about how long ago it was: the waiting begins again
  if (waiting === null || waited < 0) return nothing({ finding: twice, since })
  return waited >= limits.quietPeriodMs ? proven(event) : nothing(waiting)
}

/** Whether a person may have it reversed now: where the region allows it, and never before one query was tried. */
export function mayReverse(facts: {
  readonly state: AskedState
  readonly attempts: number
  readonly reversible: boolean
}): boolean {
  return facts.state === 'unknown' && facts.reversible && facts.attempts > 0
}

/** The one safe next step. */
export function resolvingStep(facts: {
  readonly state: AskedState
  readonly waiting: Waiting | null
  readonly attempts: number
  readonly failures: number
  readonly limits: Limits
  readonly reversible: boolean
}): ResolvingStep {
  if (facts.waiting !== null) return 'wait'
  if (facts.state === 'disputed') return 'call-centre'
  if (facts.state === 'reversing' && facts.attempts >= facts.limits.attemptsBeforeGivingUp)
    return 'call-centre'
  return facts.failures > 0 && mayReverse(facts) ? 'reverse' : 'ask'
}

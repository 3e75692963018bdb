import { prove, type Proof } from '../../../core/settlement/proof.ts'
import { isAsked } from '../../../core/settlement/state.ts'
import {
  openResolutionOf,
  postponeResolution,
  storeRound,
  type ResolutionRow,
} from '../../../db/resolutions/resolution-repository.ts'
import { settlementById, type SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import { advance, pauseBefore } from '../insurance/advance.ts'
import { changeSale, completeWhenCovered } from '../insurance/complete-when-covered.ts'
import type { Desk } from '../insurance/desk.ts'
import { keepAnswer } from '../insurance/settlement-answer.ts'
import { mayArriveUntil } from './after-crash.ts'
import type { Search } from './find-settlement.ts'
import { resolvingRulesOf, waitingOf } from './resolving-view.ts'
import { findingOf, type Sought } from './sought.ts'

/** A round of asking about one settlement, with when it began and what it told. */
export type Round = {
  readonly settlement: SettlementRow
  readonly sought: Sought
  readonly askedAt: number
  readonly search: Search
  /** Who asked; null for the till itself. */
  readonly operatorId: number | null
}

const PROBLEM_LENGTH = 200

/** What of a refusal or a reason is kept for the eye. */
export const problemText = (search: Search): string | null =>
  search.kind === 'inconclusive' || search.kind === 'not-asked'
    ? search.problem.slice(0, PROBLEM_LENGTH)
    : null

/**
 * Brings a round of asking into the records, all in one transaction: how far the asking has come, what is proven now with
 * the whole answer, and the sale that completes by it. What is not what was asked about any more is left alone. Returns
 * whether the till shall have it reversed now.
 */
export function applyFinding(desk: Desk, round: Round): { readonly reverse: boolean } {
  const { db, clock } = desk.counter
  const { settlement, search } = round
  let proof: Proof | undefined
  changeSale(desk, settlement.sale_id, () => {
    const now = settlementById(db, settlement.id)
    // a late answer or a person may have moved it while the centre was thinking
    if (now?.state !== settlement.state || now.changed_at !== settlement.changed_at) return false
    const resolution = openResolutionOf(db, settlement.id)
    if (resolution === undefined) return false
    if (search.kind === 'not-asked') {
      const next = clock.now() + pauseBefore(desk, resolution.attempts)
      postponeResolution(db, settlement.id, next, problemText(search))
      return false
    }
    proof = store(desk, round, resolution, search)
    if (proof?.event == null) return false
    if (search.kind === 'found') keepFound(desk, settlement, search)
    const state = advance(desk, settlement, proof.event, {
      exchangeId: search.exchangeId,
      operatorId: round.operatorId,
    })
    return state === 'settled' && completeWhenCovered(desk, settlement.sale_id)
  })
  return { reverse: proof?.reverse ?? false }
}

function store(
  desk: Desk,
  round: Round,
  resolution: ResolutionRow,
  search: Exclude<Search, { kind: 'not-asked' }>,
): Proof | undefined {
  const { db, clock } = desk.counter
  const { settlement, sought, askedAt } = round
  const { state } = settlement
  if (!isAsked(state)) return undefined
  const rules = resolvingRulesOf(desk.profile)
  const finding = findingOf(sought, search)
  const failures = finding === 'inconclusive' ? resolution.failures + 1 : 0
  const attempts = resolution.attempts + 1
  const answeredAt = clock.now()
  const proof = prove({
    state,
    finding,
    waiting: waitingOf(resolution),
    askedAt,
    answeredAt,
    mayArriveUntil: mayArriveUntil(
      desk,
      [settlement.settle_exchange_id, settlement.cancel_exchange_id, settlement.reversal_exchange_id],
      answeredAt,
    ),
    failures,
    limits: rules.limits,
    reversible: rules.reversible(sought.infno),
    undoSent: settlement.reversal_exchange_id !== null || settlement.cancel_exchange_id !== null,
  })
  const waitingUntil = proof.waiting === null ? 0 : proof.waiting.since + rules.limits.quietPeriodMs
  storeRound(db, settlement.id, {
    attempts,
    failures,
    // before the quiet period is over, asking again would prove nothing
    nextAttemptAt: waitingUntil > answeredAt ? waitingUntil : answeredAt + pauseBefore(desk, attempts),
    askedAt,
    finding,
    problem: problemText(search),
    waiting: proof.waiting,
  })
  return proof
}

/** Keeps what was found, unless it only says again what an answer has told already. */
function keepFound(desk: Desk, before: SettlementRow, search: Extract<Search, { kind: 'found' }>): void {
  if (before.state === 'cancel-unknown') return
  // the amounts of a cancelled one may be told as negative
  if (search.settlement.cancelled && before.setl_id !== null) return
  keepAnswer(desk, before.id, search.settlement)
}

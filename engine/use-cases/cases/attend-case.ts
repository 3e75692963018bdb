import { prove, type Proof } from '../../../core/settlement/proof.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  caseById,
  moveCase,
  postponeCase,
  storeCaseRound,
  type CaseRow,
} from '../../../db/cases/case-repository.ts'
import { settlementById } from '../../../db/settlements/settlement-repository.ts'
import type { SettlementEvent } from '../../../core/settlement/transitions.ts'
import type { CaseState } from '../../../core/cases/state.ts'
import { pauseBefore } from '../insurance/advance.ts'
import { changeSale, completeWhenCovered } from '../insurance/complete-when-covered.ts'
import type { Desk, SignedInShift } from '../insurance/desk.ts'
import { mayArriveUntil } from '../resolving/after-crash.ts'
import { problemText } from '../resolving/apply-finding.ts'
import { askerFor, notAsked } from '../resolving/ask-centre.ts'
import { findSettlement, type Search } from '../resolving/find-settlement.ts'
import { resolvingRulesOf, waitingOf } from '../resolving/resolving-view.ts'
import { findingOf, soughtOf, type Sought } from '../resolving/sought.ts'

/** The case with this id and what to look for at the centre, or CASE_NOT_FOUND. */
export function caseSubject(
  desk: Desk,
  caseId: string,
): Result<{ readonly row: CaseRow; readonly sought: Sought }> {
  const { db } = desk.counter
  const row = caseById(db, caseId)
  const settlement = row?.settlement_id == null ? undefined : settlementById(db, row.settlement_id)
  const sought = row === undefined || settlement === undefined ? undefined : soughtOf(db, settlement, row)
  return row === undefined || sought === undefined ? refuse('CASE_NOT_FOUND') : ok({ row, sought })
}

/** What a proof about a settlement that is being cancelled means for the case. */
const CASE_AFTER: Readonly<Partial<Record<SettlementEvent, CaseState>>> = {
  'query-found-cancelled': 'undone',
  'query-absent': 'undone',
  // it stands: a person may have it undone again
  'query-standing': 'open',
}

/**
 * One round for one case: asks whether the late settlement still stands. Cancelled → undone; gone, or standing, when found
 * twice. Refuses with CASE_NOT_FOUND, or INSURANCE_OFFLINE when nothing could be asked.
 */
export async function attendCase(desk: Desk, shift: SignedInShift, caseId: string): Promise<Result<CaseRow>> {
  const subject = caseSubject(desk, caseId)
  if (!subject.ok) return subject
  const { row, sought } = subject.value
  const askedAt = desk.counter.clock.now()
  const search = await findSettlement(askerFor(desk, shift, sought), sought, desk.profile)
  changeSale(desk, row.sale_id, () => applyToCase(desk, row, sought, askedAt, search))
  const after = caseById(desk.counter.db, caseId)
  if (search.kind === 'not-asked') return notAsked(search)
  return after === undefined ? refuse('CASE_NOT_FOUND') : ok(after)
}

function applyToCase(desk: Desk, before: CaseRow, sought: Sought, askedAt: number, search: Search): boolean {
  const { db, clock } = desk.counter
  const now = caseById(db, before.id)
  if (now?.state !== before.state || (now.state !== 'open' && now.state !== 'undo-unknown')) return false
  if (search.kind === 'not-asked') {
    postponeCase(db, now.id, clock.now() + pauseBefore(desk, now.attempts), problemText(search))
    return false
  }
  const proof = storeAsked(desk, now, sought, askedAt, search)
  const to = proof.event === null ? undefined : CASE_AFTER[proof.event]
  if (to === undefined || to === now.state) return false
  moveCase(db, { caseId: now.id, from: now.state, to, at: clock.now(), operatorId: null })
  return to === 'undone' && completeWhenCovered(desk, now.sale_id)
}

function storeAsked(
  desk: Desk,
  now: CaseRow,
  sought: Sought,
  askedAt: number,
  search: Exclude<Search, { kind: 'not-asked' }>,
): Proof {
  const { db, clock } = desk.counter
  const { limits } = resolvingRulesOf(desk.profile)
  const finding = findingOf(sought, search)
  const failures = finding === 'inconclusive' ? now.failures + 1 : 0
  const answeredAt = clock.now()
  const proof = prove({
    state: 'cancel-unknown',
    finding: finding === 'does-not-add-up' ? 'found' : finding,
    waiting: waitingOf(now),
    askedAt,
    answeredAt,
    mayArriveUntil: mayArriveUntil(desk, [now.undo_exchange_id], answeredAt),
    failures,
    limits,
    reversible: false,
    undoSent: true,
  })
  const attempts = now.attempts + 1
  const waitingUntil = proof.waiting === null ? 0 : proof.waiting.since + limits.quietPeriodMs
  const next = waitingUntil > answeredAt ? waitingUntil : answeredAt + pauseBefore(desk, attempts)
  // what stands and was not asked to be undone waits for a person
  const goesOn = now.state === 'undo-unknown' || proof.waiting?.finding === 'absent'
  storeCaseRound(db, now.id, {
    attempts,
    failures,
    nextAttemptAt: goesOn ? next : null,
    askedAt,
    finding,
    problem: problemText(search),
    waiting: proof.waiting,
  })
  return proof
}

import type { CaseKind, CaseState } from '../../core/cases/state.ts'
import type { Fen } from '../../core/money/fen.ts'
import type { Finding, WaitingFinding } from '../../core/settlement/finding.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { RoundRecord } from '../resolutions/resolution-repository.ts'

/** An answer that came after the till had gone on. All times in epoch milliseconds. */
export type CaseRow = {
  readonly id: string
  readonly kind: CaseKind
  readonly state: CaseState
  readonly sale_id: string
  readonly settlement_id: string | null
  readonly tender_id: string | null
  readonly exchange_id: number
  readonly undo_exchange_id: number | null
  readonly setl_id: string | null
  readonly mdtrt_id: string | null
  readonly fund_paid_fen: Fen | null
  readonly account_paid_fen: Fen | null
  readonly opened_at: number
  readonly closed_at: number | null
  readonly note: string | null
  readonly attempts: number
  readonly failures: number
  readonly next_attempt_at: number | null
  readonly last_asked_at: number | null
  readonly last_finding: Finding | null
  readonly last_problem: string | null
  readonly waiting_finding: WaitingFinding | null
  readonly waiting_since: number | null
}

const COLUMNS = `id, kind, state, sale_id, settlement_id, tender_id, exchange_id, undo_exchange_id, setl_id, mdtrt_id,
  fund_paid_fen, account_paid_fen, opened_at, closed_at, note, attempts, failures, next_attempt_at, last_asked_at,
  last_finding, last_problem, waiting_finding, waiting_since`

export type NewCase = Pick<
  CaseRow,
  | 'id'
  | 'kind'
  | 'sale_id'
  | 'settlement_id'
  | 'tender_id'
  | 'exchange_id'
  | 'setl_id'
  | 'mdtrt_id'
  | 'fund_paid_fen'
  | 'account_paid_fen'
  | 'opened_at'
>

/** Opens a case, once for each exchange. Returns false when there was one already. */
export function insertCase(db: WritableDb, opened: NewCase): boolean {
  const outcome = db
    .write(
      `INSERT INTO sale_case (id, kind, state, sale_id, settlement_id, tender_id, exchange_id, setl_id, mdtrt_id,
         fund_paid_fen, account_paid_fen, opened_at) VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (exchange_id) DO NOTHING`,
    )
    .run(
      opened.id,
      opened.kind,
      opened.sale_id,
      opened.settlement_id,
      opened.tender_id,
      opened.exchange_id,
      opened.setl_id,
      opened.mdtrt_id,
      opened.fund_paid_fen,
      opened.account_paid_fen,
      opened.opened_at,
    )
  if (outcome.changes !== 1) return false
  recordChange(db, {
    name: 'case.opened',
    subject: opened.id,
    detail: { kind: opened.kind, saleId: opened.sale_id, exchangeId: opened.exchange_id },
  })
  return true
}

/** One case by its id. */
export function caseById(db: ReadableDb, id: string): CaseRow | undefined {
  return db.read<CaseRow>(`SELECT ${COLUMNS} FROM sale_case WHERE id = ?`).get(id)
}

/** The case whose undoing an exchange carried. */
export function caseOfUndo(db: ReadableDb, exchangeId: number): CaseRow | undefined {
  return db.read<CaseRow>(`SELECT ${COLUMNS} FROM sale_case WHERE undo_exchange_id = ?`).get(exchangeId)
}

/** A case of this sale that is not closed, if there is one. */
export function openCaseOf(db: ReadableDb, saleId: string): string | undefined {
  return db
    .read<{ id: string }>('SELECT id FROM sale_case WHERE sale_id = ? AND closed_at IS NULL LIMIT 1')
    .get(saleId)?.id
}

/** Cases that are not closed, oldest first. */
export function openCases(db: ReadableDb, limit: number): CaseRow[] {
  return db
    .read<CaseRow>(`SELECT ${COLUMNS} FROM sale_case WHERE closed_at IS NULL ORDER BY opened_at LIMIT ?`)
    .all(limit)
}

/** How many cases are not closed. */
export function countOpenCases(db: ReadableDb): number {
  return (
    db.read<{ count: number }>('SELECT count(*) AS count FROM sale_case WHERE closed_at IS NULL').get()
      ?.count ?? 0
  )
}

/** Cases whose undoing is to be asked about now, the longest due first. */
export function dueCases(db: ReadableDb, now: number, limit: number): readonly string[] {
  return db
    .read<{ id: string }>(
      `SELECT id FROM sale_case WHERE next_attempt_at IS NOT NULL AND next_attempt_at <= ?
       ORDER BY next_attempt_at LIMIT ?`,
    )
    .all(now, limit)
    .map((row) => row.id)
}

/** When the next case is due; undefined when none is to be asked about. */
export function nextCaseAt(db: ReadableDb): number | undefined {
  return db
    .read<{ next_attempt_at: number }>(
      'SELECT next_attempt_at FROM sale_case WHERE next_attempt_at IS NOT NULL ORDER BY next_attempt_at LIMIT 1',
    )
    .get()?.next_attempt_at
}

/** Makes every case that is asked about due now, but those that wait for a quiet period. */
export function expediteCases(db: WritableDb, now: number): void {
  db.write(
    `UPDATE sale_case SET next_attempt_at = ?
     WHERE next_attempt_at IS NOT NULL AND next_attempt_at > ? AND waiting_finding IS NULL`,
  ).run(now, now)
}

/** Notes which exchange carries the undoing. */
export function linkUndo(db: WritableDb, caseId: string, exchangeId: number): void {
  db.write('UPDATE sale_case SET undo_exchange_id = ? WHERE id = ?').run(exchangeId, caseId)
}

export type CaseMove = {
  readonly caseId: string
  readonly from: CaseState
  readonly to: CaseState
  readonly at: number
  readonly operatorId: number | null
  /** What the centre said, or why a person closed it. */
  readonly problem?: string | null
  readonly note?: string
}

/**
 * Moves a case on, in the caller's transaction. `undone` and `closed` end it; `undo-unknown` is asked about from now on.
 * Returns false when it was not in `from` any more; nothing is changed then.
 */
export function moveCase(db: WritableDb, move: CaseMove): boolean {
  const ends = move.to === 'undone' || move.to === 'closed'
  const outcome = db
    .write(
      `UPDATE sale_case SET state = ?, closed_at = ?, closed_by = ?, note = ?, last_problem = ?, next_attempt_at = ?,
         failures = 0, waiting_finding = NULL, waiting_since = NULL WHERE id = ? AND state = ?`,
    )
    .run(
      move.to,
      ends ? move.at : null,
      ends ? move.operatorId : null,
      move.note ?? null,
      move.problem ?? null,
      move.to === 'undo-unknown' ? move.at : null,
      move.caseId,
      move.from,
    )
  if (outcome.changes !== 1) return false
  recordChange(db, {
    name: 'case.moved',
    subject: move.caseId,
    operatorId: move.operatorId,
    detail: { from: move.from, to: move.to },
  })
  return true
}

/** As {@link RoundRecord}; null when the till need not ask again by itself. */
export type CaseRound = Omit<RoundRecord, 'nextAttemptAt'> & { readonly nextAttemptAt: number | null }

/** Stores what a round of asking about a case told. */
export function storeCaseRound(db: WritableDb, caseId: string, round: CaseRound): void {
  db.write(
    `UPDATE sale_case SET attempts = ?, failures = ?, last_asked_at = ?, last_finding = ?, last_problem = ?,
       waiting_finding = ?, waiting_since = ?, next_attempt_at = ? WHERE id = ?`,
  ).run(
    round.attempts,
    round.failures,
    round.askedAt,
    round.finding,
    round.problem,
    round.waiting?.finding ?? null,
    round.waiting?.since ?? null,
    round.nextAttemptAt,
    caseId,
  )
}

/** Puts the next round of asking off, with what kept this one from being asked. */
export function postponeCase(
  db: WritableDb,
  caseId: string,
  nextAttemptAt: number,
  problem: string | null,
): void {
  db.write(
    'UPDATE sale_case SET next_attempt_at = ?, last_problem = ? WHERE id = ? AND next_attempt_at IS NOT NULL',
  ).run(nextAttemptAt, problem, caseId)
}

/** Cases that a crash left while their undoing was on its way. */
export function casesBeingUndone(db: ReadableDb): CaseRow[] {
  return db
    .read<CaseRow>(
      `SELECT ${COLUMNS} FROM sale_case WHERE closed_at IS NULL AND state = 'undoing' AND kind = 'late-settlement'`,
    )
    .all()
}

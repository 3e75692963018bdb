import type { Fen } from '../../core/money/fen.ts'
import type { Finding, WaitingFinding } from '../../core/settlement/finding.ts'
import type { AskedState } from '../../core/settlement/state.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** How far the asking about one settlement has come. All times in epoch milliseconds. */
export type ResolutionRow = {
  readonly settlement_id: string
  readonly began_at: number
  readonly attempts: number
  /** Rounds in a row that proved nothing. */
  readonly failures: number
  readonly next_attempt_at: number
  readonly last_asked_at: number | null
  readonly last_finding: Finding | null
  readonly last_problem: string | null
  readonly waiting_finding: WaitingFinding | null
  readonly waiting_since: number | null
}

const COLUMNS = `settlement_id, began_at, attempts, failures, next_attempt_at, last_asked_at, last_finding, last_problem,
  waiting_finding, waiting_since`

/** Begins the asking about a settlement, anew when it was asked about in another state before. Due at once. */
export function beginResolution(db: WritableDb, settlementId: string, at: number): void {
  db.write(
    `INSERT INTO resolution (settlement_id, began_at, next_attempt_at) VALUES (?, ?, ?)
     ON CONFLICT (settlement_id) DO UPDATE SET began_at = excluded.began_at, attempts = 0, failures = 0,
       next_attempt_at = excluded.next_attempt_at, last_asked_at = NULL, last_finding = NULL, last_problem = NULL,
       waiting_finding = NULL, waiting_since = NULL, ended_at = NULL`,
  ).run(settlementId, at, at)
}

/** Ends the asking about a settlement: it is proven, or nobody can prove it any more. */
export function endResolution(db: WritableDb, settlementId: string, at: number): void {
  db.write('UPDATE resolution SET ended_at = ? WHERE settlement_id = ? AND ended_at IS NULL').run(
    at,
    settlementId,
  )
}

/** The asking about a settlement while it goes on. */
export function openResolutionOf(db: ReadableDb, settlementId: string): ResolutionRow | undefined {
  return db
    .read<ResolutionRow>(`SELECT ${COLUMNS} FROM resolution WHERE settlement_id = ? AND ended_at IS NULL`)
    .get(settlementId)
}

/** What is stored after each round of asking. */
export type RoundRecord = {
  readonly attempts: number
  readonly failures: number
  readonly nextAttemptAt: number
  readonly askedAt: number
  readonly finding: Finding
  readonly problem: string | null
  readonly waiting: { readonly finding: WaitingFinding; readonly since: number } | null
}

/** Stores what a round of asking told. */
export function storeRound(db: WritableDb, settlementId: string, round: RoundRecord): void {
  db.write(
    `UPDATE resolution SET attempts = ?, failures = ?, next_attempt_at = ?, last_asked_at = ?, last_finding = ?,
       last_problem = ?, waiting_finding = ?, waiting_since = ? WHERE settlement_id = ? AND ended_at IS NULL`,
  ).run(
    round.attempts,
    round.failures,
    round.nextAttemptAt,
    round.askedAt,
    round.finding,
    round.problem,
    round.waiting?.finding ?? null,
    round.waiting?.since ?? null,
    settlementId,
  )
}

/** Puts the next round off, with what kept this one from being asked or what the centre said besides. */
export function postponeResolution(
  db: WritableDb,
  settlementId: string,
  nextAttemptAt: number,
  problem: string | null,
): void {
  db.write(
    'UPDATE resolution SET next_attempt_at = ?, last_problem = ? WHERE settlement_id = ? AND ended_at IS NULL',
  ).run(nextAttemptAt, problem, settlementId)
}

/** Makes everything due now but what waits for a quiet period: the line is back, or somebody signed in. */
export function expediteResolutions(db: WritableDb, now: number): void {
  db.write(
    `UPDATE resolution SET next_attempt_at = ?
     WHERE ended_at IS NULL AND next_attempt_at > ? AND waiting_finding IS NULL`,
  ).run(now, now)
}

/** Settlements to ask about now, the longest due first. */
export function dueResolutions(db: ReadableDb, now: number, limit: number): readonly string[] {
  return db
    .read<{ settlement_id: string }>(
      'SELECT settlement_id FROM resolution WHERE ended_at IS NULL AND next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ?',
    )
    .all(now, limit)
    .map((row) => row.settlement_id)
}

/** When the next settlement is due; undefined when none is open. */
export function nextResolutionAt(db: ReadableDb): number | undefined {
  return db
    .read<{ next_attempt_at: number }>(
      'SELECT next_attempt_at FROM resolution WHERE ended_at IS NULL ORDER BY next_attempt_at LIMIT 1',
    )
    .get()?.next_attempt_at
}

export type OpenResolutionRow = ResolutionRow & {
  readonly sale_id: string
  readonly sale_number: string
  readonly person_name: string
  readonly state: AskedState
  readonly claimed_fen: Fen
  readonly account_paid_fen: Fen | null
  readonly changed_at: number
  readonly msgid: string
  readonly infno: string
}

/** What is open at this till, oldest first, with what tells it apart. */
export function openResolutions(db: ReadableDb, limit: number): OpenResolutionRow[] {
  return db
    .read<OpenResolutionRow>(
      `SELECT ${COLUMNS}, settlement.sale_id, sale.number AS sale_number, person_name, settlement.state, claimed_fen,
         account_paid_fen, changed_at, msgid, infno
       FROM resolution
         JOIN settlement ON settlement.id = settlement_id
         JOIN sale ON sale.id = settlement.sale_id
         JOIN identification ON identification.id = identification_id
         JOIN exchange ON exchange.id = settle_exchange_id
       WHERE ended_at IS NULL ORDER BY began_at LIMIT ?`,
    )
    .all(limit)
}

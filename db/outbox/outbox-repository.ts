import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** What the centre must be told: goods that were sold, goods that came back. */
export type OutboxKind = 'goods-sold' | 'goods-returned'

export type OutboxRow = {
  readonly id: string
  readonly kind: OutboxKind
  readonly infno: string
  readonly sale_id: string
  /** Of goods that came back. */
  readonly return_id: string | null
  readonly sale_number: string
  readonly attempts: number
  readonly next_attempt_at: number
  readonly last_problem: string | null
  /** Calls of this report that the centre took already. */
  readonly parts_acknowledged: number
  readonly acknowledged_at: number | null
}

const SELECT = `SELECT outbox.id, outbox.kind, outbox.infno, outbox.sale_id, outbox.return_id, sale.number AS sale_number, outbox.attempts,
  outbox.next_attempt_at, outbox.last_problem, outbox.parts_acknowledged,
  outbox.acknowledged_at FROM outbox JOIN sale ON sale.id = outbox.sale_id`

/** Puts a report into the outbox, in the transaction that made it due. */
export function insertOutbox(
  db: WritableDb,
  row: {
    readonly id: string
    readonly kind: OutboxKind
    readonly infno: string
    readonly saleId: string
    /** With `goods-returned`. */
    readonly returnId: string | null
    readonly at: number
  },
): void {
  db.write(
    `INSERT INTO outbox (id, kind, infno, sale_id, return_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.id, row.kind, row.infno, row.saleId, row.returnId, row.at, row.at)
  recordChange(db, {
    name: 'outbox.inserted',
    subject: row.id,
    detail: { kind: row.kind, infno: row.infno, saleId: row.saleId, returnId: row.returnId },
  })
}

/**
 * Up to `limit` reports that are due at `now`, the longest waiting first. That goods came back is not told before the centre
 * knows that they were sold.
 */
export function dueUploads(db: ReadableDb, now: number, limit: number): OutboxRow[] {
  return db
    .read<OutboxRow>(
      `${SELECT} WHERE outbox.acknowledged_at IS NULL AND outbox.next_attempt_at <= ?
         AND (outbox.kind = 'goods-sold' OR NOT EXISTS (SELECT 1 FROM outbox AS sold
           WHERE sold.sale_id = outbox.sale_id AND sold.kind = 'goods-sold' AND sold.acknowledged_at IS NULL))
       ORDER BY outbox.next_attempt_at LIMIT ?`,
    )
    .all(now, limit)
}

/** All reports that wait, oldest first, at most `limit`. */
export function waitingUploads(db: ReadableDb, limit: number): OutboxRow[] {
  return db
    .read<OutboxRow>(`${SELECT} WHERE outbox.acknowledged_at IS NULL ORDER BY outbox.next_attempt_at LIMIT ?`)
    .all(limit)
}

/** All reports of one sale, those of its returns too, oldest first. */
export function uploadsOfSale(db: ReadableDb, saleId: string): OutboxRow[] {
  return db.read<OutboxRow>(`${SELECT} WHERE outbox.sale_id = ? ORDER BY outbox.id`).all(saleId)
}

/** How many reports wait, and how many of them have failed `failingAttempts` times or more. */
export function countUploads(
  db: ReadableDb,
  failingAttempts: number,
): { readonly waiting: number; readonly failing: number } {
  const row = db
    .read<{ waiting: number; failing: number | null }>(
      `SELECT count(*) AS waiting, sum(attempts >= ?) AS failing FROM outbox WHERE acknowledged_at IS NULL`,
    )
    .get(failingAttempts)
  return { waiting: row?.waiting ?? 0, failing: row?.failing ?? 0 }
}

/** The centre took one more call of the report; others are to follow. */
export function acknowledgePart(db: WritableDb, id: string, exchangeId: number): void {
  const outcome = db
    .write(
      `UPDATE outbox SET parts_acknowledged = parts_acknowledged + 1, last_exchange_id = ?
       WHERE id = ? AND acknowledged_at IS NULL`,
    )
    .run(exchangeId, id)
  if (outcome.changes !== 1) return
  recordChange(db, { name: 'outbox.part-acknowledged', subject: id, detail: { exchangeId } })
}

/** The centre took the report. */
export function acknowledgeUpload(db: WritableDb, id: string, exchangeId: number, at: number): void {
  const outcome = db
    .write(
      `UPDATE outbox SET acknowledged_at = ?, attempts = attempts + 1, last_exchange_id = ?, last_problem = NULL
       WHERE id = ? AND acknowledged_at IS NULL`,
    )
    .run(at, exchangeId, id)
  if (outcome.changes !== 1) return
  recordChange(db, { name: 'outbox.acknowledged', subject: id, detail: { exchangeId } })
}

/** It did not, or nobody knows: try again at `nextAttemptAt`. */
export function postponeUpload(
  db: WritableDb,
  id: string,
  attempt: { readonly exchangeId: number | null; readonly problem: string; readonly nextAttemptAt: number },
): void {
  db.write(
    `UPDATE outbox SET attempts = attempts + 1, last_exchange_id = coalesce(?, last_exchange_id), last_problem = ?,
       next_attempt_at = ? WHERE id = ? AND acknowledged_at IS NULL`,
  ).run(attempt.exchangeId, attempt.problem, attempt.nextAttemptAt, id)
}

/** Makes every waiting report due now. */
export function expediteUploads(db: WritableDb, now: number): void {
  db.write('UPDATE outbox SET next_attempt_at = ? WHERE acknowledged_at IS NULL AND next_attempt_at > ?').run(
    now,
    now,
  )
}

/** Whether the centre took the report of a return; undefined while there is none. */
export function returnReported(db: ReadableDb, returnId: string): boolean | undefined {
  const row = db
    .read<{ acknowledged_at: number | null }>(
      `SELECT acknowledged_at FROM outbox WHERE return_id = ? AND kind = 'goods-returned'`,
    )
    .get(returnId)
  return row === undefined ? undefined : row.acknowledged_at !== null
}

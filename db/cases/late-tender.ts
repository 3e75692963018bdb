import type { CaseState } from '../../core/cases/state.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** A payment that came although the till had given it up: money to be given back at the acquirer. */
export type LateTenderRow = {
  readonly id: string
  readonly state: CaseState
  readonly sale_id: string
  readonly tender_id: string
  readonly exchange_id: number
  readonly opened_at: number
}

const COLUMNS = 'id, state, sale_id, tender_id, exchange_id, opened_at'

/** Opens a case for a payment, once: false when that payment has one already. */
export function insertLateTender(
  db: WritableDb,
  row: {
    readonly id: string
    readonly saleId: string
    readonly tenderId: string
    readonly exchangeId: number
    readonly at: number
  },
): boolean {
  const outcome = db
    .write(
      `INSERT INTO sale_case (id, kind, state, sale_id, tender_id, exchange_id, opened_at)
       SELECT ?, 'late-tender', 'open', ?, ?, ?, ?
       WHERE NOT EXISTS (SELECT 1 FROM sale_case WHERE sale_id = ? AND tender_id = ?)`,
    )
    .run(row.id, row.saleId, row.tenderId, row.exchangeId, row.at, row.saleId, row.tenderId)
  if (outcome.changes !== 1) return false
  recordChange(db, {
    name: 'case.opened',
    subject: row.id,
    detail: { kind: 'late-tender', saleId: row.saleId, tenderId: row.tenderId },
  })
  return true
}

/** One case of a late payment by its id. */
export function lateTenderById(db: ReadableDb, id: string): LateTenderRow | undefined {
  return db
    .read<LateTenderRow>(`SELECT ${COLUMNS} FROM sale_case WHERE id = ? AND kind = 'late-tender'`)
    .get(id)
}

/** Cases of late payments that are not done with, oldest first. */
export function openLateTenders(db: ReadableDb): LateTenderRow[] {
  return db
    .read<LateTenderRow>(
      `SELECT ${COLUMNS} FROM sale_case WHERE closed_at IS NULL AND kind = 'late-tender' ORDER BY opened_at`,
    )
    .all()
}

/** Moves a case to another state. Returns false when it was not in `from` any more. */
export function moveLateTender(
  db: WritableDb,
  move: {
    readonly id: string
    readonly from: CaseState
    readonly to: CaseState
    readonly exchangeId?: number
    readonly at: number
  },
): boolean {
  const closedAt = move.to === 'undone' || move.to === 'closed' ? move.at : null
  const outcome = db
    .write(
      `UPDATE sale_case SET state = ?, undo_exchange_id = coalesce(?, undo_exchange_id), closed_at = ?
       WHERE id = ? AND state = ?`,
    )
    .run(move.to, move.exchangeId ?? null, closedAt, move.id, move.from)
  if (outcome.changes !== 1) return false
  recordChange(db, { name: 'case.moved', subject: move.id, detail: { from: move.from, to: move.to } })
  return true
}

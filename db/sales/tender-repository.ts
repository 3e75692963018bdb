import { IN_FLIGHT_STATES, type TenderState } from '../../core/tender/state.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { TenderRow } from './sale-rows.ts'

const COLUMNS = `tender.id, tender.sale_id, tender.shift_id, tender.kind, tender.state, tender.amount_fen,
  tender.received_fen, tender.change_fen, tender.order_number, tender.channel, tender.reference, tender.refund_number,
  tender.refund_shift_id, tender.at, tender.changed_at`

/** Tenders of a sale in the order they were taken. */
export function tendersOfSale(db: ReadableDb, saleId: string): TenderRow[] {
  return db.read<TenderRow>(`SELECT ${COLUMNS} FROM tender WHERE sale_id = ? ORDER BY id`).all(saleId)
}

/** One tender by its id. */
export function tenderById(db: ReadableDb, id: string): TenderRow | undefined {
  return db.read<TenderRow>(`SELECT ${COLUMNS} FROM tender WHERE id = ?`).get(id)
}

const IN_FLIGHT = IN_FLIGHT_STATES.map((state) => `'${state}'`).join(', ')

/** Tenders of all sales whose money is on its way, each with its sale's number, oldest first. */
export function tendersInFlight(db: ReadableDb): (TenderRow & { readonly sale_number: string })[] {
  return (
    db
      .read<TenderRow & { readonly sale_number: string }>(
        `SELECT ${COLUMNS}, sale.number AS sale_number FROM tender CROSS JOIN sale ON sale.id = tender.sale_id
       WHERE tender.state IN (${IN_FLIGHT})`,
      )
      .all()
      // sorted here: asked to, SQLite would rather read every tender in order than the few of the index
      .sort((one, other) => (one.id < other.id ? -1 : 1))
  )
}

export type NewTender = Pick<
  TenderRow,
  'id' | 'sale_id' | 'shift_id' | 'kind' | 'amount_fen' | 'received_fen' | 'change_fen' | 'at'
> & {
  /** Taken at once (cash, a POS slip), or prepared to be sent. */
  readonly state: 'taken' | 'prepared'
} & Partial<Pick<TenderRow, 'order_number' | 'channel' | 'reference'>>

/** Stores a tender. An order number that was used before, or a second one on its way, is refused by an index. */
export function insertTender(db: WritableDb, tender: NewTender): void {
  db.write(
    `INSERT INTO tender (id, sale_id, shift_id, kind, state, amount_fen, received_fen, change_fen, order_number, channel,
       reference, at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    tender.id,
    tender.sale_id,
    tender.shift_id,
    tender.kind,
    tender.state,
    tender.amount_fen,
    tender.received_fen,
    tender.change_fen,
    tender.order_number ?? null,
    tender.channel ?? null,
    tender.reference ?? null,
    tender.at,
    tender.at,
  )
  recordChange(db, {
    name: 'tender.inserted',
    subject: tender.id,
    detail: { saleId: tender.sale_id, kind: tender.kind, state: tender.state, amount: tender.amount_fen },
  })
}

export type TenderMove = {
  readonly tenderId: string
  readonly from: TenderState
  readonly to: TenderState
  readonly at: number
  /** What the acquirer calls the payment; kept once it is known. */
  readonly reference?: string
  readonly refundNumber?: string
  /** The shift whose drawer gives it back. */
  readonly refundShiftId?: string
  /** Why a person gives it back before the sale is completed, 1 to 200 characters. */
  readonly undoReason?: string
}

/** Moves a tender to another state. Returns false when it was not in `from` any more; `changed_at` tells since when. */
export function moveTender(db: WritableDb, move: TenderMove): boolean {
  const outcome = db
    .write(
      `UPDATE tender SET state = ?, changed_at = CASE WHEN state = ? THEN changed_at ELSE ? END,
         reference = coalesce(?, reference), refund_number = coalesce(refund_number, ?),
         refund_shift_id = coalesce(?, refund_shift_id), undo_reason = coalesce(?, undo_reason)
       WHERE id = ? AND state = ?`,
    )
    .run(
      move.to,
      move.to,
      move.at,
      move.reference ?? null,
      move.refundNumber ?? null,
      move.refundShiftId ?? null,
      move.undoReason ?? null,
      move.tenderId,
      move.from,
    )
  if (outcome.changes !== 1) return false
  recordChange(db, { name: 'tender.moved', subject: move.tenderId, detail: { from: move.from, to: move.to } })
  return true
}

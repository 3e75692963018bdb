import type { Fen } from '../../core/money/fen.ts'
import type { SettlementState } from '../../core/settlement/state.ts'
import type { SaleState } from '../../core/sale/state.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { SaleRow } from './sale-rows.ts'

const SALE_COLUMNS =
  'id, number, till, shift_id, operator_id, state, opened_at, closed_at, sale_discount_fen, total_fen, current_line_id, void_reason'

/** The sale at the counter of `till`, if any. */
export function openSaleOf(db: ReadableDb, till: string): SaleRow | undefined {
  return db.read<SaleRow>(`SELECT ${SALE_COLUMNS} FROM sale WHERE till = ? AND state = 'open'`).get(till)
}

/** One sale by its id. */
export function saleById(db: ReadableDb, id: string): SaleRow | undefined {
  return db.read<SaleRow>(`SELECT ${SALE_COLUMNS} FROM sale WHERE id = ?`).get(id)
}

/** Stores a new sale: empty at the counter, or with the total of the lines that it begins with, there or put aside. */
export function insertSale(
  db: WritableDb,
  sale: Pick<SaleRow, 'id' | 'number' | 'till' | 'shift_id' | 'operator_id' | 'opened_at'>,
  begun: { readonly state: 'open' | 'held'; readonly total: number } = { state: 'open', total: 0 },
): void {
  db.write(
    `INSERT INTO sale (id, number, till, shift_id, operator_id, state, opened_at, total_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    sale.id,
    sale.number,
    sale.till,
    sale.shift_id,
    sale.operator_id,
    begun.state,
    sale.opened_at,
    begun.total,
  )
  recordChange(db, { name: 'sale.opened', subject: sale.id, detail: { number: sale.number } })
}

/** One sale by its number. */
export function saleByNumber(db: ReadableDb, number: string): SaleRow | undefined {
  return db.read<SaleRow>(`SELECT ${SALE_COLUMNS} FROM sale WHERE number = ?`).get(number)
}

/** Stores what changed of an open sale's head. */
export function updateSaleHead(
  db: WritableDb,
  saleId: string,
  head: { readonly total: Fen; readonly saleDiscount: Fen; readonly currentLineId: string | null },
): void {
  db.write(
    `UPDATE sale SET total_fen = ?, sale_discount_fen = ?, current_line_id = ? WHERE id = ? AND state = 'open'`,
  ).run(head.total, head.saleDiscount, head.currentLineId, saleId)
}

/** Ends a sale for good, at the counter or put aside. Returns false when it had ended before. */
export function closeSale(
  db: WritableDb,
  saleId: string,
  end: { readonly state: 'completed' | 'voided'; readonly at: number; readonly reason: string | null },
): boolean {
  const outcome = db
    .write(
      `UPDATE sale SET state = ?, closed_at = ?, void_reason = ? WHERE id = ? AND state IN ('open', 'held')`,
    )
    .run(end.state, end.at, end.reason, saleId)
  if (outcome.changes !== 1) return false
  recordChange(db, { name: `sale.${end.state}`, subject: saleId })
  return true
}

export type RecentSaleRow = {
  readonly id: string
  readonly number: string
  readonly state: SaleState
  readonly closed_at: number | null
  readonly total_fen: Fen
  readonly settlement_state: SettlementState | null
  readonly uploads: number
  readonly uploads_acknowledged: number
}

/** The last `limit` sales, newest first, each with its last settlement's state and its reports. */
export function recentSales(db: ReadableDb, limit: number): RecentSaleRow[] {
  // ids are time-ordered (UUIDv7), so the primary key gives "newest first" without a sort
  return db
    .read<RecentSaleRow>(
      `SELECT sale.id, sale.number, sale.state, sale.closed_at, sale.total_fen,
        (SELECT state FROM settlement WHERE settlement.sale_id = sale.id ORDER BY settlement.id DESC LIMIT 1) AS settlement_state,
        (SELECT count(*) FROM outbox WHERE outbox.kind = 'goods-sold' AND outbox.sale_id = sale.id) AS uploads,
        (SELECT count(acknowledged_at) FROM outbox WHERE outbox.kind = 'goods-sold' AND outbox.sale_id = sale.id) AS uploads_acknowledged
       FROM sale ORDER BY sale.id DESC LIMIT ?`,
    )
    .all(limit)
}

/** Puts an open sale aside. Returns false when it was not open any more. */
export function holdOpenSale(db: WritableDb, saleId: string): boolean {
  const outcome = db.write(`UPDATE sale SET state = 'held' WHERE id = ? AND state = 'open'`).run(saleId)
  if (outcome.changes !== 1) return false
  recordChange(db, { name: 'sale.held', subject: saleId })
  return true
}

/** Takes a held sale back to the counter, for the shift of who takes it. Returns false when it was not held. */
export function recallHeldSale(
  db: WritableDb,
  saleId: string,
  by: { readonly shiftId: string; readonly operatorId: number },
): boolean {
  const outcome = db
    .write(`UPDATE sale SET state = 'open', shift_id = ?, operator_id = ? WHERE id = ? AND state = 'held'`)
    .run(by.shiftId, by.operatorId, saleId)
  if (outcome.changes !== 1) return false
  recordChange(db, {
    name: 'sale.recalled',
    subject: saleId,
    operatorId: by.operatorId,
    detail: { shiftId: by.shiftId },
  })
  return true
}

/** Gives a sale that was put aside to the shift in which it comes to its end. */
export function assignHeldSale(
  db: WritableDb,
  saleId: string,
  to: { readonly shiftId: string; readonly operatorId: number },
): void {
  db.write(`UPDATE sale SET shift_id = ?, operator_id = ? WHERE id = ? AND state = 'held'`).run(
    to.shiftId,
    to.operatorId,
    saleId,
  )
}

/** The sales that were put aside at a till, oldest first. */
export function heldSalesOf(db: ReadableDb, till: string): SaleRow[] {
  return db
    .read<SaleRow>(`SELECT ${SALE_COLUMNS} FROM sale WHERE till = ? AND state = 'held' ORDER BY id`)
    .all(till)
}

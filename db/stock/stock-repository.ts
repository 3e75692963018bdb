import type { Quantity } from '../../core/money/decimal.ts'
import { recordChange } from '../audit/recorder.ts'
import type { WritableDb } from '../connection/database.ts'

/** Writes down that goods of a line left the shop, or came back with a return. */
export function insertStockMove(
  db: WritableDb,
  move: {
    readonly goodsId: number
    readonly batchId: number | null
    readonly quantity: Quantity
    readonly direction: 'out' | 'in'
    readonly split: boolean
    readonly lineId: string
    readonly returnId: string | null
    readonly at: number
  },
): void {
  db.write(
    `INSERT INTO stock_move (goods_id, batch_id, quantity_e4, split, line_id, return_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    move.goodsId,
    move.batchId,
    move.direction === 'out' ? -move.quantity : move.quantity,
    move.split ? 1 : 0,
    move.lineId,
    move.returnId,
    move.at,
  )
  recordChange(db, {
    name: move.direction === 'out' ? 'stock.out' : 'stock.in',
    subject: move.lineId,
    detail: { quantity: move.quantity, returnId: move.returnId },
  })
}

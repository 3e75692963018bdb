import { invariant } from '../../core/result.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** One time that a sale's receipt was made. Copy 1 is the original, every later one carries the mark of a reprint. */
export type ReceiptCopy = { readonly copy: number; readonly madeAt: number; readonly operatorId: number }

/** The copies made of a sale's receipt, in order. */
export function receiptCopies(db: ReadableDb, saleId: string): ReceiptCopy[] {
  return db
    .read<{ copy: number; made_at: number; operator_id: number }>(
      'SELECT copy, made_at, operator_id FROM receipt_copy WHERE sale_id = ? ORDER BY copy',
    )
    .all(saleId)
    .map((row) => ({ copy: row.copy, madeAt: row.made_at, operatorId: row.operator_id }))
}

const ADD_COPY = `INSERT INTO receipt_copy (sale_id, copy, made_at, operator_id)
  VALUES (?, (SELECT coalesce(max(copy), 0) + 1 FROM receipt_copy WHERE sale_id = ?), ?, ?) RETURNING copy`

/** Records that a receipt is made and says which copy it is: 1 the original, more a reprint. */
export function recordReceiptCopy(
  db: WritableDb,
  made: { readonly saleId: string; readonly operatorId: number; readonly at: number },
): number {
  const { saleId, operatorId, at } = made
  const [row] = db.writeReturning<{ copy: number }>(ADD_COPY).all(saleId, saleId, at, operatorId)
  invariant(row !== undefined, 'an insert answers')
  recordChange(db, { name: 'receipt.copied', subject: saleId, operatorId, detail: { copy: row.copy } })
  return row.copy
}

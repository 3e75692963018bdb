import type { Fen } from '../../core/money/fen.ts'
import type { Quantity, UnitPrice } from '../../core/money/decimal.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { SaleLineRow, SaleLineWithBatch } from './sale-rows.ts'

const LINE_COLUMNS = [
  'id',
  'sale_id',
  'position',
  'goods_id',
  'batch_id',
  'code',
  'name',
  'specification',
  'manufacturer',
  'unit',
  'national_code',
  'prescription_class',
  'trace_policy',
  'barcode',
  'pack_size',
  'unit_price_micro',
  'quantity_e4',
  'split',
  'gross_fen',
  'own_discount_fen',
  'shared_discount_fen',
  'amount_fen',
  'list_price_micro',
] as const satisfies readonly (keyof SaleLineRow)[]

// a column of the row type that the list forgets would come back undefined
type Forgotten = Exclude<keyof SaleLineRow, (typeof LINE_COLUMNS)[number]>
const noneForgotten: [Forgotten] extends [never] ? true : never = true
void noneForgotten

const INSERT_LINE = `INSERT INTO sale_line (${LINE_COLUMNS.join(', ')}) VALUES (${LINE_COLUMNS.map(() => '?').join(', ')})`
const SELECT_LINES = `SELECT ${LINE_COLUMNS.map((column) => `sale_line.${column}`).join(', ')},
  goods_batch.serial AS batch_serial, goods_batch.lot_number, goods_batch.manufactured_on, goods_batch.expires_on
  FROM sale_line LEFT JOIN goods_batch ON goods_batch.id = sale_line.batch_id
  WHERE sale_line.sale_id = ? AND sale_line.removed_at IS NULL ORDER BY sale_line.position`

/** The lines of a sale that were not taken out, in order. */
export function linesOfSale(db: ReadableDb, saleId: string): SaleLineWithBatch[] {
  return db.read<SaleLineWithBatch>(SELECT_LINES).all(saleId)
}

/** The position after the last one ever used in the sale: positions of removed lines are not used again. */
export function nextLinePosition(db: ReadableDb, saleId: string): number {
  const row = db
    .read<{ last: number | null }>('SELECT max(position) AS last FROM sale_line WHERE sale_id = ?')
    .get(saleId)
  return (row?.last ?? 0) + 1
}

/** Stores a new line. */
export function insertLine(db: WritableDb, line: SaleLineRow): void {
  db.write(INSERT_LINE).run(...LINE_COLUMNS.map((column) => line[column]))
  recordChange(db, {
    name: 'line.inserted',
    subject: line.id,
    detail: {
      saleId: line.sale_id,
      goodsId: line.goods_id,
      quantity: line.quantity_e4,
      amount: line.amount_fen,
    },
  })
}

/** What pricing may change of a line. */
export type LineTermsUpdate = {
  readonly unit: string
  readonly unitPrice: UnitPrice
  readonly quantity: Quantity
  readonly split: boolean
  readonly gross: Fen
  readonly ownDiscount: Fen
  readonly sharedDiscount: Fen
  readonly amount: Fen
}

/** Stores new terms and money of a line. */
export function updateLineTerms(db: WritableDb, lineId: string, terms: LineTermsUpdate): void {
  db.write(
    `UPDATE sale_line SET unit = ?, unit_price_micro = ?, quantity_e4 = ?, split = ?, gross_fen = ?, own_discount_fen = ?,
      shared_discount_fen = ?, amount_fen = ? WHERE id = ?`,
  ).run(
    terms.unit,
    terms.unitPrice,
    terms.quantity,
    terms.split ? 1 : 0,
    terms.gross,
    terms.ownDiscount,
    terms.sharedDiscount,
    terms.amount,
    lineId,
  )
  recordChange(db, {
    name: 'line.changed',
    subject: lineId,
    detail: {
      quantity: terms.quantity,
      unitPrice: terms.unitPrice,
      split: terms.split,
      amount: terms.amount,
    },
  })
}

/** Takes a line out of its sale; the row stays, with the reason. */
export function removeLine(db: WritableDb, lineId: string, reason: string, at: number): void {
  const outcome = db
    .write('UPDATE sale_line SET removed_at = ?, removed_reason = ? WHERE id = ? AND removed_at IS NULL')
    .run(at, reason, lineId)
  if (outcome.changes === 1) recordChange(db, { name: 'line.removed', subject: lineId })
}

/** Keeps what the list said when a line is sold at another price; null when it is sold at the list's. */
export function setListPrice(db: WritableDb, lineId: string, listPrice: UnitPrice | null): void {
  db.write('UPDATE sale_line SET list_price_micro = ? WHERE id = ?').run(listPrice, lineId)
  recordChange(db, { name: 'line.list-price', subject: lineId, detail: { listPrice } })
}

import { unitPrice } from '../../core/money/decimal.ts'
import { firstSellableExpiry } from '../../core/sale/expiry.ts'
import type { Batch, Goods, PrescriptionClass, TracePolicy } from '../../core/sale/goods.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** A good with the mark whether the shop still sells it. */
export type StoredGoods = Goods & { readonly active: boolean }

export type GoodsRow = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly specification: string
  readonly manufacturer: string
  readonly unit: string
  readonly price_micro: number
  readonly pack_size: number
  readonly split_unit: string
  readonly split_price_micro: number | null
  readonly national_code: string | null
  readonly prescription_class: PrescriptionClass
  readonly trace_policy: TracePolicy
  readonly active: number
  readonly barcode: string | null
}

/** Columns of a {@link GoodsRow}; the table must be named `g`. */
export const GOODS_COLUMNS = `g.id, g.code, g.name, g.specification, g.manufacturer, g.unit, g.price_micro, g.pack_size,
  g.split_unit, g.split_price_micro, g.national_code, g.prescription_class, g.trace_policy, g.active,
  (SELECT b.barcode FROM goods_barcode b WHERE b.goods_id = g.id ORDER BY b.position LIMIT 1) AS barcode`

/** The good of a row. */
export function goodsOf(row: GoodsRow): StoredGoods {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    specification: row.specification,
    manufacturer: row.manufacturer,
    unit: row.unit,
    price: unitPrice(row.price_micro),
    packSize: row.pack_size,
    splitUnit: row.split_unit,
    splitPrice: row.split_price_micro === null ? undefined : unitPrice(row.split_price_micro),
    nationalCode: row.national_code ?? undefined,
    prescriptionClass: row.prescription_class,
    tracePolicy: row.trace_policy,
    active: row.active === 1,
    barcode: row.barcode ?? undefined,
  }
}

export const GOODS_BY_ID = `SELECT ${GOODS_COLUMNS} FROM goods g WHERE g.id = ?`
export const GOODS_BY_CODE = `SELECT ${GOODS_COLUMNS} FROM goods g WHERE g.code = ?`
export const GOODS_BY_BARCODE = `SELECT ${GOODS_COLUMNS} FROM goods_barcode s CROSS JOIN goods g ON g.id = s.goods_id
  WHERE s.barcode = ?`
export const GOODS_BY_TRACE_PREFIX = `SELECT ${GOODS_COLUMNS} FROM trace_prefix p CROSS JOIN goods g ON g.id = p.goods_id
  WHERE p.prefix = ?`
export const PREFIXES_OF_GOODS = 'SELECT prefix FROM trace_prefix WHERE goods_id = ? ORDER BY prefix'

/** The good with this id, sold or not. */
export function findGoodsById(db: ReadableDb, id: number): StoredGoods | undefined {
  const row = db.read<GoodsRow>(GOODS_BY_ID).get(id)
  return row === undefined ? undefined : goodsOf(row)
}

/** The good with the shop's own code, sold or not. */
export function findGoodsByCode(db: ReadableDb, code: string): StoredGoods | undefined {
  const row = db.read<GoodsRow>(GOODS_BY_CODE).get(code)
  return row === undefined ? undefined : goodsOf(row)
}

/**
 * The goods that carry a barcode, by id: those that are sold; when none of them is, the ones that no longer are, so
 * that the screen can say so. Several: the cashier chooses.
 */
export function findGoodsByBarcode(db: ReadableDb, barcode: string): StoredGoods[] {
  const found = db.read<GoodsRow>(GOODS_BY_BARCODE).all(barcode).map(goodsOf)
  const sold = found.filter((goods) => goods.active)
  return sold.length > 0 ? sold : found
}

/** The good that the first digits of a trace code mean, sold or not. */
export function findGoodsByTracePrefix(db: ReadableDb, prefix: string): StoredGoods | undefined {
  const row = db.read<GoodsRow>(GOODS_BY_TRACE_PREFIX).get(prefix)
  return row === undefined ? undefined : goodsOf(row)
}

/** The trace code prefixes on file for a good. */
export function prefixesOf(db: ReadableDb, goodsId: number): string[] {
  return db
    .read<{ prefix: string }>(PREFIXES_OF_GOODS)
    .all(goodsId)
    .map((row) => row.prefix)
}

/**
 * Keeps which good a trace code prefix means, as the cashier's order of scans told. False, and nothing is changed, when
 * the prefix already means another good.
 */
export function learnPrefix(
  db: WritableDb,
  learned: {
    readonly prefix: string
    readonly goodsId: number
    readonly operatorId: number
    readonly at: number
  },
): boolean {
  const { prefix, goodsId, operatorId, at } = learned
  const outcome = db
    .write(
      `INSERT INTO trace_prefix (prefix, goods_id, learned_at, learned_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (prefix) DO NOTHING`,
    )
    .run(prefix, goodsId, at, operatorId)
  if (outcome.changes === 1) {
    recordChange(db, { name: 'trace-prefix.learned', subject: prefix, operatorId, detail: { goodsId } })
  }
  return outcome.changes === 1 || findGoodsByTracePrefix(db, prefix)?.id === goodsId
}

type BatchRow = {
  readonly id: number
  readonly serial: string
  readonly lot_number: string
  readonly manufactured_on: string
  readonly expires_on: string | null
}

const BATCH_COLUMNS = 'id, serial, lot_number, manufactured_on, expires_on'
export const BATCH_EXPIRING_FIRST = `SELECT ${BATCH_COLUMNS} FROM goods_batch WHERE goods_id = ? AND expires_on >= ?
  ORDER BY expires_on, id LIMIT 1`
export const BATCH_WITHOUT_EXPIRY = `SELECT ${BATCH_COLUMNS} FROM goods_batch WHERE goods_id = ? AND expires_on IS NULL
  ORDER BY id LIMIT 1`
export const BATCH_ANY = 'SELECT 1 AS found FROM goods_batch WHERE goods_id = ? LIMIT 1'
const BATCH_BY_ID = `SELECT ${BATCH_COLUMNS} FROM goods_batch WHERE id = ?`

function batchOf(row: BatchRow): Batch {
  return {
    id: row.id,
    serial: row.serial,
    lotNumber: row.lot_number,
    manufacturedOn: row.manufactured_on,
    expiresOn: row.expires_on ?? undefined,
  }
}

/**
 * The batch to sell from on `today` (yyyy-MM-dd): the one that expires first, one without a date of expiry last, an
 * expired one never (see `core/sale/expiry.ts`). `'expired'` when the good has batches and all are expired, `undefined`
 * when it has none on file.
 */
export function pickBatch(db: ReadableDb, goodsId: number, today: string): Batch | 'expired' | undefined {
  const row =
    db.read<BatchRow>(BATCH_EXPIRING_FIRST).get(goodsId, firstSellableExpiry(today)) ??
    db.read<BatchRow>(BATCH_WITHOUT_EXPIRY).get(goodsId)
  if (row !== undefined) return batchOf(row)
  return db.read<{ found: number }>(BATCH_ANY).get(goodsId) === undefined ? undefined : 'expired'
}

/** The batch with this id, as a line of a sale keeps it. */
export function findBatch(db: ReadableDb, batchId: number): Batch | undefined {
  const row = db.read<BatchRow>(BATCH_BY_ID).get(batchId)
  return row === undefined ? undefined : batchOf(row)
}

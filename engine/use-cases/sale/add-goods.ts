import { quantity as quantityOf, type Quantity } from '../../../core/money/decimal.ts'
import { ZERO_FEN } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { checkQuantity, SALE_LINES_MAXIMUM, type LineTerms } from '../../../core/sale/line.ts'
import type { Batch } from '../../../core/sale/goods.ts'
import { nextSaleNumber } from '../../../db/counters/counters.ts'
import { pickBatch, type StoredGoods } from '../../../db/goods/goods-repository.ts'
import { insertLine, nextLinePosition } from '../../../db/sales/line-repository.ts'
import { insertSale, openSaleOf, saleById } from '../../../db/sales/sale-repository.ts'
import { chinaDay } from '../../ports/clock.ts'
import type { Counter, WorkingShift } from './counter.ts'
import { presentTerms, storePrices, termsOf } from './pricing.ts'
import { isLocked, readSale, type StoredLine, type StoredSale } from './sale-state.ts'
import { outdateTrial } from './trial-outdated.ts'

export type AddedGoods = { readonly sale: StoredSale; readonly lineId: string; readonly increased: boolean }

/** What to add: a good, how much of it, and whether out of an opened pack. */
export type GoodsToAdd = {
  readonly goods: StoredGoods
  readonly quantity: Quantity
  readonly split: boolean
}

/**
 * The sale at the counter, opened when there is none, in the caller's transaction.
 * Refuses with SALE_LOCKED when its basket may not change.
 */
export function saleForAdding(counter: Counter, shift: WorkingShift): Result<StoredSale> {
  const open = openSaleOf(counter.db, counter.till)
  if (open !== undefined) {
    const stored = readSale(counter.db, open)
    return isLocked(stored) ? refuse('SALE_LOCKED', { number: open.number }) : ok(stored)
  }
  const now = counter.clock.now()
  const id = counter.clock.newId()
  insertSale(counter.db, {
    id,
    number: nextSaleNumber(counter.db, chinaDay(now), counter.till),
    till: counter.till,
    shift_id: shift.shiftId,
    operator_id: shift.operatorId,
    opened_at: now,
  })
  const sale = saleById(counter.db, id)
  return sale === undefined ? refuse('SALE_NOT_FOUND', { saleId: id }) : ok(readSale(counter.db, sale))
}

function batchFor(counter: Counter, goods: StoredGoods): Result<Batch | undefined> {
  const batch = pickBatch(counter.db, goods.id, chinaDay(counter.clock.now()))
  if (batch === 'expired') return refuse('GOODS_EXPIRED', { name: goods.name })
  if (batch === undefined) return refuse('GOODS_NOT_FOR_SALE', { name: goods.name, reason: 'no-batch' })
  return ok(batch)
}

/** A line that the same good may simply be counted up on. */
function lineToIncrease(
  stored: StoredSale,
  wanted: GoodsToAdd,
  batch: Batch | undefined,
  terms: LineTerms,
): StoredLine | undefined {
  if (wanted.split) return undefined
  return stored.lines.find(
    (line) =>
      line.goods_id === wanted.goods.id &&
      line.split === 0 &&
      line.batch_id === (batch?.id ?? null) &&
      line.own_discount_fen === 0 &&
      line.unit_price_micro === terms.unitPrice,
  )
}

/**
 * Adds a good to the sale: counts up a line that already has it, or adds one. In the caller's transaction, which a
 * refusal rolls back. Refuses with GOODS_NOT_FOR_SALE, GOODS_EXPIRED, SALE_QUANTITY_INVALID, GOODS_SPLIT_NOT_ALLOWED,
 * SALE_TOO_MANY_LINES or as pricing does.
 */
export function addGoodsToSale(counter: Counter, stored: StoredSale, wanted: GoodsToAdd): Result<AddedGoods> {
  const { goods, split } = wanted
  if (!goods.active) return refuse('GOODS_NOT_FOR_SALE', { name: goods.name, reason: 'inactive' })
  const quantity = checkQuantity(wanted.quantity, split, goods)
  if (!quantity.ok) return quantity
  const batch = batchFor(counter, goods)
  if (!batch.ok) return batch
  const unitPrice = split ? goods.splitPrice : goods.price
  if (unitPrice === undefined) return refuse('GOODS_SPLIT_NOT_ALLOWED', { name: goods.name })
  const terms: LineTerms = { unitPrice, quantity: quantity.value, split, ownDiscount: ZERO_FEN }
  outdateTrial(counter, stored)
  const same = lineToIncrease(stored, wanted, batch.value, terms)
  return same === undefined
    ? insertNewLine(counter, stored, goods, batch.value, terms)
    : increaseLine(counter, stored, same, goods, quantity.value)
}

function increaseLine(
  counter: Counter,
  stored: StoredSale,
  same: StoredLine,
  goods: StoredGoods,
  by: Quantity,
): Result<AddedGoods> {
  const total = checkQuantity(quantityOf(same.quantity_e4 + by), false, goods)
  if (!total.ok) return total
  const lines = presentTerms(stored).map((entry) =>
    entry.line === same ? { ...entry, terms: { ...termsOf(same), quantity: total.value } } : entry,
  )
  const priced = storePrices(counter.db, stored, lines, {
    saleDiscount: stored.sale.sale_discount_fen,
    currentLineId: same.id,
  })
  return priced.ok ? ok({ sale: stored, lineId: same.id, increased: true }) : priced
}

function insertNewLine(
  counter: Counter,
  stored: StoredSale,
  goods: StoredGoods,
  batch: Batch | undefined,
  terms: LineTerms,
): Result<AddedGoods> {
  if (stored.lines.length >= SALE_LINES_MAXIMUM) {
    return refuse('SALE_TOO_MANY_LINES', { limit: SALE_LINES_MAXIMUM })
  }
  const lineId = counter.clock.newId()
  const priced = storePrices(counter.db, stored, presentTerms(stored), {
    saleDiscount: stored.sale.sale_discount_fen,
    currentLineId: lineId,
    added: terms,
  })
  if (!priced.ok) return priced
  const price = priced.value.lines.at(-1)
  insertLine(counter.db, {
    id: lineId,
    sale_id: stored.sale.id,
    position: nextLinePosition(counter.db, stored.sale.id),
    goods_id: goods.id,
    batch_id: batch?.id ?? null,
    code: goods.code,
    name: goods.name,
    specification: goods.specification,
    manufacturer: goods.manufacturer,
    unit: terms.split ? goods.splitUnit : goods.unit,
    national_code: goods.nationalCode ?? null,
    prescription_class: goods.prescriptionClass,
    trace_policy: goods.tracePolicy,
    barcode: goods.barcode ?? null,
    pack_size: goods.packSize,
    unit_price_micro: terms.unitPrice,
    quantity_e4: terms.quantity,
    split: terms.split ? 1 : 0,
    gross_fen: price?.gross ?? ZERO_FEN,
    own_discount_fen: price?.ownDiscount ?? ZERO_FEN,
    shared_discount_fen: price?.sharedDiscount ?? ZERO_FEN,
    amount_fen: price?.amount ?? ZERO_FEN,
    list_price_micro: null,
  })
  return ok({ sale: stored, lineId, increased: false })
}

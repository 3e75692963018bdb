import { ONE_UNIT, productInFen, type Quantity } from '../../../core/money/decimal.ts'
import { invariant, ok, refuse, type Result } from '../../../core/result.ts'
import { checkQuantity, shrinkDiscount } from '../../../core/sale/line.ts'
import { findGoodsById } from '../../../db/goods/goods-repository.ts'
import { removeLine, setListPrice } from '../../../db/sales/line-repository.ts'
import { closeSale, updateSaleHead } from '../../../db/sales/sale-repository.ts'
import {
  liveTraceCodes,
  releaseTraceCode,
  releaseTraceCodesOfLine,
  reserveTraceCode,
} from '../../../db/sales/trace-repository.ts'
import { dropIdentification } from '../../../db/settlements/identification-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import { demandRight, type Grant } from '../rights/authorise.ts'
import { checkCodeFree } from './capture-trace-code.ts'
import { announceSale, changeableSale, currentSale, type Counter } from './counter.ts'
import { netOf, presentTerms, storePrices } from './pricing.ts'
import type { StoredLine, StoredSale } from './sale-state.ts'
import { outdateTrial } from './trial-outdated.ts'

type Edit = (stored: StoredSale) => Result<null>

/** Runs an edit of the open basket in one transaction and tells everybody the outcome. */
export function editSale(counter: Counter, edit: Edit): Result<SaleView> {
  const edited = counter.db.attempt(() => {
    const stored = changeableSale(counter)
    if (!stored.ok) return stored
    const done = edit(stored.value)
    return done.ok ? ok(stored.value.sale.id) : done
  })
  return edited.ok ? announceSale(counter, edited.value) : edited
}

export function withLine(
  stored: StoredSale,
  lineId: string,
  edit: (line: StoredLine) => Result<null>,
): Result<null> {
  const line = stored.lines.find((candidate) => candidate.id === lineId)
  return line === undefined ? refuse('SALE_LINE_NOT_FOUND', { lineId }) : edit(line)
}

/** Makes a line the current one. Refuses with SALE_NONE_OPEN or SALE_LINE_NOT_FOUND. */
export function selectLine(counter: Counter, lineId: string): Result<SaleView> {
  const selected = counter.db.attempt((): Result<string> => {
    const stored = currentSale(counter)
    if (!stored.ok) return stored
    const { sale } = stored.value
    const found = withLine(stored.value, lineId, (line) => {
      updateSaleHead(counter.db, sale.id, {
        total: sale.total_fen,
        saleDiscount: sale.sale_discount_fen,
        currentLineId: line.id,
      })
      return ok(null)
    })
    return found.ok ? ok(sale.id) : found
  })
  return selected.ok ? announceSale(counter, selected.value) : selected
}

/** Codes already on a line, seen against what the line is about to become. */
function refitTraceCodes(
  counter: Counter,
  stored: StoredSale,
  line: StoredLine,
  quantity: Quantity,
  split: boolean,
): Result<null> {
  const wasSplit = line.split === 1
  for (const trace of line.traceCodes) {
    const elsewhere = liveTraceCodes(counter.db, trace.code).filter((row) => row.line_id !== line.id)
    const free = checkCodeFree(elsewhere, trace.code, stored.sale.id, {
      split,
      quantity,
      packSize: line.pack_size,
    })
    if (!free.ok) return free
    if (split === wasSplit) continue
    releaseTraceCode(counter.db, line.id, trace.code)
    reserveTraceCode(counter.db, {
      code: trace.code,
      saleId: stored.sale.id,
      lineId: line.id,
      split,
      at: counter.clock.now(),
    })
  }
  return ok(null)
}

/**
 * Sets quantity and pack or split sale of a line; codes already scanned stay, discounts shrink with what they were given for.
 * Refuses with SALE_QUANTITY_INVALID,
 * GOODS_SPLIT_NOT_ALLOWED, SALE_QUANTITY_BELOW_TRACE_CODES {captured}, TRACE_SPLIT_EXHAUSTED or as pricing does.
 */
export function setQuantity(
  counter: Counter,
  wanted: { readonly lineId: string; readonly quantity: Quantity; readonly split: boolean | undefined },
): Result<SaleView> {
  return editSale(counter, (stored) =>
    withLine(stored, wanted.lineId, (line) => {
      const goods = findGoodsById(counter.db, line.goods_id)
      invariant(goods !== undefined, 'a line without its good')
      const split = wanted.split ?? line.split === 1
      const quantity = checkQuantity(wanted.quantity, split, goods)
      if (!quantity.ok) return quantity
      const room = split ? 1 : quantity.value / ONE_UNIT
      if (line.traceCodes.length > room) {
        return refuse('SALE_QUANTITY_BELOW_TRACE_CODES', {
          captured: line.traceCodes.length,
          name: line.name,
        })
      }
      const refitted = refitTraceCodes(counter, stored, line, quantity.value, split)
      if (!refitted.ok) return refitted
      const listPrice = split ? goods.splitPrice : goods.price
      if (listPrice === undefined) return refuse('GOODS_SPLIT_NOT_ALLOWED', { name: goods.name })
      outdateTrial(counter, stored)
      // a line keeps the price it was added at unless it changes between pack and split unit
      const sameUnit = split === (line.split === 1)
      const unitPrice = sameUnit ? line.unit_price_micro : listPrice
      if (!sameUnit) setListPrice(counter.db, line.id, null)
      const gross = productInFen(unitPrice, quantity.value)
      const ownDiscount = shrinkDiscount(line.own_discount_fen, line.gross_fen, gross)
      const before = presentTerms(stored)
      const lines = before.map((entry) =>
        entry.line === line
          ? {
              line,
              unit: split ? goods.splitUnit : goods.unit,
              terms: { unitPrice, quantity: quantity.value, split, ownDiscount },
            }
          : entry,
      )
      const priced = storePrices(counter.db, stored, lines, {
        saleDiscount: shrinkDiscount(stored.sale.sale_discount_fen, netOf(before), netOf(lines)),
        currentLineId: line.id,
      })
      return priced.ok ? ok(null) : priced
    }),
  )
}

/**
 * Takes a line out, with a reason; its codes become free, and a discount on the sale shrinks with it. Refuses with
 * RIGHT_NEEDED where that needs somebody else.
 */
export function takeLineOut(
  counter: Counter,
  removed: { readonly lineId: string; readonly reason: string },
  grant?: Grant,
): Result<SaleView> {
  return editSale(counter, (stored) =>
    withLine(stored, removed.lineId, (line) => {
      const allowed = demandRight(counter, 'remove-line', grant, stored.sale.id)
      if (!allowed.ok) return allowed
      outdateTrial(counter, stored)
      releaseTraceCodesOfLine(counter.db, line.id)
      removeLine(counter.db, line.id, removed.reason, counter.clock.now())
      const before = presentTerms(stored)
      const lines = before.filter((entry) => entry.line !== line)
      const priced = storePrices(counter.db, stored, lines, {
        saleDiscount: shrinkDiscount(stored.sale.sale_discount_fen, netOf(before), netOf(lines)),
        currentLineId:
          stored.sale.current_line_id === line.id
            ? (lines.at(-1)?.line.id ?? null)
            : stored.sale.current_line_id,
      })
      return priced.ok ? ok(null) : priced
    }),
  )
}

/** Takes one code off a line. Refuses with TRACE_NOT_FOUND {code}. */
export function removeTraceCode(counter: Counter, lineId: string, code: string): Result<SaleView> {
  return editSale(counter, (stored) =>
    withLine(stored, lineId, (line) =>
      releaseTraceCode(counter.db, line.id, code) ? ok(null) : refuse('TRACE_NOT_FOUND', { code }),
    ),
  )
}

/**
 * Gives up the sale at the counter; codes become free. Refuses with SALE_LOCKED while money has moved or may have, or with
 * RIGHT_NEEDED where that needs somebody else.
 */
export function voidSale(counter: Counter, reason: string, grant?: Grant): Result<null> {
  const voided = counter.db.attempt((): Result<null> => {
    const stored = changeableSale(counter)
    if (!stored.ok) return stored
    const allowed = demandRight(counter, 'void-sale', grant, stored.value.sale.id)
    if (!allowed.ok) return allowed
    const now = counter.clock.now()
    outdateTrial(counter, stored.value)
    for (const line of stored.value.lines) releaseTraceCodesOfLine(counter.db, line.id)
    dropIdentification(counter.db, stored.value.sale.id, now)
    invariant(
      closeSale(counter.db, stored.value.sale.id, { state: 'voided', at: now, reason }),
      'an open sale did not close',
    )
    return ok(null)
  })
  if (voided.ok) counter.events.emit('sale.changed', null)
  return voided
}

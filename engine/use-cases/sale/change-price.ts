import type { UnitPrice } from '../../../core/money/decimal.ts'
import { fen, type Fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { withinDiscount } from '../../../core/rights/rights.ts'
import type { PricedSale } from '../../../core/sale/line.ts'
import { setListPrice } from '../../../db/sales/line-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import { demandRight, type Grant } from '../rights/authorise.ts'
import type { Counter } from './counter.ts'
import { editSale, withLine } from './edit-sale.ts'
import { presentTerms, storePrices, termsOf } from './pricing.ts'
import type { StoredSale } from './sale-state.ts'
import { outdateTrial } from './trial-outdated.ts'

/** Refuses with RIGHT_NEEDED when a discount is beyond what the operator may give and nobody else answers for it. */
function checkDiscount(
  counter: Counter,
  stored: StoredSale,
  priced: PricedSale,
  grant: Grant | undefined,
): Result<null> {
  const shift = counter.shift()
  if (!shift.ok) return shift
  const lines = priced.lines.map((line) => ({
    gross: line.gross,
    discount: fen(line.ownDiscount + line.sharedDiscount),
  }))
  const percent = counter.rights.discountPercent[shift.value.operatorRole]
  if (withinDiscount(lines, percent)) return ok(null)
  const allowed = demandRight(counter, 'discount', grant, stored.sale.id)
  return allowed.ok ? ok(null) : allowed
}

/**
 * Sets the discount of one line, or of the whole sale when `lineId` is null. Refuses as pricing does, or with RIGHT_NEEDED
 * when a line's whole discount would be beyond what the operator may give.
 */
export function setDiscount(
  counter: Counter,
  wanted: { readonly lineId: string | null; readonly discount: Fen },
  grant?: Grant,
): Result<SaleView> {
  return editSale(counter, (stored) => {
    if (wanted.lineId !== null && !stored.lines.some((line) => line.id === wanted.lineId)) {
      return refuse('SALE_LINE_NOT_FOUND', { lineId: wanted.lineId })
    }
    outdateTrial(counter, stored)
    const lines = presentTerms(stored).map((entry) =>
      entry.line.id === wanted.lineId
        ? { ...entry, terms: { ...termsOf(entry.line), ownDiscount: wanted.discount } }
        : entry,
    )
    const priced = storePrices(counter.db, stored, lines, {
      saleDiscount: wanted.lineId === null ? wanted.discount : stored.sale.sale_discount_fen,
      currentLineId: stored.sale.current_line_id,
    })
    if (!priced.ok) return priced
    // a discount that becomes smaller is nobody's to refuse
    const before =
      wanted.lineId === null
        ? stored.sale.sale_discount_fen
        : (stored.lines.find((line) => line.id === wanted.lineId)?.own_discount_fen ?? 0)
    return wanted.discount <= before ? ok(null) : checkDiscount(counter, stored, priced.value, grant)
  })
}

/**
 * Sells a line at another price; what the list said is kept. Back to the list's price it needs no right, any other price
 * needs `price`. Refuses with RIGHT_NEEDED, SALE_LINE_NOT_FOUND or as pricing does.
 */
export function setPrice(
  counter: Counter,
  wanted: { readonly lineId: string; readonly unitPrice: UnitPrice },
  grant?: Grant,
): Result<SaleView> {
  return editSale(counter, (stored) =>
    withLine(stored, wanted.lineId, (line) => {
      const listPrice = line.list_price_micro ?? line.unit_price_micro
      const isListPrice = wanted.unitPrice === listPrice
      if (!isListPrice) {
        const allowed = demandRight(counter, 'price', grant, stored.sale.id)
        if (!allowed.ok) return allowed
      }
      outdateTrial(counter, stored)
      setListPrice(counter.db, line.id, isListPrice ? null : listPrice)
      const lines = presentTerms(stored).map((entry) =>
        entry.line === line ? { ...entry, terms: { ...termsOf(line), unitPrice: wanted.unitPrice } } : entry,
      )
      const priced = storePrices(counter.db, stored, lines, {
        saleDiscount: stored.sale.sale_discount_fen,
        currentLineId: line.id,
      })
      return priced.ok ? ok(null) : priced
    }),
  )
}

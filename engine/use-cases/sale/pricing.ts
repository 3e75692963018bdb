import { productInFen } from '../../../core/money/decimal.ts'
import type { Fen } from '../../../core/money/fen.ts'
import { ok, type Result } from '../../../core/result.ts'
import { priceSale, type LineTerms, type PricedSale } from '../../../core/sale/line.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { updateLineTerms } from '../../../db/sales/line-repository.ts'
import { updateSaleHead } from '../../../db/sales/sale-repository.ts'
import type { StoredLine, StoredSale } from './sale-state.ts'

/** A line with the terms it shall have. */
export type LineWithTerms = { readonly line: StoredLine; readonly unit: string; readonly terms: LineTerms }

/** The terms a stored line has now. */
export function termsOf(line: StoredLine): LineTerms {
  return {
    unitPrice: line.unit_price_micro,
    quantity: line.quantity_e4,
    split: line.split === 1,
    ownDiscount: line.own_discount_fen,
  }
}

/** All lines of a sale with their present terms. */
export function presentTerms(stored: StoredSale): LineWithTerms[] {
  return stored.lines.map((line) => ({ line, unit: line.unit, terms: termsOf(line) }))
}

/** What lines cost before a discount on the sale, as a plain number: a mistyped quantity may be above any amount. */
export function netOf(lines: readonly LineWithTerms[]): number {
  return lines.reduce(
    (sum, { terms }) => sum + productInFen(terms.unitPrice, terms.quantity) - terms.ownDiscount,
    0,
  )
}

/**
 * Prices the sale with the given lines and stores what changed, in the caller's transaction. A line that is about to be
 * added is passed as `added`, so that it takes its share of the sale's discount; its price comes back last.
 * Refuses as `priceSale`.
 */
export function storePrices(
  db: WritableDb,
  stored: StoredSale,
  lines: readonly LineWithTerms[],
  head: { readonly saleDiscount: Fen; readonly currentLineId: string | null; readonly added?: LineTerms },
): Result<PricedSale> {
  const terms = lines.map((entry) => entry.terms)
  const priced = priceSale(head.added === undefined ? terms : [...terms, head.added], head.saleDiscount)
  if (!priced.ok) return priced
  for (const [index, { line, unit, terms: wanted }] of lines.entries()) {
    const price = priced.value.lines[index]
    if (price === undefined) continue
    const unchanged =
      line.gross_fen === price.gross &&
      line.own_discount_fen === price.ownDiscount &&
      line.shared_discount_fen === price.sharedDiscount &&
      line.quantity_e4 === wanted.quantity &&
      line.unit_price_micro === wanted.unitPrice &&
      line.unit === unit
    if (!unchanged) updateLineTerms(db, line.id, { unit, ...wanted, ...price })
  }
  updateSaleHead(db, stored.sale.id, {
    total: priced.value.total,
    saleDiscount: head.saleDiscount,
    currentLineId: head.currentLineId,
  })
  return ok(priced.value)
}

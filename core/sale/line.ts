import { ONE_UNIT, productInFen, type Quantity, type UnitPrice } from '../money/decimal.ts'
import { addFen, fen, splitFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Goods } from './goods.ts'

/** What decides the money of a line. Quantity and price are per sales unit, or per split unit when `split`. */
export type LineTerms = {
  readonly unitPrice: UnitPrice
  readonly quantity: Quantity
  /** 拆零: sold by the split unit out of an opened pack. */
  readonly split: boolean
  /** Discount on this line alone. */
  readonly ownDiscount: Fen
}

/** The money of a line once the whole sale is known. `amount` = `gross` − `ownDiscount` − `sharedDiscount`, never below zero. */
export type PricedLine = {
  readonly gross: Fen
  readonly ownDiscount: Fen
  readonly sharedDiscount: Fen
  readonly amount: Fen
}

export type PricedSale = {
  readonly lines: readonly PricedLine[]
  readonly gross: Fen
  readonly discount: Fen
  readonly total: Fen
}

/** One sale carries at most this many lines; the interface's `input` is bounded to 40 000 characters. */
export const SALE_LINES_MAXIMUM = 100

/** No pharmacy sale is above this; more is a mistyped quantity. */
export const SALE_TOTAL_MAXIMUM = fen(9_999_999_99)

/**
 * Prices a whole sale: each line's gross is rounded once, its own discount comes off, and the discount on the sale is
 * shared over the lines by what is left of them, to the fen. Refuses with SALE_DISCOUNT_TOO_LARGE {discountFen, limitFen}
 * or SALE_TOTAL_TOO_LARGE {totalFen, limitFen}.
 */
export function priceSale(lines: readonly LineTerms[], saleDiscount: Fen = ZERO_FEN): Result<PricedSale> {
  const products = lines.map((line) => productInFen(line.unitPrice, line.quantity))
  const largest = Math.max(0, ...products)
  if (largest > SALE_TOTAL_MAXIMUM) {
    return refuse('SALE_TOTAL_TOO_LARGE', { totalFen: largest, limitFen: SALE_TOTAL_MAXIMUM })
  }
  const grosses = products.map(fen)
  const nets: Fen[] = []
  for (const [index, line] of lines.entries()) {
    const gross = grosses[index] ?? ZERO_FEN
    if (line.ownDiscount < 0 || line.ownDiscount > gross) {
      return refuse('SALE_DISCOUNT_TOO_LARGE', { discountFen: line.ownDiscount, limitFen: gross })
    }
    nets.push(subtractFen(gross, line.ownDiscount))
  }
  const netTotal = sumFen(nets)
  if (saleDiscount < 0 || saleDiscount > netTotal) {
    return refuse('SALE_DISCOUNT_TOO_LARGE', { discountFen: saleDiscount, limitFen: netTotal })
  }
  if (netTotal > SALE_TOTAL_MAXIMUM) {
    return refuse('SALE_TOTAL_TOO_LARGE', { totalFen: netTotal, limitFen: SALE_TOTAL_MAXIMUM })
  }
  const shares = lines.length === 0 ? [] : splitFen(saleDiscount, nets)
  const priced = lines.map((line, index): PricedLine => {
    const net = nets[index] ?? ZERO_FEN
    const sharedDiscount = shares[index] ?? ZERO_FEN
    return {
      gross: grosses[index] ?? ZERO_FEN,
      ownDiscount: line.ownDiscount,
      sharedDiscount,
      amount: subtractFen(net, sharedDiscount),
    }
  })
  const gross = sumFen(grosses)
  const total = sumFen(priced.map((line) => line.amount))
  return ok({ lines: priced, gross, discount: subtractFen(gross, total), total })
}

/**
 * Checks a quantity for a good: above zero; a whole number of boxes (goods without trace codes, such as herbal slices by the
 * gram, may be weighed to four decimals); split only in whole split units and never a full pack or more (that is a box). Refuses with SALE_QUANTITY_INVALID or GOODS_SPLIT_NOT_ALLOWED.
 */
export function checkQuantity(
  quantity: Quantity,
  split: boolean,
  goods: Pick<Goods, 'packSize' | 'splitPrice' | 'name' | 'tracePolicy'>,
): Result<Quantity> {
  const weighed = goods.tracePolicy === 'exempt' && !split
  const inSteps = quantity > 0 && (weighed || quantity % ONE_UNIT === 0)
  if (!inSteps || quantity > 9_999 * ONE_UNIT) return refuse('SALE_QUANTITY_INVALID', { name: goods.name })
  if (!split) return ok(quantity)
  if (goods.packSize <= 1 || goods.splitPrice === undefined) {
    return refuse('GOODS_SPLIT_NOT_ALLOWED', { name: goods.name })
  }
  return quantity >= goods.packSize * ONE_UNIT
    ? refuse('SALE_QUANTITY_INVALID', { name: goods.name })
    : ok(quantity)
}

/**
 * What is left of a discount when what it was given for shrinks from `before` to `after`: its share, rounded down, so that a
 * discount never grows in percent by taking goods away. It does not grow with the goods either.
 */
export function shrinkDiscount(discount: Fen, before: number, after: number): Fen {
  if (after >= before) return discount
  return fen(Number((BigInt(discount) * BigInt(Math.max(0, after))) / BigInt(before)))
}

/** Adds a discount in whole percent off (5 → 5 %) of an amount, rounded half up to the fen. */
export function percentOf(amount: Fen, percent: number): Fen {
  return fen(Math.floor((amount * percent + 50) / 100))
}

/** Sum of what lines of an insured sale claim, `medfee_sumamt`: only lines that carry a national code. */
export function insurableTotal(
  lines: readonly { readonly amount: Fen; readonly nationalCode: string | undefined }[],
): Fen {
  return lines.reduce(
    (sum, line) => (line.nationalCode === undefined ? sum : addFen(sum, line.amount)),
    ZERO_FEN,
  )
}

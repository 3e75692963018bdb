import { ok, refuse, invariant, type Result } from '../result.ts'
import { fen, type Fen } from './fen.ts'

declare const unitPriceBrand: unique symbol
declare const quantityBrand: unique symbol

/** A price per unit in integer micro-yuan (1e-6 yuan): the interface's `pric`, 16,6. */
export type UnitPrice = number & { readonly [unitPriceBrand]: 'UnitPrice' }

/** A quantity in integer ten-thousandths (1e-4 of a unit): the interface's `cnt`, 16,4. One box is 10 000. */
export type Quantity = number & { readonly [quantityBrand]: 'Quantity' }

export const UNIT_PRICE_DECIMALS = 6
export const QUANTITY_DECIMALS = 4
export const ONE_UNIT = 10_000

export const UNIT_PRICE_MAXIMUM = 10_000_000_000_000
export const QUANTITY_MAXIMUM = 1_000_000_0000

function parseScaled(text: string, decimals: number, maximum: number): number | undefined {
  const match = /^(\d{1,10})(?:\.(\d+))?$/.exec(text.trim())
  if (match === null) return undefined
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return undefined
  const value = Number(match[1]) * 10 ** decimals + Number(fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(value) && value <= maximum ? value : undefined
}

function formatScaled(value: number, decimals: number): string {
  const scale = 10 ** decimals
  const whole = Math.trunc(value / scale)
  const fraction = String(value % scale).padStart(decimals, '0')
  return `${whole}.${fraction}`
}

/** Makes a unit price from integer micro-yuan of our own computing; throws on anything else. */
export function unitPrice(microYuan: number): UnitPrice {
  invariant(
    Number.isSafeInteger(microYuan) && microYuan >= 0 && microYuan <= UNIT_PRICE_MAXIMUM,
    `not a unit price: ${microYuan}`,
  )
  return microYuan as UnitPrice
}

/** Makes a quantity from integer ten-thousandths of our own computing; throws on anything else. */
export function quantity(tenThousandths: number): Quantity {
  invariant(
    Number.isSafeInteger(tenThousandths) && tenThousandths >= 0 && tenThousandths <= QUANTITY_MAXIMUM,
    `not a quantity: ${tenThousandths}`,
  )
  return tenThousandths as Quantity
}

/** `count` whole units as a quantity. */
export function units(count: number): Quantity {
  return quantity(count * ONE_UNIT)
}

/** Reads a price in yuan with up to 6 decimals. Refuses with PRICE_UNREADABLE {text}. */
export function parseUnitPrice(text: string): Result<UnitPrice> {
  const value = parseScaled(text, UNIT_PRICE_DECIMALS, UNIT_PRICE_MAXIMUM)
  return value === undefined ? refuse('PRICE_UNREADABLE', { text: text.slice(0, 40) }) : ok(unitPrice(value))
}

/** Reads a quantity with up to 4 decimals. Refuses with QUANTITY_UNREADABLE {text}. */
export function parseQuantity(text: string): Result<Quantity> {
  const value = parseScaled(text, QUANTITY_DECIMALS, QUANTITY_MAXIMUM)
  return value === undefined
    ? refuse('QUANTITY_UNREADABLE', { text: text.slice(0, 40) })
    : ok(quantity(value))
}

/** The wire form: exactly 6 decimals. */
export function formatUnitPrice(price: UnitPrice): string {
  return formatScaled(price, UNIT_PRICE_DECIMALS)
}

/** The wire form: exactly 4 decimals. */
export function formatQuantity(amount: Quantity): string {
  return formatScaled(amount, QUANTITY_DECIMALS)
}

/**
 * Price × quantity in fen. Rounding rule of the whole product: half a fen and more goes up (四舍五入), less goes
 * down, once per line and nowhere else; sums are sums of rounded lines. Throws above the largest amount: where price and
 * quantity are not known to be sane, ask {@link productInFen} first.
 */
export function priceTimesQuantity(price: UnitPrice, amount: Quantity): Fen {
  return fen(productInFen(price, amount))
}

/** The number of {@link priceTimesQuantity}, which may be above what an amount of money can hold. */
export function productInFen(price: UnitPrice, amount: Quantity): number {
  // micro-yuan × 1e-4 = 1e-10 yuan; one fen is 1e8 of that
  const exact = BigInt(price) * BigInt(amount)
  const fenScale = 100_000_000n
  return Number((exact + fenScale / 2n) / fenScale)
}

/**
 * The price that, times `amount`, gives `total` again after rounding: what the interface wants as `pric` when a
 * discount changed the line's amount (cnt × pric must match det_item_fee_sumamt). Holds for quantities below 10 000 units.
 */
export function effectiveUnitPrice(total: Fen, amount: Quantity): UnitPrice {
  invariant(amount > 0, 'effective price of nothing')
  invariant(total >= 0, 'effective price of a negative amount')
  const fenScale = 100_000_000n
  const exact = BigInt(total) * fenScale
  const divisor = BigInt(amount)
  return unitPrice(Number((exact + divisor / 2n) / divisor))
}

import { fen, formatYuan, parseYuan } from '../../../core/money/fen.ts'
import {
  parseQuantity,
  parseUnitPrice,
  ONE_UNIT,
  type Quantity,
  type UnitPrice,
} from '../../../core/money/decimal.ts'
import type { Result } from '../../../core/result.ts'

/** Integer fen as yuan with two decimals and no separators: 123450 → "1234.50". */
export function yuanText(amountFen: number): string {
  return formatYuan(fen(amountFen))
}

/** Integer fen as people read it: 123450 → "1,234.50". */
export function groupedYuan(amountFen: number): string {
  const [whole = '', cents = ''] = yuanText(amountFen).split('.')
  return `${grouped(whole)}.${cents}`
}

/** What a person typed as yuan, in integer fen. Refuses with AMOUNT_UNREADABLE {text}. */
export function readYuan(text: string): Result<number> {
  return parseYuan(text)
}

/** What a person typed as a quantity, in integer 1e-4 units. Refuses with QUANTITY_UNREADABLE {text}. */
export function readQuantity(text: string): Result<Quantity> {
  return parseQuantity(text)
}

/** What a person typed as a unit price in yuan, in integer micro-yuan. Refuses with PRICE_UNREADABLE {text}. */
export function readUnitPrice(text: string): Result<UnitPrice> {
  return parseUnitPrice(text)
}

/** A quantity without idle zeros: 20000 → "2", 15000 → "1.5". */
export function quantityText(quantity: number): string {
  return decimalText(quantity, ONE_UNIT, 0)
}

/** A unit price in yuan with at least two decimals: 12500000 → "12.50", 333333 → "0.333333". */
export function unitPriceText(microYuan: number): string {
  return decimalText(microYuan, 1_000_000, 2)
}

/** Integer arithmetic only: `value` is a non-negative integer, `scale` a power of ten. */
function decimalText(value: number, scale: number, leastDecimals: number): string {
  const digits = String(scale).length - 1
  const whole = grouped(String(Math.trunc(value / scale)))
  const fraction = String(value % scale)
    .padStart(digits, '0')
    .replace(/0+$/, '')
    .padEnd(leastDecimals, '0')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

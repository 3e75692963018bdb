import { isWireObject, type WireObject, type WireValue } from '../../insurance/catalogue/exact-json.ts'
import { formatQuantity, formatUnitPrice, quantity, unitPrice } from '../../core/money/decimal.ts'
import { fen, formatYuan } from '../../core/money/fen.ts'

/** Reading what the field checks have let through, and writing numbers as the wire has them. */

/** A field's text, trimmed; empty when it is absent. */
export function textOf(row: WireObject, name: string): string {
  const value = row[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** A node's only row; an empty one when the node is absent. */
export function rowOf(input: WireObject, name: string): WireObject {
  const value = input[name]
  return isWireObject(value) ? value : {}
}

/** A node's rows; one row without its brackets counts too. */
export function rowsOf(input: WireObject, name: string): readonly WireObject[] {
  const value: WireValue | undefined = input[name]
  if (Array.isArray(value)) return value.filter(isWireObject)
  return isWireObject(value) ? [value] : []
}

/** Fen as yuan with two decimals. */
export const yuan = (amount: number): string => formatYuan(fen(amount))
/** Micro-yuan as yuan with six decimals. */
export const price = (microYuan: number): string => formatUnitPrice(unitPrice(microYuan))
/** 1e-4 units with four decimals. */
export const count = (tenThousandths: number): string => formatQuantity(quantity(tenThousandths))
/** Ten-thousandths as a fraction with four decimals: 7000 → 0.7000. */
export const ratio = (tenThousandths: number): string => formatQuantity(quantity(tenThousandths))

import { ok, refuse, invariant, type Result } from '../result.ts'

declare const fenBrand: unique symbol

/** An amount of money in integer fen (1/100 yuan). Exact up to 90 trillion yuan. */
export type Fen = number & { readonly [fenBrand]: 'Fen' }

/** The largest amount one sale or one field may carry: the interface's 16,2 decimals fit, a till never needs more. */
export const FEN_MAXIMUM = 99_999_999_999_99

/** Makes `Fen` from an integer that our own code computed. Throws on a fraction or an absurd size: that is a bug, not input. */
export function fen(value: number): Fen {
  invariant(Number.isSafeInteger(value) && Math.abs(value) <= FEN_MAXIMUM, `not an amount in fen: ${value}`)
  // -0 would make equal amounts compare unequal under Object.is
  return (value === 0 ? 0 : value) as Fen
}

export const ZERO_FEN: Fen = fen(0)

const YUAN_PATTERN = /^(-?)(\d{1,11})(?:\.(\d{1,2})(0*))?$/

/**
 * Reads an amount in yuan, as a person types it or the centre sends it ("12", "12.3", "12.34", "12.340").
 * A third decimal that is not zero, an exponent, a sign other than a leading minus and absurd sizes are refused
 * with AMOUNT_UNREADABLE {text}.
 */
export function parseYuan(text: string): Result<Fen> {
  const match = YUAN_PATTERN.exec(text.trim())
  if (match === null) return refuse('AMOUNT_UNREADABLE', { text: text.slice(0, 40) })
  const [, sign = '', whole = '0', cents = ''] = match
  const value = Number(whole) * 100 + Number(cents.padEnd(2, '0'))
  return ok(fen(sign === '-' ? -value : value))
}

/** Writes fen as yuan with exactly two decimals: -1234 → "-12.34". The wire form and the base of the shown form. */
export function formatYuan(amount: Fen): string {
  const absolute = Math.abs(amount)
  const whole = Math.trunc(absolute / 100)
  const cents = String(absolute % 100).padStart(2, '0')
  return `${amount < 0 ? '-' : ''}${whole}.${cents}`
}

/** Sums amounts. The empty sum is zero. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0
  for (const amount of amounts) total += amount
  return fen(total)
}

/** a + b */
export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b)
}

/** a − b */
export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b)
}

/**
 * Splits `total` over `weights` (non-negative, integer) so that the parts add up to `total` to the fen:
 * each part is its exact share rounded down, the fen left over go to the largest remainders, ties to the earlier part.
 * With all weights zero everything goes to the first part. Throws when there is no part to give to.
 */
export function splitFen(total: Fen, weights: readonly number[]): Fen[] {
  invariant(weights.length > 0, 'splitFen needs at least one part')
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'splitFen weights must be non-negative integers',
  )
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (weightSum === 0n) return weights.map((_, index) => fen(index === 0 ? total : 0))
  const sign = total < 0 ? -1 : 1
  const magnitude = BigInt(Math.abs(total))
  const shares = weights.map((weight, index) => {
    const exact = magnitude * BigInt(weight)
    return { index, floor: exact / weightSum, remainder: exact % weightSum }
  })
  let left = Number(magnitude - shares.reduce((sum, share) => sum + share.floor, 0n))
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  const parts = shares.map((share) => Number(share.floor))
  for (const share of byRemainder) {
    if (left === 0) break
    parts[share.index] = (parts[share.index] ?? 0) + 1
    left -= 1
  }
  return parts.map((part) => fen(sign * part))
}

import type { Quantity } from '../money/decimal.ts'
import { splitFen, subtractFen, ZERO_FEN, type Fen } from '../money/fen.ts'
import { invariant } from '../result.ts'

/**
 * What the first `gone` of a line's `quantity` are worth: their share of what the line cost after all discounts, by the
 * largest remainder. It grows with `gone` and ends at the whole amount, so that returns in any portions add up to the fen.
 */
function shareOf(amount: Fen, quantity: Quantity, gone: number): Fen {
  return splitFen(amount, [gone, quantity - gone])[0] ?? ZERO_FEN
}

/** What `portion` of a line is worth after `before` of it has gone already. */
export function portionAmount(
  line: { readonly amount: Fen; readonly quantity: Quantity },
  before: number,
  portion: number,
): Fen {
  invariant(before >= 0 && portion >= 0 && before + portion <= line.quantity, 'more than the line holds')
  return subtractFen(
    shareOf(line.amount, line.quantity, before + portion),
    shareOf(line.amount, line.quantity, before),
  )
}

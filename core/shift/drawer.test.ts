import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, subtractFen, sumFen, ZERO_FEN } from '../money/fen.ts'
import { expectedDrawer } from './drawer.ts'

const positive = fc.nat({ max: 10_000_000 }).map(fen)
const signed = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(fen)
const shift = fc.record({
  openingFloat: positive,
  cashIn: fc.array(positive),
  cashOut: fc.array(positive),
  moves: fc.array(signed),
})

describe('expectedDrawer', () => {
  it('equals a drawer that is counted move by move, in any order of the moves', () => {
    const steps = shift.chain((movements) =>
      fc
        .shuffledSubarray(
          [
            ...movements.cashIn,
            ...movements.cashOut.map((out) => subtractFen(ZERO_FEN, out)),
            ...movements.moves,
          ].map((change, key) => ({ change, key })),
          { minLength: movements.cashIn.length + movements.cashOut.length + movements.moves.length },
        )
        .map((order) => ({ movements, order })),
    )
    fc.assert(
      fc.property(steps, ({ movements, order }) => {
        let drawer: number = movements.openingFloat
        for (const { change } of order) drawer += change
        expect(expectedDrawer(movements)).toBe(drawer)
      }),
    )
  })

  it('of two parts of a shift is that of the whole', () => {
    fc.assert(
      fc.property(shift, shift, (first, second) => {
        const whole = expectedDrawer({
          openingFloat: first.openingFloat,
          cashIn: [...first.cashIn, ...second.cashIn],
          cashOut: [...first.cashOut, ...second.cashOut],
          moves: [...first.moves, ...second.moves],
        })
        const later = expectedDrawer({ ...second, openingFloat: ZERO_FEN })
        expect(whole).toBe(sumFen([expectedDrawer(first), later]))
      }),
    )
  })

  it('of an idle shift is its float', () => {
    expect(expectedDrawer({ openingFloat: fen(20_000), cashIn: [], cashOut: [], moves: [] })).toBe(20_000)
  })
})

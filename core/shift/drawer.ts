import { fen, sumFen, type Fen } from '../money/fen.ts'

/** Everything that moved cash in one shift. All amounts are positive. */
export type DrawerMovements = {
  readonly openingFloat: Fen
  /** Cash kept for sales, change already taken off. */
  readonly cashIn: readonly Fen[]
  /** Cash given back for returns. */
  readonly cashOut: readonly Fen[]
  /** Recorded moves by hand: positive put in, negative taken out. */
  readonly moves: readonly Fen[]
}

/** Expected drawer = opening float + cash in − cash out ± recorded moves (invariant 9). */
export function expectedDrawer(movements: DrawerMovements): Fen {
  return fen(
    movements.openingFloat + sumFen(movements.cashIn) - sumFen(movements.cashOut) + sumFen(movements.moves),
  )
}

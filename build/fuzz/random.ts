/** A whole number from 0 up to, without, `below`. */
export type Random = (below: number) => number

/** Makes a sequence of pseudo-random numbers (xorshift32): the same seed, the same sequence. `seed` is not 0. */
export function createRandom(seed: number): Random {
  let state = seed | 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

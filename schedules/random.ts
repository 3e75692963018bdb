/** Repeatable randomness: the same seed gives the same row of choices on every machine. */
export type Random = {
  /** At least 0, below 1. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both possible. */
  readonly between: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  /** One of a list that is not empty. */
  readonly pick: <T>(choices: readonly T[]) => T
  /** One of the choices, each as likely as its weight says. */
  readonly weighted: <T>(choices: readonly (readonly [weight: number, choice: T])[]) => T
}

const TWO_TO_32 = 4_294_967_296

/** Makes a generator (mulberry32) from a whole number. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const chosen = choices[between(0, choices.length - 1)]
      if (chosen === undefined) throw new RangeError('nothing to choose from')
      return chosen
    },
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, choice] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      const last = choices.at(-1)
      if (last === undefined) throw new RangeError('nothing to choose from')
      return last[1]
    },
  }
}

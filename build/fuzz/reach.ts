import type { Ran, Range } from './coverage.ts'

/** All code that was ever reached. */
export type Reach = {
  /** Whether this reached code that was not reached before; it is known from then on. */
  readonly add: (ran: readonly Ran[]) => boolean
  /** The same question, without learning from it. */
  readonly isNew: (ran: readonly Ran[]) => boolean
  readonly functions: () => number
  /** Characters of source, inside functions that ran, that were never reached. */
  readonly unreached: () => number
}

const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, [start, end]) => sum + end - start, 0)

/** What lies in both; the ranges of either do not overlap among themselves. */
export function inBoth(left: readonly Range[], right: readonly Range[]): readonly Range[] {
  return left.flatMap(([start, end]) =>
    right.flatMap(([from, until]): readonly Range[] => {
      const [first, last] = [Math.max(start, from), Math.min(end, until)]
      return first < last ? [[first, last]] : []
    }),
  )
}

/** Nothing reached yet. */
export function createReach(): Reach {
  const gaps = new Map<string, readonly Range[]>()

  /** What stays unreached of a function; `undefined` when nothing new of it was reached. */
  const left = ({ id, gaps: now }: Ran): readonly Range[] | undefined => {
    const before = gaps.get(id)
    if (before === undefined) return now
    const both = inBoth(before, now)
    return lengthOf(both) < lengthOf(before) ? both : undefined
  }

  return {
    isNew: (ran) => ran.some((one) => left(one) !== undefined),
    add: (ran) => {
      let grew = false
      for (const one of ran) {
        const rest = left(one)
        if (rest === undefined) continue
        gaps.set(one.id, rest)
        grew = true
      }
      return grew
    },
    functions: () => gaps.size,
    unreached: () => [...gaps.values()].reduce((sum, ranges) => sum + lengthOf(ranges), 0),
  }
}

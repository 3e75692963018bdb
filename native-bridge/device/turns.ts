/** Acts one after the other: each begins when the one before has ended. */
export type Turns = {
  /** Runs an act in its turn; `undefined` at once when too many are waiting. */
  readonly take: <T>(act: () => Promise<T>) => Promise<T> | undefined
  /** Acts that wait or run. */
  readonly length: () => number
}

/** Makes a queue that holds at most `most` acts. */
export function createTurns(most: number): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let length = 0
  return {
    take: (act) => {
      if (length >= most) return undefined
      length += 1
      const mine = last.then(act).finally(() => {
        length -= 1
      })
      // whoever took the turn hears of its error; the next one goes on
      last = mine.catch(() => undefined)
      return mine
    },
    length: () => length,
  }
}

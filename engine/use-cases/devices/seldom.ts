import type { Clock } from '../../ports/clock.ts'

/** Tells of things that may come a thousand times a second a few times a second, and always of the last. */
export type Seldom = {
  readonly tell: (name: string) => void
  /** Tells nothing more. */
  readonly stop: () => void
}

/** Each name is told of at once, and then at most every `everyMs` while more comes. */
export function createSeldom(
  schedule: Clock['schedule'],
  everyMs: number,
  tell: (name: string) => void,
): Seldom {
  /** Names that were told of lately: whether more has come since, and how to end the wait. */
  const resting = new Map<string, { more: boolean; readonly cancel: () => void }>()
  const rest = (name: string): void => {
    const cancel = schedule(() => {
      const more = resting.get(name)?.more === true
      resting.delete(name)
      if (!more) return
      rest(name)
      tell(name)
    }, everyMs)
    resting.set(name, { more: false, cancel })
  }
  return {
    tell: (name) => {
      const waiting = resting.get(name)
      if (waiting !== undefined) {
        waiting.more = true
        return
      }
      rest(name)
      tell(name)
    },
    stop: () => {
      for (const { cancel } of resting.values()) cancel()
      resting.clear()
    },
  }
}

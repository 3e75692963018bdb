/** Runs work one after another for each subject, and different subjects side by side. */
export type Lanes = {
  readonly run: <T>(subject: string, work: () => Promise<T>) => Promise<T>
  /** Resolves when nothing is under way any more. */
  readonly idle: () => Promise<void>
}

/** Makes lanes that are all empty. */
export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>()
  return {
    run: (subject, work) => {
      const before = last.get(subject) ?? Promise.resolve()
      const mine = before.then(work)
      // a failure belongs to whoever asked; the next in the lane starts all the same
      const done = mine
        .catch(() => undefined)
        .finally(() => {
          if (last.get(subject) === done) last.delete(subject)
        })
      last.set(subject, done)
      return mine
    },
    idle: async () => {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}

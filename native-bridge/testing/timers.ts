import type { Schedule } from '../device/device.ts'

/** Real timers that know how many of them still run. */
export type Timers = { readonly schedule: Schedule; readonly running: () => number }

/** Makes timers for one device. */
export function createTimers(): Timers {
  const timers = new Set<NodeJS.Timeout>()
  return {
    running: () => timers.size,
    schedule: (task, delayMs) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        task()
      }, delayMs)
      timers.add(timer)
      return () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
    },
  }
}

/** Timers that a test moves by hand. */
export type HandTimers = {
  readonly schedule: Schedule
  /** Delays of the timers that wait, in the order they were set. */
  readonly delays: () => readonly number[]
  /** Runs the oldest timer with this delay. Throws when there is none. */
  readonly fire: (delayMs: number) => void
}

/** Makes timers that run only when told to. */
export function createHandTimers(): HandTimers {
  const waiting: { readonly task: () => void; readonly delayMs: number }[] = []
  return {
    schedule: (task, delayMs) => {
      const entry = { task, delayMs }
      waiting.push(entry)
      return () => {
        const at = waiting.indexOf(entry)
        if (at !== -1) waiting.splice(at, 1)
      }
    },
    delays: () => waiting.map((entry) => entry.delayMs),
    fire: (delayMs) => {
      const at = waiting.findIndex((entry) => entry.delayMs === delayMs)
      const [entry] = at === -1 ? [] : waiting.splice(at, 1)
      if (entry === undefined) throw new Error(`no timer of ${delayMs} ms waits`)
      entry.task()
    },
  }
}

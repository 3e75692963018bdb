import { randomFill } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../../engine/ports/clock.ts'

/**
 * Time that passes only when nothing else can happen. It belongs to the whole world of a schedule: the centre goes on
 * when the till is dead.
 */
export type SimulatedTime = {
  readonly now: () => number
  /** Resolves when the time has come. */
  readonly sleep: (durationMs: number) => Promise<void>
  /** A till's own clock: `stop` takes every timer of it away, as the end of its process would. */
  readonly clockOf: (skewMs?: number) => { readonly clock: Clock; readonly stop: () => void }
  /** Lets everything run that can run now. */
  readonly settle: () => Promise<void>
  /** Waits for `work`, letting time pass while it waits for time. Throws when it waits for something that never comes. */
  readonly complete: <T>(work: Promise<T>) => Promise<T>
  /** Lets `durationMs` pass with all that falls due in it. */
  readonly pass: (durationMs: number) => Promise<void>
}

type Timer = { readonly at: number; readonly order: number; readonly task: () => void }

/** Turns of the event loop after which everything that waits for no time has run: promises, imports that are loaded. */
const TURNS = 3
// one thread and therefore one order: what was given to it before the fence is done when the fence is (see `settle`)
process.env['UV_THREADPOOL_SIZE'] = '1'

/** Waits for what computes outside of this thread: password hashes. */
function fence(): Promise<void> {
  return new Promise((resolve, reject) => {
    randomFill(Buffer.alloc(1), (error) => (error === null ? resolve() : reject(error)))
  })
}

/** More than any act of a till takes; a promise that is still open then waits for something that never comes. */
const LONGEST_MS = 24 * 3_600_000

/** Lets everything run that can run now. */
async function settle(): Promise<void> {
  for (let done = 0; done < TURNS; done += 1) await turn()
  await fence()
  for (let done = 0; done < TURNS; done += 1) await turn()
}

/** Whether `work` is over, asked without waiting for it. */
function watch(work: Promise<unknown>): { readonly over: () => boolean } {
  let over = false
  work.then(
    () => (over = true),
    () => (over = true),
  )
  return { over: () => over }
}

/** A till's clock in the time of its world. */
function clockIn(world: {
  readonly now: () => number
  readonly newId: () => string
  readonly set: (task: () => void, delayMs: number) => Timer
  readonly timers: Set<Timer>
}): ReturnType<SimulatedTime['clockOf']> {
  const { set, timers } = world
  const own = new Set<Timer>()
  let stopped = false
  const clock: Clock = {
    now: world.now,
    newId: world.newId,
    schedule: (task, delayMs) => {
      if (stopped) return () => undefined
      const timer = set(() => {
        own.delete(timer)
        task()
      }, delayMs)
      own.add(timer)
      return () => {
        own.delete(timer)
        timers.delete(timer)
      }
    },
  }
  const stop = (): void => {
    stopped = true
    for (const timer of own) timers.delete(timer)
    own.clear()
  }
  return { clock, stop }
}

/** Makes a time that begins at `start` (milliseconds since 1970). */
export function createSimulatedTime(start: number): SimulatedTime {
  let now = start
  let order = 0
  let ids = 0
  const newId = (): string => {
    ids += 1
    return `${now.toString(16).padStart(12, '0')}-${ids.toString(16).padStart(8, '0')}`
  }
  const timers = new Set<Timer>()

  const set = (task: () => void, delayMs: number): Timer => {
    order += 1
    const timer = { at: now + Math.max(0, delayMs), order, task }
    timers.add(timer)
    return timer
  }
  const next = (): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers) {
      if (first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer
    }
    return first
  }
  const fire = (timer: Timer): void => {
    timers.delete(timer)
    now = Math.max(now, timer.at)
    timer.task()
  }
  return {
    now: () => now,
    sleep: (durationMs) => new Promise((resolve) => void set(resolve, durationMs)),
    clockOf: (skewMs = 0) => clockIn({ now: () => now + skewMs, newId, set, timers }),
    settle,
    complete: async (work) => {
      const watched = watch(work)
      const limit = now + LONGEST_MS
      for (;;) {
        await settle()
        if (watched.over()) return work
        const timer = next()
        if (timer === undefined || timer.at > limit) throw new Error('waits for something that never comes')
        fire(timer)
      }
    },
    pass: async (durationMs) => {
      const until = now + durationMs
      for (;;) {
        await settle()
        const timer = next()
        if (timer === undefined || timer.at > until) break
        fire(timer)
      }
      now = Math.max(now, until)
      await settle()
    },
  }
}

import type { Activity } from '../contract/status.ts'
import type { Clock } from '../ports/clock.ts'
import type { EventBus } from '../ports/event-bus.ts'

type ActivityKind = NonNullable<Activity>['kind']

/** Calls to the centre for the counter, one after another, each shown while it runs. */
export type CentreQueue = {
  /** Runs `work` after everything asked for before; tells `activity.changed` when it begins and when all is done. */
  readonly run: <T>(kind: ActivityKind, work: () => Promise<T>) => Promise<T>
  /**
   * Runs `work` at once, beside the others: for what may take long without the counter having to wait. Shown while
   * nothing else is and `concernsCounter` says that it is about the sale there.
   */
  readonly beside: <T>(
    kind: ActivityKind,
    concernsCounter: () => boolean,
    work: () => Promise<T>,
  ) => Promise<T>
  readonly current: () => Activity
}

/**
 * One person stands at the counter, so one call to the centre runs at a time: a second key press waits its turn and
 * then finds what the first one did.
 */
export function createCentreQueue(clock: Clock, events: EventBus): CentreQueue {
  let last: Promise<unknown> = Promise.resolve()
  let inTurn: Activity = null
  const besides = new Map<NonNullable<Activity>, () => boolean>()
  let told: Activity = null
  const besideShown = (): Activity =>
    [...besides].find(([, concernsCounter]) => concernsCounter())?.[0] ?? null
  const current = (): Activity => inTurn ?? besideShown()
  const tell = (): void => {
    const now = current()
    if (now === told) return
    told = now
    events.emit('activity.changed', now)
  }
  // another sale at the counter need not look at what is done for the one before
  events.subscribe((name) => {
    if (name === 'sale.changed') tell()
  })
  return {
    current,
    run: (kind, work) => {
      const mine = last.then(async () => {
        inTurn = { kind, since: clock.now() }
        tell()
        try {
          return await work()
        } finally {
          inTurn = null
          tell()
        }
      })
      // a failure belongs to whoever asked; the next in line starts all the same
      last = mine.catch(() => undefined)
      return mine
    },
    beside: async (kind, concernsCounter, work) => {
      const activity = { kind, since: clock.now() }
      besides.set(activity, concernsCounter)
      tell()
      try {
        return await work()
      } finally {
        besides.delete(activity)
        tell()
      }
    },
  }
}

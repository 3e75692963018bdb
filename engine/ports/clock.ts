import { uuidv7 } from 'uuidv7'

/** Where time and identifiers come from; the only source of either inside the engine. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** A new identifier, sortable by time. */
  readonly newId: () => string
  /** Calls `task` after `delayMs`; returns what cancels it. Never keeps the process alive by itself. */
  readonly schedule: (task: () => void, delayMs: number) => () => void
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  newId: () => uuidv7(),
  schedule: (task, delayMs) => {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000

/** The calendar day in China, yyyy-MM-dd. Shops, receipts and the centre all live in UTC+8, whatever the machine says. */
export function chinaDay(instant: number): string {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

/** Date and time in China, yyyy-MM-dd HH:mm:ss. */
export function chinaTime(instant: number): string {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

import { invariant } from '../../core/result.ts'
import type { WritableDb } from '../connection/database.ts'

/** A second of the calendar, yyyyMMddHHmmss, and a number that is used once in it, 1–9999. */
export type MessageSerial = { readonly secondKey: string; readonly serial: number }

const SERIALS_PER_SECOND = 10_000
const SECOND_KEY = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/

function secondOf(secondKey: string): number {
  const parts = SECOND_KEY.exec(secondKey)?.slice(1).map(Number)
  invariant(parts !== undefined, 'a second is written yyyyMMddHHmmss')
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}

function secondKeyOf(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 19).replace(/\D/g, '')
}

// Second and serial in one number, so that one row that only ever grows keeps both. Serial 0 is left out.
const NEXT_MESSAGE = `INSERT INTO counter (name, value) VALUES ('message', ?)
  ON CONFLICT (name) DO UPDATE SET value = max(value + 1 + ((value + 1) % ${SERIALS_PER_SECOND} = 0), excluded.value)
  RETURNING value`

/**
 * The next time and serial of a msgid (12 + 14 + 4 digits). `secondKey` is the time now; the answer's is the same or a
 * later one: where the clock went back, or a second has used up its 9999, counting goes on from the last one used, so
 * that no pair ever comes twice. Run it in the transaction that stores the exchange: then a serial that was given to a
 * stored request is never given again, whatever happens in between.
 */
export function nextMessageSerial(db: WritableDb, secondKey: string): MessageSerial {
  const first = secondOf(secondKey) * SERIALS_PER_SECOND + 1
  const [row] = db.writeReturning<{ value: number }>(NEXT_MESSAGE).all(first)
  invariant(row !== undefined, 'a counter answers')
  return {
    secondKey: secondKeyOf(Math.floor(row.value / SERIALS_PER_SECOND)),
    serial: row.value % SERIALS_PER_SECOND,
  }
}

const NEXT_OF_DAY = `INSERT INTO counter (name, value) VALUES (?, 1)
  ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`

/**
 * The next sale number of a till: day, till and a serial that begins at 1 each day, `20260131-01-0001`. `dayKey` is
 * yyyyMMdd or yyyy-MM-dd. Every day keeps its own count, so a clock that goes back goes on where that day had stopped.
 */
export function nextSaleNumber(db: WritableDb, dayKey: string, till: string): string {
  return nextOfDay(db, 'sale', dayKey, till)
}

/** The next number of a return, counted as sales are: `R20260131-01-0001`. */
export function nextReturnNumber(db: WritableDb, dayKey: string, till: string): string {
  return `R${nextOfDay(db, 'return', dayKey, till)}`
}

function nextOfDay(db: WritableDb, what: string, dayKey: string, till: string): string {
  const day = dayKey.replaceAll('-', '')
  invariant(/^\d{8}$/.test(day), 'a day is written yyyyMMdd')
  const [row] = db.writeReturning<{ value: number }>(NEXT_OF_DAY).all(`${what}:${till}:${day}`)
  invariant(row !== undefined, 'a counter answers')
  return `${day}-${till}-${String(row.value).padStart(4, '0')}`
}

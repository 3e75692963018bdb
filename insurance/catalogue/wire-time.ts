/**
 * Time as the wire writes it: China time, UTC+8 without summer time, whatever zone the machine is set to.
 * Inside the program time is epoch milliseconds.
 */
const CHINA_OFFSET_MS = 8 * 3_600_000

/** Dates before 1900 and after 2100 on this wire are typing errors. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

function iso(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString()
}

/** yyyy-MM-dd HH:mm:ss */
export function wireDateTime(at: number): string {
  return iso(at).slice(0, 19).replace('T', ' ')
}

/** yyyy-MM-dd */
export function wireDate(at: number): string {
  return iso(at).slice(0, 10)
}

/** yyyyMMddHHmmss, as in a msgid. */
export function compactDateTime(at: number): string {
  return wireDateTime(at).replaceAll(/[- :]/g, '')
}

const DATE_TIME = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?$/

function epochOf(text: string): number | undefined {
  if (!DATE_TIME.test(text)) return undefined
  const part = (from: number, to: number): number => (text.length < to ? 0 : Number(text.slice(from, to)))
  const [year, month, day] = [part(0, 4), part(5, 7), part(8, 10)]
  const [hour, minute, second] = [part(11, 13), part(14, 16), part(17, 19)]
  if (year < FIRST_YEAR || year > LAST_YEAR || hour > 23 || minute > 59 || second > 59) return undefined
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // a day that does not exist rolls over into another
  if (utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== day) return undefined
  return utc.getTime() - CHINA_OFFSET_MS
}

/** Epoch milliseconds of yyyy-MM-dd HH:mm:ss, or undefined when there is no such moment. */
export function parseWireDateTime(text: string): number | undefined {
  return text.length === 19 ? epochOf(text) : undefined
}

/** Epoch milliseconds of the beginning of yyyy-MM-dd, or undefined when there is no such day. */
export function parseWireDate(text: string): number | undefined {
  return text.length === 10 ? epochOf(text) : undefined
}

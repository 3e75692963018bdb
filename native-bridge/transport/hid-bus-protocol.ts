import type { HidDeviceInfo } from './hid-bus.ts'

/**
 * How a HID bus is reached over a loopback socket: one JSON object a line, one connection for the list or for one open
 * device. Reports are hexadecimal. Each side reads what the other says through the functions here.
 */

/** What the till says: the first line lists or opens, every other one is for the device that was opened. */
export type HidBusQuestion =
  | { readonly list: true }
  | { readonly open: string }
  | { readonly listen: true }
  | { readonly write: string }
  | { readonly feature: string }

/** What the bus says: one answer to each question, and reports and the end of a device at any time. */
export type HidBusAnswer =
  { readonly devices: readonly HidDeviceInfo[] } | { readonly done: true } | { readonly error: string }
export type HidBusNews = { readonly report: string } | { readonly gone: string }

/** Longest line on either side, in characters. */
const LINE_LIMIT = 256 * 1024
/** Longest report; HID allows 4,096 bytes without its number. */
const REPORT_LIMIT = 4_097
const TEXT_LIMIT = 1_000

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_LIMIT
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= -1 && value <= 0xffff
const isReport = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 2 * REPORT_LIMIT && /^(?:[0-9a-f]{2})*$/.test(value)

function membersOf(line: string): Members {
  try {
    const value: unknown = JSON.parse(line)
    return isMembers(value) ? value : {}
  } catch {
    // what is not JSON is nothing that the other side says
    return {}
  }
}

function readDevice(value: unknown): HidDeviceInfo | undefined {
  if (!isMembers(value)) return undefined
  const { path, vendorId, productId, usagePage, usage, interfaceNumber } = value
  const { manufacturer, product, serialNumber } = value
  if (!isText(path) || !isText(manufacturer) || !isText(product) || !isText(serialNumber)) return undefined
  if (!isNumber(vendorId) || !isNumber(productId) || !isNumber(usagePage)) return undefined
  if (!isNumber(usage) || !isNumber(interfaceNumber)) return undefined
  const names = { manufacturer, product, serialNumber }
  return { path, vendorId, productId, usagePage, usage, interfaceNumber, ...names }
}

/** Reads a line of the till's; `undefined` when it is none. */
export function readQuestion(line: string): HidBusQuestion | undefined {
  const { list, open, listen, write, feature } = membersOf(line)
  if (list === true) return { list }
  if (isText(open)) return { open }
  if (listen === true) return { listen }
  if (isReport(write)) return { write }
  return isReport(feature) ? { feature } : undefined
}

/** Reads a line of the bus's; `undefined` when it is none. */
export function readHeard(line: string): HidBusAnswer | HidBusNews | undefined {
  const { devices, done, error, report, gone } = membersOf(line)
  if (isReport(report)) return { report }
  if (isText(gone)) return { gone }
  if (isText(error)) return { error }
  if (done === true) return { done }
  if (!Array.isArray(devices)) return undefined
  const infos = devices.map(readDevice)
  return infos.every((info) => info !== undefined) ? { devices: infos } : undefined
}

/** A line as it is sent. */
export const lineOf = (said: HidBusQuestion | HidBusAnswer | HidBusNews): string =>
  `${JSON.stringify(said)}\n`

export const hexOf = (report: Uint8Array): string => Buffer.from(report).toString('hex')
export const reportOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

/** Cuts what a socket gives into lines. `push` gives false once a line is too long to be one: nothing more is read then. */
export function createLineCutter(onLine: (line: string) => void): {
  readonly push: (text: string) => boolean
} {
  let rest = ''
  return {
    push: (text) => {
      rest += text
      for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 1)
        onLine(line)
      }
      return rest.length <= LINE_LIMIT
    },
  }
}

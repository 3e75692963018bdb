import { scanReports, SCAN_REPORT_DATA } from '../../device-twins/hid-pos-reports.ts'
import { inReports } from '../../device-twins/in-reports.ts'
import { isHid, type TwinName } from './twin-names.ts'

/** What ends a scan on the serial lines. */
const END = '\r'
/** QR codes; any identifier makes the till read the scanner's symbology. */
const IDENTIFIER = { identifier: ']Q1' }

/** A scan in the pieces that a device sends at once: bytes on a serial line, reports in HID POS mode. */
export function scanPieces(device: TwinName, text: string): Uint8Array[] {
  return isHid(device) ? scanReports(text, IDENTIFIER) : [Buffer.from(text + END)]
}

/** The same for a device that sends as slowly as it can: byte by byte, or report by report. */
export function slowPieces(device: TwinName, text: string): Uint8Array[] {
  const pieces = scanPieces(device, text)
  return isHid(device) ? pieces : pieces.flatMap((bytes) => [...bytes].map((byte) => Uint8Array.of(byte)))
}

/** The beginning of a scan: half of it, or a first report that says that more come. */
export function halfScan(device: TwinName, text: string): Uint8Array[] {
  if (!isHid(device)) return [Buffer.from(text.slice(0, Math.ceil(text.length / 2)))]
  return scanReports(text.padEnd(SCAN_REPORT_DATA + 1), IDENTIFIER).slice(0, 1)
}

/** Always the same noise: a sequence of a linear congruence. */
export function noise(length: number): Uint8Array {
  let value = 1
  return Uint8Array.from({ length }, () => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    return value >> 16
  })
}

/** Noise as a device would send it; HID reports of the number that scans come in. */
export function noisePieces(device: TwinName, length: number): Uint8Array[] {
  if (device === 'hid-identity-reader') return inReports(noise(length))
  return isHid(device) ? inReports(noise(length), [2]) : [noise(length)]
}

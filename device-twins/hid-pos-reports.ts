/** Bytes of data that one report takes. */
export const SCAN_REPORT_DATA = 56

/** How a scanner writes its reports. */
export type ReportOptions = {
  /** AIM identifier such as `]d2`; empty for a scanner that sends none. */
  readonly identifier?: string
  /** Honeywell's symbology byte. */
  readonly honeywell?: number
  /** Places by which the identifier stands further back. */
  readonly shift?: 0 | 1
}

/** The input reports (64 bytes with the report id) that a HID POS scanner sends for one scan. */
export function scanReports(data: string | Uint8Array, options: ReportOptions = {}): Uint8Array[] {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data)
  const shift = options.shift ?? 0
  const room = SCAN_REPORT_DATA - shift
  const count = Math.max(1, Math.ceil(bytes.length / room))
  return Array.from({ length: count }, (_, index) => {
    const part = bytes.subarray(index * room, (index + 1) * room)
    const report = Buffer.alloc(64)
    report[0] = 2
    report[1] = part.length
    report.write(options.identifier ?? '', 2 + shift, 'latin1')
    part.copy(report, 5 + shift)
    if (options.honeywell !== undefined) report[61] = options.honeywell
    report[63] = index === count - 1 ? 0 : 1
    return Uint8Array.from(report)
  })
}

const REPORT_BYTES = 64

/** Bytes as input reports of 64 bytes, filled up with zeros; `id` is the report number in front, or nothing. */
export function inReports(bytes: Uint8Array, id: readonly number[] = []): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / REPORT_BYTES) }, (_, at) => {
    const report = new Uint8Array(id.length + REPORT_BYTES)
    report.set(id)
    report.set(bytes.subarray(at * REPORT_BYTES, (at + 1) * REPORT_BYTES), id.length)
    return report
  })
}

const PAUSES_MS = [250, 500, 1_000, 2_000, 5_000] as const

/** Milliseconds to wait before the next try after `failures` (1 or more) in a row: a quarter of a second up to five. */
export function retryPause(failures: number): number {
  return PAUSES_MS[Math.min(Math.max(failures, 1), PAUSES_MS.length) - 1] ?? 5_000
}

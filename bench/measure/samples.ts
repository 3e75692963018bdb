/** Times of one thing, in milliseconds. */
export type Samples = readonly number[]

/** The value below which `share` (0–1) of the samples lie; nearest-rank. */
export function percentile(samples: Samples, share: number): number {
  if (samples.length === 0) throw new Error('no samples')
  const sorted = [...samples].sort((a, b) => a - b)
  const rank = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  return sorted[Math.max(0, rank)] ?? Number.NaN
}

/** Runs `work` and gives its time in milliseconds. */
export function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/** Runs `work` and gives its time in milliseconds. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

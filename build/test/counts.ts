/** How many tests ran to which end, and why any did not run. */
export type Counts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** One line for each skipped test: its name and the reason. */
  readonly skips: readonly string[]
  /** One line for each failed test: its name and the first line of what went wrong. */
  readonly failures: readonly string[]
}

/** Adds up what several suites counted. */
export function sumCounts(parts: readonly Counts[]): Counts {
  const sum = (pick: (part: Counts) => number): number => parts.reduce((total, part) => total + pick(part), 0)
  return {
    passed: sum((part) => part.passed),
    failed: sum((part) => part.failed),
    skipped: sum((part) => part.skipped),
    skips: parts.flatMap((part) => part.skips),
    failures: parts.flatMap((part) => part.failures),
  }
}

/**
 * A suite that ended badly has at least one failure, even when it died before it could name it: a result file that is
 * missing, a file that did not load, an error outside of any test.
 */
export function withExitCode(counts: Counts | undefined, exitCode: number): Counts {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0, skips: [], failures: [] }
  const endedWell = exitCode === 0 && counts !== undefined
  if (endedWell || known.failed > 0) return known
  return { ...known, failed: 1, failures: [`ended with ${exitCode} outside of any test: see above`] }
}

/** The closing line, alone on its line, for people and for programs. */
export function closingLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
}

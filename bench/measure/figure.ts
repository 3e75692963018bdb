import { percentile, type Samples } from './samples.ts'

/** One line of the table: a thing measured against a yardstick of the same run. */
export type Figure = {
  readonly id: string
  readonly what: string
  readonly yardstick: string
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** What is held against `limit`. */
  readonly ratio: number
  readonly limit: number
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Compares the p99 of what was measured with the p99 of its yardstick. */
export function figureAtP99(
  about: { readonly id: string; readonly what: string; readonly yardstick: string; readonly limit: number },
  measured: Samples,
  yardstick: Samples,
): Figure {
  return {
    id: about.id,
    what: about.what,
    yardstick: about.yardstick,
    p50: round(percentile(measured, 0.5)),
    p99: round(percentile(measured, 0.99)),
    ratio: round(percentile(measured, 0.99) / percentile(yardstick, 0.99)),
    limit: about.limit,
  }
}

/** Compares the medians of what was measured and of its yardstick. */
export function figureAtMedian(
  about: { readonly id: string; readonly what: string; readonly yardstick: string; readonly limit: number },
  measured: Samples,
  yardstick: Samples,
): Figure {
  return {
    ...figureAtP99(about, measured, yardstick),
    ratio: round(percentile(measured, 0.5) / percentile(yardstick, 0.5)),
  }
}

/** The table that a person reads. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['id', 'p50 ms', 'p99 ms', 'ratio', 'limit', '', 'what / yardstick'],
    ...figures.map((figure) => [
      figure.id,
      figure.p50.toFixed(3),
      figure.p99.toFixed(3),
      figure.ratio.toFixed(2),
      figure.limit.toFixed(2),
      figure.ratio <= figure.limit ? 'ok' : 'OVER',
      `${figure.what} / ${figure.yardstick}`,
    ]),
  ]
  const widths = [14, 10, 10, 7, 7, 5]
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join(' ')
        .trimEnd(),
    )
    .join('\n')
}

import { ONE_UNIT, type Quantity } from '../money/decimal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { TracePolicy } from '../sale/goods.ts'

/** Digits of a 码上放心 code that identify the good (药品标识码). */
export const TRACE_PREFIX_LENGTH = 7

/** What a line needs for the rule "one code for every box". */
export type TracedLine = {
  readonly quantity: Quantity
  readonly split: boolean
  readonly tracePolicy: TracePolicy
  readonly captured: number
}

/**
 * How many codes a line needs: one for each box; a split sale one for the opened pack that it is taken from;
 * none for goods that the rule leaves out.
 */
export function traceCodesNeeded(line: Omit<TracedLine, 'captured'>): number {
  if (line.tracePolicy === 'exempt') return 0
  return line.split ? 1 : Math.ceil(line.quantity / ONE_UNIT)
}

/** Codes that are still to be scanned for the line. */
export function traceCodesMissing(line: TracedLine): number {
  return Math.max(0, traceCodesNeeded(line) - line.captured)
}

/** What is known of a scanned code before it is put to a line. */
export type TraceCandidate = {
  readonly code: string
  /** Lines of the sale whose good the code's prefix is known to mean. */
  readonly matchingLineIds: readonly string[]
  /** The prefix is known to mean some good. */
  readonly prefixKnown: boolean
}

export type TraceLineChoice = TracedLine & {
  readonly id: string
  /** The good has a prefix on file already, so an unknown one is a contradiction, not news. */
  readonly hasKnownPrefix: boolean
}

export type TraceAssignment = {
  readonly lineId: string
  /** The code's prefix was new and the cashier's order of scans told which good it means. */
  readonly learnPrefix: boolean
}

/**
 * Decides which line of the sale a code belongs to: a line of its good that still needs one; with an unknown prefix the
 * line just scanned (`currentLineId`) when that good has no prefix on file yet. `undefined` = no line of that good needs
 * one, so the scan adds a box. Refuses with TRACE_GOODS_UNKNOWN {code} or TRACE_GOODS_MISMATCH {code}.
 */
export function assignTraceCode(
  candidate: TraceCandidate,
  lines: readonly TraceLineChoice[],
  currentLineId: string | undefined,
): Result<TraceAssignment | undefined> {
  const open = lines.filter((line) => traceCodesMissing(line) > 0)
  if (candidate.prefixKnown) {
    const mine = open.filter((line) => candidate.matchingLineIds.includes(line.id))
    const chosen = mine.find((line) => line.id === currentLineId) ?? mine[0]
    return ok(chosen === undefined ? undefined : { lineId: chosen.id, learnPrefix: false })
  }
  const current = open.find((line) => line.id === currentLineId) ?? (open.length === 1 ? open[0] : undefined)
  if (current === undefined) return refuse('TRACE_GOODS_UNKNOWN', { code: candidate.code })
  if (current.hasKnownPrefix) return refuse('TRACE_GOODS_MISMATCH', { code: candidate.code })
  return ok({ lineId: current.id, learnPrefix: true })
}

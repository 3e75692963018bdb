import type { AcquirerOutcome, RefundAnswer } from '../../../acquirer/acquirer.ts'

/** What is known about a refund after a call. */
export type RefundFinding =
  | { readonly kind: 'done'; readonly reference: string }
  | { readonly kind: 'refused'; readonly reason: string }
  /** A question found none: one that was sent may still be on its way. */
  | { readonly kind: 'absent' }
  /** Nothing left the till this time. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** Nothing is proven. */
  | { readonly kind: 'open'; readonly reason: string }

/** Which call found it. */
export type RefundFoundBy = 'answer' | 'query' | 'late'

/** Reads a call's outcome as a finding about its refund; what contradicts the question asked proves nothing. */
export function refundFindingOf(
  outcome: AcquirerOutcome<RefundAnswer>,
  foundBy: RefundFoundBy,
): RefundFinding {
  if (outcome.kind === 'not-sent') return { kind: 'not-sent', reason: outcome.reason }
  if (outcome.kind === 'unknown') return { kind: 'open', reason: outcome.reason }
  const { answer } = outcome
  switch (answer.status) {
    case 'refunded':
      return { kind: 'done', reference: answer.reference }
    case 'refunding':
      return { kind: 'open', reason: 'refunding' }
    case 'refused':
      return { kind: 'refused', reason: answer.reason }
    case 'absent':
      return foundBy === 'query' ? { kind: 'absent' } : { kind: 'open', reason: 'contradiction' }
    case 'rejected':
      return foundBy === 'query'
        ? { kind: 'open', reason: answer.reason }
        : { kind: 'refused', reason: answer.reason }
  }
}

/**
 * What an answer to a repeated refund says about the refund itself: the first attempt may have arrived, so that this one
 * did not leave, or was not taken, proves nothing.
 */
export function findingOfRepeat(
  outcome: AcquirerOutcome<RefundAnswer>,
  finding: RefundFinding,
): RefundFinding {
  const nothingNew =
    finding.kind === 'not-sent' || (outcome.kind === 'answered' && outcome.answer.status === 'rejected')
  return nothingNew && 'reason' in finding ? { kind: 'open', reason: finding.reason } : finding
}

import { ok, refuse, type Result } from '../result.ts'

/** States of the giving back of one tender in a return. Money handed over at the counter is `done` at once. */
export const REFUND_STATES = ['planned', 'prepared', 'sent', 'unknown', 'done', 'refused'] as const
export type RefundState = (typeof REFUND_STATES)[number]

/** Refunds that a crash may have interrupted, or that nobody knows the outcome of. */
export const OPEN_REFUND_STATES = ['prepared', 'sent', 'unknown'] as const satisfies readonly RefundState[]

/** What can happen to a refund at the acquirer. Named after what is known. */
export const REFUND_EVENTS = [
  'request-stored',
  'request-sent',
  'request-not-sent',
  'answer-done',
  'answer-refused',
  'answer-missing',
  'query-done',
  'query-refused',
  'query-inconclusive',
  'late-answer-done',
] as const
export type RefundEvent = (typeof REFUND_EVENTS)[number]

type TransitionTable = {
  readonly [State in RefundState]: { readonly [Event in RefundEvent]?: RefundState }
}

/**
 * Every move that a refund may make. A refund keeps one number for its whole life and the acquirer gives back once for a
 * number: so one that was refused, or that a question did not find, may be asked for again.
 */
export const REFUND_TRANSITIONS: TransitionTable = {
  planned: { 'request-stored': 'prepared' },
  prepared: { 'request-sent': 'sent', 'request-not-sent': 'planned' },
  sent: {
    'request-not-sent': 'planned',
    'answer-done': 'done',
    'answer-refused': 'refused',
    'answer-missing': 'unknown',
  },
  unknown: {
    'query-done': 'done',
    'query-refused': 'refused',
    'query-inconclusive': 'unknown',
    'late-answer-done': 'done',
    // the same number again: the acquirer answers what it did with the first one
    'request-sent': 'sent',
  },
  refused: { 'request-stored': 'prepared' },
  done: {},
}

/** The state after `event`, or TENDER_STATE_FORBIDS {state, event} when the table has no such move. */
export function nextRefundState(state: RefundState, event: RefundEvent): Result<RefundState> {
  const next = REFUND_TRANSITIONS[state][event]
  return next === undefined ? refuse('TENDER_STATE_FORBIDS', { state, event }) : ok(next)
}

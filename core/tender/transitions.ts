import { ok, refuse, type Result } from '../result.ts'
import type { TenderState } from './state.ts'

/** What can happen to a tender. Named after what is known, never after what is hoped. */
export const TENDER_EVENTS = [
  'request-sent',
  'request-not-sent',
  'answer-paid',
  'answer-paying',
  'answer-refused',
  'answer-missing',
  'query-paid',
  'query-paying',
  'query-refused',
  'query-inconclusive',
  'close-confirmed',
  'late-answer-paid',
  'handed-back',
  'refund-sent',
  'refund-done',
  'refund-refused',
  'refund-not-sent',
  'refund-answer-missing',
  'refund-query-done',
  'refund-query-refused',
  'refund-query-inconclusive',
  'late-refund-done',
] as const

export type TenderEvent = (typeof TENDER_EVENTS)[number]

type TransitionTable = {
  readonly [State in TenderState]: { readonly [Event in TenderEvent]?: TenderState }
}

/**
 * Every move that a tender may make, and nothing else may. `answer-…` is the answer to the payment itself, `query-…` to a
 * question about its order, `close-confirmed` the acquirer's word that the order is unpaid and can never be paid,
 * `refund-…` belongs to giving the money back at the acquirer, `handed-back` to cash and to the POS terminal.
 *
 * Three rules shape it: an answer that did not arrive proves nothing; an order that a question does not find may still be
 * on its way, so its absence moves nothing and only closing it does; a refused tender stays refused whatever comes later:
 * money that arrives for it is a case for a person, never a tender of the sale.
 */
export const TENDER_TRANSITIONS: TransitionTable = {
  prepared: { 'request-sent': 'sent', 'request-not-sent': 'refused' },
  sent: {
    'answer-paid': 'taken',
    'answer-paying': 'paying',
    'answer-refused': 'refused',
    'answer-missing': 'unknown',
    'request-not-sent': 'refused',
  },
  paying: {
    'query-paid': 'taken',
    'query-paying': 'paying',
    'query-refused': 'refused',
    'query-inconclusive': 'paying',
    'close-confirmed': 'refused',
    'late-answer-paid': 'taken',
  },
  unknown: {
    'query-paid': 'taken',
    'query-paying': 'paying',
    'query-refused': 'refused',
    'query-inconclusive': 'unknown',
    'close-confirmed': 'refused',
    'late-answer-paid': 'taken',
    'answer-paying': 'paying',
    'answer-refused': 'refused',
  },
  taken: { 'handed-back': 'refunded', 'refund-sent': 'refunding' },
  refunding: {
    'refund-done': 'refunded',
    'refund-refused': 'taken',
    'refund-not-sent': 'taken',
    'refund-answer-missing': 'refund-unknown',
  },
  'refund-unknown': {
    'refund-query-done': 'refunded',
    'refund-query-refused': 'taken',
    'refund-query-inconclusive': 'refund-unknown',
    'late-refund-done': 'refunded',
    // the same refund number again: the acquirer answers what it did with the first one
    'refund-sent': 'refunding',
  },
  refused: {},
  refunded: {},
}

/** The state after `event`, or TENDER_STATE_FORBIDS {state, event} when the table has no such move. */
export function nextTenderState(state: TenderState, event: TenderEvent): Result<TenderState> {
  const next = TENDER_TRANSITIONS[state][event]
  return next === undefined ? refuse('TENDER_STATE_FORBIDS', { state, event }) : ok(next)
}

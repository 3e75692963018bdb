import { ok, refuse, type Result } from '../result.ts'
import type { SettlementState } from './state.ts'

/** What can happen to a settlement. Named after what is known, never after what is hoped. */
export const SETTLEMENT_EVENTS = [
  'trial-accepted',
  'trial-outdated',
  'request-stored',
  'request-sent',
  'request-not-sent',
  'answer-accepted',
  'answer-does-not-add-up',
  'answer-refused',
  'answer-missing',
  'late-answer-accepted',
  'query-found',
  'query-standing',
  'query-absent',
  'query-does-not-add-up',
  'query-found-cancelled',
  'unprovable',
  'reversal-sent',
  'reversal-accepted',
  'reversal-refused',
  'reversal-not-sent',
  'reversal-answer-missing',
  'cancel-sent',
  'cancel-accepted',
  'cancel-refused',
  'cancel-not-sent',
  'cancel-answer-missing',
  'late-undo-accepted',
  'reconciliation-found',
  'reconciliation-absent',
] as const

export type SettlementEvent = (typeof SETTLEMENT_EVENTS)[number]

type TransitionTable = {
  readonly [State in SettlementState]: { readonly [Event in SettlementEvent]?: SettlementState }
}

/**
 * Every move a settlement may make, and nothing else may. `answer-…` is the answer to 2102/2102A/2102B, `cancel-…`
 * belongs to 2103, `reversal-…` to 2601, `query-…` to 5203A or 5201 + 5204 + 5203, `reconciliation-…` to 3201/3202.
 * `query-standing` is: found, not cancelled, after something was sent that should undo it.
 *
 * Two rules of the interface shape it: an answer that did not arrive proves nothing (so `unknown` leaves only by proof),
 * and 2601 has no output (so its acceptance is no proof: `reversing` waits for a query that no longer finds the
 * settlement). When a finding is proof is `proof.ts`' to say.
 */
export const SETTLEMENT_TRANSITIONS: TransitionTable = {
  draft: { 'trial-accepted': 'quoted' },
  quoted: { 'trial-accepted': 'quoted', 'trial-outdated': 'draft', 'request-stored': 'prepared' },
  prepared: { 'request-sent': 'sent', 'request-not-sent': 'refused' },
  sent: {
    'answer-accepted': 'settled',
    'answer-does-not-add-up': 'disputed',
    'answer-refused': 'refused',
    'answer-missing': 'unknown',
    'request-not-sent': 'refused',
  },
  unknown: {
    'query-found': 'settled',
    'query-absent': 'refused',
    'query-does-not-add-up': 'disputed',
    'query-found-cancelled': 'cancelled',
    'late-answer-accepted': 'settled',
    'answer-does-not-add-up': 'disputed',
    'answer-refused': 'refused',
    'reversal-sent': 'reversing',
    unprovable: 'disputed',
  },
  reversing: {
    'query-absent': 'reversed',
    'query-found-cancelled': 'reversed',
    'reversal-answer-missing': 'reverse-unknown',
    'reversal-refused': 'unknown',
    'reversal-not-sent': 'unknown',
    // the original was accepted, as was feared; the reversal is on its way all the same
    'late-answer-accepted': 'reversing',
    'answer-refused': 'refused',
  },
  'reverse-unknown': {
    'query-absent': 'reversed',
    'query-found-cancelled': 'reversed',
    'query-standing': 'settled',
    'query-does-not-add-up': 'disputed',
    'reversal-accepted': 'reversing',
    'reversal-refused': 'unknown',
    'late-answer-accepted': 'reverse-unknown',
    'answer-refused': 'refused',
    unprovable: 'disputed',
  },
  settled: {
    'cancel-sent': 'cancelling',
    // queries said that it stands, and then the centre says that it undid it
    'late-undo-accepted': 'disputed',
  },
  cancelling: {
    'cancel-accepted': 'cancelled',
    'cancel-refused': 'settled',
    'cancel-not-sent': 'settled',
    'cancel-answer-missing': 'cancel-unknown',
  },
  'cancel-unknown': {
    'query-standing': 'settled',
    'query-found-cancelled': 'cancelled',
    'query-absent': 'cancelled',
    'query-does-not-add-up': 'disputed',
    'cancel-accepted': 'cancelled',
    'cancel-refused': 'settled',
    unprovable: 'disputed',
  },
  disputed: {
    'query-found': 'settled',
    'query-standing': 'settled',
    'query-found-cancelled': 'cancelled',
    'cancel-accepted': 'cancelled',
    // an absence proves nothing about what may have been accepted once: the reconciliation tells
    'reconciliation-found': 'settled',
    'reconciliation-absent': 'refused',
  },
  refused: {},
  cancelled: {},
  reversed: {},
}

/**
 * The state after `event`, or SALE_STATE_FORBIDS {state, event} when the table has no such move.
 */
export function nextSettlementState(state: SettlementState, event: SettlementEvent): Result<SettlementState> {
  const next = SETTLEMENT_TRANSITIONS[state][event]
  return next === undefined ? refuse('SALE_STATE_FORBIDS', { state, event }) : ok(next)
}

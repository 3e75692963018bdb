/** States of one insurance settlement; the same list makes the SQL CHECK, the diagram in the docs and the test oracle. */
export const SETTLEMENT_STATES = [
  'draft',
  'quoted',
  'prepared',
  'sent',
  'settled',
  'refused',
  'unknown',
  'cancelling',
  'cancel-unknown',
  'cancelled',
  'reversing',
  'reverse-unknown',
  'reversed',
  'disputed',
] as const

export type SettlementState = (typeof SETTLEMENT_STATES)[number]

/** States in which money has moved, or may have, or is about to: at most one settlement of a sale may be in one of them. */
export const LIVE_STATES = [
  'prepared',
  'sent',
  'settled',
  'unknown',
  'cancelling',
  'cancel-unknown',
  'reversing',
  'reverse-unknown',
  'disputed',
] as const satisfies readonly SettlementState[]

/**
 * States in which money is on its way in one direction or the other: one person may be in one of them once at this till.
 */
export const IN_FLIGHT_STATES = [
  'prepared',
  'sent',
  'unknown',
  'cancelling',
  'cancel-unknown',
  'reversing',
  'reverse-unknown',
] as const satisfies readonly SettlementState[]

/** States in which the centre is asked what became of the settlement. */
export const ASKED_STATES = [
  'unknown',
  'cancel-unknown',
  'reversing',
  'reverse-unknown',
  'disputed',
] as const satisfies readonly SettlementState[]
export type AskedState = (typeof ASKED_STATES)[number]

/** States that nothing leaves any more. */
export const FINAL_STATES = ['refused', 'cancelled', 'reversed'] as const satisfies readonly SettlementState[]

/** True while the centre is asked about it. */
export function isAsked(state: SettlementState): state is AskedState {
  return (ASKED_STATES as readonly SettlementState[]).includes(state)
}

/** True while money has moved, may have moved, or is about to. */
export function isLive(state: SettlementState): boolean {
  return (LIVE_STATES as readonly SettlementState[]).includes(state)
}

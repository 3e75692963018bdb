/**
 * States of one tender; the same list makes the SQL CHECK and the test oracle. Cash and what a POS terminal took are
 * `taken` at once, the others wait for the acquirer's answer.
 */
export const TENDER_STATES = [
  'prepared',
  'sent',
  /** The acquirer has the order and waits for the customer, who must confirm on the phone. */
  'paying',
  'unknown',
  'taken',
  'refused',
  'refunding',
  'refund-unknown',
  'refunded',
] as const

export type TenderState = (typeof TENDER_STATES)[number]

/** States in which money is on its way in one direction or the other: at most one tender of a sale may be in one of them. */
export const IN_FLIGHT_STATES = [
  'prepared',
  'sent',
  'paying',
  'unknown',
  'refunding',
  'refund-unknown',
] as const satisfies readonly TenderState[]

/** In-flight states whose outcome only a question to the acquirer can tell: nothing of ours is on its way any more. */
export const OPEN_TENDER_STATES = [
  'paying',
  'unknown',
  'refund-unknown',
] as const satisfies readonly TenderState[]

/** States that nothing leaves any more. */
export const FINAL_TENDER_STATES = ['refused', 'refunded'] as const satisfies readonly TenderState[]

/** True while the money of a tender is on its way. */
export function isInFlight(state: TenderState): boolean {
  return (IN_FLIGHT_STATES as readonly TenderState[]).includes(state)
}

/** True when the tender keeps no money of the customer and never will. */
export function isWithoutMoney(state: TenderState): boolean {
  return (FINAL_TENDER_STATES as readonly TenderState[]).includes(state)
}

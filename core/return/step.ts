/** What a return consists of, in this order: the electronic money first, cash last, the goods when all money is back. */
export const RETURN_STEPS = ['identify', 'cancel-settlement', 'refund', 'report', 'settle-rest'] as const
export type ReturnStepKind = (typeof RETURN_STEPS)[number]

/** `now` is the one to be done; `unknown` has been sent and nobody knows what became of it. */
export const RETURN_STEP_STATES = ['done', 'now', 'waiting', 'unknown'] as const
export type ReturnStepState = (typeof RETURN_STEP_STATES)[number]

/** `refunding`: money has moved or may have; from there on a return is only brought to its end. */
export const RETURN_STATES = ['open', 'refunding', 'completed', 'abandoned'] as const
export type ReturnState = (typeof RETURN_STATES)[number]

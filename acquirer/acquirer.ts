import type { Fen } from '../core/money/fen.ts'

/** What an acquirer can be asked. */
export const ACQUIRER_OPERATIONS = ['pay', 'present', 'query', 'close', 'refund', 'query-refund'] as const
export type AcquirerOperation = (typeof ACQUIRER_OPERATIONS)[number]

/** What the acquirer says of a payment order. */
export type OrderAnswer =
  /** `reference` is the acquirer's own number of the payment. */
  | { readonly status: 'paid'; readonly reference: string }
  /** The customer must confirm on the phone. */
  | { readonly status: 'paying' }
  /** Not paid, and this order never will be. */
  | { readonly status: 'refused'; readonly reason: string }
  /** Closed unpaid: whatever may still arrive for this order is refused. */
  | { readonly status: 'closed' }
  /** No such order has arrived so far; it may be on its way. */
  | { readonly status: 'absent' }
  /** This request was not taken (keys, form): it did nothing, and says nothing about the order. */
  | { readonly status: 'rejected'; readonly reason: string }

/** The same of an order that the customer pays by scanning a code of the till. */
export type PresentedAnswer =
  | Exclude<OrderAnswer, { readonly status: 'paying' }>
  /** Waits for the customer: `codeText` is what the QR code holds, good for so many seconds. */
  | { readonly status: 'paying'; readonly codeText: string; readonly expiresInSeconds: number }

/** What the acquirer says of a refund. */
export type RefundAnswer =
  | { readonly status: 'refunded'; readonly reference: string }
  | { readonly status: 'refunding' }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'absent' }
  | { readonly status: 'rejected'; readonly reason: string }

/** What became of a call, as far as its answer proves it. */
export type AcquirerOutcome<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Anything that is not an answer to this very request: it may have been done. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Proven: no byte of it left. */
  | { readonly kind: 'not-sent'; readonly reason: string }

export type Received<Answer> = {
  readonly outcome: AcquirerOutcome<Answer>
  readonly httpStatus?: number
  /** For the journal: what came back, as text. */
  readonly bodyText?: string
}

/** A request that is ready to be journalled and then sent once. */
export type AcquirerCall<Answer> = {
  readonly operation: AcquirerOperation
  readonly requestId: string
  /** The whole body as it will be sent; the key is not in it. */
  readonly bodyText: string
  /** Never throws, never repeats. `onLate` is told what came after the call was given up as unknown. */
  readonly send: (onLate: (late: Received<Answer>) => void) => Promise<Received<Answer>>
}

/** What every request names. `requestId` is of this one call and comes back in its answer. */
export type OrderReference = {
  readonly requestId: string
  /** Our number of the payment: one for its whole life, never used for another amount. */
  readonly orderNumber: string
  /** What the order is about; an answer about another amount is none. */
  readonly amount: Fen
}

export type PayOrder = OrderReference & {
  /** The payment code that the customer shows. */
  readonly code: string
  /** What the customer reads beside the amount. */
  readonly subject: string
}

export type PresentOrder = OrderReference & {
  /** What the customer reads beside the amount. */
  readonly subject: string
}

export type RefundOrder = OrderReference & {
  /** Our number of the refund: the same each time it is asked for. */
  readonly refundNumber: string
  /** What is given back; `amount` is what was paid. */
  readonly refundAmount: Fen
}

/** A way to be paid by code. Each kind of acquirer is one implementation, registered by name in `drivers.ts`. */
export type Acquirer = {
  /** Debits the wallet behind a code. The same order sent again answers what became of the first one. */
  readonly pay: (order: PayOrder) => AcquirerCall<OrderAnswer>
  /** Makes an order that whoever scans its code pays. The same order sent again answers with the same code. */
  readonly present: (order: PresentOrder) => AcquirerCall<PresentedAnswer>
  readonly query: (order: OrderReference) => AcquirerCall<OrderAnswer>
  /** Makes an unpaid order one that can never be paid; answers `paid` when it is too late for that. */
  readonly close: (order: OrderReference) => AcquirerCall<OrderAnswer>
  readonly refund: (order: RefundOrder) => AcquirerCall<RefundAnswer>
  readonly queryRefund: (order: RefundOrder) => AcquirerCall<RefundAnswer>
  /** Loads what the first call needs. */
  readonly warmUp: () => Promise<void>
  /** Cuts every connection; calls under way become unknown. */
  readonly stop: () => Promise<void>
}

/** Everything that an acquirer is made from. */
export type AcquirerOptions = {
  /** The configured address: the only host that is ever connected to. */
  readonly url: string
  readonly key: string
  /** Milliseconds and bytes. */
  readonly limits: {
    readonly connectMs: number
    readonly headersMs: number
    readonly bodyMs: number
    readonly lateMs: number
    readonly bodyBytesMaximum: number
  }
  readonly clock: { readonly now: () => number }
  /** Told when the keeping of a late answer failed. */
  readonly onFault: (error: unknown) => void
}

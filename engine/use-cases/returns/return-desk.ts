import type { Result } from '../../../core/result.ts'
import type { Desk } from '../insurance/desk.ts'

/** What gives electronic money back. */
export type RefundPort = {
  /**
   * Gives back one refund through the acquirer and keeps what became of it in its row. One that was sent before is asked
   * about first and never sent again on a guess. Refuses when it did not go back, or nobody knows.
   */
  readonly electronic: (refundId: string) => Promise<Result<unknown>>
}

/** The counter where goods come back. */
export type ReturnDesk = Desk & { readonly refunds: RefundPort }

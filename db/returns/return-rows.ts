import type { Fen } from '../../core/money/fen.ts'
import type { Quantity } from '../../core/money/decimal.ts'
import type { ReturnState } from '../../core/return/step.ts'
import type { PaymentChannel } from '../../core/tender/payment-code.ts'
import type { RefundState, TenderKind } from '../../core/tender/tender.ts'

/** A row of `sale_return`. */
export type ReturnRow = {
  readonly id: string
  readonly number: string
  readonly sale_id: string
  readonly state: ReturnState
  readonly reason: string
  readonly shift_id: string
  readonly operator_id: number
  readonly approval_id: string | null
  /** The settlement that 2103 has to undo first. */
  readonly settlement_id: string | null
  /** The 1101 that was made for it. */
  readonly identification_id: string | null
  readonly amount_fen: Fen
  readonly resale_id: string | null
  readonly opened_at: number
  readonly closed_at: number | null
}

/** What comes back of a line, and what is kept of it while its settlement is cancelled. */
export type ReturnLineRow = {
  readonly return_id: string
  readonly line_id: string
  readonly quantity_e4: Quantity
  readonly amount_fen: Fen
  readonly kept_e4: Quantity
  readonly kept_amount_fen: Fen
}

/** A row of `refund`, with the kind of the tender that it gives back. */
export type RefundRow = {
  readonly id: string
  readonly return_id: string
  readonly tender_id: string
  readonly tender_kind: TenderKind
  readonly shift_id: string | null
  readonly state: RefundState
  readonly amount_fen: Fen
  readonly order_number: string | null
  readonly reference: string | null
  readonly instead_in_cash: 0 | 1
}

/** A refund that is not over, with the payment and the sale it belongs to. */
export type OpenRefundRow = RefundRow & {
  readonly changed_at: number
  readonly channel: PaymentChannel | null
  readonly sale_id: string
  readonly sale_number: string
}

import type { SaleState } from '../../core/sale/state.ts'
import type { PrescriptionClass, TracePolicy } from '../../core/sale/goods.ts'
import type { Fen } from '../../core/money/fen.ts'
import type { Quantity, UnitPrice } from '../../core/money/decimal.ts'
import type { PaymentChannel } from '../../core/tender/payment-code.ts'
import type { TenderState } from '../../core/tender/state.ts'
import type { TenderKind } from '../../core/tender/tender.ts'

/** A row of `sale`. */
export type SaleRow = {
  readonly id: string
  readonly number: string
  readonly till: string
  readonly shift_id: string
  readonly operator_id: number
  readonly state: SaleState
  readonly opened_at: number
  readonly closed_at: number | null
  readonly sale_discount_fen: Fen
  readonly total_fen: Fen
  readonly current_line_id: string | null
  readonly void_reason: string | null
}

/** A row of `sale_line`: the good as it was when it was sold, and its money. */
export type SaleLineRow = {
  readonly id: string
  readonly sale_id: string
  readonly position: number
  readonly goods_id: number
  readonly batch_id: number | null
  readonly code: string
  readonly name: string
  readonly specification: string
  readonly manufacturer: string
  readonly unit: string
  readonly national_code: string | null
  readonly prescription_class: PrescriptionClass
  readonly trace_policy: TracePolicy
  readonly barcode: string | null
  readonly pack_size: number
  readonly unit_price_micro: UnitPrice
  readonly quantity_e4: Quantity
  readonly split: 0 | 1
  readonly gross_fen: Fen
  readonly own_discount_fen: Fen
  readonly shared_discount_fen: Fen
  readonly amount_fen: Fen
  /** The price of the goods list, when the line is sold at another one. */
  readonly list_price_micro: UnitPrice | null
}

/** A line together with the batch it is sold from. */
export type SaleLineWithBatch = SaleLineRow & {
  readonly batch_serial: string | null
  readonly lot_number: string | null
  readonly manufactured_on: string | null
  readonly expires_on: string | null
}

export type TraceCodeRow = {
  readonly code: string
  readonly sale_id: string
  readonly line_id: string
  readonly split: 0 | 1
  readonly state: 'reserved' | 'sold' | 'released' | 'returned'
}

export type TenderRow = {
  readonly id: string
  readonly sale_id: string
  readonly shift_id: string
  readonly kind: TenderKind
  readonly state: TenderState
  readonly amount_fen: Fen
  readonly received_fen: Fen
  readonly change_fen: Fen
  readonly order_number: string | null
  readonly channel: PaymentChannel | null
  readonly reference: string | null
  /** Our number for giving it back at the acquirer; one for its whole life. */
  readonly refund_number: string | null
  /** The shift whose drawer gave it back. */
  readonly refund_shift_id: string | null
  readonly at: number
  readonly changed_at: number
}

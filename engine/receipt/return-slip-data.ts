import type { Fen } from '../../core/money/fen.ts'
import type { TenderKind } from '../../core/tender/tender.ts'
import type { ReceiptData, ReceiptLine } from './receipt-data.ts'

/** The settlement that a return cancelled. Masking of the name is done by the slip. */
export type ReturnSlipInsured = {
  readonly personName: string
  /** What went back to the funds and to the personal account. */
  readonly fundBack: Fen
  readonly accountBack: Fen
  /** `balc` after the cancellation, where the centre said it. */
  readonly balanceAfter?: Fen
  /** `setl_id`, `mdtrt_id` of what was cancelled. */
  readonly settlementId: string
  readonly visitId: string
  /** `setl_id` of the undoing record, where it has its own. */
  readonly cancellationId?: string
}

export type ReturnSlipRefund = {
  readonly kind: TenderKind
  readonly amount: Fen
  readonly reference?: string
  /** The acquirer would not give it back: it was given in cash. */
  readonly insteadInCash: boolean
}

/** Everything that stands on the slip of a return, as the database has it. */
export type ReturnSlipData = Pick<
  ReceiptData,
  'shop' | 'till' | 'operator' | 'printedAt' | 'copy' | 'footer'
> & {
  readonly returnNumber: string
  readonly saleNumber: string
  readonly completedAt: number
  readonly reason: string
  /** What came back, with its codes. */
  readonly lines: readonly ReceiptLine[]
  /** Worth of what came back. */
  readonly amount: Fen
  readonly insured?: ReturnSlipInsured
  readonly refunds: readonly ReturnSlipRefund[]
  /** What was kept of the cancelled settlement: paid back here, paid again with the new sale. */
  readonly paidAgain?: { readonly saleNumber: string; readonly amount: Fen }
}

export const RETURN_FOOTER: readonly string[] = [
  '退款请当面点清，本小票请妥善保管',
  '医保热线 12393 投诉热线 12315',
]

import type { ReadableDb } from '../../db/connection/database.ts'
import type { AcquirerLedger } from '../../sandbox/acquirer/acquirer-ledger.ts'
import type { Payment, Refund } from '../../sandbox/acquirer/shapes.ts'

/** What the acquirer holds. */
export type PaymentTruth = { readonly payments: readonly Payment[]; readonly refunds: readonly Refund[] }

/** Of an acquirer in this process. */
export function paymentsOf(ledger: AcquirerLedger): PaymentTruth {
  return { payments: ledger.payments(), refunds: ledger.refunds() }
}

type Row = {
  readonly order_number: string
  readonly state: string
  readonly amount_fen: number
  /** Given back in returns. */
  readonly returned_fen: number
  /** State of a case about this payment, if there is one. */
  readonly case_state: string | null
}

const ROWS = `SELECT tender.order_number, tender.state, tender.amount_fen,
    (SELECT coalesce(sum(amount_fen), 0) FROM refund WHERE tender_id = tender.id AND state = 'done' AND instead_in_cash = 0)
      AS returned_fen,
    (SELECT state FROM sale_case WHERE tender_id = tender.id) AS case_state
  FROM tender WHERE kind = 'qr'`

/** What till and acquirer say differently about payments by code once everything was asked. */
export function comparePayments(db: ReadableDb, truth: PaymentTruth): string[] {
  const rows = new Map(
    db
      .read<Row>(ROWS)
      .all()
      .map((row) => [row.order_number, row]),
  )
  return truth.payments.flatMap((payment) => {
    const row = rows.get(payment.orderNumber)
    const back = truth.refunds
      .filter((refund) => refund.orderNumber === payment.orderNumber)
      .reduce((sum, refund) => sum + refund.amount, 0)
    const kept = payment.state === 'paid' ? payment.amount - back : 0
    const claimed = row === undefined ? 0 : keptByTill(row)
    return kept === claimed
      ? []
      : [
          `payment ${payment.orderNumber}: the acquirer kept ${kept} fen, the till says ${claimed} (${row?.state ?? 'nothing'})`,
        ]
  })
}

/** What the till says the shop has of a payment; a case says that the customer's money is there without a sale. */
function keptByTill(row: Row): number {
  if (row.case_state !== null && row.case_state !== 'undone') return row.amount_fen
  return row.state === 'taken' ? row.amount_fen - row.returned_fen : 0
}

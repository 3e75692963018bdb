import type { Fen } from '../../core/money/fen.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

export type CancellationRow = {
  readonly settlement_id: string
  readonly exchange_id: number
  /** The undoing record's own id or the settlement's: platforms differ. */
  readonly setl_id: string
  /** As sent: negative or positive. */
  readonly total_fen: Fen
  readonly fund_paid_fen: Fen
  readonly account_paid_fen: Fen
  readonly balance_after_fen: Fen | null
  readonly at: number
}

/** Keeps what 2103 answered, in the transaction that journals it. */
export function insertCancellation(db: WritableDb, row: CancellationRow): void {
  db.write(
    `INSERT INTO settlement_cancellation (settlement_id, exchange_id, setl_id, total_fen, fund_paid_fen, account_paid_fen,
       balance_after_fen, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.settlement_id,
    row.exchange_id,
    row.setl_id,
    row.total_fen,
    row.fund_paid_fen,
    row.account_paid_fen,
    row.balance_after_fen,
    row.at,
  )
  recordChange(db, {
    name: 'settlement.cancellation-answered',
    subject: row.settlement_id,
    detail: { setlId: row.setl_id, fundPaid: row.fund_paid_fen, accountPaid: row.account_paid_fen },
  })
}

/** What 2103 answered last for a settlement; undefined when it was never answered (a query may have proved it all the same). */
export function cancellationOf(db: ReadableDb, settlementId: string): CancellationRow | undefined {
  return db
    .read<CancellationRow>(
      `SELECT settlement_id, exchange_id, setl_id, total_fen, fund_paid_fen, account_paid_fen, balance_after_fen, at
       FROM settlement_cancellation WHERE settlement_id = ? ORDER BY exchange_id DESC LIMIT 1`,
    )
    .get(settlementId)
}

/** The number of the sale whose settlement of this person is on its way in one direction or the other. */
export function saleInFlightOf(db: ReadableDb, personNumber: string): string | undefined {
  return db
    .read<{ number: string }>(
      `SELECT sale.number FROM settlement CROSS JOIN sale ON sale.id = settlement.sale_id
       WHERE settlement.person_number = ? AND settlement.state IN
         ('prepared', 'sent', 'unknown', 'cancelling', 'cancel-unknown', 'reversing', 'reverse-unknown')`,
    )
    .get(personNumber)?.number
}

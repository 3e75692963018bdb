import type { ReadableDb } from '../../db/connection/database.ts'
import type { SettlementState } from '../../core/settlement/state.ts'
import type { SaleState } from '../../core/sale/state.ts'

/** A settlement of the till with what finds it at the centre. */
export type TillSettlement = {
  readonly id: string
  readonly sale_id: string
  readonly state: SettlementState
  readonly msgid: string | null
  readonly setl_id: string | null
  readonly claimed_fen: number
  readonly fund_paid_fen: number | null
  readonly account_paid_fen: number | null
  readonly cash_part_fen: number | null
}

export type TillSale = {
  readonly id: string
  readonly number: string
  readonly state: SaleState
  readonly total_fen: number
  readonly tendered_fen: number
  readonly refunded_fen: number
  readonly returned_fen: number
}

export type TillCase = { readonly msgid: string; readonly state: string; readonly sale_id: string }

export type TillTrace = {
  readonly code: string
  readonly state: string
  readonly split: 0 | 1
  readonly sale_id: string
}

/** All settlements that ever had a request, oldest first. */
export function tillSettlements(db: ReadableDb): TillSettlement[] {
  return db
    .read<TillSettlement>(
      `SELECT settlement.id, settlement.sale_id, settlement.state, exchange.msgid, setl_id, claimed_fen, fund_paid_fen,
         account_paid_fen, cash_part_fen
       FROM settlement LEFT JOIN exchange ON exchange.id = settlement.settle_exchange_id
       WHERE settlement.state NOT IN ('draft', 'quoted') ORDER BY settlement.id`,
    )
    .all()
}

/** All sales with what was paid for them and given back. */
export function tillSales(db: ReadableDb): TillSale[] {
  return db
    .read<TillSale>(
      `SELECT sale.id, sale.number, sale.state, sale.total_fen,
         (SELECT coalesce(sum(amount_fen), 0) FROM tender WHERE sale_id = sale.id AND state = 'taken') AS tendered_fen,
         (SELECT coalesce(sum(refund.amount_fen), 0) FROM refund JOIN tender ON tender.id = refund.tender_id
           WHERE tender.sale_id = sale.id AND refund.state = 'done') AS refunded_fen,
         (SELECT coalesce(sum(amount_fen), 0) FROM sale_return WHERE sale_id = sale.id AND state = 'completed') AS returned_fen
       FROM sale ORDER BY sale.id`,
    )
    .all()
}

/** Cases with the msgid of the answer that came too late. */
export function tillCases(db: ReadableDb): TillCase[] {
  return db
    .read<TillCase>(
      `SELECT exchange.msgid, sale_case.state, sale_case.sale_id FROM sale_case
       JOIN exchange ON exchange.id = sale_case.exchange_id`,
    )
    .all()
}

/** Every trace code that is reserved or sold now. */
export function liveTraces(db: ReadableDb): TillTrace[] {
  return db
    .read<TillTrace>(
      `SELECT code, state, split, sale_id FROM trace_code WHERE state IN ('reserved', 'sold') ORDER BY id`,
    )
    .all()
}

/** How many reports the centre has not taken yet. */
export function waitingReports(db: ReadableDb): number {
  return (
    db.read<{ n: number }>('SELECT count(*) AS n FROM outbox WHERE acknowledged_at IS NULL').get()?.n ?? 0
  )
}

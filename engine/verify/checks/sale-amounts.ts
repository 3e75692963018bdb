import { yuanText } from '../../contract/messages/amounts.ts'
import { IN_FLIGHT_STATES } from '../../../core/tender/state.ts'
import { check, sqlList, violation, type Check } from '../check.ts'

type Line = {
  readonly id: string
  readonly number: string
  readonly position: number
  readonly amount_fen: number
  readonly gross_fen: number
  readonly expected_fen: number
}

// price in micro-yuan times quantity in 1e-4 units, rounded once, half a fen up
const GROSS = '(unit_price_micro * quantity_e4 + 50000000) / 100000000'

export const lineAmount: Check = check(5, 'line-amount', '每行金额 = 单价 × 数量 − 优惠', [
  violation<Line>(
    `SELECT sale_line.id, number, position, amount_fen, gross_fen, ${GROSS} AS expected_fen
     FROM sale_line JOIN sale ON sale.id = sale_line.sale_id
     WHERE gross_fen <> ${GROSS} OR amount_fen <> gross_fen - own_discount_fen - shared_discount_fen`,
    (line) => ({
      subject: line.id,
      text: `单号 ${line.number} 第 ${line.position} 行：单价 × 数量 = ${yuanText(line.expected_fen)}，记为 ${yuanText(line.gross_fen)}，优惠后 ${yuanText(line.amount_fen)}`,
    }),
  ),
])

type Total = {
  readonly id: string
  readonly number: string
  readonly total_fen: number
  readonly lines_fen: number
  readonly sale_discount_fen: number
  readonly shared_fen: number
}

export const saleTotal: Check = check(6, 'sale-total', '整单合计和整单优惠 = 各行相加', [
  violation<Total>(
    `SELECT id, number, total_fen, sale_discount_fen, coalesce(lines_fen, 0) AS lines_fen, coalesce(shared_fen, 0) AS shared_fen
     FROM (SELECT id, number, total_fen, sale_discount_fen,
       (SELECT sum(amount_fen) FROM sale_line WHERE sale_id = sale.id AND removed_at IS NULL) AS lines_fen,
       (SELECT sum(shared_discount_fen) FROM sale_line WHERE sale_id = sale.id AND removed_at IS NULL) AS shared_fen
       FROM sale)
     WHERE total_fen <> coalesce(lines_fen, 0) OR sale_discount_fen <> coalesce(shared_fen, 0)`,
    (sale) => ({
      subject: sale.id,
      text: `单号 ${sale.number} 合计 ${yuanText(sale.total_fen)}、优惠 ${yuanText(sale.sale_discount_fen)}，各行相加是 ${yuanText(sale.lines_fen)} 和 ${yuanText(sale.shared_fen)}`,
    }),
  ),
])

type Cover = {
  readonly id: string
  readonly number: string
  readonly total_fen: number
  readonly insured_fen: number
  readonly taken_fen: number
  readonly refunded_fen: number
  readonly returned_fen: number
}

const UNFINISHED_RETURN = `EXISTS (SELECT 1 FROM sale_return WHERE sale_return.sale_id = sale.id AND state IN ('open', 'refunding'))`

/** Invariant 3. What a return cancels and settles anew is given back by the old sale, too. */
export const saleCovered: Check = check(7, 'sale-covered', '医保 + 个账 + 收款 − 退款 = 合计 − 退货', [
  violation<Cover>(
    `SELECT * FROM (SELECT id, number, total_fen,
       coalesce((SELECT sum(fund_paid_fen + account_paid_fen + institution_borne_fen) FROM settlement
         WHERE sale_id = sale.id AND state = 'settled'), 0) AS insured_fen,
       -- a tender that was undone before its sale was completed is refunded; what a return gives back is a row of refund
       coalesce((SELECT sum(amount_fen) FROM tender WHERE sale_id = sale.id AND state = 'taken'), 0) AS taken_fen,
       coalesce((SELECT sum(refund.amount_fen) FROM tender CROSS JOIN refund ON refund.tender_id = tender.id
         WHERE tender.sale_id = sale.id AND refund.state = 'done'), 0) AS refunded_fen,
       coalesce((SELECT sum(sale_return.amount_fen
           + (SELECT coalesce(sum(kept_amount_fen), 0) FROM return_line WHERE return_id = sale_return.id)) FROM sale_return
         WHERE sale_return.sale_id = sale.id AND state = 'completed'), 0) AS returned_fen
       FROM sale WHERE state = 'completed' AND NOT ${UNFINISHED_RETURN})
     WHERE insured_fen + taken_fen - refunded_fen <> total_fen - returned_fen`,
    (sale) => ({
      subject: sale.id,
      text: `单号 ${sale.number} 合计 ${yuanText(sale.total_fen)}、退货 ${yuanText(sale.returned_fen)}，医保承担 ${yuanText(sale.insured_fen)}、收款 ${yuanText(sale.taken_fen)}、退款 ${yuanText(sale.refunded_fen)}，对不上`,
    }),
  ),
])

type AtRest = {
  readonly id: string
  readonly number: string
  readonly sale_state: string
  readonly what: string
  readonly state: string
}

export const saleAtRest: Check = check(8, 'sale-at-rest', '已了结的单没有在途的钱', [
  violation<AtRest>(
    `SELECT tender.id, number, sale.state AS sale_state, '收款' AS what, tender.state AS state
     FROM tender JOIN sale ON sale.id = tender.sale_id
     WHERE (sale.state = 'completed' AND tender.state IN (${sqlList(IN_FLIGHT_STATES)}))
       OR (sale.state = 'voided' AND tender.state NOT IN ('refused', 'refunded'))`,
    sayAtRest,
  ),
  violation<AtRest>(
    `SELECT settlement.id, number, sale.state AS sale_state, '医保结算' AS what, settlement.state AS state
     FROM settlement JOIN sale ON sale.id = settlement.sale_id
     WHERE settlement.state NOT IN ('draft', 'quoted', 'refused', 'cancelled', 'reversed')
       AND ((sale.state = 'completed' AND settlement.state <> 'settled' AND NOT ${UNFINISHED_RETURN})
         OR sale.state = 'voided')`,
    sayAtRest,
  ),
])

function sayAtRest(row: AtRest): { subject: string; text: string } {
  return {
    subject: row.id,
    text: `单号 ${row.number}（${row.sale_state}）的${row.what} ${row.id} 还是 ${row.state}`,
  }
}

import { quantityText, yuanText } from '../../contract/messages/amounts.ts'
import { check, violation, type Check } from '../check.ts'

type Returned = {
  readonly id: string
  readonly number: string
  readonly position: number
  readonly quantity_e4: number
  readonly amount_fen: number
  readonly back_e4: number
  readonly back_fen: number
}

export const returnGoods: Check = check(28, 'return-goods', '退的不多于卖的，退货金额 = 各行相加', [
  violation<Returned>(
    `SELECT sale_line.id, number, position, sale_line.quantity_e4, sale_line.amount_fen, back_e4, back_fen
     FROM (SELECT line_id, sum(quantity_e4 + kept_e4) AS back_e4,
         sum(return_line.amount_fen + kept_amount_fen) AS back_fen FROM return_line
       JOIN sale_return ON sale_return.id = return_id WHERE state <> 'abandoned' GROUP BY line_id)
     JOIN sale_line ON sale_line.id = line_id JOIN sale ON sale.id = sale_line.sale_id
     WHERE back_e4 > sale_line.quantity_e4 OR back_fen > sale_line.amount_fen`,
    (line) => ({
      subject: line.id,
      text: `单号 ${line.number} 第 ${line.position} 行卖出 ${quantityText(line.quantity_e4)}（${yuanText(line.amount_fen)}），退了 ${quantityText(line.back_e4)}（${yuanText(line.back_fen)}）`,
    }),
  ),
  violation<{ id: string; number: string; amount_fen: number; lines_fen: number }>(
    `SELECT * FROM (SELECT id, number, amount_fen, coalesce((SELECT sum(amount_fen) FROM return_line
       WHERE return_id = sale_return.id), 0) AS lines_fen FROM sale_return) WHERE amount_fen <> lines_fen`,
    ({ id, number, amount_fen, lines_fen }) => ({
      subject: id,
      text: `退货单 ${number} 金额 ${yuanText(amount_fen)}，各行相加是 ${yuanText(lines_fen)}`,
    }),
  ),
  violation<{ id: string; number: string }>(
    `SELECT DISTINCT sale_return.id, sale_return.number FROM sale_return JOIN sale ON sale.id = sale_return.sale_id
       LEFT JOIN return_line ON return_id = sale_return.id LEFT JOIN sale_line ON sale_line.id = line_id
     WHERE sale.state <> 'completed' OR sale_line.sale_id <> sale.id OR sale_line.removed_at IS NOT NULL`,
    ({ id, number }) => ({ subject: id, text: `退货单 ${number} 退的不是一笔完成的销售里的商品` }),
  ),
  violation<{ code: string; number: string; state: string }>(
    `SELECT code, number, trace_code.state FROM return_trace_code JOIN sale_return ON sale_return.id = return_id
       JOIN trace_code ON trace_code.id = trace_code_id
     WHERE sale_return.state = 'completed' AND (trace_code.state <> 'returned' OR trace_code.sale_id <> sale_return.sale_id)`,
    ({ code, number, state }) => ({
      subject: code,
      text: `退货单 ${number} 已完成，追溯码 ${code} 却是 ${state}`,
    }),
  ),
])

type Refunded = { readonly id: string; readonly amount_fen: number; readonly back_fen: number }

export const returnRefunds: Check = check(29, 'return-refunds', '退款不多于收款，完成的退货没有在途的退款', [
  violation<Refunded>(
    `SELECT tender.id, tender.amount_fen, back_fen FROM (SELECT tender_id, sum(amount_fen) AS back_fen FROM refund
       WHERE state <> 'refused' AND return_id NOT IN (SELECT id FROM sale_return WHERE state = 'abandoned')
       GROUP BY tender_id) JOIN tender ON tender.id = tender_id WHERE back_fen > tender.amount_fen`,
    ({ id, amount_fen, back_fen }) => ({
      subject: id,
      text: `收款 ${id} 收了 ${yuanText(amount_fen)}，退款 ${yuanText(back_fen)}`,
    }),
  ),
  violation<{ id: string; number: string; state: string }>(
    `SELECT refund.id, number, refund.state FROM refund JOIN sale_return ON sale_return.id = return_id
       JOIN tender ON tender.id = tender_id
     WHERE tender.sale_id <> sale_return.sale_id OR tender.state <> 'taken'
       OR (sale_return.state = 'completed' AND refund.state IN ('planned', 'prepared', 'sent', 'unknown'))
       OR (sale_return.state = 'abandoned' AND refund.state NOT IN ('planned', 'refused'))`,
    ({ id, number, state }) => ({
      subject: id,
      text: `退货单 ${number} 的退款 ${id}（${state}）与退货单或收款的状态不符`,
    }),
  ),
])

import { yuanText } from '../../contract/messages/amounts.ts'
import { check, violation, type Check } from '../check.ts'

/** Invariant 4. */
export const accountCard: Check = check(24, 'account-card', '个账扣过的不再刷卡', [
  violation<{ id: string; number: string; account_paid_fen: number }>(
    `SELECT tender.id, number, account_paid_fen FROM tender JOIN sale ON sale.id = tender.sale_id
       JOIN settlement ON settlement.sale_id = sale.id
     WHERE kind = 'account-card' AND tender.state <> 'refused' AND account_paid_fen <> 0
       AND settlement.state IN ('settled', 'cancelling', 'cancel-unknown', 'disputed')`,
    ({ id, number, account_paid_fen }) => ({
      subject: id,
      text: `单号 ${number} 的个账已扣 ${yuanText(account_paid_fen)}，又刷了社保卡（收款 ${id}）`,
    }),
  ),
])

type Tender = {
  readonly id: string
  readonly number: string
  readonly amount_fen: number
  readonly received_fen: number
  readonly change_fen: number
}

export const tenderAmount: Check = check(25, 'tender-amount', '收款 = 实收 − 找零，除现金外没有找零', [
  violation<Tender>(
    `SELECT tender.id, number, amount_fen, received_fen, change_fen FROM tender JOIN sale ON sale.id = tender.sale_id
     WHERE amount_fen <= 0 OR change_fen < 0 OR amount_fen <> received_fen - change_fen OR (kind <> 'cash' AND change_fen <> 0)`,
    (tender) => ({
      subject: tender.id,
      text: `单号 ${tender.number} 的收款 ${tender.id}：收 ${yuanText(tender.amount_fen)}，实收 ${yuanText(tender.received_fen)}，找零 ${yuanText(tender.change_fen)}`,
    }),
  ),
])

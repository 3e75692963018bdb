import { yuanText } from '../../contract/messages/amounts.ts'
import { check, violation, type Check } from '../check.ts'

type Drawer = { readonly id: string; readonly expected_drawer_fen: number; readonly adds_up_fen: number }

/** Invariant 9: what a shift was closed with is what its rows add up to, then and now. */
export const shiftDrawer: Check = check(26, 'shift-drawer', '应有现金 = 备用金 + 收 − 退 ± 存取', [
  violation<Drawer>(
    `SELECT * FROM (SELECT id, expected_drawer_fen, opening_float_fen
       + coalesce((SELECT sum(amount_fen) FROM tender
           WHERE shift_id = shift.id AND kind = 'cash' AND state IN ('taken', 'refunded')), 0)
       - coalesce((SELECT sum(refund.amount_fen) FROM refund JOIN tender ON tender.id = refund.tender_id
           WHERE refund.shift_id = shift.id AND refund.state = 'done'
             AND (tender.kind = 'cash' OR refund.instead_in_cash = 1)), 0)
       - coalesce((SELECT sum(amount_fen) FROM tender
           WHERE refund_shift_id = shift.id AND kind = 'cash' AND state = 'refunded'), 0)
       + coalesce((SELECT sum(amount_fen) FROM cash_move WHERE shift_id = shift.id), 0) AS adds_up_fen
       FROM shift WHERE expected_drawer_fen IS NOT NULL)
     WHERE expected_drawer_fen <> adds_up_fen`,
    ({ id, expected_drawer_fen, adds_up_fen }) => ({
      subject: id,
      text: `班次 ${id} 交班时应有现金 ${yuanText(expected_drawer_fen)}，按记录相加是 ${yuanText(adds_up_fen)}`,
    }),
  ),
])

export const oneOpen: Check = check(27, 'one-open', '一台收银机最多一个班次、一张单在办理', [
  violation<{ till: string; n: number }>(
    'SELECT till, count(*) AS n FROM shift WHERE closed_at IS NULL GROUP BY till HAVING n > 1',
    ({ till, n }) => ({ subject: till, text: `收银机 ${till} 有 ${n} 个没有交班的班次` }),
  ),
  violation<{ till: string; n: number }>(
    `SELECT till, count(*) AS n FROM sale WHERE state = 'open' GROUP BY till HAVING n > 1`,
    ({ till, n }) => ({ subject: till, text: `收银机 ${till} 有 ${n} 张单同时在办理` }),
  ),
])

import { check, violation, type Check } from '../check.ts'

/** States that an open question belongs to. */
const ASKED_ABOUT = `('unknown', 'cancel-unknown', 'reversing', 'reverse-unknown')`
/** States in which nothing is left to ask. */
const ANSWERED = `('draft', 'quoted', 'settled', 'refused', 'cancelled', 'reversed')`

export const resolutions: Check = check(31, 'resolutions', '追问与结算的状态一致', [
  violation<{ settlement_id: string; state: string; ended: 0 | 1 }>(
    `SELECT settlement_id, state, ended_at IS NOT NULL AS ended FROM resolution
       JOIN settlement ON settlement.id = settlement_id
     WHERE (ended_at IS NULL AND state IN ${ANSWERED}) OR (ended_at IS NOT NULL AND state IN ${ASKED_ABOUT})`,
    ({ settlement_id, state, ended }) => ({
      subject: settlement_id,
      text: `结算 ${settlement_id} 是 ${state}，追问却${ended === 1 ? '已经停止' : '还在继续'}`,
    }),
  ),
])

export const cases: Check = check(32, 'cases', '待处理事项与来由一致', [
  violation<{ id: string; kind: string; state: string }>(
    `SELECT sale_case.id, sale_case.kind, sale_case.state FROM sale_case JOIN exchange ON exchange.id = sale_case.exchange_id
       LEFT JOIN settlement ON settlement.id = settlement_id LEFT JOIN tender ON tender.id = tender_id
     WHERE (sale_case.kind = 'late-settlement' AND settlement.sale_id IS NOT sale_case.sale_id)
       OR (sale_case.kind = 'late-tender' AND tender.sale_id IS NOT sale_case.sale_id)
       OR exchange.sale_id IS NOT sale_case.sale_id
       OR (sale_case.state IN ('undoing', 'undo-unknown', 'undone') AND undo_exchange_id IS NULL)
       OR (sale_case.state = 'closed' AND closed_by IS NULL)`,
    ({ id, kind, state }) => ({
      subject: id,
      text: `事项 ${id}（${kind}，${state}）与它的单、结算、报文或处理人不符`,
    }),
  ),
])

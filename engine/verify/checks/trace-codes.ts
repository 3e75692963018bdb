import { LIVE_STATES } from '../../../core/settlement/state.ts'
import { check, sqlList, violation, type Check } from '../check.ts'

type Coded = {
  readonly id: string
  readonly number: string
  readonly position: number
  readonly needed: number
  readonly n: number
}

/** Invariant 7, first half: one code for every box; one for an opened pack; before the insurance is asked to pay. */
export const traceComplete: Check = check(19, 'trace-complete', '该有追溯码的每盒都有一个', [
  violation<Coded>(
    `SELECT * FROM (SELECT sale_line.id, number, position,
       CASE WHEN trace_policy = 'exempt' THEN 0 WHEN split = 1 THEN 1 ELSE (quantity_e4 + 9999) / 10000 END AS needed,
       (SELECT count(*) FROM trace_code WHERE line_id = sale_line.id AND trace_code.state <> 'released'
         AND (trace_code.state IN ('sold', 'returned') OR sale.state <> 'completed')) AS n
       FROM sale JOIN sale_line ON sale_line.sale_id = sale.id
       WHERE removed_at IS NULL AND (sale.state = 'completed' OR EXISTS (SELECT 1 FROM settlement
         WHERE settlement.sale_id = sale.id AND settlement.state IN (${sqlList(LIVE_STATES)}))))
     WHERE n <> needed`,
    ({ id, number, position, needed, n }) => ({
      subject: id,
      text: `单号 ${number} 第 ${position} 行应有 ${needed} 个追溯码，实有 ${n} 个`,
    }),
  ),
])

export const traceState: Check = check(20, 'trace-state', '追溯码的状态与销售单一致', [
  violation<{ code: string; number: string; state: string; sale_state: string }>(
    `SELECT trace_code.code, number, trace_code.state AS state, sale.state AS sale_state FROM trace_code
       JOIN sale ON sale.id = trace_code.sale_id JOIN sale_line ON sale_line.id = line_id
     WHERE (trace_code.state = 'reserved' AND (sale.state NOT IN ('open', 'held') OR removed_at IS NOT NULL))
       OR (trace_code.state = 'sold' AND sale.state <> 'completed')
       OR (trace_code.state = 'returned' AND NOT EXISTS (SELECT 1 FROM sale_return
         WHERE sale_return.sale_id = sale.id AND sale_return.state = 'completed'))
       OR sale_line.sale_id <> trace_code.sale_id`,
    ({ code, number, state, sale_state }) => ({
      subject: code,
      text: `追溯码 ${code} 是 ${state}，而单号 ${number} 是 ${sale_state}`,
    }),
  ),
])

/** Invariant 7, second half: a whole box is live once; an opened pack serves several sales until it is empty. */
export const traceLiveOnce: Check = check(21, 'trace-live-once', '一个追溯码不会卖两次', [
  violation<{ code: string; n: number }>(
    `SELECT code, n FROM (SELECT code, sum(split = 0) AS whole, count(*) AS n FROM trace_code
       WHERE state IN ('reserved', 'sold') GROUP BY code) WHERE whole > 0 AND n > 1`,
    ({ code, n }) => ({ subject: code, text: `追溯码 ${code} 同时在 ${n} 处有效` }),
  ),
  violation<{ code: string }>(
    `SELECT code FROM (SELECT trace_code.code, sum(quantity_e4 - coalesce((
         SELECT sum(return_line.quantity_e4 + kept_e4) FROM return_line JOIN sale_return ON sale_return.id = return_id
         WHERE return_line.line_id = sale_line.id AND sale_return.state = 'completed'), 0)) AS sold, max(pack_size) AS pack
       FROM trace_code JOIN sale_line ON sale_line.id = line_id
       WHERE trace_code.split = 1 AND trace_code.state IN ('reserved', 'sold') GROUP BY trace_code.code)
     WHERE sold > pack * 10000`,
    ({ code }) => ({ subject: code, text: `追溯码 ${code} 的拆零数量超过一整包` }),
  ),
])

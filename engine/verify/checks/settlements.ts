import { LIVE_STATES } from '../../../core/settlement/state.ts'
import { SETTLEMENT_TRANSITIONS } from '../../../core/settlement/transitions.ts'
import { yuanText } from '../../contract/messages/amounts.ts'
import { check, sqlList, violation, type Check } from '../check.ts'

/** States in which a person's money is on its way. */
const IN_FLIGHT = [
  'prepared',
  'sent',
  'unknown',
  'cancelling',
  'cancel-unknown',
  'reversing',
  'reverse-unknown',
]

export const oneLiveSettlement: Check = check(9, 'one-live-settlement', '一单最多一笔有效的医保结算', [
  violation<{ id: string; number: string; n: number }>(
    `SELECT sale.id, number, n FROM (SELECT sale_id, count(*) AS n FROM settlement
       WHERE state IN (${sqlList(LIVE_STATES)}) GROUP BY sale_id HAVING n > 1) JOIN sale ON sale.id = sale_id`,
    ({ id, number, n }) => ({ subject: id, text: `单号 ${number} 同时有 ${n} 笔有效的医保结算` }),
  ),
])

export const onePersonInFlight: Check = check(10, 'one-person-in-flight', '一个人最多一笔在途的医保结算', [
  violation<{ id: string; n: number }>(
    `SELECT min(id) AS id, count(*) AS n FROM settlement WHERE state IN (${sqlList(IN_FLIGHT)})
     GROUP BY person_number HAVING n > 1`,
    ({ id, n }) => ({ subject: id, text: `结算 ${id} 的参保人同时有 ${n} 笔在途的医保结算` }),
  ),
])

/** Every move of the table, written as one text each. */
const MOVES = Object.entries(SETTLEMENT_TRANSITIONS).flatMap(([from, events]) =>
  Object.entries(events).map(([event, to]) => `${from}>${event}>${to}`),
)

type Move = {
  readonly settlement_id: string
  readonly event: string
  readonly from_state: string
  readonly to_state: string
  readonly before: string
}

export const settlementMoves: Check = check(11, 'settlement-moves', '结算的每一步都合规并接着上一步', [
  violation<Move>(
    `SELECT * FROM (SELECT settlement_id, event, from_state, to_state,
       coalesce((SELECT to_state FROM settlement_event AS earlier WHERE earlier.settlement_id = step.settlement_id
         AND earlier.id < step.id ORDER BY earlier.id DESC LIMIT 1), 'draft') AS before
       FROM settlement_event AS step)
     WHERE from_state <> before OR from_state || '>' || event || '>' || to_state NOT IN (${sqlList(MOVES)})`,
    (move) => ({
      subject: move.settlement_id,
      text: `结算 ${move.settlement_id} 在 ${move.before} 时记了 ${move.from_state} → ${move.to_state}（${move.event}）`,
    }),
  ),
])

export const settlementState: Check = check(12, 'settlement-state', '结算的状态就是最后一步的结果', [
  violation<{ id: string; state: string; last: string }>(
    `SELECT * FROM (SELECT id, state, coalesce((SELECT to_state FROM settlement_event
       WHERE settlement_id = settlement.id ORDER BY settlement_event.id DESC LIMIT 1), 'draft') AS last FROM settlement)
     WHERE state <> last`,
    ({ id, state, last }) => ({ subject: id, text: `结算 ${id} 记为 ${state}，最后一步的结果是 ${last}` }),
  ),
])

const CLAIMED = `(SELECT coalesce(sum(amount_fen), 0) FROM sale_line
  WHERE sale_line.sale_id = settlement.sale_id AND removed_at IS NULL AND national_code IS NOT NULL)`
const ADDS_UP = `(claimed_fen = fund_paid_fen + personal_part_fen + institution_borne_fen
  AND personal_part_fen = account_paid_fen + cash_part_fen)`

export const settlementSplit: Check = check(13, 'settlement-split', '医保结算的各部分相加等于申报额', [
  violation<{ id: string; state: string; claimed_fen: number }>(
    `SELECT id, state, claimed_fen FROM settlement
     WHERE (state IN ('settled', 'cancelling', 'cancel-unknown') AND ${ADDS_UP} IS NOT TRUE)
       OR (state = 'cancelled' AND ${ADDS_UP} IS FALSE)`,
    ({ id, state, claimed_fen }) => ({
      subject: id,
      text: `结算 ${id}（${state}）申报 ${yuanText(claimed_fen)}，基金、个人和机构承担各部分对不上`,
    }),
  ),
  violation<{ id: string; claimed_fen: number; lines_fen: number }>(
    `SELECT id, claimed_fen, ${CLAIMED} AS lines_fen FROM settlement
     WHERE state IN (${sqlList(LIVE_STATES)}) AND claimed_fen <> ${CLAIMED}`,
    ({ id, claimed_fen, lines_fen }) => ({
      subject: id,
      text: `结算 ${id} 申报 ${yuanText(claimed_fen)}，单上医保目录内的行相加是 ${yuanText(lines_fen)}`,
    }),
  ),
])

const stepOf = (exchange: string, steps: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM exchange_step WHERE exchange_id = ${exchange} AND step IN (${sqlList(steps)}))`

/** States that only a request that left can lead to. */
const AFTER_SENDING = LIVE_STATES.filter((state) => state !== 'prepared')

export const settlementProof: Check = check(14, 'settlement-proof', '每笔结算都有发出的请求和中心的应答', [
  violation<{ id: string; state: string }>(
    `SELECT id, state FROM settlement
     WHERE state IN (${sqlList(AFTER_SENDING)}) AND NOT ${stepOf('settle_exchange_id', ['sent'])}`,
    ({ id, state }) => ({ subject: id, text: `结算 ${id}（${state}）没有发出过的请求` }),
  ),
  violation<{ id: string; msgid: string }>(
    `SELECT settlement.id, msgid FROM settlement JOIN exchange ON exchange.id = settle_exchange_id
     WHERE exchange.sale_id IS NOT settlement.sale_id OR exchange.amount_fen IS NOT claimed_fen`,
    ({ id, msgid }) => ({ subject: id, text: `结算 ${id} 的请求 ${msgid} 不是为这一单或这个金额发的` }),
  ),
  violation<{ id: string; state: string }>(
    `SELECT id, state FROM settlement
     WHERE state IN ('settled', 'cancelling', 'cancel-unknown') AND ((setl_id IS NULL OR mdtrt_id IS NULL)
       OR NOT (${stepOf('settle_exchange_id', ['accepted', 'late-answer'])}
         OR EXISTS (SELECT 1 FROM settlement_event WHERE settlement_id = settlement.id AND to_state = 'settled'
           AND (event = 'reconciliation-found' OR ${stepOf('settlement_event.exchange_id', ['accepted', 'late-answer'])}))
         OR EXISTS (SELECT 1 FROM exchange WHERE exchange.sale_id = settlement.sale_id AND exchange.id > settle_exchange_id
           AND infno LIKE '520%' AND ${stepOf('exchange.id', ['accepted'])})))`,
    ({ id, state }) => ({ subject: id, text: `结算 ${id}（${state}）没有中心受理或查询到的凭据` }),
  ),
])

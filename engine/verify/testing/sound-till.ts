import { hash } from 'node:crypto'
import { join } from 'node:path'
import { recordChange } from '../../../db/audit/recorder.ts'
import { ENGINE, ENGINE_STARTED } from '../../../db/audit/engine-start.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { insert, SAMPLE, type Row } from '../../../db/testing/sample-rows.ts'
import { NOON, openTill, temporaryFolder } from '../../../db/testing/till-database.ts'

const BOX_FEN = 1_250
const REQUEST = { request_text: '{}', request_hash: hash('sha256', '{}') }

function sale(db: WritableDb, letter: string, row: Row): void {
  const closed = row['state'] === 'completed' || row['state'] === 'voided'
  insert(db, 'sale', {
    ...SAMPLE.sale,
    id: `sale-${letter}`,
    number: `N-${letter}`,
    shift_id: 'shift-2',
    closed_at: closed ? NOON : null,
    ...row,
  })
}

/** A line of whole boxes with a code for each. */
function line(db: WritableDb, letter: string, boxes: number, codeState: string, row: Row = {}): void {
  insert(db, 'sale_line', {
    ...SAMPLE.sale_line,
    id: `line-${letter}`,
    sale_id: `sale-${letter}`,
    quantity_e4: boxes * 10_000,
    gross_fen: boxes * BOX_FEN,
    amount_fen: boxes * BOX_FEN,
    ...row,
  })
  for (let box = 0; box < boxes; box += 1) {
    const code = `8123456${letter}000000${box}`
    insert(db, 'trace_code', {
      code,
      sale_id: `sale-${letter}`,
      line_id: `line-${letter}`,
      split: 0,
      state: codeState,
      captured_at: NOON,
    })
  }
}

function tender(db: WritableDb, letter: string, amount: number, row: Row = {}): void {
  insert(db, 'tender', {
    ...SAMPLE.tender,
    id: `tender-${letter}`,
    sale_id: `sale-${letter}`,
    shift_id: 'shift-2',
    amount_fen: amount,
    received_fen: amount,
    change_fen: 0,
    ...row,
  })
}

function exchange(db: WritableDb, id: number, infno: string, steps: readonly string[], row: Row = {}): void {
  insert(db, 'exchange', {
    ...SAMPLE.exchange,
    ...REQUEST,
    id,
    msgid: `M${id}`,
    infno,
    sale_id: null,
    ...row,
  })
  for (const step of steps) insert(db, 'exchange_step', { exchange_id: id, step, at: NOON })
}

const STEPS = [
  ['trial-accepted', 'draft', 'quoted'],
  ['request-stored', 'quoted', 'prepared'],
  ['request-sent', 'prepared', 'sent'],
] as const

/** A settlement that was sent and came to `state` by `event`; or, without an event, one that is only prepared. */
export function settlement(
  db: WritableDb,
  letter: string,
  end: { readonly event?: string; readonly state: string },
  row: Row,
): void {
  const id = `settle-${letter}`
  const saleId = typeof row['sale_id'] === 'string' ? row['sale_id'] : `sale-${letter}`
  insert(db, 'settlement', {
    ...SAMPLE.settlement,
    id,
    sale_id: saleId,
    identification_id: 'ident-1',
    person_number: `P-${letter}`,
    state: end.state,
    ...row,
  })
  const last = end.event === undefined ? [] : [[end.event, 'sent', end.state] as const]
  const moves = end.event === undefined ? STEPS.slice(0, 2) : [...STEPS, ...last]
  for (const [event, from_state, to_state] of moves) {
    insert(db, 'settlement_event', { settlement_id: id, event, from_state, to_state, at: NOON })
  }
}

function outbox(db: WritableDb, letter: string, row: Row = {}): void {
  insert(db, 'outbox', { ...SAMPLE.outbox, id: `outbox-${letter}`, sale_id: `sale-${letter}`, ...row })
}

function shopAndShifts(db: WritableDb): void {
  insert(db, 'operator', SAMPLE.operator)
  // the first shift: 100.00 float + two boxes in cash − 5.00 taken out
  insert(db, 'shift', { ...SAMPLE.shift, closed_at: NOON, expected_drawer_fen: 10_000 + 2 * BOX_FEN - 500 })
  insert(db, 'shift', { ...SAMPLE.shift, id: 'shift-2' })
  insert(db, 'cash_move', SAMPLE.cash_move)
  for (const table of ['goods', 'goods_initials', 'goods_barcode', 'trace_prefix', 'goods_batch'] as const)
    insert(db, table, SAMPLE[table])
}

/** A: insured, half paid by the insurance, report acknowledged. */
function insuredSale(db: WritableDb): void {
  sale(db, 'a', { state: 'completed', total_fen: BOX_FEN })
  line(db, 'a', 1, 'sold')
  const money = { sale_id: 'sale-a', amount_fen: BOX_FEN }
  exchange(db, 1, '1101', ['sent', 'accepted'], { sale_id: 'sale-a' })
  exchange(db, 2, '2101A', ['sent', 'accepted'], money)
  exchange(db, 3, '2102A', ['sent', 'accepted'], money)
  exchange(db, 4, '3505A', ['sent', 'accepted'], { sale_id: 'sale-a' })
  insert(db, 'identification', { ...SAMPLE.identification, sale_id: 'sale-a' })
  const split = { fund_paid_fen: 500, account_paid_fen: 250, personal_part_fen: 750, cash_part_fen: 500 }
  const ids = { setl_id: 'S1', mdtrt_id: 'V1', settled_at: NOON }
  const settled = { settle_exchange_id: 3, institution_borne_fen: 0, ...split, ...ids }
  settlement(db, 'a', { event: 'answer-accepted', state: 'settled' }, settled)
  tender(db, 'a', 500)
  outbox(db, 'a', { last_exchange_id: 4, acknowledged_at: NOON })
}

/** B: two boxes for cash, one of them brought back. */
function returnedSale(db: WritableDb): void {
  sale(db, 'b', { state: 'completed', shift_id: 'shift-1', total_fen: 2 * BOX_FEN })
  line(db, 'b', 2, 'sold')
  const moved = { ...SAMPLE.stock_move, line_id: 'line-b' }
  tender(db, 'b', 2 * BOX_FEN, { shift_id: 'shift-1' })
  outbox(db, 'b')
  insert(db, 'sale_return', {
    ...SAMPLE.sale_return,
    sale_id: 'sale-b',
    shift_id: 'shift-2',
    state: 'completed',
    closed_at: NOON,
  })
  insert(db, 'return_line', { ...SAMPLE.return_line, line_id: 'line-b' })
  db.write(`UPDATE trace_code SET state = 'returned' WHERE code LIKE '8123456b%0'`).run()
  const [code] = db
    .read<{ id: number }>(`SELECT id FROM trace_code WHERE line_id = 'line-b' AND state = 'returned'`)
    .all()
  insert(db, 'return_trace_code', { return_id: 'return-1', trace_code_id: code?.id ?? 0 })
  insert(db, 'refund', { ...SAMPLE.refund, tender_id: 'tender-b', shift_id: 'shift-2', state: 'done' })
  outbox(db, 'return', { kind: 'goods-returned', sale_id: 'sale-b', return_id: 'return-1' })
  insert(db, 'stock_move', { ...moved, id: 1, quantity_e4: -20_000 })
  insert(db, 'stock_move', { ...moved, id: 2, quantity_e4: 10_000, return_id: 'return-1' })
}

/** C: put aside while nobody knows whether it was settled. */
function unknownSale(db: WritableDb): void {
  sale(db, 'c', { state: 'held', total_fen: BOX_FEN })
  line(db, 'c', 1, 'reserved')
  exchange(db, 5, '2102A', ['sent', 'unknown'], { sale_id: 'sale-c', amount_fen: BOX_FEN })
  settlement(db, 'c', { event: 'answer-missing', state: 'unknown' }, { settle_exchange_id: 5 })
  insert(db, 'resolution', { ...SAMPLE.resolution, settlement_id: 'settle-c' })
}

/** D: at the counter, a few pieces out of an opened pack. E: paid by code, an answer came too late. F: given up. */
function otherSales(db: WritableDb): void {
  sale(db, 'd', { state: 'open', total_fen: 300 })
  const pieces = { unit_price_micro: 600_000, quantity_e4: 50_000, split: 1, gross_fen: 300, amount_fen: 300 }
  line(db, 'd', 0, 'reserved', pieces)
  const opened = { sale_id: 'sale-d', line_id: 'line-d', split: 1 }
  insert(db, 'trace_code', { ...SAMPLE.trace_code, ...opened, id: 900, code: 'opened-pack' })

  sale(db, 'e', { state: 'completed', total_fen: 2 * BOX_FEN - 100, sale_discount_fen: 100 })
  line(db, 'e', 2, 'sold', { shared_discount_fen: 100, amount_fen: 2 * BOX_FEN - 100 })
  tender(db, 'e', 2 * BOX_FEN - 100, { kind: 'qr', order_number: 'O-e', channel: 'wechat' })
  outbox(db, 'e')
  exchange(db, 6, '2102A', ['sent', 'unknown', 'late-answer'], { sale_id: 'sale-e', amount_fen: BOX_FEN })
  settlement(db, 'e', { event: 'answer-refused', state: 'refused' }, { settle_exchange_id: 6 })
  const late = { sale_id: 'sale-e', settlement_id: 'settle-e', exchange_id: 6 }
  insert(db, 'sale_case', { ...SAMPLE.sale_case, ...late })

  sale(db, 'f', { state: 'voided', total_fen: BOX_FEN })
  line(db, 'f', 1, 'released', { trace_policy: 'exempt' })
}

/** A closed data directory in which everything holds and every table that the checks look at has rows. */
export function soundTill(): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder()
  const path = join(folder, 'till.db')
  const db = openTill(path)
  db.transaction(() => {
    shopAndShifts(db)
    insuredSale(db)
    returnedSale(db)
    unknownSale(db)
    otherSales(db)
  })
  for (const lastExchange of [2, 6]) {
    const detail = { lastExchange, notSent: 0, unknown: 0 }
    db.transaction(() => recordChange(db, { name: ENGINE_STARTED, subject: ENGINE, detail }))
  }
  // what is younger than the last start may still be under way
  db.transaction(() => {
    exchange(db, 7, '1101', ['sent'])
  })
  db.close()
  return { folder, path }
}

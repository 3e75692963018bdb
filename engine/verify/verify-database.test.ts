import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accepted, openTill, refused, temporaryFolder } from '../../db/testing/till-database.ts'
import { damageIndex, spoil } from '../../db/testing/spoil.ts'
import { CHECKS } from './checks/index.ts'
import { soundTill } from './testing/sound-till.ts'
import { verifyFolder } from './verify-database.ts'

const wrong = (folder: string): string[] =>
  accepted(verifyFolder(folder))
    .checks.filter((one) => one.findings.length > 0)
    .map((one) => one.name)

/** A settlement that is prepared, in one statement list. */
const prepared = (id: string, row: { sale: string; person: string; claimed: number }): string => `
  INSERT INTO settlement (id, sale_id, identification_id, state, person_number, insurance_type, insured_place, account_used,
    basket_fingerprint, claimed_fen, changed_at)
    VALUES ('${id}', '${row.sale}', 'ident-1', 'prepared', '${row.person}', '310', '441900', 1, 'f', ${row.claimed}, 0);
  INSERT INTO settlement_event (settlement_id, event, from_state, to_state, at) VALUES
    ('${id}', 'trial-accepted', 'draft', 'quoted', 0), ('${id}', 'request-stored', 'quoted', 'prepared', 0);`

const tender = (row: { id: string; sale: string; kind: string; state: string; order?: string }): string => `
  INSERT INTO tender (id, sale_id, shift_id, kind, state, amount_fen, received_fen, change_fen, order_number, at, changed_at)
    VALUES ('${row.id}', '${row.sale}', 'shift-2', '${row.kind}', '${row.state}', 100, 100, 0, '${row.order ?? 'O'}', 0, 0);`

/** The journal without the guard that every msgid is another one. */
const WITHOUT_UNIQUE_MSGID = `
  CREATE TABLE loose (id INTEGER PRIMARY KEY, msgid TEXT, infno TEXT, purpose TEXT, sale_id TEXT, person_number TEXT,
    amount_fen INTEGER, request_text TEXT, request_hash TEXT, prepared_at INTEGER);
  INSERT INTO loose SELECT * FROM exchange; DROP TABLE exchange; ALTER TABLE loose RENAME TO exchange;
  CREATE INDEX exchange_by_sale ON exchange (sale_id) WHERE sale_id IS NOT NULL;`

const OPEN_RETURN_OF_E = `
  INSERT INTO sale_return (id, number, sale_id, state, reason, shift_id, operator_id, amount_fen, opened_at)
    VALUES ('return-e', 'R-e', 'sale-e', 'open', 'x', 'shift-2', 1, 0, 0);`

type Spoilt = readonly [name: string, what: string, sql: string, besides?: readonly string[]]

/** What is done to a sound database, and which check says so; a guard that had to go is missed by `schema`, too. */
const SPOILT: readonly Spoilt[] = [
  ['foreign-keys', 'a reference to nothing', 'UPDATE goods_barcode SET goods_id = 404'],
  ['schema', 'an index that is gone', 'DROP INDEX goods_by_name'],
  ['schema', 'a column more', 'ALTER TABLE operator ADD COLUMN nickname TEXT'],
  ['schema', 'a table of somebody else', 'CREATE TABLE theirs (a TEXT)'],
  ['audit-chain', 'an audit row altered', `UPDATE audit SET detail = '{}' WHERE id = 1`],
  ['audit-chain', 'an audit row deleted', 'DELETE FROM audit WHERE id = 1'],
  ['audit-chain', 'the last audit row altered', 'UPDATE audit SET at = 0 WHERE id = 2'],
  ['audit-chain', 'the head turned back', 'UPDATE audit_head SET count = 1'],
  [
    'line-amount',
    'a gross that is not price times quantity',
    `UPDATE sale_line SET gross_fen = gross_fen + 1, own_discount_fen = 1 WHERE id = 'line-b'`,
  ],
  ['sale-total', 'another total', `UPDATE sale SET total_fen = total_fen + 1 WHERE id = 'sale-f'`],
  ['sale-total', 'another discount', `UPDATE sale SET sale_discount_fen = 1 WHERE id = 'sale-f'`],
  [
    'sale-covered',
    'a fen too little',
    `UPDATE tender SET amount_fen = amount_fen - 1, received_fen = received_fen - 1 WHERE id = 'tender-e'`,
  ],
  [
    'sale-covered',
    'a fen more from the insurance',
    `UPDATE settlement SET institution_borne_fen = 1, fund_paid_fen = fund_paid_fen - 2, personal_part_fen = personal_part_fen + 1,
       cash_part_fen = cash_part_fen + 1 WHERE id = 'settle-a'`,
  ],
  ['sale-at-rest', 'a payment under way', tender({ id: 't', sale: 'sale-e', kind: 'qr', state: 'unknown' })],
  [
    'sale-at-rest',
    'a voided sale that was paid',
    tender({ id: 't', sale: 'sale-f', kind: 'cash', state: 'taken' }),
  ],
  [
    'sale-at-rest',
    'a voided sale that is being settled',
    prepared('s', { sale: 'sale-f', person: 'P9', claimed: 1_250 }),
  ],
  [
    'one-live-settlement',
    'two settlements of one sale',
    `DROP INDEX settlement_one_live; ${prepared('s', { sale: 'sale-c', person: 'P9', claimed: 1_250 })}`,
    ['schema'],
  ],
  [
    'one-person-in-flight',
    'one person in two settlements',
    `DROP INDEX settlement_one_in_flight_per_person; ${prepared('s', { sale: 'sale-d', person: 'P-c', claimed: 300 })}`,
    ['schema'],
  ],
  [
    'settlement-moves',
    'a move that the table does not have',
    `UPDATE settlement_event SET event = 'trial-outdated' WHERE settlement_id = 'settle-a' AND from_state = 'draft'`,
  ],
  [
    'settlement-moves',
    'a move that does not go on from the one before',
    `DELETE FROM settlement_event WHERE settlement_id = 'settle-a' AND to_state = 'prepared'`,
  ],
  [
    'settlement-state',
    'a state that nothing led to',
    `UPDATE settlement SET state = 'cancelled' WHERE id = 'settle-e'`,
  ],
  [
    'settlement-split',
    'parts that do not add up',
    `UPDATE settlement SET state = 'cancelled', fund_paid_fen = 1, personal_part_fen = 1, account_paid_fen = 0, cash_part_fen = 1,
       institution_borne_fen = 0 WHERE id = 'settle-e';
     INSERT INTO settlement_event (settlement_id, event, from_state, to_state, at) VALUES ('settle-e', 'x', 'refused', 'cancelled', 0)`,
    ['settlement-moves'],
  ],
  [
    'settlement-split',
    'a claim that is not the lines',
    `UPDATE settlement SET claimed_fen = 1350 WHERE id = 'settle-c'; UPDATE exchange SET amount_fen = 1350 WHERE id = 5`,
  ],
  [
    'settlement-proof',
    'no acceptance',
    `UPDATE exchange_step SET step = 'unknown' WHERE exchange_id = 3 AND step = 'accepted'`,
  ],
  ['settlement-proof', 'a request for another amount', 'UPDATE exchange SET amount_fen = 1 WHERE id = 3'],
  [
    'settlement-proof',
    'nothing was sent',
    `DELETE FROM exchange_step WHERE exchange_id = 5;
     INSERT INTO exchange_step (exchange_id, step, at) VALUES (5, 'not-sent', 0)`,
  ],
  ['exchange-outcome', 'no outcome', `DELETE FROM exchange_step WHERE exchange_id = 1 AND step = 'accepted'`],
  [
    'exchange-outcome',
    'two outcomes',
    `DROP INDEX exchange_step_one_outcome; INSERT INTO exchange_step (exchange_id, step, at) VALUES (1, 'refused', 0)`,
    ['schema'],
  ],
  [
    'exchange-order',
    'an answer to nothing',
    `DELETE FROM exchange_step WHERE exchange_id = 1 AND step = 'sent'`,
  ],
  [
    'exchange-order',
    'sent twice',
    `DROP INDEX exchange_step_sent_once; INSERT INTO exchange_step (exchange_id, step, at) VALUES (2, 'sent', 0)`,
    ['schema'],
  ],
  [
    'msgid-unique',
    'a msgid used twice',
    `${WITHOUT_UNIQUE_MSGID} UPDATE exchange SET msgid = 'M1' WHERE id = 2`,
    ['schema'],
  ],
  ['request-hash', 'a request altered', `UPDATE exchange SET request_text = '{"x":1}' WHERE id = 1`],
  [
    'trace-complete',
    'a code too few',
    `UPDATE trace_code SET state = 'released' WHERE code = '8123456e0000000'`,
  ],
  ['trace-state', 'a code sold of an open sale', `UPDATE trace_code SET state = 'sold' WHERE id = 900`],
  [
    'trace-state',
    'a code returned without a return',
    `UPDATE trace_code SET state = 'returned' WHERE line_id = 'line-e'`,
  ],
  [
    'trace-live-once',
    'a box sold and in the basket',
    `DROP INDEX trace_code_one_live; INSERT INTO trace_code (code, sale_id, line_id, split, state, captured_at)
       SELECT code, 'sale-d', 'line-d', 0, 'reserved', 0 FROM trace_code WHERE line_id = 'line-a'`,
    ['schema'],
  ],
  ['trace-live-once', 'more pieces than the pack', `UPDATE sale_line SET pack_size = 4 WHERE id = 'line-d'`],
  ['outbox-complete', 'a sale without its report', `DELETE FROM outbox WHERE id = 'outbox-e'`],
  ['outbox-complete', 'a return without its report', `DELETE FROM outbox WHERE id = 'outbox-return'`],
  [
    'outbox-complete',
    'a report of a sale that is open',
    `UPDATE outbox SET sale_id = 'sale-d' WHERE id = 'outbox-return'`,
  ],
  [
    'outbox-acknowledged',
    'nobody acknowledged',
    'UPDATE outbox SET last_exchange_id = 5 WHERE acknowledged_at IS NOT NULL',
  ],
  ['account-card', 'the account paid twice', `UPDATE tender SET kind = 'account-card' WHERE id = 'tender-a'`],
  [
    'tender-amount',
    'change of a payment by code',
    `UPDATE tender SET received_fen = received_fen + 5, change_fen = 5 WHERE id = 'tender-e'`,
  ],
  ['shift-drawer', 'another drawer', 'UPDATE shift SET expected_drawer_fen = expected_drawer_fen + 1'],
  [
    'shift-drawer',
    'cash moved after closing',
    `INSERT INTO cash_move (shift_id, amount_fen, reason, operator_id, at) VALUES ('shift-1', -100, 'x', 1, 0)`,
  ],
  [
    'one-open',
    'two shifts',
    `DROP INDEX shift_one_open; INSERT INTO shift (id, till, operator_id, opened_at, opening_float_fen) VALUES ('s', '01', 1, 0, 0)`,
    ['schema'],
  ],
  [
    'one-open',
    'two sales at the counter',
    `DROP INDEX sale_one_open; UPDATE sale SET state = 'open' WHERE id = 'sale-c'`,
    ['schema'],
  ],
  ['return-goods', 'more money than the goods', 'UPDATE return_line SET amount_fen = 9999'],
  [
    'return-goods',
    'more boxes than were sold',
    'UPDATE return_line SET quantity_e4 = 30000',
    ['stock-moves'],
  ],
  [
    'return-goods',
    'goods of another sale',
    `${OPEN_RETURN_OF_E} INSERT INTO return_line (return_id, line_id, quantity_e4, amount_fen) VALUES ('return-e', 'line-a', 10000, 0)`,
  ],
  [
    'return-goods',
    'a code that did not come back',
    `UPDATE return_trace_code SET trace_code_id = (SELECT id FROM trace_code WHERE line_id = 'line-b' AND state = 'sold')`,
  ],
  [
    'return-refunds',
    'more back than was taken',
    `${OPEN_RETURN_OF_E} INSERT INTO refund (id, return_id, tender_id, state, amount_fen, changed_at)
       VALUES ('refund-e', 'return-e', 'tender-e', 'planned', 99999, 0)`,
  ],
  [
    'return-refunds',
    'a refund of a tender that was undone',
    `UPDATE tender SET state = 'refunded', refund_shift_id = shift_id WHERE id IN (SELECT tender_id FROM refund)`,
    ['sale-covered', 'shift-drawer'],
  ],
  [
    'sale-covered',
    'a tender that was undone after all',
    `UPDATE tender SET state = 'refunded', refund_shift_id = shift_id WHERE id = 'tender-e'`,
  ],
  ['return-refunds', 'a refund left open', `UPDATE refund SET state = 'unknown'`, ['sale-covered']],
  ['stock-moves', 'less out than was sold', 'UPDATE stock_move SET quantity_e4 = -10000 WHERE id = 1'],
  ['stock-moves', 'less in than came back', 'UPDATE stock_move SET quantity_e4 = 5000 WHERE id = 2'],
  ['stock-moves', 'pieces for boxes', 'UPDATE stock_move SET split = 1 WHERE id = 1'],
  ['resolutions', 'nobody asks any more', 'UPDATE resolution SET ended_at = 1'],
  [
    'resolutions',
    'asking about what is settled',
    `INSERT INTO resolution (settlement_id, began_at, next_attempt_at) VALUES ('settle-a', 0, 0)`,
  ],
  ['cases', 'a case of another sale', `UPDATE sale_case SET sale_id = 'sale-a'`],
  ['cases', 'undone by nothing', `UPDATE sale_case SET state = 'undoing'`],
]

const CASES = SPOILT.map(([name, what, sql, besides]) => ({ name, what, sql, besides: besides ?? [] }))

describe('verify', () => {
  it('finds nothing wrong with a till in which everything holds', () => {
    const { folder } = soundTill()
    expect(accepted(verifyFolder(folder)).checks.flatMap((one) => one.findings)).toEqual([])
    expect(accepted(verifyFolder(folder)).counts).toEqual({
      sales: 6,
      settlements: 3,
      exchanges: 7,
      audit: 2,
    })
  })

  it('numbers its checks in order, and has a database that breaks each', () => {
    expect(CHECKS.map((one) => one.number)).toEqual(CHECKS.map((_, index) => index + 1))
    const broken = new Set(['integrity', ...SPOILT.map(([name]) => name)])
    expect(CHECKS.map((one) => one.name).filter((name) => !broken.has(name))).toEqual([])
  })

  it.each(CASES)('$name: $what', ({ name, sql, besides }) => {
    const { folder, path } = soundTill()
    spoil(path, sql)
    expect(wrong(folder).sort()).toEqual([name, ...besides].sort())
    const told = accepted(verifyFolder(folder)).checks.find((one) => one.name === name)?.findings[0]
    expect(told?.text).toMatch(/[\u4e00-\u9fff]/)
  })

  it('integrity: a damaged index', () => {
    const { folder, path } = soundTill()
    damageIndex(path, 'goods_batch_by_expiry')
    expect(wrong(folder)).toEqual(['integrity'])
  })

  it('every exchange needs an outcome where no start of an engine was recorded', () => {
    const { folder, path } = soundTill()
    spoil(path, 'DELETE FROM audit; DELETE FROM audit_head')
    expect(wrong(folder)).toEqual(['exchange-outcome'])
  })

  it('tells at most fifty of a kind', () => {
    const { folder, path } = soundTill()
    spoil(
      path,
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)
       INSERT INTO goods_barcode (barcode, goods_id) SELECT 'b' || i, 404 FROM n`,
    )
    const found = accepted(verifyFolder(folder)).checks.find((one) => one.name === 'foreign-keys')
    expect(found?.findings).toHaveLength(50)
  })

  it('reads what a till has committed while it works', () => {
    const { folder, path } = soundTill()
    const till = openTill(path)
    expect(wrong(folder)).toEqual([])
    till.write(`UPDATE sale SET total_fen = total_fen + 1 WHERE id = 'sale-f'`).run()
    expect(wrong(folder)).toEqual(['sale-total'])
  })

  it('refuses a newer database, an older one, what is no database, and an empty folder', () => {
    const { folder, path } = soundTill()
    spoil(path, 'PRAGMA user_version = 99')
    expect(refused(verifyFolder(folder))).toMatchObject({ code: 'DATABASE_NEWER', params: { found: 99 } })
    spoil(path, 'PRAGMA user_version = 1')
    expect(refused(verifyFolder(folder))).toMatchObject({ code: 'DATABASE_OLDER', params: { found: 1 } })
    writeFileSync(path, 'x'.repeat(10_000))
    expect(refused(verifyFolder(folder)).code).toBe('DATABASE_CORRUPT')
    expect(refused(verifyFolder(temporaryFolder())).code).toBe('DATABASE_UNAVAILABLE')
    expect(refused(verifyFolder(join(folder, 'nowhere'))).code).toBe('DATABASE_UNAVAILABLE')
  })
})

import type { SqlValue, WritableDb } from '../connection/database.ts'
import { NOON } from './till-database.ts'

/** Column values of one row. */
export type Row = Readonly<Record<string, SqlValue>>

/** Inserts a row as it is, so that a test can try what the schema refuses. Returns the rowid. */
export function insert(db: WritableDb, table: string, row: Row): number {
  const columns = Object.keys(row)
  return db
    .write(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row)).lastInsertRowid
}

/** One good row for every table, in an order that satisfies the foreign keys. */
export const SAMPLE = {
  operator: { id: 1, number: '001', name: '李四', role: 'cashier', password_hash: 'x' },
  shift: { id: 'shift-1', till: '01', operator_id: 1, opened_at: NOON, opening_float_fen: 10_000 },
  cash_move: { id: 1, shift_id: 'shift-1', amount_fen: -500, reason: '找零', operator_id: 1, at: NOON },
  goods: {
    id: 1,
    code: 'G0001',
    name: '阿莫西林胶囊',
    specification: '0.25g*24粒',
    manufacturer: '某某制药',
    unit: '盒',
    price_micro: 12_500_000,
    pack_size: 24,
    split_unit: '粒',
    split_price_micro: 600_000,
    national_code: 'XJ01CAA040E001010100001',
    prescription_class: '1',
    trace_policy: 'required',
    initials: 'amxljn',
  },
  goods_initials: { initials: 'amxljn', goods_id: 1 },
  goods_barcode: { barcode: '6901234567892', goods_id: 1, position: 0 },
  trace_prefix: { prefix: '8123456', goods_id: 1 },
  goods_batch: {
    id: 1,
    goods_id: 1,
    serial: 'B1',
    lot_number: '20250101',
    manufactured_on: '2025-01-01',
    expires_on: '2027-01-01',
  },
  sale: {
    id: 'sale-1',
    number: '20260201-01-0001',
    till: '01',
    shift_id: 'shift-1',
    operator_id: 1,
    state: 'open',
    opened_at: NOON,
  },
  sale_line: {
    id: 'line-1',
    sale_id: 'sale-1',
    position: 1,
    goods_id: 1,
    batch_id: 1,
    code: 'G0001',
    name: '阿莫西林胶囊',
    specification: '0.25g*24粒',
    manufacturer: '某某制药',
    unit: '盒',
    national_code: 'XJ01CAA040E001010100001',
    prescription_class: '1',
    trace_policy: 'required',
    barcode: '6901234567892',
    pack_size: 24,
    unit_price_micro: 12_500_000,
    quantity_e4: 10_000,
    split: 0,
    gross_fen: 1_250,
    amount_fen: 1_250,
  },
  trace_code: {
    id: 1,
    code: '81234567890123456789',
    sale_id: 'sale-1',
    line_id: 'line-1',
    split: 0,
    state: 'reserved',
    captured_at: NOON,
  },
  exchange: {
    id: 1,
    msgid: 'P44190000001202602011200000001',
    infno: '2102A',
    purpose: 'settle',
    sale_id: 'sale-1',
    request_text: '{}',
    request_hash: '0',
    prepared_at: NOON,
  },
  exchange_step: { id: 1, exchange_id: 1, step: 'sent', at: NOON },
  identification: {
    id: 'ident-1',
    sale_id: 'sale-1',
    exchange_id: 1,
    credential_type: '02',
    credential_number: '441900199001011234',
    person_number: 'P1',
    document_kind: '01',
    document_number: '441900199001011234',
    person_name: '王某某',
    gender: '1',
    account_used: 1,
    identified_at: NOON,
  },
  identified_insurance: {
    identification_id: 'ident-1',
    position: 0,
    insurance_type: '310',
    status: '1',
    balance_fen: 100_000,
    person_type: '11',
    civil_servant: '0',
    place: '441900',
  },
  settlement: {
    id: 'settle-1',
    sale_id: 'sale-1',
    identification_id: 'ident-1',
    state: 'prepared',
    person_number: 'P1',
    insurance_type: '310',
    insured_place: '441900',
    account_used: 1,
    basket_fingerprint: 'f',
    claimed_fen: 1_250,
    changed_at: NOON,
  },
  settlement_event: {
    id: 1,
    settlement_id: 'settle-1',
    event: 'request-stored',
    from_state: 'quoted',
    to_state: 'prepared',
    at: NOON,
  },
  tender: {
    id: 'tender-1',
    sale_id: 'sale-1',
    shift_id: 'shift-1',
    kind: 'cash',
    state: 'taken',
    amount_fen: 1_250,
    received_fen: 2_000,
    change_fen: 750,
    at: NOON,
    changed_at: NOON,
  },
  outbox: {
    id: 'outbox-1',
    kind: 'goods-sold',
    infno: '3505A',
    sale_id: 'sale-1',
    created_at: NOON,
    next_attempt_at: NOON,
  },
  audit: {
    id: 1,
    at: NOON,
    operator_id: 1,
    kind: 'act',
    name: 'sale.void',
    subject: 'sale-1',
    detail: '{}',
    previous_hash: '0'.repeat(64),
    hash: '1'.repeat(64),
  },
  audit_head: { one: 1, count: 1, hash: '1'.repeat(64) },
  approval: {
    id: 'approval-1',
    granted_right: 'return',
    subject: 'sale-1',
    asked_by: 1,
    approved_by: 2,
    at: NOON,
  },
  resolution: { settlement_id: 'settle-1', began_at: NOON, next_attempt_at: NOON },
  sale_case: {
    id: 'case-1',
    kind: 'late-settlement',
    state: 'open',
    sale_id: 'sale-1',
    settlement_id: 'settle-1',
    exchange_id: 1,
    setl_id: 'S1',
    mdtrt_id: 'M1',
    opened_at: NOON,
  },
  sale_return: {
    id: 'return-1',
    number: 'R20260201-01-0001',
    sale_id: 'sale-1',
    state: 'open',
    reason: '包装破损',
    shift_id: 'shift-1',
    operator_id: 1,
    amount_fen: 1_250,
    opened_at: NOON,
  },
  return_line: { return_id: 'return-1', line_id: 'line-1', quantity_e4: 10_000, amount_fen: 1_250 },
  return_trace_code: { return_id: 'return-1', trace_code_id: 1 },
  refund: {
    id: 'refund-1',
    return_id: 'return-1',
    tender_id: 'tender-1',
    state: 'planned',
    amount_fen: 1_250,
    order_number: 'O1',
    changed_at: NOON,
  },
  return_copy: { id: 1, return_id: 'return-1', copy: 1, made_at: NOON, operator_id: 1 },
  settlement_cancellation: {
    exchange_id: 1,
    settlement_id: 'settle-1',
    setl_id: 'C1',
    total_fen: -1_250,
    fund_paid_fen: -500,
    account_paid_fen: -250,
    at: NOON,
  },
  stock_move: {
    id: 1,
    goods_id: 1,
    batch_id: 1,
    quantity_e4: -10_000,
    split: 0,
    line_id: 'line-1',
    at: NOON,
  },
  device_setting: {
    slot: 'printer',
    driver: 'tcp',
    name: '小票打印机',
    options: '{}',
    reason: '换了打印机',
    changed_by: 1,
    changed_at: NOON,
  },
  print_job: {
    id: 'job-1',
    what: 'receipt',
    sale_id: 'sale-1',
    copy: 1,
    state: 'waiting',
    operator_id: 1,
    created_at: NOON,
    changed_at: NOON,
  },
  drawer_opening: {
    id: 'opening-1',
    at: NOON,
    shift_id: 'shift-1',
    operator_id: 1,
    reason: '换零钱',
    automatic: 0,
  },
  drawer_outcome: { opening_id: 'opening-1', outcome: 'sent', at: NOON },
  shown_code: { tender_id: 'tender-1', code_text: 'practice:O1', expires_at: NOON },
  receipt_copy: { id: 1, sale_id: 'sale-1', copy: 1, made_at: NOON, operator_id: 1 },
  counter: { name: 'message', value: 1 },
  region_code: { type: 'gend', value: '1', label: '男', loaded_at: NOON },
  import_mark: { source: 'goods.json', content_hash: '0', imported_at: NOON },
} as const satisfies Readonly<Record<string, Row>>

/** Tables of migrations 2 and 3. */
const LATER_TABLES: ReadonlySet<string> = new Set([
  'audit',
  'audit_head',
  'approval',
  'resolution',
  'sale_case',
  'sale_return',
  'return_line',
  'return_trace_code',
  'refund',
  'return_copy',
  'settlement_cancellation',
  'stock_move',
  'device_setting',
  'print_job',
  'drawer_opening',
  'drawer_outcome',
  'shown_code',
])

export type SampleTable = keyof typeof SAMPLE

/** Who approves what the sample's operator may not do alone. */
const MANAGER: Row = { id: 2, number: '002', name: '赵六', role: 'manager', password_hash: 'x' }

/** Fills every table with its sample row. */
export function insertSamples(db: WritableDb): void {
  db.transaction(() => {
    for (const [table, row] of Object.entries(SAMPLE)) {
      insert(db, table, row)
      if (table === 'operator') insert(db, table, MANAGER)
    }
  })
}

const { changed_at: _later, ...firstTender } = SAMPLE.tender

/** The sample rows as the first schema had them, of the tables that it had. */
export const FIRST_SCHEMA_SAMPLE: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(SAMPLE)
    .filter(([table]) => !LATER_TABLES.has(table))
    .map(([table, row]) => [table, table === 'tender' ? firstTender : row]),
)

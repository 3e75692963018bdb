import { createHash, hash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { NO_HASH, rowAfter } from '../../db/audit/audit-row.ts'
import { MIGRATIONS } from '../../db/migrations/index.ts'
import { openDatabase } from '../../db/connection/open-database.ts'

/** Milliseconds of the first past sale; far before any new one. */
const LONG_AGO = 1_600_000_000_000
const SECONDS_APART = 30_000

const REQUEST = '{"past":true}'
const REQUEST_HASH = hash('sha256', REQUEST)
/** What each sale left in the drawer. */
const CASH_FEN = 1_000

/** Every past sale is numbered by `n`; ids sort before any UUIDv7 of today. */
const STATEMENTS: readonly string[] = [
  `INSERT INTO operator (id, number, name, role, password_hash, active) VALUES (900, '0900', '旧账', 'cashier', '-', 0)`,
  `INSERT INTO shift (id, till, operator_id, opened_at, opening_float_fen, sign_number, signed_at, closed_at,
     expected_drawer_fen)
   SELECT '0000-shift', '1', 900, ${LONG_AGO}, 0, 'S', ${LONG_AGO}, ${LONG_AGO} + 1, count(*) * ${CASH_FEN} FROM past`,
  `INSERT INTO goods (id, code, name, specification, manufacturer, unit, price_micro, prescription_class, trace_policy, active)
   VALUES (900000, 'PAST', '旧账药品', '', '', '盒', 12500000, '0', 'required', 0)`,
  `INSERT INTO goods_batch (id, goods_id, serial, lot_number, manufactured_on, expires_on)
   VALUES (900000, 900000, 'PAST', 'PAST', '2024-01-01', '2027-01-01')`,
  `INSERT INTO sale (id, number, till, shift_id, operator_id, state, opened_at, closed_at, total_fen)
   SELECT printf('0000-sale-%010d', n), printf('P%010d', n), '1', '0000-shift', 900, 'completed',
     ${LONG_AGO} + n * ${SECONDS_APART}, ${LONG_AGO} + n * ${SECONDS_APART} + 20000, 1250 FROM past`,
  `INSERT INTO sale_line (id, sale_id, position, goods_id, batch_id, code, name, specification, manufacturer, unit, national_code,
     prescription_class, trace_policy, barcode, pack_size, unit_price_micro, quantity_e4, split, gross_fen, amount_fen)
   SELECT printf('0000-line-%010d', n), printf('0000-sale-%010d', n), 1, 900000, 900000, 'PAST', '旧账药品', '', '', '盒', 'X',
     '0', 'required', NULL, 1, 12500000, 10000, 0, 1250, 1250 FROM past`,
  `INSERT INTO trace_code (code, sale_id, line_id, split, state, captured_at)
   SELECT printf('80000000%012d', n), printf('0000-sale-%010d', n), printf('0000-line-%010d', n), 0, 'sold',
     ${LONG_AGO} + n * ${SECONDS_APART} FROM past`,
  `INSERT INTO exchange (id, msgid, infno, purpose, sale_id, person_number, amount_fen, request_text, request_hash, prepared_at)
   SELECT n * 4 + k, printf('P%025d%04d', n, k), CASE k WHEN 0 THEN '1101' WHEN 1 THEN '2101A' WHEN 2 THEN '2102A' ELSE '3505A' END,
     'past', printf('0000-sale-%010d', n), 'P', 1250, '${REQUEST}', '${REQUEST_HASH}', ${LONG_AGO} + n * ${SECONDS_APART}
   FROM past, (SELECT 0 AS k UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3)`,
  `INSERT INTO exchange_step (exchange_id, step, at, http_status, response_text)
   SELECT n * 4 + k, step, ${LONG_AGO} + n * ${SECONDS_APART}, 200, CASE step WHEN 'accepted' THEN '{"infcode":0}' END
   FROM past, (SELECT 0 AS k UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3),
     (SELECT 'sent' AS step UNION ALL SELECT 'accepted')`,
  `INSERT INTO identification (id, sale_id, exchange_id, credential_type, credential_number, person_number, document_kind,
     document_number, person_name, gender, chosen_position, account_used, identified_at)
   SELECT printf('0000-person-%010d', n), printf('0000-sale-%010d', n), n * 4, '02', '-', 'P', '01', '-', '旧', '1', 0, 1,
     ${LONG_AGO} + n * ${SECONDS_APART} FROM past`,
  `INSERT INTO identified_insurance (identification_id, position, insurance_type, status, balance_fen, person_type, civil_servant, place)
   SELECT printf('0000-person-%010d', n), 0, '310', '1', 100000, '11', '0', '441900' FROM past`,
  `INSERT INTO settlement (id, sale_id, identification_id, state, person_number, insurance_type, insured_place, account_used,
     basket_fingerprint, claimed_fen, trial_exchange_id, settle_exchange_id, fund_paid_fen, account_paid_fen, personal_part_fen,
     cash_part_fen, institution_borne_fen, balance_after_fen, setl_id, mdtrt_id, settled_at, changed_at)
   SELECT printf('0000-settlement-%010d', n), printf('0000-sale-%010d', n), printf('0000-person-%010d', n), 'settled', 'P', '310',
     '441900', 1, '-', 1250, n * 4 + 1, n * 4 + 2, 0, 250, 1250, 1000, 0, 0, 'S' || n, 'M' || n,
     ${LONG_AGO} + n * ${SECONDS_APART}, ${LONG_AGO} + n * ${SECONDS_APART} FROM past`,
  `INSERT INTO settlement_event (settlement_id, event, from_state, to_state, exchange_id, operator_id, at)
   SELECT printf('0000-settlement-%010d', n), event, from_state, to_state, n * 4 + 2, 900,
     ${LONG_AGO} + n * ${SECONDS_APART} FROM past, (
       SELECT 'trial-accepted' AS event, 'draft' AS from_state, 'quoted' AS to_state
       UNION ALL SELECT 'request-stored', 'quoted', 'prepared' UNION ALL SELECT 'request-sent', 'prepared', 'sent'
       UNION ALL SELECT 'answer-accepted', 'sent', 'settled')`,
  `INSERT INTO tender (id, sale_id, shift_id, kind, state, amount_fen, received_fen, change_fen, at, changed_at)
   SELECT printf('0000-tender-%010d', n), printf('0000-sale-%010d', n), '0000-shift', 'cash', 'taken', ${CASH_FEN},
     ${CASH_FEN}, 0, ${LONG_AGO} + n * ${SECONDS_APART}, ${LONG_AGO} + n * ${SECONDS_APART} FROM past`,
  `INSERT INTO outbox (id, kind, infno, sale_id, created_at, attempts, next_attempt_at, last_exchange_id,
     acknowledged_at)
   SELECT printf('0000-outbox-%010d', n), 'goods-sold', '3505A', printf('0000-sale-%010d', n), ${LONG_AGO}, 1, ${LONG_AGO},
     n * 4 + 3, ${LONG_AGO} + 1 FROM past`,
]

/** Acts and changes that a sale leaves behind. */
const AUDIT_ROWS_PER_SALE = 6

function appendAudit(db: Sqlite.Database, count: number): void {
  const insert = db.prepare(
    `INSERT INTO audit (id, at, operator_id, kind, name, subject, detail, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let last = { id: 0, hash: NO_HASH }
  while (last.id < count) {
    const row = rowAfter(last, {
      at: LONG_AGO + last.id,
      operatorId: 900,
      kind: 'act',
      name: 'scan.submit',
      subject: `0000-past-${last.id}`,
      detail: {
        changes: [{ name: 'line.inserted', subject: `0000-line-${last.id}`, detail: { amount: 1250 } }],
      },
    })
    insert.run(...Object.values(row))
    last = row
  }
  db.prepare('INSERT INTO audit_head (one, count, hash) VALUES (1, ?, ?)').run(last.id, last.hash)
}

/**
 * A data directory whose database holds `count` finished insured sales, made once and kept under `cacheFolder`. Bodies of
 * past exchanges are short: the number of rows and the depth of the indexes are what is measured, not the disk.
 */
export function pastSalesFolder(cacheFolder: string, count: number): string {
  // another schema, or another past, is made anew
  const schema = createHash('sha256')
    .update([...MIGRATIONS.map((migration) => migration.sql), ...STATEMENTS].join())
    .digest('hex')
    .slice(0, 8)
  const folder = join(cacheFolder, `past-sales-${count}-${schema}`)
  const path = join(folder, 'till.db')
  const done = join(folder, 'done')
  if (existsSync(done)) return folder
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const opened = openDatabase({ path, now: () => LONG_AGO })
  if (!opened.ok) throw new Error(opened.refusal.code)
  opened.value.close()
  const db = new Sqlite(path)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -500000')
  db.exec(
    `CREATE TEMP TABLE past AS WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${count}) SELECT n FROM counted`,
  )
  for (const statement of STATEMENTS) db.exec(statement)
  db.transaction(() => appendAudit(db, count * AUDIT_ROWS_PER_SALE))()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  mkdirSync(done)
  return folder
}

import { hash } from 'node:crypto'
import Sqlite from 'better-sqlite3'

const REQUEST = '{"open":true}'

/** One statement for each table; `n` numbers the sales. */
const STATEMENTS: readonly string[] = [
  `INSERT INTO sale (id, number, till, shift_id, operator_id, state, opened_at, total_fen)
   SELECT printf('1000-sale-%06d', n), printf('U%06d', n), '1', '0000-shift', 900, 'held', @at, 1250 FROM open`,
  `INSERT INTO exchange (msgid, infno, purpose, sale_id, person_number, amount_fen, request_text, request_hash, prepared_at)
   SELECT printf('U%025d0000', n), '2102A', 'settle', printf('1000-sale-%06d', n), printf('U%06d', n), 1250, @request, @hash,
     @at FROM open`,
  `INSERT INTO exchange_step (exchange_id, step, at)
   SELECT exchange.id, step, @at FROM open JOIN exchange ON exchange.msgid = printf('U%025d0000', n),
     (SELECT 'sent' AS step UNION ALL SELECT 'unknown')`,
  `INSERT INTO identification (id, sale_id, exchange_id, credential_type, credential_number, person_number, document_kind,
     document_number, person_name, gender, chosen_position, account_used, identified_at)
   SELECT printf('1000-person-%06d', n), printf('1000-sale-%06d', n), exchange.id, '02', '-', printf('U%06d', n), '01', '-', '旧',
     '1', 0, 1, @at FROM open JOIN exchange ON exchange.msgid = printf('U%025d0000', n)`,
  `INSERT INTO settlement (id, sale_id, identification_id, state, person_number, insurance_type, insured_place, account_used,
     basket_fingerprint, claimed_fen, settle_exchange_id, changed_at)
   SELECT printf('1000-settlement-%06d', n), printf('1000-sale-%06d', n), printf('1000-person-%06d', n), 'unknown',
     printf('U%06d', n), '310', '441900', 1, '-', 1250, exchange.id, @at
   FROM open JOIN exchange ON exchange.msgid = printf('U%025d0000', n)`,
  `INSERT INTO resolution (settlement_id, began_at, next_attempt_at)
   SELECT printf('1000-settlement-%06d', n), @at, @at FROM open`,
]

/** Leaves `count` settlements of held sales behind whose outcome nobody knows, beside the past sales of a database. */
export function addOpenUnknowns(databaseFile: string, count: number): void {
  const database = new Sqlite(databaseFile)
  const values = { at: Date.now(), request: REQUEST, hash: hash('sha256', REQUEST), count }
  const rows = 'WITH RECURSIVE open (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM open WHERE n < @count)'
  database.transaction(() => {
    for (const sql of STATEMENTS) {
      const at = sql.indexOf('SELECT ')
      database.prepare(`${sql.slice(0, at)} ${rows} ${sql.slice(at)}`).run(values)
    }
  })()
  database.close()
}

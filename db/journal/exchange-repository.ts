import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** The outcomes an exchange may end in; `sent` comes before, `late-answer` may come after `unknown`. */
export type ExchangeOutcomeStep = 'not-sent' | 'accepted' | 'refused' | 'unknown'
export type ExchangeStep = 'sent' | ExchangeOutcomeStep | 'late-answer'

/** A request as it is stored before any byte of it leaves. */
export type NewExchange = {
  readonly msgid: string
  readonly infno: string
  /** Which use case asked, e.g. `settle`, `identify`. */
  readonly purpose: string
  readonly saleId: string | null
  readonly personNumber: string | null
  readonly amountFen: number | null
  /** The whole body as it will be sent. */
  readonly requestText: string
  /** Hex SHA-256 of `requestText`. */
  readonly requestHash: string
  readonly preparedAt: number
}

/** Stores a request as `prepared`; returns the exchange's id. A msgid that was used before is refused by the index. */
export function insertExchange(db: WritableDb, exchange: NewExchange): number {
  const outcome = db
    .write(
      `INSERT INTO exchange (msgid, infno, purpose, sale_id, person_number, amount_fen, request_text, request_hash, prepared_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      exchange.msgid,
      exchange.infno,
      exchange.purpose,
      exchange.saleId,
      exchange.personNumber,
      exchange.amountFen,
      exchange.requestText,
      exchange.requestHash,
      exchange.preparedAt,
    )
  const exchangeId = outcome.lastInsertRowid
  recordChange(db, {
    name: 'exchange.prepared',
    subject: exchange.msgid,
    detail: {
      exchangeId,
      infno: exchange.infno,
      purpose: exchange.purpose,
      saleId: exchange.saleId,
      requestHash: exchange.requestHash,
    },
  })
  return exchangeId
}

export type NewExchangeStep = {
  readonly exchangeId: number
  readonly step: ExchangeStep
  readonly at: number
  readonly httpStatus?: number
  readonly responseText?: string
  readonly detail?: string
}

/** Adds a step to an exchange; a second outcome is refused by the index. */
export function insertExchangeStep(db: WritableDb, step: NewExchangeStep): void {
  db.write(
    `INSERT INTO exchange_step (exchange_id, step, at, http_status, response_text, detail) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    step.exchangeId,
    step.step,
    step.at,
    step.httpStatus ?? null,
    step.responseText ?? null,
    step.detail ?? null,
  )
  const exchange = db
    .read<{ msgid: string; infno: string }>('SELECT msgid, infno FROM exchange WHERE id = ?')
    .get(step.exchangeId)
  recordChange(db, {
    name: `exchange.${step.step}`,
    subject: exchange?.msgid ?? '',
    detail: { exchangeId: step.exchangeId, infno: exchange?.infno ?? '' },
  })
}

export type UnfinishedExchange = {
  readonly id: number
  readonly msgid: string
  readonly infno: string
  readonly purpose: string
  readonly sale_id: string | null
  readonly sent: 0 | 1
}

/**
 * Exchanges without an outcome: what a crash left. Only the newest `window` rows are looked at: an exchange ends within
 * minutes, and an earlier start has already closed what an earlier crash left.
 */
export function unfinishedExchanges(db: ReadableDb, window = 10_000): UnfinishedExchange[] {
  return db
    .read<UnfinishedExchange>(
      `SELECT exchange.id, msgid, infno, purpose, sale_id,
         EXISTS (SELECT 1 FROM exchange_step WHERE exchange_id = exchange.id AND step = 'sent') AS sent
       FROM exchange
       WHERE exchange.id > (SELECT coalesce(max(id), 0) FROM exchange) - ?
         AND NOT EXISTS (SELECT 1 FROM exchange_step WHERE exchange_id = exchange.id
           AND step IN ('not-sent', 'accepted', 'refused', 'unknown'))
       ORDER BY exchange.id`,
    )
    .all(window)
}

/** The number of the newest exchange, 0 when there is none. */
export function lastExchangeId(db: ReadableDb): number {
  return db.read<{ last: number | null }>('SELECT max(id) AS last FROM exchange').get()?.last ?? 0
}

export type ExchangeSummary = {
  readonly infno: string
  readonly msgid: string
  readonly state: 'prepared' | 'sent' | ExchangeOutcomeStep
  readonly prepared_at: number
  readonly sale_id: string | null
}

const SUMMARY = `SELECT infno, msgid, prepared_at, sale_id,
  coalesce(
    (SELECT step FROM exchange_step WHERE exchange_id = exchange.id AND step IN ('not-sent', 'accepted', 'refused', 'unknown')),
    (SELECT step FROM exchange_step WHERE exchange_id = exchange.id AND step = 'sent'),
    'prepared') AS state
  FROM exchange`

/** Exchanges of one sale, oldest first. */
export function exchangesOfSale(db: ReadableDb, saleId: string): ExchangeSummary[] {
  return db.read<ExchangeSummary>(`${SUMMARY} WHERE sale_id = ? ORDER BY id`).all(saleId)
}

/** The newest exchanges prepared at or after `since`, oldest first; only the newest `limit` rows are looked at. */
export function exchangesSince(db: ReadableDb, since: number, limit: number): ExchangeSummary[] {
  return db
    .read<ExchangeSummary>(
      `${SUMMARY} WHERE id > (SELECT coalesce(max(id), 0) FROM exchange) - ? AND prepared_at >= ? ORDER BY id`,
    )
    .all(limit, since)
}

export type ExchangeHead = {
  readonly id: number
  readonly msgid: string
  readonly infno: string
  readonly sale_id: string | null
  readonly prepared_at: number
}

const HEAD = 'SELECT id, msgid, infno, sale_id, prepared_at FROM exchange'

/** What an exchange was, by its id. */
export function exchangeById(db: ReadableDb, id: number): ExchangeHead | undefined {
  return db.read<ExchangeHead>(`${HEAD} WHERE id = ?`).get(id)
}

/** What an exchange was, by its msgid. */
export function exchangeByMsgid(db: ReadableDb, msgid: string): ExchangeHead | undefined {
  return db.read<ExchangeHead>(`${HEAD} WHERE msgid = ?`).get(msgid)
}

/** How an exchange ended; undefined while it has not. */
export function exchangeOutcome(db: ReadableDb, exchangeId: number): ExchangeOutcomeStep | undefined {
  return db
    .read<{ step: ExchangeOutcomeStep }>(
      `SELECT step FROM exchange_step
       WHERE exchange_id = ? AND step IN ('not-sent', 'accepted', 'refused', 'unknown')`,
    )
    .get(exchangeId)?.step
}

/** The detail of an outcome that the start after a crash gave. */
export const ENDED_BY_RESTART = 'restart'

/** True when nobody waited for the answer to the end: the till died over it. */
export function wasInterrupted(db: ReadableDb, exchangeId: number): boolean {
  return (
    db
      .read("SELECT 1 FROM exchange_step WHERE exchange_id = ? AND step = 'unknown' AND detail = ?")
      .get(exchangeId, ENDED_BY_RESTART) !== undefined
  )
}

/** The newest answer of the centre that was kept, and when it came. */
export function lastAnswer(
  db: ReadableDb,
): { readonly at: number; readonly response_text: string } | undefined {
  return db
    .read<{ at: number; response_text: string }>(
      `SELECT at, response_text FROM exchange_step
       WHERE step IN ('accepted', 'refused') AND response_text IS NOT NULL ORDER BY id DESC LIMIT 1`,
    )
    .get()
}

/** Keeps an answer that came after the till had given up on it; the exchange's outcome stays what it was. */
export function recordLateAnswer(
  db: WritableDb,
  exchangeId: number,
  answer: {
    readonly at: number
    readonly httpStatus: number
    readonly responseText: string
    readonly detail: string
  },
): void {
  insertExchangeStep(db, { exchangeId, step: 'late-answer', ...answer })
}

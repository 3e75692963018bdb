import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { LedgerFileError } from '../storage/open-ledger-file.ts'
import type { Call, Payment, Refund, Wallet } from './shapes.ts'
import { SEED_WALLETS } from './wallets.ts'

const VERSION = 1

const SCHEMA = `
CREATE TABLE wallet (
  code TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  opening INTEGER NOT NULL CHECK (opening >= 0),
  balance INTEGER NOT NULL CHECK (balance >= 0),
  mode TEXT NOT NULL CHECK (mode IN ('pays', 'confirms', 'expired')),
  asks INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE payment (
  order_number TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  state TEXT NOT NULL CHECK (state IN ('paying', 'paid', 'refused', 'closed')),
  reason TEXT NOT NULL,
  reference TEXT NOT NULL,
  asks_left INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE refund (
  refund_number TEXT PRIMARY KEY,
  order_number TEXT NOT NULL REFERENCES payment (order_number),
  amount INTEGER NOT NULL CHECK (amount > 0),
  reference TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX refund_by_order ON refund (order_number);
CREATE TABLE call (
  id INTEGER PRIMARY KEY,
  operation TEXT NOT NULL,
  request_id TEXT NOT NULL,
  order_number TEXT NOT NULL,
  status TEXT NOT NULL,
  fault TEXT NOT NULL,
  at INTEGER NOT NULL,
  answer TEXT NOT NULL
) STRICT;
`

const PAYMENT = `SELECT order_number AS orderNumber, code, amount, state, reason, reference, asks_left AS asksLeft, at
  FROM payment`
const REFUND = `SELECT refund_number AS refundNumber, order_number AS orderNumber, amount, reference, at FROM refund`
const CALL = `SELECT id, operation, request_id AS requestId, order_number AS orderNumber, status, fault, at, answer FROM call`
const WALLET = 'SELECT code, channel, balance, mode, asks FROM wallet'

/** Everything that the acquirer remembers, in a file of its own; every commit is on the disk when it returns. */
export class AcquirerLedger {
  readonly #db: Sqlite.Database

  /** Opens `folder/acquirer.db`, with the practice wallets in a new one. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#db = new Sqlite(join(folder, 'acquirer.db'))
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = FULL')
    this.#db.pragma('foreign_keys = ON')
    const version = this.#db.pragma('user_version', { simple: true })
    if (version === 0) {
      this.transaction(() => {
        this.#db.exec(SCHEMA)
        this.#db.pragma(`user_version = ${VERSION}`)
        for (const wallet of SEED_WALLETS) this.putWallet(wallet)
      })
    } else if (version !== VERSION) {
      this.#db.close()
      throw new LedgerFileError('收单账本文件的版本不对，请换一个数据目录。')
    }
  }

  transaction<T>(work: () => T): T {
    return this.#db.transaction(work).immediate()
  }

  close(): void {
    this.#db.close()
  }

  /** Empties everything and puts the practice wallets back. */
  clear(): void {
    this.transaction(() => {
      this.#db.exec('DELETE FROM refund; DELETE FROM payment; DELETE FROM call; DELETE FROM wallet;')
      for (const wallet of SEED_WALLETS) this.putWallet(wallet)
    })
  }

  wallets(): Wallet[] {
    return this.#db.prepare<[], Wallet>(`${WALLET} ORDER BY code`).all()
  }

  wallet(code: string): Wallet | undefined {
    return this.#db.prepare<[string], Wallet>(`${WALLET} WHERE code = ?`).get(code)
  }

  putWallet(wallet: Wallet): void {
    this.#db
      .prepare<[Wallet]>(
        `INSERT INTO wallet (code, channel, opening, balance, mode, asks)
         VALUES (@code, @channel, @balance, @balance, @mode, @asks)
         ON CONFLICT (code) DO UPDATE SET channel = @channel, opening = opening + @balance - balance,
           balance = @balance, mode = @mode, asks = @asks`,
      )
      .run(wallet)
  }

  /** Moves money of a wallet; a debit is negative. */
  move(code: string, amount: number): void {
    this.#db
      .prepare<[number, string]>('UPDATE wallet SET balance = balance + ? WHERE code = ?')
      .run(amount, code)
  }

  payments(): Payment[] {
    return this.#db.prepare<[], Payment>(`${PAYMENT} ORDER BY rowid`).all()
  }

  payment(orderNumber: string): Payment | undefined {
    return this.#db.prepare<[string], Payment>(`${PAYMENT} WHERE order_number = ?`).get(orderNumber)
  }

  putPayment(payment: Payment): void {
    this.#db
      .prepare<[Payment]>(
        `INSERT INTO payment (order_number, code, amount, state, reason, reference, asks_left, at)
         VALUES (@orderNumber, @code, @amount, @state, @reason, @reference, @asksLeft, @at)
         ON CONFLICT (order_number) DO UPDATE SET state = @state, reason = @reason, reference = @reference,
           asks_left = @asksLeft`,
      )
      .run(payment)
  }

  refunds(): Refund[] {
    return this.#db.prepare<[], Refund>(`${REFUND} ORDER BY rowid`).all()
  }

  refund(refundNumber: string): Refund | undefined {
    return this.#db.prepare<[string], Refund>(`${REFUND} WHERE refund_number = ?`).get(refundNumber)
  }

  addRefund(refund: Refund): void {
    this.#db
      .prepare<[Refund]>(
        'INSERT INTO refund (refund_number, order_number, amount, reference, at) VALUES (@refundNumber, @orderNumber, @amount, @reference, @at)',
      )
      .run(refund)
  }

  /** What went back of an order so far. */
  refunded(orderNumber: string): number {
    return (
      this.#db
        .prepare<[string], { sum: number }>(
          'SELECT coalesce(sum(amount), 0) AS sum FROM refund WHERE order_number = ?',
        )
        .get(orderNumber)?.sum ?? 0
    )
  }

  calls(): Call[] {
    return this.#db.prepare<[], Call>(`${CALL} ORDER BY id`).all()
  }

  addCall(call: Omit<Call, 'id'>): void {
    this.#db
      .prepare<[Omit<Call, 'id'>]>(
        `INSERT INTO call (operation, request_id, order_number, status, fault, at, answer)
         VALUES (@operation, @requestId, @orderNumber, @status, @fault, @at, @answer)`,
      )
      .run(call)
  }

  /** The newest answer of the same kind about another order. */
  answerToAnother(operation: string, orderNumber: string): string | undefined {
    return this.#db
      .prepare<[string, string], { answer: string }>(
        'SELECT answer FROM call WHERE operation = ? AND order_number <> ? ORDER BY id DESC LIMIT 1',
      )
      .get(operation, orderNumber)?.answer
  }

  /** What does not hold: every wallet is what it was, less what it paid, plus what came back; nothing came back twice. */
  problems(): string[] {
    const wallets = this.#db
      .prepare<[], { code: string }>(
        `SELECT code FROM wallet WHERE balance <> opening
           - (SELECT coalesce(sum(amount), 0) FROM payment WHERE payment.code = wallet.code AND state = 'paid')
           + (SELECT coalesce(sum(refund.amount), 0) FROM refund JOIN payment USING (order_number) WHERE payment.code = wallet.code)`,
      )
      .all()
    const orders = this.#db
      .prepare<[], { orderNumber: string }>(
        `SELECT order_number AS orderNumber FROM payment
         WHERE (SELECT coalesce(sum(amount), 0) FROM refund WHERE refund.order_number = payment.order_number)
           > CASE state WHEN 'paid' THEN amount ELSE 0 END`,
      )
      .all()
    return [
      ...wallets.map(({ code }) => `wallet ${code} does not add up`),
      ...orders.map(({ orderNumber }) => `order ${orderNumber} gave back more than it took`),
    ]
  }
}

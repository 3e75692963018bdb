import type Sqlite from 'better-sqlite3'

export type EntryKind = 'opening' | 'adjustment' | 'debit' | 'refund' | 'reversal'

/** A movement of a personal account; what left it is negative. Amounts in fen. */
export type AccountEntry = {
  readonly id: number
  readonly insuranceId: number
  readonly at: number
  readonly kind: EntryKind
  readonly amount: number
  readonly balanceAfter: number
  readonly settlementId: string | null
  readonly msgid: string | null
}

export type Movement = {
  readonly insuranceId: number
  readonly at: number
  readonly kind: EntryKind
  readonly amount: number
  readonly settlementId?: string
  readonly msgid?: string
}

const ENTRY = `SELECT id, insurance_id AS insuranceId, at, kind, amount, balance_after AS balanceAfter,
  settlement_id AS settlementId, msgid FROM account_entry`

/** Personal accounts: a balance that is the sum of entries which are only ever added. */
export class Accounts {
  readonly #move
  readonly #append
  readonly #ofInsurance
  readonly #all

  constructor(database: Sqlite.Database) {
    this.#move = database.prepare<[number, number], { balance: number }>(
      'UPDATE insurance SET balance = balance + ? WHERE id = ? RETURNING balance',
    )
    this.#append = database.prepare(`INSERT INTO account_entry
      (insurance_id, at, kind, amount, balance_after, settlement_id, msgid) VALUES (?, ?, ?, ?, ?, ?, ?)`)
    this.#ofInsurance = database.prepare<[number], AccountEntry>(
      `${ENTRY} WHERE insurance_id = ? ORDER BY id`,
    )
    this.#all = database.prepare<[], AccountEntry>(`${ENTRY} ORDER BY id`)
  }

  /** Moves money and returns the new balance. A movement of nothing leaves no entry. Throws below zero: callers check. */
  move(movement: Movement): number {
    const { insuranceId, amount } = movement
    const balance = this.#move.get(amount, insuranceId)?.balance
    if (balance === undefined) throw new Error(`no account ${insuranceId}`)
    if (amount !== 0) {
      const { at, kind, settlementId = null, msgid = null } = movement
      this.#append.run(insuranceId, at, kind, amount, balance, settlementId, msgid)
    }
    return balance
  }

  entries(insuranceId?: number): AccountEntry[] {
    return insuranceId === undefined ? this.#all.all() : this.#ofInsurance.all(insuranceId)
  }
}

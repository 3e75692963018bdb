import type Sqlite from 'better-sqlite3'

/** An operator's sign-in. */
export type SignRecord = {
  readonly signNumber: string
  readonly shop: string
  readonly operator: string
  readonly mac: string
  readonly ip: string
  readonly signedAt: number
  readonly expiresAt: number
  readonly endedAt: number | null
}

const SIGN = `SELECT sign_number AS signNumber, shop, operator, mac, ip, signed_at AS signedAt,
  expires_at AS expiresAt, ended_at AS endedAt FROM sign`

/** Who is signed in. */
export class Signs {
  readonly #add
  readonly #byNumber
  readonly #end
  readonly #expire
  readonly #all

  constructor(database: Sqlite.Database) {
    this.#add = database.prepare(`INSERT INTO sign
      (sign_number, shop, operator, mac, ip, signed_at, expires_at)
      VALUES (@signNumber, @shop, @operator, @mac, @ip, @signedAt, @expiresAt)`)
    this.#byNumber = database.prepare<[string], SignRecord>(`${SIGN} WHERE sign_number = ?`)
    this.#end = database.prepare<[number, string]>('UPDATE sign SET ended_at = ? WHERE sign_number = ?')
    this.#expire = database.prepare<[number]>('UPDATE sign SET expires_at = min(expires_at, ?)')
    this.#all = database.prepare<[], SignRecord>(`${SIGN} ORDER BY signed_at, sign_number`)
  }

  add(sign: Omit<SignRecord, 'endedAt'>): void {
    this.#add.run(sign)
  }

  byNumber(signNumber: string): SignRecord | undefined {
    return this.#byNumber.get(signNumber)
  }

  end(signNumber: string, at: number): void {
    this.#end.run(at, signNumber)
  }

  /** Makes every sign-in expired as of `at`. */
  expireAll(at: number): void {
    this.#expire.run(at)
  }

  all(): SignRecord[] {
    return this.#all.all()
  }
}

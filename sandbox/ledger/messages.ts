import type Sqlite from 'better-sqlite3'

/** One request as it came in. */
export type MessageRecord = {
  readonly id: number
  readonly msgid: string
  readonly infno: string
  readonly shop: string
  readonly at: number
  /** `duplicate`: a msgid that was used before; `malformed`: no envelope to speak of. */
  readonly outcome: 'accepted' | 'refused' | 'duplicate' | 'malformed'
  /** What it changed, e.g. `settled 4419…`; empty for nothing. */
  readonly effect: string
  /** Kind of the fault that the answer met; empty for none. */
  readonly fault: string
  readonly request: string
  /** The true answer, before any fault. */
  readonly answer: string
}

export type MessageFilter = {
  readonly infno?: string | undefined
  readonly msgid?: string | undefined
  readonly after?: number | undefined
  readonly limit?: number | undefined
}

const MESSAGE = 'SELECT id, msgid, infno, shop, at, outcome, effect, fault, request, answer FROM message'

/** Every request in the order of its processing. */
export class Messages {
  readonly #add
  readonly #used
  readonly #other
  readonly #list
  #next: number

  constructor(database: Sqlite.Database) {
    this.#add = database.prepare(`INSERT INTO message
      (id, msgid, infno, shop, at, outcome, effect, fault, request, answer)
      VALUES (@id, @msgid, @infno, @shop, @at, @outcome, @effect, @fault, @request, @answer)`)
    this.#used = database.prepare<[string], { id: number }>(
      `SELECT id FROM message WHERE msgid = ? AND outcome IN ('accepted', 'refused')`,
    )
    this.#other = database.prepare<[string, string], { answer: string }>(
      `SELECT answer FROM message WHERE infno = ? AND outcome = 'accepted' AND msgid <> ? ORDER BY id DESC LIMIT 1`,
    )
    this.#list = database.prepare<[object], MessageRecord>(
      `${MESSAGE} WHERE (@infno IS NULL OR infno = @infno) AND (@msgid IS NULL OR msgid = @msgid) AND id > @after
       ORDER BY id LIMIT @limit`,
    )
    const last =
      database.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM message').get()?.id ?? 0
    this.#next = last + 1
  }

  /** The number that the next stored request gets; serials of answers and settlements are made of it. */
  get nextId(): number {
    return this.#next
  }

  add(message: Omit<MessageRecord, 'id'>): void {
    this.#add.run({ ...message, id: this.#next })
    this.#next += 1
  }

  isUsed(msgid: string): boolean {
    return this.#used.get(msgid) !== undefined
  }

  /** The newest accepted answer to another msgid of the same number. */
  answerToAnother(infno: string, msgid: string): string | undefined {
    return this.#other.get(infno, msgid)?.answer
  }

  list(filter: MessageFilter = {}): MessageRecord[] {
    const { infno = null, msgid = null, after = 0, limit = 10_000 } = filter
    return this.#list.all({ infno, msgid, after, limit })
  }

  /** After the table was emptied. */
  restart(): void {
    this.#next = 1
  }
}

import type Sqlite from 'better-sqlite3'

/** A 2601 that was accepted. */
export type ReversalRecord = {
  readonly msgid: string
  /** `omsgid` */
  readonly original: string
  readonly acceptedAt: number
  /** When it takes effect; null never. */
  readonly dueAt: number | null
  readonly doneAt: number | null
}

const REVERSAL = `SELECT msgid, original, accepted_at AS acceptedAt, due_at AS dueAt, done_at AS doneAt FROM reversal`

/** Accepted reversals: accepting is one thing, doing another. */
export class Reversals {
  readonly #add
  readonly #ofOriginal
  readonly #due
  readonly #done
  readonly #all

  constructor(database: Sqlite.Database) {
    this.#add = database.prepare(`INSERT INTO reversal (msgid, original, accepted_at, due_at, done_at)
      VALUES (@msgid, @original, @acceptedAt, @dueAt, @doneAt)`)
    this.#ofOriginal = database.prepare<[string], ReversalRecord>(`${REVERSAL} WHERE original = ? LIMIT 1`)
    this.#due = database.prepare<[number], ReversalRecord>(
      `${REVERSAL} WHERE done_at IS NULL AND due_at <= ? ORDER BY due_at`,
    )
    this.#done = database.prepare<[number, string]>('UPDATE reversal SET done_at = ? WHERE msgid = ?')
    this.#all = database.prepare<[], ReversalRecord>(`${REVERSAL} ORDER BY accepted_at, msgid`)
  }

  add(reversal: ReversalRecord): void {
    this.#add.run(reversal)
  }

  ofOriginal(msgid: string): ReversalRecord | undefined {
    return this.#ofOriginal.get(msgid)
  }

  /** Accepted, due by `at`, and not done. */
  due(at: number): ReversalRecord[] {
    return this.#due.all(at)
  }

  markDone(msgid: string, at: number): void {
    this.#done.run(at, msgid)
  }

  all(): ReversalRecord[] {
    return this.#all.all()
  }
}

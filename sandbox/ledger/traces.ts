import type Sqlite from 'better-sqlite3'

/** One box given out: by a settlement, or by a sales report. */
export type TraceRecord = {
  readonly id: number
  readonly code: string
  readonly source: 'settlement' | 'report'
  /** `setl_id`, or the retail document of the report. */
  readonly reference: string
  readonly lineNumber: string
  readonly shop: string
  readonly insured: 0 | 1
  readonly split: 0 | 1
  readonly soldAt: number
  readonly freedAt: number | null
}

export type NewTrace = Omit<TraceRecord, 'id' | 'freedAt'>

const TRACE = `SELECT id, code, source, reference, line_number AS lineNumber, shop, insured, split,
  sold_at AS soldAt, freed_at AS freedAt FROM trace_sold`

/** Which boxes are sold. A split pack may be sold many times, a whole one once until it is given back. */
export class Traces {
  readonly #add
  readonly #live
  readonly #ofReference
  readonly #freeReference
  readonly #liveAgain
  readonly #freeOne
  readonly #all

  constructor(database: Sqlite.Database) {
    this.#add = database.prepare(`INSERT INTO trace_sold
      (code, source, reference, line_number, shop, insured, split, sold_at)
      VALUES (@code, @source, @reference, @lineNumber, @shop, @insured, @split, @soldAt)`)
    this.#live = database.prepare<[string], TraceRecord>(`${TRACE} WHERE code = ? AND freed_at IS NULL`)
    this.#ofReference = database.prepare<[string], TraceRecord>(`${TRACE} WHERE reference = ? ORDER BY id`)
    this.#freeReference = database.prepare<[number, string]>(
      `UPDATE trace_sold SET freed_at = ? WHERE reference = ? AND source = 'settlement' AND freed_at IS NULL`,
    )
    this.#liveAgain = database.prepare<[string]>(
      `UPDATE trace_sold SET freed_at = NULL WHERE reference = ? AND source = 'settlement'`,
    )
    this.#freeOne = database.prepare<[number, number]>('UPDATE trace_sold SET freed_at = ? WHERE id = ?')
    this.#all = database.prepare<[string, string], TraceRecord>(
      `${TRACE} WHERE ? = '' OR code = ? ORDER BY id`,
    )
  }

  add(trace: NewTrace): void {
    this.#add.run(trace)
  }

  /** Where the code is out now. */
  live(code: string): TraceRecord[] {
    return this.#live.all(code)
  }

  ofReference(reference: string): TraceRecord[] {
    return this.#ofReference.all(reference)
  }

  freeSettlement(settlementId: string, at: number): void {
    this.#freeReference.run(at, settlementId)
  }

  /** Takes back {@link freeSettlement}. */
  sellSettlementAgain(settlementId: string): void {
    this.#liveAgain.run(settlementId)
  }

  freeOne(id: number, at: number): void {
    this.#freeOne.run(at, id)
  }

  all(code = ''): TraceRecord[] {
    return this.#all.all(code, code)
  }
}

import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { TestCounter } from '../counter.ts'

/** One exchange as the till's own file has it, read while the engine runs. */
export type JournalEntry = {
  readonly infno: string
  readonly msgid: string
  readonly request: string
  readonly steps: readonly JournalStep[]
}

export type JournalStep = {
  readonly step: string
  readonly response: string | null
  readonly detail: string | null
}

/** The till's journal, oldest first: all of it, or the exchanges with one number. */
export function readJournal(counter: TestCounter, infno?: string): readonly JournalEntry[] {
  const db = new Sqlite(join(counter.dataFolder, 'till.db'), { readonly: true })
  try {
    const exchanges = db
      .prepare<[], { id: number; infno: string; msgid: string; request: string }>(
        'SELECT id, infno, msgid, request_text AS request FROM exchange ORDER BY id',
      )
      .all()
    const steps = db.prepare<[number], JournalStep>(
      'SELECT step, response_text AS response, detail FROM exchange_step WHERE exchange_id = ? ORDER BY id',
    )
    return exchanges
      .filter((exchange) => infno === undefined || exchange.infno === infno)
      .map(({ id, ...exchange }) => ({ ...exchange, steps: steps.all(id) }))
  } finally {
    db.close()
  }
}

/** The newest exchange with a number. Throws when there is none. */
export function lastExchange(counter: TestCounter, infno: string): JournalEntry {
  const last = readJournal(counter, infno).at(-1)
  if (last === undefined) throw new Error(`no ${infno} in the journal`)
  return last
}

export type CaseRow = {
  readonly kind: string
  readonly state: string
  readonly sale_id: string
  readonly tender_id: string | null
}

/** The cases that the till has opened, oldest first. */
export function readCases(counter: TestCounter): readonly CaseRow[] {
  const db = new Sqlite(join(counter.dataFolder, 'till.db'), { readonly: true })
  try {
    return db
      .prepare<[], CaseRow>('SELECT kind, state, sale_id, tender_id FROM sale_case ORDER BY opened_at')
      .all()
  } finally {
    db.close()
  }
}

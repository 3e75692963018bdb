import type { ReadableDb, SqlValue } from '../../db/connection/database.ts'

/** One thing that is wrong: the record it is about, and a sentence. */
export type Finding = { readonly subject: string; readonly text: string }

/** One thing that must hold of every data directory. */
export type Check = {
  readonly number: number
  readonly name: string
  /** What must hold, in a few words. */
  readonly about: string
  /** What does not hold, at most `limit` findings. */
  readonly find: (db: ReadableDb, limit: number) => readonly Finding[]
}

/** A query whose every row is a violation. */
export type Violation = {
  readonly find: (db: ReadableDb, limit: number) => readonly Finding[]
}

/** Rows of `sql` are violations; `Row` is the promise of its column types. */
export function violation<Row>(
  sql: string,
  say: (row: Row) => Finding,
  params: (db: ReadableDb) => readonly SqlValue[] = () => [],
): Violation {
  const limited = `SELECT * FROM (${sql}) LIMIT ?`
  return {
    find: (db, limit) =>
      db
        .read<Row>(limited)
        .all(...params(db), limit)
        .map(say),
  }
}

/** A check that holds when none of its violations is found. */
export function check(number: number, name: string, about: string, violations: readonly Violation[]): Check {
  const find: Check['find'] = (db, limit) => {
    const found: Finding[] = []
    for (const one of violations) {
      if (found.length < limit) found.push(...one.find(db, limit - found.length))
    }
    return found
  }
  return { number, name, about, find }
}

/** States as a SQL list. */
export const sqlList = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

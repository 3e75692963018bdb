import { setImmediate as nextTurn } from 'node:timers/promises'
import { connectionOf, type ReadableDb } from './database.ts'

/**
 * Whether the file is whole: SQLite's quick_check, table by table with a pause after each, so that the counter is kept
 * waiting for one table at the most.
 */
export async function isWhole(db: ReadableDb): Promise<boolean> {
  const connection = connectionOf(db)
  const tables = db
    .read<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  for (const { name } of tables) {
    const found: unknown = connection.pragma(`quick_check('${name}')`, { simple: true })
    if (found !== 'ok') return false
    await nextTurn()
  }
  return true
}

export type DatabaseFacts = {
  /** Bytes of the file, without its write-ahead log. */
  readonly bytes: number
  /** `user_version`: the number of the last migration. */
  readonly schema: number
  readonly sqlite: string
}

/** What the support desk wants to know of the database. */
export function databaseFacts(db: ReadableDb): DatabaseFacts {
  const facts = db
    .read<DatabaseFacts>(
      `SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size) AS bytes,
         (SELECT user_version FROM pragma_user_version) AS schema, sqlite_version() AS sqlite`,
    )
    .get()
  if (facts === undefined) throw new Error('a query without a table has one row')
  return facts
}

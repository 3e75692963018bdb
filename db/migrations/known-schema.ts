import Sqlite from 'better-sqlite3'
import { connectionOf, type ReadableDb } from '../connection/database.ts'
import { MIGRATIONS } from './index.ts'
import { latestVersion, runMigrations, schemaVersion } from './run-migrations.ts'

/** The schema that this program works with, and the one that a database has. */
export function schemaVersions(db: ReadableDb): { readonly found: number; readonly known: number } {
  return { found: schemaVersion(connectionOf(db)), known: latestVersion(MIGRATIONS) }
}

type SchemaObject = { readonly type: string; readonly name: string; readonly sql: string }

const OBJECTS = 'SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name'

function objectsOf(connection: Sqlite.Database): Map<string, string> {
  const objects = connection.prepare<unknown[], SchemaObject>(OBJECTS).all()
  return new Map(objects.map(({ type, name, sql }) => [`${type} ${name}`, sql]))
}

export type SchemaDifference = {
  /** `index settlement_one_live` */
  readonly object: string
  readonly problem: 'missing' | 'altered' | 'surplus'
}

/** Where a database's tables, indexes and triggers are not those that the migrations make. */
export function schemaDifferences(db: ReadableDb): SchemaDifference[] {
  const fresh = new Sqlite(':memory:')
  try {
    runMigrations(fresh, MIGRATIONS)
    const known = objectsOf(fresh)
    const found = objectsOf(connectionOf(db))
    const wrong = [...known].flatMap(([object, sql]): SchemaDifference[] => {
      const there = found.get(object)
      if (there === undefined) return [{ object, problem: 'missing' }]
      return there === sql ? [] : [{ object, problem: 'altered' }]
    })
    const surplus = [...found.keys()].filter((object) => !known.has(object))
    return [...wrong, ...surplus.map((object): SchemaDifference => ({ object, problem: 'surplus' }))]
  } finally {
    fresh.close()
  }
}

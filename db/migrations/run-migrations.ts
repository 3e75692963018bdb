import type Sqlite from 'better-sqlite3'
import { invariant } from '../../core/result.ts'
import type { Migration } from './migration.ts'

/** A migration did not apply. The database is as it was before it. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly number: number

  constructor(migration: Migration, cause: unknown) {
    super(`migration ${migration.number} (${migration.name}) did not apply`, { cause })
    this.number = migration.number
  }
}

/** `user_version` of an opened database: the number of the last migration that was applied to it, 0 for none. */
export function schemaVersion(connection: Sqlite.Database): number {
  const version = connection.pragma('user_version', { simple: true })
  invariant(typeof version === 'number', 'user_version is a number')
  return version
}

/** The version that a list of migrations leads to. Throws when their numbers are not 1, 2, 3, … */
export function latestVersion(migrations: readonly Migration[]): number {
  for (const [index, migration] of migrations.entries()) {
    invariant(migration.number === index + 1, `migration ${migration.name} is out of order`)
  }
  return migrations.length
}

function apply(connection: Sqlite.Database, migration: Migration): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    connection.exec(migration.sql)
    const broken = connection.pragma('foreign_key_check')
    invariant(Array.isArray(broken) && broken.length === 0, 'rows point to rows that do not exist')
    connection.pragma(`user_version = ${migration.number}`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw new MigrationError(migration, error)
  }
}

/**
 * Applies the migrations that a database does not have yet, in order, each whole or not at all, and stops at the first
 * that fails with a {@link MigrationError}. Foreign keys are off meanwhile (a table that is rebuilt is dropped while
 * others point to it) and checked before each commit.
 */
export function runMigrations(connection: Sqlite.Database, migrations: readonly Migration[]): void {
  const latest = latestVersion(migrations)
  const from = schemaVersion(connection)
  invariant(from <= latest, 'a newer database is never migrated')
  if (from === latest) return
  connection.pragma('foreign_keys = OFF')
  try {
    for (const migration of migrations.slice(from)) apply(connection, migration)
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

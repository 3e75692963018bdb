import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { invariant, ok, refuse, type Refused, type Result } from '../../core/result.ts'
import { createRecorder } from '../audit/recorder.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import type { Migration } from '../migrations/migration.ts'
import { latestVersion, MigrationError, runMigrations, schemaVersion } from '../migrations/run-migrations.ts'
import {
  readableHandle,
  writableHandle,
  type CommitHook,
  type ReadableDb,
  type SlowStatementHook,
  type WritableDb,
} from './database.ts'
import { readFileHeader, unfinishedBytes } from './file-header.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { storageRefusal } from './sqlite-errors.ts'

/** Marks a file as a till's database ("TILL"), so that no other program's file is ever migrated. */
export const APPLICATION_ID = 0x54494c4c

const BUSY_TIMEOUT_MS = 5_000
/** How long a second engine waits for a predecessor that was killed and is still going down. */
const LOCK_WAIT_MS = 1_000
const SYNCHRONOUS_FULL = 2

export type OpenOptions = {
  /** The database file; made when there is none. Its folder must exist. */
  readonly path: string
  /** Milliseconds since 1970, UTC: the time of audit rows, and the name of the copy that is made before a migration. */
  readonly now: () => number
  readonly slow?: SlowStatementHook
  /** Called right before and right after each COMMIT: where a crash test ends the process. */
  readonly commitHook?: CommitHook
  readonly lockWaitMs?: number
  /** All migrations; another list only in tests. */
  readonly migrations?: readonly Migration[]
}

/** The lock file of a database: `till.db` → `till.lock`. */
export function lockPathOf(path: string): string {
  return `${path.replace(/\.db$/, '')}.lock`
}

/**
 * Opens a till's database for writing: takes the instance lock, refuses what is not its own, brings the schema up to
 * date (after a copy of the file beside it) and sets and asserts what durability needs.
 *
 * The work does not depend on the file's size. Looked at are the header, the length, the schema and every table's root
 * page; a full `quick_check` would read the whole file and is left to the backup (`db/backup`), also after a crash: the
 * write-ahead log's checksums, not a check, are what makes a killed process harmless.
 *
 * Refuses with DATABASE_LOCKED {file}, DATABASE_NEWER {found, known}, DATABASE_CORRUPT {file},
 * DATABASE_MIGRATION_FAILED {number, reason}, DATABASE_UNAVAILABLE {file, reason}.
 */
export function openDatabase(options: OpenOptions): Result<WritableDb> {
  if (!existsSync(dirname(options.path))) {
    return refuse('DATABASE_UNAVAILABLE', { file: basename(options.path), reason: 'ENOENT' })
  }
  try {
    const lock = takeInstanceLock(lockPathOf(options.path), options.lockWaitMs ?? LOCK_WAIT_MS)
    if (lock === undefined) return refuse('DATABASE_LOCKED', { file: basename(options.path) })
    let opened = false
    try {
      const outcome = guarded(options.path, () => openLocked(options, lock.release))
      opened = outcome.ok
      return outcome
    } finally {
      if (!opened) lock.release()
    }
  } catch (error) {
    return storageRefusal(error, options.path) ?? raise(error)
  }
}

/**
 * Opens a database for reading only, next to a running engine or a newer program's file: enough to print yesterday's
 * receipts. Columns are added by migrations and never change their meaning, so an older program's queries keep their
 * answers. Refuses with DATABASE_CORRUPT {file} or DATABASE_UNAVAILABLE {file, reason}.
 */
export function openReadOnly(path: string): Result<ReadableDb> {
  const header = guarded(path, () => ok(readFileHeader(path)))
  if (!header.ok) return header
  const { value } = header
  if (value.kind === 'missing' || value.kind === 'empty') {
    return refuse('DATABASE_UNAVAILABLE', { file: basename(path), reason: 'SQLITE_CANTOPEN' })
  }
  if (value.kind === 'not-a-database' || value.cutOff || value.applicationId !== APPLICATION_ID) {
    return refuse('DATABASE_CORRUPT', { file: basename(path) })
  }
  return guarded(path, () => {
    const connection = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    return closedOnFailure(connection, () => {
      harden(connection)
      connection.pragma('query_only = ON')
      touchEveryTable(connection)
      return ok(readableHandle(connection))
    })
  })
}

function raise(error: unknown): never {
  throw error
}

function guarded<T>(path: string, work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    if (error instanceof MigrationError) return migrationRefusal(error, path)
    return storageRefusal(error, path) ?? raise(error)
  }
}

function migrationRefusal(error: MigrationError, path: string): Refused {
  const storage = storageRefusal(error.cause, path)
  if (storage !== undefined) return storage
  const cause = error.cause instanceof Error ? error.cause.message : error.message
  return refuse('DATABASE_MIGRATION_FAILED', { number: error.number, reason: cause.slice(0, 200) })
}

function closedOnFailure<T>(connection: Sqlite.Database, work: () => Result<T>): Result<T> {
  let opened = false
  try {
    const outcome = work()
    opened = outcome.ok
    return outcome
  } finally {
    if (!opened) connection.close()
  }
}

function openLocked(options: OpenOptions, release: () => void): Result<WritableDb> {
  const { path } = options
  const migrations = options.migrations ?? MIGRATIONS
  const known = latestVersion(migrations)
  const refused = refusedByHeader(path, known)
  if (refused !== undefined) return refused
  const connection = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS })
  return closedOnFailure(connection, () => {
    harden(connection)
    const version = schemaVersion(connection)
    if (version > known) return refuse('DATABASE_NEWER', { found: version, known })
    if (!claim(connection, version)) return refuse('DATABASE_CORRUPT', { file: basename(path) })
    makeDurable(connection)
    if (version > 0 && version < known) copyBeforeMigration(connection, path, version, options.now())
    runMigrations(connection, migrations)
    touchEveryTable(connection)
    const recorder = createRecorder(options.now)
    const db = writableHandle(connection, {
      hooks: recorder.hooks,
      onClose: release,
      ...(options.slow === undefined ? {} : { slow: options.slow }),
      ...(options.commitHook === undefined ? {} : { commitHook: options.commitHook }),
    })
    recorder.bind(db)
    return ok(db)
  })
}

/** What can be told before SQLite writes a byte. After a crash the logs may know better than the file: then SQLite decides. */
function refusedByHeader(path: string, known: number): Refused | undefined {
  const header = readFileHeader(path)
  const unfinished = unfinishedBytes(path) > 0
  switch (header.kind) {
    case 'missing':
    case 'empty':
      return undefined
    case 'not-a-database':
      return unfinished ? undefined : refuse('DATABASE_CORRUPT', { file: basename(path) })
    case 'database':
      if (header.cutOff) return refuse('DATABASE_CORRUPT', { file: basename(path) })
      return header.userVersion > known && !unfinished
        ? refuse('DATABASE_NEWER', { found: header.userVersion, known })
        : undefined
  }
}

/** Settings of every connection, reading or writing. */
function harden(connection: Sqlite.Database): void {
  // rows of a damaged page are reported instead of trusted; a schema that somebody tampered with calls nothing
  connection.pragma('cell_size_check = ON')
  connection.pragma('trusted_schema = OFF')
  // sorting happens in memory: no personal data in temporary files
  connection.pragma('temp_store = MEMORY')
}

/** Marks an empty file as ours; false when the file belongs to something else. */
function claim(connection: Sqlite.Database, version: number): boolean {
  const applicationId = connection.pragma('application_id', { simple: true })
  if (applicationId === APPLICATION_ID) return true
  const tables = connection
    .prepare<unknown[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema')
    .get()?.n
  if (applicationId !== 0 || version !== 0 || tables !== 0) return false
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  return true
}

/**
 * A commit is on the disk when it returns. Asserted, because this SQLite opens a write-ahead-log database with
 * synchronous = NORMAL unless told otherwise, which may lose the last commits when the power fails.
 */
function makeDurable(connection: Sqlite.Database): void {
  const mode = connection.pragma('journal_mode = WAL', { simple: true })
  invariant(mode === 'wal', `journal mode is ${String(mode)}`)
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // without it INSERT OR REPLACE deletes rows behind the back of the append-only triggers
  connection.pragma('recursive_triggers = ON')
  invariant(connection.pragma('synchronous', { simple: true }) === SYNCHRONOUS_FULL, 'commits are durable')
  invariant(connection.pragma('foreign_keys', { simple: true }) === 1, 'foreign keys are enforced')
}

const TABLES_AND_KEYS = `SELECT name, CASE wr WHEN 1 THEN (SELECT group_concat('"' || name || '"' ORDER BY pk)
  FROM pragma_table_info(tables.name) WHERE pk > 0) END AS key
  FROM pragma_table_list AS tables WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'`

/** Reads one row of every table: damage to a root page shows now, not in the middle of a sale. */
function touchEveryTable(connection: Sqlite.Database): void {
  const tables = connection.prepare<unknown[], { name: string; key: string | null }>(TABLES_AND_KEYS).all()
  for (const { name, key } of tables) {
    // otherwise a covering index would be read instead; a table without rowids is read in the order of its key
    const order = key === null ? 'NOT INDEXED' : `ORDER BY ${key}`
    connection.prepare(`SELECT 1 FROM "${name}" ${order} LIMIT 1`).get()
  }
}

/** `till.db` → `till.before-v3-20260131T235959Z.db`, whole and on the disk before the migration begins. */
function copyBeforeMigration(connection: Sqlite.Database, path: string, version: number, now: number): void {
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const copy = `${path.replace(/\.db$/, '')}.before-v${version + 1}-${stamp}.db`
  connection.prepare('VACUUM INTO ?').run(copy)
  const descriptor = openSync(copy, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

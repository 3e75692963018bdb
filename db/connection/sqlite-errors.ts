import { basename } from 'node:path'
import Sqlite from 'better-sqlite3'
import { refuse, type Refused } from '../../core/result.ts'

function codeOf(error: unknown): string {
  return error instanceof Sqlite.SqliteError ? error.code : ''
}

/** Another connection has the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY')
}

/** A unique index over this column (`table.column`) said no. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  return (
    codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' && error instanceof Error && error.message.includes(column)
  )
}

/** The file is not a database, or a page of it is not what it should be. */
export function isCorruption(error: unknown): boolean {
  const code = codeOf(error)
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

const UNAVAILABLE = ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_FULL', 'SQLITE_PERM']

/**
 * What an error of the storage itself means to a person, or `undefined` when it is a mistake of ours. DATABASE_CORRUPT
 * {file}, DATABASE_LOCKED {file}, DATABASE_UNAVAILABLE {file, reason} (no right, no such folder, disk full, disk error).
 * Only the file's name is told, never its folder.
 */
export function storageRefusal(error: unknown, path: string): Refused | undefined {
  const file = basename(path)
  if (isCorruption(error)) return refuse('DATABASE_CORRUPT', { file })
  if (isBusy(error)) return refuse('DATABASE_LOCKED', { file })
  const code = codeOf(error)
  const reason = UNAVAILABLE.some((prefix) => code.startsWith(prefix)) ? code : fileErrorOf(error)
  return reason === undefined ? undefined : refuse('DATABASE_UNAVAILABLE', { file, reason })
}

/** EACCES, ENOSPC, …: what the file system said to Node rather than to SQLite. */
function fileErrorOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

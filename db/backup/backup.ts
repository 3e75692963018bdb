import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { invariant, ok, refuse, type Result } from '../../core/result.ts'
import { connectionOf, type ReadableDb } from '../connection/database.ts'
import { readFileHeader } from '../connection/file-header.ts'
import { takeInstanceLock } from '../connection/instance-lock.ts'
import { APPLICATION_ID, lockPathOf } from '../connection/open-database.ts'
import { storageRefusal } from '../connection/sqlite-errors.ts'
import { MIGRATIONS } from '../migrations/index.ts'

/** Pages copied between two turns of the event loop: about 800 KiB, a fraction of a millisecond. */
const PAGES_PER_TURN = 200

export type BackupProgress = { readonly pagesDone: number; readonly pagesTotal: number }

/**
 * Copies the database while the till sells: a few pages at each turn of the event loop, later writes of the same handle
 * included. The copy is one file that needs no log beside it; it appears under its name only when it is whole and on the
 * disk, and replaces an older file of that name. Refuses with DATABASE_UNAVAILABLE {file, reason} when the place cannot
 * be written. Follow it with {@link checkBackup}: a backup that was never read is a hope.
 */
export async function backupDatabase(
  db: ReadableDb,
  destination: string,
  onProgress: (progress: BackupProgress) => void = () => undefined,
): Promise<Result<{ readonly pages: number }>> {
  const partial = `${destination}.partial`
  if (!existsSync(dirname(destination))) {
    return refuse('DATABASE_UNAVAILABLE', { file: basename(destination), reason: 'SQLITE_CANTOPEN' })
  }
  rmSync(partial, { force: true })
  try {
    const { totalPages } = await connectionOf(db).backup(partial, {
      progress: ({ totalPages: pagesTotal, remainingPages }) => {
        onProgress({ pagesDone: pagesTotal - remainingPages, pagesTotal })
        return PAGES_PER_TURN
      },
    })
    onProgress({ pagesDone: totalPages, pagesTotal: totalPages })
    makeSelfContained(partial)
    syncFile(partial)
    renameSync(partial, destination)
    syncFolder(dirname(destination))
    return ok({ pages: totalPages })
  } catch (error) {
    rmSync(partial, { force: true })
    const refused = storageRefusal(error, destination)
    if (refused === undefined) throw error
    return refused
  }
}

export type BackupFacts = {
  /** Number of the last migration in it. */
  readonly version: number
  readonly sales: number
  /** Time of the last completed or voided sale, milliseconds since 1970; `undefined` without one. */
  readonly lastSaleAt: number | undefined
}

/**
 * Reads a backup whole: every page and index (`quick_check`), every reference (`foreign_key_check`), its version. Takes
 * seconds for a large shop and holds the thread meanwhile. Refuses with DATABASE_CORRUPT {file}, DATABASE_NEWER {found,
 * known} or DATABASE_UNAVAILABLE {file, reason}.
 */
export function checkBackup(path: string): Result<BackupFacts> {
  const file = basename(path)
  try {
    const header = readFileHeader(path)
    if (header.kind === 'missing' || header.kind === 'empty') {
      return refuse('DATABASE_UNAVAILABLE', { file, reason: 'SQLITE_CANTOPEN' })
    }
    if (header.kind === 'not-a-database' || header.cutOff || header.applicationId !== APPLICATION_ID) {
      return refuse('DATABASE_CORRUPT', { file })
    }
    if (header.userVersion > MIGRATIONS.length) {
      return refuse('DATABASE_NEWER', { found: header.userVersion, known: MIGRATIONS.length })
    }
    return checkPages(path, header.userVersion)
  } catch (error) {
    const refused = storageRefusal(error, path)
    if (refused === undefined) throw error
    return refused
  }
}

function checkPages(path: string, version: number): Result<BackupFacts> {
  const connection = new Sqlite(path, { readonly: true, fileMustExist: true })
  try {
    connection.pragma('cell_size_check = ON')
    const sound = connection.pragma('quick_check(1)', { simple: true }) === 'ok'
    const broken = connection.pragma('foreign_key_check')
    if (!sound || !Array.isArray(broken) || broken.length > 0) {
      return refuse('DATABASE_CORRUPT', { file: basename(path) })
    }
    const row = connection
      .prepare<unknown[], { sales: number; last: number | null }>(
        'SELECT count(*) AS sales, max(closed_at) AS last FROM sale',
      )
      .get()
    invariant(row !== undefined, 'an aggregate answers')
    return ok({ version, sales: row.sales, lastSaleAt: row.last ?? undefined })
  } finally {
    connection.close()
  }
}

/**
 * Puts a checked backup in the place of a database that no engine has open. What was there is kept beside it as
 * `till.replaced-<time>.db` with its logs. Refuses as {@link checkBackup} does, and with DATABASE_LOCKED {file} while an
 * engine runs.
 */
export function restoreBackup(
  backupPath: string,
  path: string,
  now: number,
): Result<BackupFacts & { readonly replaced: string | undefined }> {
  const checked = checkBackup(backupPath)
  if (!checked.ok) return checked
  const lock = takeInstanceLock(lockPathOf(path), 0)
  if (lock === undefined) return refuse('DATABASE_LOCKED', { file: basename(path) })
  try {
    const incoming = `${path}.incoming`
    copyFileSync(backupPath, incoming)
    syncFile(incoming)
    const replaced = setAside(path, now)
    renameSync(incoming, path)
    syncFolder(dirname(path))
    return ok({ ...checked.value, replaced })
  } catch (error) {
    const refused = storageRefusal(error, path)
    if (refused === undefined) throw error
    return refused
  } finally {
    lock.release()
  }
}

/** Moves a database away, with the logs that it could not take in: they must never meet another file of that name. */
function setAside(path: string, now: number): string | undefined {
  if (!existsSync(path)) return undefined
  takeInLogs(path)
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const aside = `${path.replace(/\.db$/, '')}.replaced-${stamp}.db`
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
  return aside
}

/** A clean close takes the log into the file. Damage is no reason to stop: that is why somebody restores. */
function takeInLogs(path: string): void {
  try {
    const connection = new Sqlite(path)
    try {
      connection.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      connection.close()
    }
  } catch (error) {
    if (storageRefusal(error, path) === undefined) throw error
  }
}

function makeSelfContained(path: string): void {
  const connection = new Sqlite(path)
  try {
    connection.pragma('journal_mode = DELETE')
  } finally {
    connection.close()
  }
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a rename durable. Windows has no such call and needs none. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

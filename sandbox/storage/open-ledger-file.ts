import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { invariant } from '../../core/result.ts'
import { LEDGER_VERSION, SCHEMA } from './schema.ts'

/** The file is not a ledger of this version. */
export class LedgerFileError extends Error {
  override readonly name = 'LedgerFileError'
}

const SYNCHRONOUS_FULL = 2

/**
 * Opens `folder/centre.db`, making folder and file when they are missing. Every commit is on the disk when it returns.
 * Throws a {@link LedgerFileError} on a file of another version.
 */
export function openLedgerFile(folder: string): Sqlite.Database {
  mkdirSync(folder, { recursive: true })
  const database = new Sqlite(join(folder, 'centre.db'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('temp_store = MEMORY')
    invariant(database.pragma('synchronous', { simple: true }) === SYNCHRONOUS_FULL, 'commits are durable')
    const version = database.pragma('user_version', { simple: true })
    if (version === 0) create(database)
    else if (version !== LEDGER_VERSION) {
      throw new LedgerFileError(
        `账本文件的版本是 ${String(version)}，本程序只认 ${LEDGER_VERSION}，请换一个数据目录。`,
      )
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function create(database: Sqlite.Database): void {
  database
    .transaction(() => {
      database.exec(SCHEMA)
      database.pragma(`user_version = ${LEDGER_VERSION}`)
    })
    .immediate()
}

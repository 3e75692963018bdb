import Sqlite from 'better-sqlite3'
import { isBusy } from './sqlite-errors.ts'

/** Held by the one engine that may write a data directory. */
export type InstanceLock = { readonly release: () => void }

/**
 * Takes the lock file beside a database, or gives `undefined` when another process (or another handle of this one) has
 * it. The lock is SQLite's own exclusive file lock on an empty side file: the operating system drops it when the process
 * dies, however it dies, so nothing stale can stay behind. `waitMs` covers a killed predecessor that is still going down.
 *
 * Never open, copy or delete the lock file by other means in the same process: POSIX drops a process's locks on a file
 * when any of its descriptors is closed.
 */
export function takeInstanceLock(lockPath: string, waitMs: number): InstanceLock | undefined {
  const connection = new Sqlite(lockPath, { timeout: waitMs })
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (isBusy(error)) return undefined
    throw error
  }
  return {
    release: () => {
      connection.close()
    },
  }
}

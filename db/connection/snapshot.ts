import { connectionOf, type ReadableDb } from './database.ts'

/**
 * Runs `work` on the database as it is now, whatever a till that runs beside it commits meanwhile. The write-ahead log
 * cannot be emptied as long, so this is for work of minutes, not of hours.
 */
export function inSnapshot<T>(db: ReadableDb, work: () => T): T {
  const connection = connectionOf(db)
  connection.exec('BEGIN')
  try {
    return work()
  } finally {
    connection.exec('COMMIT')
  }
}

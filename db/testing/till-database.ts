import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Refusal, Result } from '../../core/result.ts'
import type { WritableDb } from '../connection/database.ts'
import { openDatabase, type OpenOptions } from '../connection/open-database.ts'

/** 2026-02-01T04:00:00Z, noon in China. */
export const NOON = Date.UTC(2026, 1, 1, 4, 0, 0)
export const TODAY = '2026-02-01'

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'till-db-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** The value of a success; the refusal makes the test fail with its code. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The refusal of a failure; a success makes the test fail. */
export function refused(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('not refused')
  return result.refusal
}

/** Opens (and makes) a till's database that is closed when the test ends, if the test did not close it. */
export function openTill(path: string, options: Partial<OpenOptions> = {}): WritableDb {
  const db = accepted(openDatabase({ path, now: () => NOON, lockWaitMs: 0, ...options }))
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** A fresh database in its own folder. */
export function freshTill(): { readonly db: WritableDb; readonly path: string } {
  const path = join(temporaryFolder(), 'till.db')
  return { db: openTill(path), path }
}

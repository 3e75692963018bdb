import { join } from 'node:path'
import { ok, refuse, type Refusal, type Result } from '../../core/result.ts'
import type { ReadableDb } from '../../db/connection/database.ts'
import { openReadOnly } from '../../db/connection/open-database.ts'
import { inSnapshot } from '../../db/connection/snapshot.ts'
import { storageRefusal } from '../../db/connection/sqlite-errors.ts'
import { schemaVersions } from '../../db/migrations/known-schema.ts'
import { refusalSentence } from '../contract/messages/refusal-sentence.ts'
import type { Check, Finding } from './check.ts'
import { CHECKS } from './checks/index.ts'

/** Findings of one check that are told; more of the same kind tell nothing new. */
export const FINDINGS_TOLD = 50

export type CheckReport = {
  readonly number: number
  readonly name: string
  readonly about: string
  /** At most {@link FINDINGS_TOLD}. */
  readonly findings: readonly Finding[]
  readonly elapsedMs: number
}

export type VerifyReport = {
  readonly checks: readonly CheckReport[]
  readonly counts: {
    readonly sales: number
    readonly settlements: number
    readonly exchanges: number
    readonly audit: number
  }
}

/** A page that cannot be read is a finding of the check that needed it; anything else is a bug. */
function unreadable(error: unknown, path: string): Finding {
  const refused = storageRefusal(error, path)
  if (refused === undefined) throw error
  return { subject: 'till.db', text: refusalSentence(refused.refusal) }
}

function run(one: Check, db: ReadableDb, path: string): CheckReport {
  const begun = performance.now()
  let findings: readonly Finding[]
  try {
    findings = one.find(db, FINDINGS_TOLD)
  } catch (error) {
    findings = [unreadable(error, path)]
  }
  const { number, name, about } = one
  return { number, name, about, findings, elapsedMs: Math.round(performance.now() - begun) }
}

function countsOf(db: ReadableDb): VerifyReport['counts'] {
  const row = db
    .read<VerifyReport['counts']>(
      `SELECT (SELECT count(*) FROM sale) AS sales, (SELECT count(*) FROM settlement) AS settlements,
         (SELECT count(*) FROM exchange) AS exchanges, (SELECT count(*) FROM audit) AS audit`,
    )
    .get()
  return row ?? { sales: 0, settlements: 0, exchanges: 0, audit: 0 }
}

function versionRefusal(db: ReadableDb): Refusal | undefined {
  const { found, known } = schemaVersions(db)
  if (found > known) return refuse('DATABASE_NEWER', { found, known }).refusal
  if (found < known) return refuse('DATABASE_OLDER', { found, known }).refusal
  return undefined
}

/**
 * Checks a data directory's database, as it is at one moment, also while a till works with it. Reads only. Refuses with
 * DATABASE_NEWER, DATABASE_OLDER {found, known}, DATABASE_CORRUPT {file} or DATABASE_UNAVAILABLE {file, reason}.
 */
export function verifyFolder(folder: string): Result<VerifyReport> {
  const path = join(folder, 'till.db')
  const opened = openReadOnly(path)
  if (!opened.ok) return opened
  const db = opened.value
  try {
    const refusal = versionRefusal(db)
    if (refusal !== undefined) return { ok: false, refusal }
    return inSnapshot(db, () => ok({ checks: CHECKS.map((one) => run(one, db, path)), counts: countsOf(db) }))
  } catch (error) {
    const refused = storageRefusal(error, path)
    if (refused === undefined) throw error
    return refused
  } finally {
    db.close()
  }
}

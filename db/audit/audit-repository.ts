import { invariant } from '../../core/result.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import { hashOfRow, NO_HASH, rowAfter, type AuditEntry, type AuditRow } from './audit-row.ts'

type Head = { readonly id: number; readonly hash: string }

const READ_HEAD = 'SELECT count AS id, hash FROM audit_head WHERE one = 1'
const WRITE_HEAD = `INSERT INTO audit_head (one, count, hash) VALUES (1, ?, ?)
  ON CONFLICT (one) DO UPDATE SET count = excluded.count, hash = excluded.hash`
const INSERT = `INSERT INTO audit (id, at, operator_id, kind, name, subject, detail, previous_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Appends a row to the chain, in the caller's transaction, and returns its number. The chain goes on from what the head
 * says, not from the last row there is: after somebody cut off its tail the gap stays for ever.
 */
export function appendAudit(db: WritableDb, entry: AuditEntry): number {
  invariant(db.inTransaction(), 'an audit row is written with what it tells')
  const row = rowAfter(db.read<Head>(READ_HEAD).get() ?? { id: 0, hash: NO_HASH }, entry)
  db.write(INSERT).run(
    row.id,
    row.at,
    row.operator_id,
    row.kind,
    row.name,
    row.subject,
    row.detail,
    row.previous_hash,
    row.hash,
  )
  db.write(WRITE_HEAD).run(row.id, row.hash)
  return row.id
}

/**
 * What is wrong at one place of the chain: `missing` = rows up to before `id` are not there; `altered` = the row's hash
 * is not that of its content; `detached` = it does not continue the row before it; `tail` = the chain ends at `id`, but
 * not where the head says; `headless` = there are rows and no head.
 */
export type ChainFault = {
  readonly id: number
  readonly problem: 'missing' | 'altered' | 'detached' | 'tail' | 'headless'
}

export type ChainReport = {
  /** Rows that were read. */
  readonly rows: number
  /** In the order of the chain, at most as many as asked for. */
  readonly faults: readonly ChainFault[]
}

const PAGE = `SELECT id, at, operator_id, kind, name, subject, detail, previous_hash, hash FROM audit
  WHERE id > ? ORDER BY id LIMIT 5000`

function rowFaults(row: AuditRow, before: Head): ChainFault[] {
  if (row.id !== before.id + 1) return [{ id: row.id, problem: 'missing' }]
  if (row.previous_hash !== before.hash) return [{ id: row.id, problem: 'detached' }]
  return row.hash === hashOfRow(row) ? [] : [{ id: row.id, problem: 'altered' }]
}

function headFaults(last: Head, head: Head | undefined): ChainFault[] {
  if (head === undefined) return last.id === 0 ? [] : [{ id: last.id, problem: 'headless' }]
  return head.id === last.id && head.hash === last.hash ? [] : [{ id: last.id, problem: 'tail' }]
}

/** Walks the chain from its first row to its head, a page of rows at a time. */
export function verifyChain(db: ReadableDb, faultsMaximum = 50): ChainReport {
  const page = db.read<AuditRow>(PAGE)
  const faults: ChainFault[] = []
  let rows = 0
  let before: Head = { id: 0, hash: NO_HASH }
  for (;;) {
    const read = page.all(before.id)
    if (read.length === 0) break
    rows += read.length
    for (const row of read) {
      if (faults.length < faultsMaximum) faults.push(...rowFaults(row, before))
      before = row
    }
  }
  faults.push(...headFaults(before, db.read<Head>(READ_HEAD).get()))
  return { rows, faults: faults.slice(0, faultsMaximum) }
}

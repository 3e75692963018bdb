import { hash } from 'node:crypto'
import { canonicalJson, type JsonObject } from '../../core/text/canonical-json.ts'

/** What the first row has in place of the hash of a row before it. */
export const NO_HASH = '0'.repeat(64)

/** An act is what a person asked for; a change is what became of records without one, or after its act was written. */
export type AuditKind = 'act' | 'change'

/** What a row tells. `at` is milliseconds since 1970, UTC. */
export type AuditEntry = {
  readonly at: number
  readonly operatorId: number | null
  readonly kind: AuditKind
  readonly name: string
  readonly subject: string | null
  readonly detail: JsonObject
}

/** A row of `audit`. */
export type AuditRow = {
  readonly id: number
  readonly at: number
  readonly operator_id: number | null
  readonly kind: AuditKind
  readonly name: string
  readonly subject: string | null
  /** Canonical JSON of an object. */
  readonly detail: string
  readonly previous_hash: string
  readonly hash: string
}

/** Hex SHA-256 over the canonical text of everything in a row but the hash itself. */
export function hashOfRow(row: Omit<AuditRow, 'hash'>): string {
  const { id, at, operator_id, kind, name, subject, detail, previous_hash } = row
  return hash('sha256', canonicalJson([id, at, operator_id, kind, name, subject, detail, previous_hash]))
}

/** The row that comes after the one with number `id - 1` and hash `previousHash`. */
export function rowAfter(
  previous: { readonly id: number; readonly hash: string },
  entry: AuditEntry,
): AuditRow {
  const row = {
    id: previous.id + 1,
    at: entry.at,
    operator_id: entry.operatorId,
    kind: entry.kind,
    // what is stored must be what was hashed, and half a character is not
    name: entry.name.toWellFormed(),
    subject: entry.subject?.toWellFormed() ?? null,
    detail: canonicalJson(entry.detail),
    previous_hash: previous.hash,
  }
  return { ...row, hash: hashOfRow(row) }
}

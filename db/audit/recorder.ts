import { invariant } from '../../core/result.ts'
import type { JsonObject } from '../../core/text/canonical-json.ts'
import type { TransactionHooks, WritableDb } from '../connection/database.ts'
import { currentAct, type Act } from './act.ts'
import { appendAudit } from './audit-repository.ts'

/** What became of a record. */
export type Change = {
  /** `settlement.moved`, `line.removed`: the record and what happened to it. */
  readonly name: string
  /** The record's own id. */
  readonly subject: string
  /** Who did it, where the act's operator does not say so already. */
  readonly operatorId?: number | null
  /** Ids, states, quantities, amounts. Never who a customer is, never a password, never a body of an exchange. */
  readonly detail?: JsonObject
}

type Recorder = {
  readonly now: () => number
  changes: Change[]
  /** The act whose row the transaction under way has written. */
  written: { readonly act: Act; readonly row: number } | undefined
}

const recorders = new WeakMap<WritableDb, Recorder>()

function recorderOf(db: WritableDb): Recorder {
  const recorder = recorders.get(db)
  invariant(recorder !== undefined, 'a handle without a recorder')
  return recorder
}

/**
 * Notes a change in the transaction that makes it; it is appended to the audit right before the commit and goes with a
 * rollback. All changes of a transaction make one row. Throws outside a transaction: nothing changes unrecorded.
 */
export function recordChange(db: WritableDb, change: Change): void {
  invariant(db.inTransaction(), `${change.name} outside a transaction`)
  recorderOf(db).changes.push(change)
}

function changesDetail(changes: readonly Change[]): JsonObject {
  if (changes.length === 0) return {}
  return {
    changes: changes.map(({ name, subject, operatorId, detail }) => ({
      name,
      subject,
      ...(operatorId != null && { operatorId }),
      ...(detail !== undefined && { detail }),
    })),
  }
}

const operatorOf = (act: Act | undefined, changes: readonly Change[]): number | null =>
  act?.operatorId ?? changes.find((change) => change.operatorId != null)?.operatorId ?? null

function appendAct(db: WritableDb, act: Act, changes: readonly Change[], refused?: string): number {
  const params = Object.keys(act.params).length === 0 ? {} : { params: act.params }
  return appendAudit(db, {
    at: recorderOf(db).now(),
    operatorId: operatorOf(act, changes),
    kind: 'act',
    name: act.name,
    subject: act.subject,
    detail: {
      ...params,
      ...changesDetail(changes),
      ...(act.row !== undefined && { act: act.row }),
      ...(refused !== undefined && { refused }),
    },
  })
}

function appendChanges(db: WritableDb, act: Act | undefined, changes: readonly Change[]): void {
  const [first] = changes
  if (first === undefined) return
  appendAudit(db, {
    at: recorderOf(db).now(),
    operatorId: operatorOf(act, changes),
    kind: 'change',
    name: first.name,
    subject: first.subject,
    detail: { ...changesDetail(changes), ...(act?.row !== undefined && { act: act.row }) },
  })
}

/** Writes one row for the transaction that is about to be committed: the act's own when it has none yet. */
function beforeCommit(db: WritableDb): void {
  const recorder = recorderOf(db)
  const act = currentAct()
  if (act !== undefined && act.row === undefined) {
    recorder.written = { act, row: appendAct(db, act, recorder.changes) }
  } else {
    appendChanges(db, act, recorder.changes)
  }
}

function ended(db: WritableDb, committed: boolean): void {
  const recorder = recorderOf(db)
  if (committed && recorder.written !== undefined) recorder.written.act.row = recorder.written.row
  recorder.changes = []
  recorder.written = undefined
}

/** What a handle does around its transactions so that every change leaves its row. `bind` takes the handle itself. */
export function createRecorder(now: () => number): {
  readonly hooks: TransactionHooks
  readonly bind: (db: WritableDb) => void
} {
  return {
    hooks: { beforeCommit, ended },
    bind: (db) => void recorders.set(db, { now, changes: [], written: undefined }),
  }
}

/**
 * The call was answered. An act that committed nothing, or that was refused after all (`refused`: the code), gets a row
 * of its own; one that has its row and went well is done.
 */
export function endAct(db: WritableDb, act: Act, refused: string | undefined): void {
  act.over = true
  if (act.row !== undefined && refused === undefined) return
  db.transaction(() => appendAct(db, act, [], refused))
}

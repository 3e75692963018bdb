import { recordChange } from '../audit/recorder.ts'
import type { WritableDb } from '../connection/database.ts'

/** Keeps that a second person answered for something, in the transaction that does it. */
export function insertApproval(
  db: WritableDb,
  approval: {
    readonly id: string
    /** Which right it gave, e.g. `return`. */
    readonly right: string
    /** Id of the sale or return that it was given for. */
    readonly subject: string | null
    readonly askedBy: number
    readonly approvedBy: number
    readonly at: number
  },
): void {
  db.write(
    'INSERT INTO approval (id, granted_right, subject, asked_by, approved_by, at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(approval.id, approval.right, approval.subject, approval.askedBy, approval.approvedBy, approval.at)
  recordChange(db, {
    name: 'approval.given',
    subject: approval.subject ?? approval.id,
    detail: { right: approval.right, approvalId: approval.id, approvedBy: approval.approvedBy },
  })
}

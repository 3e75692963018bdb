import { invariant } from '../../core/result.ts'
import { recordChange } from '../audit/recorder.ts'
import type { WritableDb } from '../connection/database.ts'

const ADD_COPY = `INSERT INTO return_copy (return_id, copy, made_at, operator_id)
  VALUES (?, (SELECT coalesce(max(copy), 0) + 1 FROM return_copy WHERE return_id = ?), ?, ?) RETURNING copy`

/** Records that a return's slip is made and says which copy it is: 1 the original, more a reprint. */
export function recordReturnCopy(
  db: WritableDb,
  made: { readonly returnId: string; readonly operatorId: number; readonly at: number },
): number {
  const { returnId, operatorId, at } = made
  const [row] = db.writeReturning<{ copy: number }>(ADD_COPY).all(returnId, returnId, at, operatorId)
  invariant(row !== undefined, 'an insert answers')
  recordChange(db, { name: 'return.slip-made', subject: returnId, detail: { copy: row.copy } })
  return row.copy
}

import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** A code that the till shows for one payment. */
export type ShownCodeRow = {
  readonly tender_id: string
  readonly code_text: string
  readonly expires_at: number
}

/** Keeps the code of a payment, in the transaction that learns of it. One that is known already stays. */
export function insertShownCode(db: WritableDb, code: ShownCodeRow): void {
  if (shownCodeOf(db, code.tender_id) !== undefined) return
  db.write('INSERT INTO shown_code (tender_id, code_text, expires_at) VALUES (?, ?, ?)').run(
    code.tender_id,
    code.code_text,
    code.expires_at,
  )
  recordChange(db, {
    name: 'tender.code-shown',
    subject: code.tender_id,
    detail: { expiresAt: code.expires_at },
  })
}

/** The code that is shown for a payment, if one is. */
export function shownCodeOf(db: ReadableDb, tenderId: string): ShownCodeRow | undefined {
  return db
    .read<ShownCodeRow>('SELECT tender_id, code_text, expires_at FROM shown_code WHERE tender_id = ?')
    .get(tenderId)
}

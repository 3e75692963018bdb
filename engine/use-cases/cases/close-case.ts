import { ok, refuse, type Result } from '../../../core/result.ts'
import { caseById, moveCase, type CaseRow } from '../../../db/cases/case-repository.ts'
import { changeSale, completeWhenCovered } from '../insurance/complete-when-covered.ts'
import type { Desk } from '../insurance/desk.ts'

/**
 * Closes a case on the word of a person who has the right: it was settled outside the till. Refuses with CASE_NOT_FOUND, or
 * SALE_STATE_FORBIDS {state} while its undoing is on its way or when it is closed already.
 */
export function closeCase(
  desk: Desk,
  closing: { readonly caseId: string; readonly note: string; readonly operatorId: number },
): Result<CaseRow> {
  const { db, clock } = desk.counter
  const row = caseById(db, closing.caseId)
  if (row === undefined) return refuse('CASE_NOT_FOUND')
  const { state } = row
  if (state !== 'open' && state !== 'undo-unknown') {
    return refuse('SALE_STATE_FORBIDS', { state, event: 'close-case' })
  }
  changeSale(desk, row.sale_id, () => {
    moveCase(db, { ...closing, from: state, to: 'closed', at: clock.now() })
    return completeWhenCovered(desk, row.sale_id)
  })
  return ok(caseById(db, row.id) ?? row)
}

import { ok, refuse, type Result } from '../../../core/result.ts'
import { caseById, type CaseRow } from '../../../db/cases/case-repository.ts'
import type { Desk } from '../insurance/desk.ts'
import { refundLateTender } from '../tenders/late-tender.ts'

/**
 * Gives a payment back that came although the till had given it up. No answer: `undo-unknown`, and the till asks. Refuses
 * with CASE_NOT_FOUND or as {@link refundLateTender}.
 */
export async function undoLateTender(desk: Desk, caseId: string): Promise<Result<CaseRow>> {
  const given = await refundLateTender(desk, caseId)
  if (!given.ok) return given
  const row = caseById(desk.counter.db, caseId)
  return row === undefined ? refuse('CASE_NOT_FOUND') : ok(row)
}

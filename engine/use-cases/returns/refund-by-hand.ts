import { ok, refuse, type Result } from '../../../core/result.ts'
import { currentStep } from '../../../core/return/steps.ts'
import { doRefundByHand } from '../../../db/returns/refund-repository.ts'
import { setReturnState } from '../../../db/returns/return-repository.ts'
import type { ReturnView } from '../../contract/returns.ts'
import { completeWhenDone } from './complete-return.ts'
import type { ReturnDesk } from './return-desk.ts'
import { announceReturn } from './return-view.ts'
import { factsOf, unfinishedReturn } from './stored-return.ts'

export type RefundGiven = {
  readonly returnId: string
  readonly refundId: string
  /** What the slip of the POS terminal says; null for cash. */
  readonly reference: string | null
}

/** A person has given one refund: writes it down when it is its turn. */
function keep(desk: ReturnDesk, given: RefundGiven): Result<null> {
  const { db, clock } = desk.counter
  const shift = desk.counter.shift()
  if (!shift.ok) return shift
  return db.attempt((): Result<null> => {
    const stored = unfinishedReturn(db, given.returnId)
    if (!stored.ok) return stored
    const { number } = stored.value.row
    const step = currentStep(factsOf(stored.value))
    if (step?.kind !== 'refund' || step.refundId !== given.refundId || step.tenderKind === null) {
      return refuse('RETURN_STEP_FORBIDS', { number })
    }
    if (step.state === 'unknown') {
      return refuse('RETURN_REFUND_UNKNOWN', { number, amountFen: step.amount ?? 0 })
    }
    const insteadInCash = !step.byHand
    if (insteadInCash && !step.refused) return refuse('TENDER_KIND_NOT_ALLOWED', { kind: step.tenderKind })
    const fromDrawer = insteadInCash || step.tenderKind === 'cash'
    if (!fromDrawer && given.reference === null) {
      return refuse('RETURN_REFERENCE_NEEDED', { kind: step.tenderKind })
    }
    const done = doRefundByHand(db, given.refundId, {
      shiftId: shift.value.shiftId,
      reference: given.reference,
      insteadInCash,
      at: clock.now(),
    })
    if (!done) return refuse('RETURN_STEP_FORBIDS', { number })
    setReturnState(db, given.returnId, 'refunding')
    return ok(null)
  })
}

/**
 * Says that the cashier has given a refund: cash out of the drawer of this shift, a card at the POS terminal, or cash for a
 * code payment that the acquirer refused to refund. Completes the return when it was the last one. Refuses with
 * RETURN_STEP_FORBIDS when it is not its turn (or was given already), RETURN_REFERENCE_NEEDED, RETURN_REFUND_UNKNOWN or
 * TENDER_KIND_NOT_ALLOWED.
 */
export function refundByHand(desk: ReturnDesk, given: RefundGiven): Result<ReturnView> {
  const kept = keep(desk, given)
  if (!kept.ok) return kept
  const completed = completeWhenDone(desk, given.returnId)
  const view = announceReturn(desk.counter, given.returnId)
  return completed.ok ? view : completed
}

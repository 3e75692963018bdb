import { ok, refuse, type Result } from '../../../core/result.ts'
import { currentStep, type ReturnStep } from '../../../core/return/steps.ts'
import { setReturnState } from '../../../db/returns/return-repository.ts'
import type { ReturnView } from '../../contract/returns.ts'
import { cancelSettlement } from '../insurance/cancel.ts'
import { completeWhenDone } from './complete-return.ts'
import type { ReturnDesk } from './return-desk.ts'
import { announceReturn } from './return-view.ts'
import { factsOf, unfinishedReturn, type StoredReturn } from './stored-return.ts'

/** 2103. Nothing is given back to the customer before it is proven. */
async function cancelStep(desk: ReturnDesk, stored: StoredReturn, step: ReturnStep): Promise<Result<null>> {
  const { row, settlement, sold } = stored
  if (settlement === undefined) return ok(null)
  if (settlement.state === 'disputed') {
    return refuse('INSURANCE_SETTLEMENT_DISPUTED', { number: sold.sale.number })
  }
  if (step.state === 'unknown') return refuse('RETURN_CANCEL_UNKNOWN', { number: row.number })
  const setState = (state: 'open' | 'refunding'): void => setReturnState(desk.counter.db, row.id, state)
  const cancelled = await cancelSettlement(desk, settlement, {
    onSent: () => setState('refunding'),
    onStands: () => setState('open'),
  })
  if (!cancelled.ok) return cancelled
  const { value } = cancelled
  switch (value.kind) {
    case 'cancelled':
      return ok(null)
    case 'refused':
      return refuse(
        'RETURN_CANCEL_REFUSED',
        { number: row.number, code: value.code, message: value.message },
        value.msgid,
      )
    case 'not-sent':
      return refuse('RETURN_CANCEL_NOT_SENT', { number: row.number, reason: value.reason }, value.msgid)
    case 'unknown':
      return refuse('RETURN_CANCEL_UNKNOWN', { number: row.number }, value.msgid)
  }
}

/** One electronic refund; the others are a person's to give and to confirm. */
async function refundStep(desk: ReturnDesk, stored: StoredReturn, step: ReturnStep): Promise<Result<null>> {
  if (step.refundId === null || step.tenderKind === null) return ok(null)
  if (step.byHand) {
    return refuse('RETURN_REFUND_BY_HAND', { kind: step.tenderKind, amountFen: step.amount ?? 0 })
  }
  desk.counter.db.transaction(() => setReturnState(desk.counter.db, stored.row.id, 'refunding'))
  const refunded = await desk.refunds.electronic(step.refundId)
  return refunded.ok ? ok(null) : refunded
}

function doStep(desk: ReturnDesk, stored: StoredReturn): Promise<Result<null>> | Result<null> {
  const step = currentStep(factsOf(stored))
  switch (step?.kind) {
    case 'identify':
      return refuse('RETURN_IDENTIFY_FIRST', { number: stored.sold.sale.number })
    case 'cancel-settlement':
      return cancelStep(desk, stored, step)
    case 'refund':
      return refundStep(desk, stored, step)
    case 'report':
    case 'settle-rest':
    case undefined:
      return ok(null)
  }
}

/**
 * Does exactly the next step of a return that the till does itself, and completes the return when that was the last one.
 * A step whose outcome is not known is never repeated. Refuses with why it cannot be done now; the view that was told
 * meanwhile is right in any case.
 */
export function proceed(desk: ReturnDesk, returnId: string): Promise<Result<ReturnView>> {
  const first = unfinishedReturn(desk.counter.db, returnId)
  const kind = first.ok ? currentStep(factsOf(first.value))?.kind : undefined
  return desk.queue.run(kind === 'cancel-settlement' ? 'cancel' : 'refund', async () => {
    const shift = desk.counter.shift()
    if (!shift.ok) return shift
    // whoever was first in the queue may have done it
    const stored = unfinishedReturn(desk.counter.db, returnId)
    if (!stored.ok) return stored
    const done = await doStep(desk, stored.value)
    const completed = done.ok ? completeWhenDone(desk, returnId) : done
    const view = announceReturn(desk.counter, returnId)
    return completed.ok ? view : completed
  })
}

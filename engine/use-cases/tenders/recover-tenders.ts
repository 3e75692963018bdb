import { nextRefundState, type RefundEvent, type RefundState } from '../../../core/tender/refund.ts'
import type { TenderState } from '../../../core/tender/state.ts'
import { nextTenderState, type TenderEvent } from '../../../core/tender/transitions.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { moveLateTender, openLateTenders } from '../../../db/cases/late-tender.ts'
import { moveRefund, openRefunds } from '../../../db/returns/refund-repository.ts'
import { moveTender, tendersInFlight } from '../../../db/sales/tender-repository.ts'

/** What the restart says of a payment that was on its way: stored is not sent, sent may have arrived. */
const TENDERS: Readonly<Partial<Record<TenderState, TenderEvent>>> = {
  prepared: 'request-not-sent',
  sent: 'answer-missing',
  refunding: 'refund-answer-missing',
}

const REFUNDS: Readonly<Partial<Record<RefundState, RefundEvent>>> = {
  prepared: 'request-not-sent',
  sent: 'answer-missing',
}

/**
 * Closes what a crash left of payments and refunds, in the transaction of the recovery (invariant 10). Nothing is sent:
 * what may have arrived is asked about later.
 */
export function recoverTenders(db: WritableDb, now: number): void {
  for (const tender of tendersInFlight(db)) {
    const event = TENDERS[tender.state]
    const next = event === undefined ? undefined : nextTenderState(tender.state, event)
    if (next?.ok !== true) continue
    moveTender(db, { tenderId: tender.id, from: tender.state, to: next.value, at: now })
  }
  for (const refund of openRefunds(db)) {
    const event = REFUNDS[refund.state]
    const next = event === undefined ? undefined : nextRefundState(refund.state, event)
    if (next?.ok !== true) continue
    moveRefund(db, { refundId: refund.id, from: refund.state, to: next.value, at: now })
  }
  for (const late of openLateTenders(db)) {
    if (late.state === 'undoing') {
      moveLateTender(db, { id: late.id, from: 'undoing', to: 'undo-unknown', at: now })
    }
  }
}

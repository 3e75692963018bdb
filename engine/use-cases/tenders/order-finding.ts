import type { AcquirerOutcome, OrderAnswer } from '../../../acquirer/acquirer.ts'
import { nextTenderState, type TenderEvent } from '../../../core/tender/transitions.ts'
import { moveTender, tenderById } from '../../../db/sales/tender-repository.ts'
import type { Desk } from '../insurance/desk.ts'
import { completeWhenPaid } from '../sale/complete-sale.ts'
import { openLateTender } from './late-tender.ts'

/** What is known about an order after a call. */
export type OrderFinding =
  | { readonly kind: 'paid'; readonly reference: string }
  | { readonly kind: 'paying' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'absent' }
  /** Nothing left the till this time. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** Nothing is proven. */
  | { readonly kind: 'open'; readonly reason: string }

/** Which call found it: the payment itself, a question, closing, or the payment's answer after it was given up. */
export type FoundBy = 'answer' | 'query' | 'close' | 'late'

/** Reads a call's outcome as a finding about its order; what contradicts the question asked proves nothing. */
export function orderFindingOf(outcome: AcquirerOutcome<OrderAnswer>, foundBy: FoundBy): OrderFinding {
  if (outcome.kind === 'not-sent') return { kind: 'not-sent', reason: outcome.reason }
  if (outcome.kind === 'unknown') return { kind: 'open', reason: outcome.reason }
  const { answer } = outcome
  const paying = foundBy === 'answer' || foundBy === 'late'
  switch (answer.status) {
    case 'paid':
      return { kind: 'paid', reference: answer.reference }
    case 'paying':
      return { kind: 'paying' }
    case 'refused':
      return { kind: 'refused', reason: answer.reason }
    case 'closed':
      return paying ? { kind: 'refused', reason: 'order-closed' } : { kind: 'closed' }
    case 'absent':
      return paying ? { kind: 'open', reason: 'contradiction' } : { kind: 'absent' }
    case 'rejected':
      // a payment that was not taken did not happen; a question that was not taken says nothing about the order
      return paying ? { kind: 'refused', reason: answer.reason } : { kind: 'open', reason: answer.reason }
  }
}

type EventsOf = Readonly<Record<OrderFinding['kind'], TenderEvent>>

const ASKED: EventsOf = {
  paid: 'query-paid',
  paying: 'query-paying',
  refused: 'query-refused',
  closed: 'close-confirmed',
  absent: 'query-inconclusive',
  'not-sent': 'query-inconclusive',
  open: 'query-inconclusive',
}

const EVENTS: Readonly<Record<FoundBy, EventsOf>> = {
  answer: {
    paid: 'answer-paid',
    paying: 'answer-paying',
    refused: 'answer-refused',
    closed: 'answer-refused',
    absent: 'answer-missing',
    'not-sent': 'request-not-sent',
    open: 'answer-missing',
  },
  query: ASKED,
  close: ASKED,
  late: { ...ASKED, paid: 'late-answer-paid', paying: 'answer-paying', refused: 'answer-refused' },
}

/**
 * Brings a finding into the records, in the transaction that journals it. It moves the tender of its own order number and
 * no other, as far as the table allows from where that tender is now; money for a tender that was given up becomes a case.
 * Returns true when this completed the sale.
 */
export function adoptOrderFinding(
  desk: Desk,
  tenderId: string,
  found: { readonly finding: OrderFinding; readonly by: FoundBy; readonly exchangeId: number },
): boolean {
  const { counter } = desk
  const { finding } = found
  const tender = tenderById(counter.db, tenderId)
  if (tender === undefined) return false
  if (tender.state === 'refused' && finding.kind === 'paid') {
    openLateTender(desk, tender, found.exchangeId, finding.reference)
    return false
  }
  const next = nextTenderState(tender.state, EVENTS[found.by][finding.kind])
  if (!next.ok) return false
  moveTender(counter.db, {
    tenderId,
    from: tender.state,
    to: next.value,
    at: counter.clock.now(),
    ...(finding.kind === 'paid' && { reference: finding.reference }),
  })
  if (next.value !== 'taken') return false
  return completeWhenPaid(counter, tender.sale_id, { reportInfno: desk.profile.variants.report })
}

import { ok, refuse, type Result } from '../../../core/result.ts'
import { nextRefundState, type RefundEvent, type RefundState } from '../../../core/tender/refund.ts'
import { moveRefund, refundById, refundedBesides } from '../../../db/returns/refund-repository.ts'
import type { RefundRow } from '../../../db/returns/return-rows.ts'
import type { TenderRow } from '../../../db/sales/sale-rows.ts'
import { tenderById } from '../../../db/sales/tender-repository.ts'
import type { Desk } from '../insurance/desk.ts'
import { announceReturn } from '../returns/return-view.ts'
import { giveBack, questionAboutRefund, type RefundSubject } from './refund-call.ts'
import type { RefundFinding, RefundFoundBy } from './refund-finding.ts'
import { refundAnswer } from './undo-tender.ts'

type EventsOf = Readonly<Record<RefundFinding['kind'], RefundEvent>>

const INCONCLUSIVE = {
  'not-sent': 'query-inconclusive',
  absent: 'query-inconclusive',
  open: 'query-inconclusive',
} as const

const EVENTS: Readonly<Record<RefundFoundBy, EventsOf>> = {
  answer: {
    done: 'answer-done',
    refused: 'answer-refused',
    'not-sent': 'request-not-sent',
    absent: 'answer-missing',
    open: 'answer-missing',
  },
  query: { done: 'query-done', refused: 'query-refused', ...INCONCLUSIVE },
  late: { done: 'late-answer-done', refused: 'query-inconclusive', ...INCONCLUSIVE },
}

type Refundable = { readonly refund: RefundRow; readonly tender: TenderRow; readonly orderNumber: string }

function refundable(desk: Desk, refundId: string): Result<Refundable> {
  const { db } = desk.counter
  const refund = refundById(db, refundId)
  const tender = refund === undefined ? undefined : tenderById(db, refund.tender_id)
  if (refund === undefined || tender === undefined) return refuse('TENDER_NOT_FOUND')
  if (tender.kind !== 'qr' || tender.order_number === null) {
    return refuse('TENDER_REFUND_BY_HAND', { kind: tender.kind })
  }
  return ok({ refund, tender, orderNumber: tender.order_number })
}

/** Moves a refund along its table, as far as it allows from where the refund is now. */
function advance(
  desk: Desk,
  refundId: string,
  event: RefundEvent,
  kept: { readonly orderNumber?: string; readonly shiftId?: string; readonly reference?: string } = {},
): void {
  const { db, clock } = desk.counter
  const now = refundById(db, refundId)
  const next = now === undefined ? undefined : nextRefundState(now.state, event)
  if (now === undefined || next?.ok !== true) return
  moveRefund(db, { refundId, from: now.state, to: next.value, at: clock.now(), ...kept })
}

/** What is open now, and where the return stands. */
function tellRefund(desk: Desk, refund: Pick<RefundRow, 'return_id'>): void {
  desk.payments?.onChange()
  announceReturn(desk.counter, refund.return_id)
}

function subjectOf(desk: Desk, found: Refundable, shiftId: string | undefined): RefundSubject {
  const { refund, tender, orderNumber } = found
  const refundNumber = refund.order_number ?? desk.counter.clock.newId().replaceAll('-', '')
  return {
    purpose: 'refund-tender',
    saleId: tender.sale_id,
    orderNumber,
    paid: tender.amount_fen,
    refundNumber,
    amount: refund.amount_fen,
    askFirst: refund.state === 'unknown',
    onPrepared: () =>
      advance(desk, refund.id, 'request-stored', {
        orderNumber: refundNumber,
        ...(shiftId !== undefined && { shiftId }),
      }),
    onSent: () => advance(desk, refund.id, 'request-sent'),
    onFound: (finding, by) =>
      advance(
        desk,
        refund.id,
        EVENTS[by][finding.kind],
        finding.kind === 'done' ? { reference: finding.reference } : {},
      ),
    afterLate: () => tellRefund(desk, refund),
  }
}

/**
 * Gives back what a return owes on one payment by code (a row of `refund`). Asked again it never pays twice: what is done
 * answers so, what is unknown is asked about first and repeated only under its own number. Cash and cards are given back by
 * hand: TENDER_REFUND_BY_HAND {kind}. Refuses with TENDER_NOT_FOUND, TENDER_STATE_FORBIDS while it is on its way,
 * TENDER_MORE_THAN_OWED {outstandingFen} beyond what was paid, TENDER_NOT_SENT, TENDER_REFUND_REFUSED {reason} or
 * TENDER_REFUND_UNKNOWN {amountFen}.
 */
export async function refundTender(desk: Desk, refundId: string): Promise<Result<RefundState>> {
  const { payments, counter } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift
  const known = refundable(desk, refundId)
  if (!known.ok) return known
  if (known.value.refund.state === 'done') return ok('done')
  if (payments === undefined) return refuse('TENDER_QR_NOT_OFFERED')
  return payments.queue.run('refund', async (): Promise<Result<RefundState>> => {
    const found = refundable(desk, refundId)
    if (!found.ok) return found
    const { refund, tender } = found.value
    if (refund.state === 'done') return ok('done')
    if (refund.state === 'prepared' || refund.state === 'sent') {
      return refuse('TENDER_STATE_FORBIDS', { state: refund.state, event: 'refund' })
    }
    const left = tender.amount_fen - refundedBesides(counter.db, tender.id, refund.id)
    if (tender.state !== 'taken' || refund.amount_fen > left) {
      return refuse('TENDER_MORE_THAN_OWED', { outstandingFen: left })
    }
    const subject = subjectOf(desk, found.value, shift.value.shiftId)
    const finding = await giveBack(desk, subject)
    if (!finding.ok) return finding
    payments.onChange()
    return refundAnswer(ok(refundById(counter.db, refundId)?.state ?? refund.state), finding.value, subject)
  })
}

/** Asks what became of a refund of a return, and tells where the return stands then; moves no money. */
export async function askAboutRefund(desk: Desk, refundId: string): Promise<void> {
  const found = refundable(desk, refundId)
  if (!found.ok) return
  await questionAboutRefund(desk, subjectOf(desk, found.value, undefined))
  tellRefund(desk, found.value.refund)
}

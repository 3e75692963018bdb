import { ok, refuse, type Result } from '../../../core/result.ts'
import { nextTenderState, type TenderEvent } from '../../../core/tender/transitions.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import type { TenderRow } from '../../../db/sales/sale-rows.ts'
import { moveTender, tenderById, type TenderMove } from '../../../db/sales/tender-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { answerableFor, type Approval } from '../rights/authorise.ts'
import { announceSale } from '../sale/counter.ts'
import { readSale, tenderInFlight } from '../sale/sale-state.ts'
import { giveBack, questionAboutRefund, type RefundSubject } from './refund-call.ts'
import type { RefundFinding, RefundFoundBy } from './refund-finding.ts'
import { tellSale } from './tell-sale.ts'

/**
 * A tender of the sale at the counter that may be given back, or why it may not. One whose refund is in doubt may be of a
 * sale that was put aside meanwhile.
 */
function tenderToUndo(desk: Desk, tenderId: string): Result<TenderRow> {
  const { db } = desk.counter
  const tender = tenderById(db, tenderId)
  const sale = tender === undefined ? undefined : saleById(db, tender.sale_id)
  if (tender === undefined || sale === undefined) return refuse('TENDER_NOT_FOUND')
  const mayBeAside = sale.state === 'held' && tender.state === 'refund-unknown'
  if (sale.state !== 'open' && !mayBeAside)
    return refuse('SALE_STATE_FORBIDS', { state: sale.state, event: 'undo-tender' })
  if (tender.state !== 'taken' && tender.state !== 'refund-unknown') {
    return refuse('TENDER_STATE_FORBIDS', { state: tender.state, event: 'undo' })
  }
  const other = tenderInFlight(readSale(db, sale))
  return other === undefined || other.id === tender.id
    ? ok(tender)
    : refuse('TENDER_IN_FLIGHT', { amountFen: other.amount_fen })
}

type EventsOf = Readonly<Record<RefundFinding['kind'], TenderEvent>>

const EVENTS: Readonly<Record<RefundFoundBy, EventsOf>> = {
  answer: {
    done: 'refund-done',
    refused: 'refund-refused',
    'not-sent': 'refund-not-sent',
    absent: 'refund-answer-missing',
    open: 'refund-answer-missing',
  },
  query: {
    done: 'refund-query-done',
    refused: 'refund-query-refused',
    'not-sent': 'refund-query-inconclusive',
    absent: 'refund-query-inconclusive',
    open: 'refund-query-inconclusive',
  },
  late: {
    done: 'late-refund-done',
    refused: 'refund-query-inconclusive',
    'not-sent': 'refund-query-inconclusive',
    absent: 'refund-query-inconclusive',
    open: 'refund-query-inconclusive',
  },
}

/** The shift that gives a tender back, and why; nobody while it is only asked about. */
type UndoneBy = Pick<Required<TenderMove>, 'refundShiftId' | 'undoReason'>

/** The money of a tender of an uncompleted sale, as something to be given back at the acquirer. */
function undoSubject(desk: Desk, tender: TenderRow, by?: UndoneBy): RefundSubject | undefined {
  const { db, clock } = desk.counter
  if (tender.order_number === null) return undefined
  const refundNumber = tender.refund_number ?? clock.newId().replaceAll('-', '')
  return {
    purpose: 'undo-tender',
    saleId: tender.sale_id,
    orderNumber: tender.order_number,
    paid: tender.amount_fen,
    refundNumber,
    amount: tender.amount_fen,
    askFirst: tender.state === 'refund-unknown',
    onSent: () => {
      moveTender(db, {
        tenderId: tender.id,
        from: tender.state,
        to: 'refunding',
        at: clock.now(),
        refundNumber,
        // sent once more it is still given back for the first reason
        ...(by !== undefined && tender.state === 'refund-unknown' ? { refundShiftId: by.refundShiftId } : by),
      })
      announceSale(desk.counter, tender.sale_id)
    },
    onFound: (finding, by) => {
      const now = tenderById(db, tender.id)
      const next = now === undefined ? undefined : nextTenderState(now.state, EVENTS[by][finding.kind])
      if (now === undefined || next?.ok !== true) return
      moveTender(db, { tenderId: tender.id, from: now.state, to: next.value, at: clock.now() })
    },
    afterLate: () => void tellSale(desk, tender.sale_id, false),
  }
}

function handBack(desk: Desk, tenderId: string, by: UndoneBy): Result<SaleView> {
  const { db, clock } = desk.counter
  const undone = db.attempt((): Result<TenderRow> => {
    const tender = tenderToUndo(desk, tenderId)
    if (!tender.ok) return tender
    const next = nextTenderState(tender.value.state, 'handed-back')
    if (!next.ok) return next
    moveTender(db, {
      tenderId,
      from: tender.value.state,
      to: next.value,
      at: clock.now(),
      ...by,
    })
    return tender
  })
  return undone.ok ? tellSale(desk, undone.value.sale_id, false) : undone
}

/**
 * Gives a taken tender of the sale at the counter back, with a reason that stays with it: cash out of the drawer and a card at the POS terminal are the
 * cashier's word, a payment code is refunded at the acquirer. A refund whose outcome is unknown is asked about first and
 * repeated only under its own number. Refuses with RIGHT_NEEDED and what an approval may be refused with,
 * TENDER_NOT_FOUND, TENDER_STATE_FORBIDS, SALE_STATE_FORBIDS, TENDER_IN_FLIGHT, TENDER_NOT_SENT, TENDER_REFUND_REFUSED {reason} or TENDER_REFUND_UNKNOWN {amountFen}.
 */
export async function undoTender(
  desk: Desk,
  undoing: { readonly tenderId: string; readonly reason: string },
  approval: Approval | undefined,
): Promise<Result<SaleView>> {
  const { tenderId } = undoing
  const shift = desk.counter.shift()
  if (!shift.ok) return shift
  const by: UndoneBy = { refundShiftId: shift.value.shiftId, undoReason: undoing.reason }
  const asked = tenderToUndo(desk, tenderId)
  if (!asked.ok) return asked
  const answerable = await answerableFor(desk.counter, 'undo-tender', approval, tenderId)
  if (!answerable.ok) return answerable
  if (asked.value.kind !== 'qr') return handBack(desk, tenderId, by)
  const { payments } = desk
  if (payments === undefined) return refuse('TENDER_QR_NOT_OFFERED')
  return payments.queue.run('refund', async () => {
    // whoever was before in the queue may have changed it
    const tender = tenderToUndo(desk, tenderId)
    if (!tender.ok) return tender
    const subject = undoSubject(desk, tender.value, by)
    if (subject === undefined) return refuse('TENDER_NOT_FOUND')
    const found = await giveBack(desk, subject)
    if (!found.ok) return found
    const view = tellSale(desk, tender.value.sale_id, false)
    return view.ok ? refundAnswer(view, found.value, subject) : view
  })
}

/** What the cashier is told of a refund. */
export function refundAnswer<T>(
  value: Result<T>,
  finding: RefundFinding,
  subject: Pick<RefundSubject, 'amount' | 'askFirst'>,
): Result<T> {
  if (finding.kind === 'done') return value
  if (finding.kind === 'refused') return refuse('TENDER_REFUND_REFUSED', { reason: finding.reason })
  if (finding.kind === 'not-sent' && !subject.askFirst) {
    return refuse('TENDER_NOT_SENT', { reason: finding.reason })
  }
  return refuse('TENDER_REFUND_UNKNOWN', { amountFen: subject.amount })
}

/** Asks what became of the giving back of a tender; moves no money. */
export async function askAboutUndo(desk: Desk, tender: TenderRow): Promise<void> {
  const subject = undoSubject(desk, tender)
  if (subject !== undefined) await questionAboutRefund(desk, subject)
}

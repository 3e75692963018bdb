import type { CaseState } from '../../../core/cases/state.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  insertLateTender,
  lateTenderById,
  moveLateTender,
  type LateTenderRow,
} from '../../../db/cases/late-tender.ts'
import { moveTender, tenderById } from '../../../db/sales/tender-repository.ts'
import type { TenderRow } from '../../../db/sales/sale-rows.ts'
import type { Desk } from '../insurance/desk.ts'
import { giveBack, questionAboutRefund, type RefundSubject } from './refund-call.ts'
import type { RefundFinding } from './refund-finding.ts'

/**
 * Keeps that money came for a payment which the till had given up, in the transaction that journals it. It pays nothing:
 * the sale may have been paid otherwise. Somebody has it given back.
 */
export function openLateTender(desk: Desk, tender: TenderRow, exchangeId: number, reference: string): void {
  const { db, clock } = desk.counter
  const { id: tenderId, state } = tender
  moveTender(db, { tenderId, from: state, to: state, at: clock.now(), reference })
  insertLateTender(db, { id: clock.newId(), saleId: tender.sale_id, tenderId, exchangeId, at: clock.now() })
}

/** Where a case goes when its refund was found to be so; undefined leaves it where it is. */
function stateAfter(finding: RefundFinding, from: CaseState): CaseState | undefined {
  switch (finding.kind) {
    case 'done':
      return 'undone'
    case 'refused':
      return 'open'
    case 'not-sent':
      return from === 'undoing' ? 'open' : undefined
    case 'absent':
    case 'open':
      return from === 'undoing' ? 'undo-unknown' : undefined
  }
}

/** The money of a late payment, as something to be given back at the acquirer. */
export function lateTenderRefund(desk: Desk, late: LateTenderRow): RefundSubject | undefined {
  const { db, clock } = desk.counter
  const tender = tenderById(db, late.tender_id)
  if (tender?.order_number == null) return undefined
  const refundNumber = tender.refund_number ?? clock.newId().replaceAll('-', '')
  return {
    purpose: 'undo-late-tender',
    saleId: tender.sale_id,
    orderNumber: tender.order_number,
    paid: tender.amount_fen,
    refundNumber,
    amount: tender.amount_fen,
    askFirst: late.state === 'undo-unknown',
    onSent: (exchangeId) => {
      const { id: tenderId, state } = tender
      moveTender(db, { tenderId, from: state, to: state, at: clock.now(), refundNumber })
      moveLateTender(db, { id: late.id, from: late.state, to: 'undoing', exchangeId, at: clock.now() })
    },
    onFound: (finding) => {
      const now = lateTenderById(db, late.id)
      const to = now === undefined ? undefined : stateAfter(finding, now.state)
      if (now === undefined || to === undefined) return
      if (now.state !== 'undoing' && now.state !== 'undo-unknown') return
      moveLateTender(db, { id: late.id, from: now.state, to, at: clock.now() })
    },
    afterLate: () => desk.payments?.onChange(),
  }
}

/**
 * Gives the money of a late payment back at the acquirer and says where the case is then. One whose earlier attempt is
 * unknown is asked about first and repeated only under its own number. Refuses with TENDER_NOT_FOUND,
 * TENDER_STATE_FORBIDS {state, event}, TENDER_NOT_SENT or TENDER_REFUND_REFUSED.
 */
export async function refundLateTender(desk: Desk, caseId: string): Promise<Result<CaseState>> {
  const { payments, counter } = desk
  if (payments === undefined) return refuse('TENDER_QR_NOT_OFFERED')
  return payments.queue.run('refund', async () => {
    const late = lateTenderById(counter.db, caseId)
    const subject = late === undefined ? undefined : lateTenderRefund(desk, late)
    if (late === undefined || subject === undefined) return refuse('TENDER_NOT_FOUND')
    if (late.state !== 'open' && late.state !== 'undo-unknown') {
      return refuse('TENDER_STATE_FORBIDS', { state: late.state, event: 'undo' })
    }
    const found = await giveBack(desk, subject)
    if (!found.ok) return found
    payments.onChange()
    if (found.value.kind === 'refused') {
      return refuse('TENDER_REFUND_REFUSED', { reason: found.value.reason })
    }
    if (found.value.kind === 'not-sent' && late.state === 'open') {
      return refuse('TENDER_NOT_SENT', { reason: found.value.reason })
    }
    return ok(lateTenderById(counter.db, caseId)?.state ?? late.state)
  })
}

/** Asks what became of the refund of a late payment; moves no money. */
export async function askAboutLateTender(desk: Desk, late: LateTenderRow): Promise<void> {
  const subject = lateTenderRefund(desk, late)
  if (subject !== undefined) await questionAboutRefund(desk, subject)
}

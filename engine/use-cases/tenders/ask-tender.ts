import type { Acquirer, AcquirerCall, OrderAnswer } from '../../../acquirer/acquirer.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { openRefunds } from '../../../db/returns/refund-repository.ts'
import type { RefundRow } from '../../../db/returns/return-rows.ts'
import type { TenderRow } from '../../../db/sales/sale-rows.ts'
import { shownCodeOf } from '../../../db/sales/shown-code-repository.ts'
import { tenderById } from '../../../db/sales/tender-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { viewById } from '../sale/counter.ts'
import { callAcquirer } from './acquirer-call.ts'
import { adoptOrderFinding, orderFindingOf, type OrderFinding } from './order-finding.ts'
import { askAboutRefund } from './refund-tender.ts'
import { tellSale } from './tell-sale.ts'
import { askAboutUndo } from './undo-tender.ts'

type OrderQuestion = {
  readonly by: 'query' | 'close'
  readonly purpose: string
  readonly make: (
    acquirer: Acquirer,
    order: { requestId: string; orderNumber: string; amount: TenderRow['amount_fen'] },
  ) => AcquirerCall<OrderAnswer>
}

const QUERY: OrderQuestion = {
  by: 'query',
  purpose: 'ask-tender',
  make: (acquirer, order) => acquirer.query(order),
}

const CLOSE: OrderQuestion = {
  by: 'close',
  purpose: 'give-up-tender',
  make: (acquirer, order) => acquirer.close(order),
}

/** Asks about the order of one tender, or has it closed, and adopts what is found. */
async function settleOrder(
  desk: Desk,
  tender: TenderRow,
  question: OrderQuestion,
): Promise<Result<OrderFinding>> {
  const orderNumber = tender.order_number
  if (orderNumber === null) return refuse('TENDER_NOT_FOUND')
  let finding: OrderFinding = { kind: 'open', reason: '' }
  let completed = false
  const asked = await callAcquirer(desk, {
    purpose: question.purpose,
    saleId: tender.sale_id,
    amount: tender.amount_fen,
    build: (acquirer, requestId) =>
      ok(question.make(acquirer, { requestId, orderNumber, amount: tender.amount_fen })),
    onOutcome: (outcome, exchangeId) => {
      finding = orderFindingOf(outcome, question.by)
      completed = adoptOrderFinding(desk, tender.id, { finding, by: question.by, exchangeId })
    },
  })
  if (!asked.ok) return asked
  const told = tellSale(desk, tender.sale_id, completed)
  return told.ok ? ok(finding) : told
}

/** Asks once what became of an open tender and adopts what is proven; for the asking in the background too. */
export async function askOnce(desk: Desk, tender: TenderRow): Promise<void> {
  if (tender.state === 'paying' || tender.state === 'unknown') await settleOrder(desk, tender, QUERY)
  if (tender.state === 'refund-unknown') {
    await askAboutUndo(desk, tender)
    tellSale(desk, tender.sale_id, false)
  }
}

/** As {@link askOnce}; nobody may scan a code that has expired, so that its order is closed when it is not paid. */
export async function askOrClose(desk: Desk, tender: TenderRow): Promise<void> {
  const { db, clock } = desk.counter
  await askOnce(desk, tender)
  const now = tenderById(db, tender.id)
  if (now?.state !== 'paying') return
  const code = shownCodeOf(db, now.id)
  if (code !== undefined && code.expires_at <= clock.now()) await settleOrder(desk, now, CLOSE)
}

/** The refund of a return that nobody knows the outcome of, of one payment. */
function unknownRefund(desk: Desk, tenderId: string): RefundRow | undefined {
  return openRefunds(desk.counter.db).find(
    (refund) => refund.tender_id === tenderId && refund.state === 'unknown',
  )
}

function stillOpen(desk: Desk, tender: TenderRow): Result<SaleView> {
  const refund = unknownRefund(desk, tender.id)
  if (refund !== undefined) return refuse('TENDER_REFUND_UNKNOWN', { amountFen: refund.amount_fen })
  const view = viewById(desk.counter, tender.sale_id)
  if (!view.ok) return view
  const now = tenderById(desk.counter.db, tender.id)
  if (now?.state === 'refund-unknown') return refuse('TENDER_REFUND_UNKNOWN', { amountFen: now.amount_fen })
  return now?.state === 'unknown'
    ? refuse('TENDER_OUTCOME_UNKNOWN', { number: view.value.number, amountFen: tender.amount_fen })
    : view
}

/**
 * Asks the acquirer at once what became of a payment or of its refund, in a return too. One that is not open is simply
 * shown. Refuses with TENDER_NOT_FOUND, TENDER_QR_NOT_OFFERED, or while nothing is proven with TENDER_OUTCOME_UNKNOWN
 * {number, amountFen} or TENDER_REFUND_UNKNOWN {amountFen}.
 */
export async function askTender(desk: Desk, tenderId: string): Promise<Result<SaleView>> {
  const { payments, counter } = desk
  if (tenderById(counter.db, tenderId) === undefined) return refuse('TENDER_NOT_FOUND')
  if (payments === undefined) return refuse('TENDER_QR_NOT_OFFERED')
  return payments.queue.run('pay', async () => {
    const tender = tenderById(counter.db, tenderId)
    if (tender === undefined) return refuse('TENDER_NOT_FOUND')
    await askOnce(desk, tender)
    const refund = unknownRefund(desk, tenderId)
    if (refund !== undefined) await askAboutRefund(desk, refund.id)
    return stillOpen(desk, tender)
  })
}

/**
 * Gives up a payment that has no outcome: asks first, and has the acquirer close the order when it is not paid. Only the
 * acquirer's word that it is closed lets it go; paid after all, it is taken. Refuses with TENDER_NOT_FOUND,
 * TENDER_STATE_FORBIDS {state, event}, or TENDER_OUTCOME_UNKNOWN while nothing is proven.
 */
export async function giveUpTender(desk: Desk, tenderId: string): Promise<Result<SaleView>> {
  const { payments, counter } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift
  if (payments === undefined) return refuse('TENDER_QR_NOT_OFFERED')
  return payments.queue.run('pay', async () => {
    const tender = tenderById(counter.db, tenderId)
    if (tender === undefined) return refuse('TENDER_NOT_FOUND')
    if (tender.state !== 'unknown' && tender.state !== 'paying') {
      return refuse('TENDER_STATE_FORBIDS', { state: tender.state, event: 'give-up' })
    }
    const unknown = (number: string): Result<SaleView> =>
      refuse('TENDER_OUTCOME_UNKNOWN', { number, amountFen: tender.amount_fen })
    const before = viewById(counter, tender.sale_id)
    if (!before.ok) return before
    const asked = await settleOrder(desk, tender, QUERY)
    if (!asked.ok) return asked
    if (asked.value.kind === 'open' || asked.value.kind === 'not-sent') return unknown(before.value.number)
    const now = tenderById(counter.db, tenderId)
    if (now?.state !== 'unknown' && now?.state !== 'paying') return viewById(counter, tender.sale_id)
    const closed = await settleOrder(desk, now, CLOSE)
    if (!closed.ok) return closed
    const after = tenderById(counter.db, tenderId)
    return after?.state === 'unknown' || after?.state === 'paying'
      ? unknown(before.value.number)
      : viewById(counter, tender.sale_id)
  })
}

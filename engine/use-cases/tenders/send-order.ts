import type { Acquirer, AcquirerCall, AcquirerOutcome, OrderAnswer } from '../../../acquirer/acquirer.ts'
import { ZERO_FEN, type Fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import type { PaymentChannel } from '../../../core/tender/payment-code.ts'
import { insertTender, moveTender, type NewTender } from '../../../db/sales/tender-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { announceSale, currentSale } from '../sale/counter.ts'
import { amountToTake, checkPayable } from '../sale/payable-sale.ts'
import { callAcquirer } from './acquirer-call.ts'
import { adoptOrderFinding, orderFindingOf, type FoundBy, type OrderFinding } from './order-finding.ts'
import type { Payments } from './payments.ts'
import { tellSale } from './tell-sale.ts'

type TenderToSend = NewTender & { readonly order_number: string }

/** What is sent for an order: all of it that does not depend on how the customer pays. */
export type OrderToSend = {
  readonly requestId: string
  readonly orderNumber: string
  readonly amount: Fen
  readonly subject: string
}

/** A payment through the acquirer, whichever side shows the code. */
export type OrderWanted<Answer extends OrderAnswer> = {
  readonly purpose: string
  /** Null = all that is owed. */
  readonly amount: Fen | null
  /** Whose wallet it is; null while nobody knows. */
  readonly channel: PaymentChannel | null
  readonly make: (acquirer: Acquirer, order: OrderToSend) => AcquirerCall<Answer>
  /** Runs in the transaction that adopts an answer. */
  readonly onAnswer?: (tenderId: string, answer: Answer) => void
}

/** The tender that pays for the sale at the counter, or why none may. */
function tenderToSend(
  desk: Desk,
  wanted: Pick<OrderWanted<OrderAnswer>, 'amount' | 'channel'>,
): Result<TenderToSend> {
  const { counter } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift
  const stored = currentSale(counter)
  if (!stored.ok) return stored
  const payable = checkPayable(stored.value, 'qr')
  if (!payable.ok) return payable
  const toTake = amountToTake(stored.value, wanted.amount)
  if (!toTake.ok) return toTake
  return ok({
    id: counter.clock.newId(),
    sale_id: stored.value.sale.id,
    shift_id: shift.value.shiftId,
    kind: 'qr',
    state: 'prepared',
    amount_fen: toTake.value,
    received_fen: toTake.value,
    change_fen: ZERO_FEN,
    // one number for this one payment; digits and letters only, as every acquirer takes them
    order_number: counter.clock.newId().replaceAll('-', ''),
    channel: wanted.channel,
    at: counter.clock.now(),
  })
}

/**
 * Sends one order to the acquirer. It is durable before it leaves and is never sent again: taken, refused, waiting for the
 * customer, or unknown until a question tells. Completes the sale when that covers it. Refuses with why nothing may be
 * taken now, TENDER_REFUSED {reason}, TENDER_NOT_SENT {reason} or TENDER_OUTCOME_UNKNOWN {number, amountFen}.
 */
export function sendOrder<Answer extends OrderAnswer>(
  desk: Desk,
  payments: Payments,
  wanted: OrderWanted<Answer>,
): Promise<Result<SaleView>> {
  const { counter } = desk
  return payments.queue.run('pay', async () => {
    const ready = tenderToSend(desk, wanted)
    if (!ready.ok) return ready
    const tender = ready.value
    let finding: OrderFinding = { kind: 'open', reason: '' }
    let completed = false
    const adopt = (outcome: AcquirerOutcome<Answer>, by: FoundBy, exchangeId: number): OrderFinding => {
      const found = orderFindingOf(outcome, by)
      completed = adoptOrderFinding(desk, tender.id, { finding: found, by, exchangeId })
      if (outcome.kind === 'answered') wanted.onAnswer?.(tender.id, outcome.answer)
      return found
    }
    const asked = await callAcquirer(desk, {
      purpose: wanted.purpose,
      saleId: tender.sale_id,
      amount: tender.amount_fen,
      build: (acquirer, requestId) =>
        ok(
          wanted.make(acquirer, {
            requestId,
            orderNumber: tender.order_number,
            amount: tender.amount_fen,
            subject: payments.subject,
          }),
        ),
      onPrepared: () => insertTender(counter.db, tender),
      onSent: () => {
        moveTender(counter.db, {
          tenderId: tender.id,
          from: 'prepared',
          to: 'sent',
          at: counter.clock.now(),
        })
        announceSale(counter, tender.sale_id)
      },
      onOutcome: (outcome, exchangeId) => {
        finding = adopt(outcome, 'answer', exchangeId)
      },
      onLate: (outcome, exchangeId) => void adopt(outcome, 'late', exchangeId),
      afterLate: () => void tellSale(desk, tender.sale_id, completed),
    })
    if (!asked.ok) return asked
    const view = tellSale(desk, tender.sale_id, completed)
    if (!view.ok) return view
    return answerFor(view.value, { finding, amount: tender.amount_fen, causeId: asked.value.msgid })
  })
}

function answerFor(
  sale: SaleView,
  paid: { readonly finding: OrderFinding; readonly amount: Fen; readonly causeId: string },
): Result<SaleView> {
  const { finding, amount, causeId } = paid
  switch (finding.kind) {
    case 'paid':
    case 'paying':
      return ok(sale)
    case 'refused':
      return refuse('TENDER_REFUSED', { reason: finding.reason }, causeId)
    case 'not-sent':
      return refuse('TENDER_NOT_SENT', { reason: finding.reason }, causeId)
    default:
      return refuse('TENDER_OUTCOME_UNKNOWN', { number: sale.number, amountFen: amount }, causeId)
  }
}

import type { RefundOrder } from '../../../acquirer/acquirer.ts'
import type { Fen } from '../../../core/money/fen.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { Desk } from '../insurance/desk.ts'
import { callAcquirer } from './acquirer-call.ts'
import { findingOfRepeat, refundFindingOf, type RefundFinding, type RefundFoundBy } from './refund-finding.ts'

/** Money to be given back at the acquirer, whichever record asks for it. */
export type RefundSubject = {
  /** Stored with the exchange. */
  readonly purpose: string
  readonly saleId: string
  /** Of the payment. */
  readonly orderNumber: string
  readonly paid: Fen
  /** Of this refund: one for its whole life. */
  readonly refundNumber: string
  readonly amount: Fen
  /** An earlier attempt may have arrived: asked about before anything is sent again. */
  readonly askFirst: boolean
  /** Runs in the transaction that stores the request. */
  readonly onPrepared?: () => void
  /** Runs in the transaction after which bytes may leave: the record says so, and keeps the refund number. */
  readonly onSent: (exchangeId: number) => void
  /** Runs in the transaction that journals what was found. */
  readonly onFound: (finding: RefundFinding, by: RefundFoundBy) => void
  /** Runs after an answer that came late was kept. */
  readonly afterLate: () => void
}

function orderOf(subject: RefundSubject, requestId: string): RefundOrder {
  return {
    requestId,
    orderNumber: subject.orderNumber,
    amount: subject.paid,
    refundNumber: subject.refundNumber,
    refundAmount: subject.amount,
  }
}

/** Asks what became of a refund; moves no money. */
export async function questionAboutRefund(
  desk: Desk,
  subject: RefundSubject,
): Promise<Result<RefundFinding>> {
  let finding: RefundFinding = { kind: 'open', reason: '' }
  const asked = await callAcquirer(desk, {
    purpose: `ask-${subject.purpose}`,
    saleId: subject.saleId,
    amount: subject.amount,
    build: (acquirer, requestId) => ok(acquirer.queryRefund(orderOf(subject, requestId))),
    onOutcome: (outcome) => {
      finding = refundFindingOf(outcome, 'query')
      subject.onFound(finding, 'query')
    },
  })
  return asked.ok ? ok(finding) : asked
}

async function requestRefund(desk: Desk, subject: RefundSubject): Promise<Result<RefundFinding>> {
  let finding: RefundFinding = { kind: 'open', reason: '' }
  let exchange = 0
  const asked = await callAcquirer(desk, {
    purpose: subject.purpose,
    saleId: subject.saleId,
    amount: subject.amount,
    build: (acquirer, requestId) => ok(acquirer.refund(orderOf(subject, requestId))),
    onPrepared: (exchangeId) => {
      exchange = exchangeId
      subject.onPrepared?.()
    },
    onSent: () => subject.onSent(exchange),
    onOutcome: (outcome) => {
      const found = refundFindingOf(outcome, 'answer')
      finding = subject.askFirst ? findingOfRepeat(outcome, found) : found
      subject.onFound(finding, 'answer')
    },
    onLate: (outcome) => {
      const late = refundFindingOf(outcome, 'late')
      if (late.kind === 'done') subject.onFound(late, 'late')
    },
    afterLate: subject.afterLate,
  })
  return asked.ok ? ok(finding) : asked
}

/**
 * Gives money back. With an earlier attempt behind it the acquirer is asked first, and only when it knows of none the same
 * refund, under the same number and with the same amount, is sent again.
 */
export async function giveBack(desk: Desk, subject: RefundSubject): Promise<Result<RefundFinding>> {
  if (!subject.askFirst) return requestRefund(desk, subject)
  const found = await questionAboutRefund(desk, subject)
  return found.ok && found.value.kind === 'absent' ? requestRefund(desk, subject) : found
}

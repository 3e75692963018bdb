import type { AcquirerLedger } from './acquirer-ledger.ts'
import type { AcquirerRequest, Payment } from './shapes.ts'
import { SCANNING_WALLET } from './wallets.ts'

type Pay = Extract<AcquirerRequest, { operation: 'pay' }>
type Present = Extract<AcquirerRequest, { operation: 'present' }>
type RefundRequest = Extract<AcquirerRequest, { operation: 'refund' | 'query-refund' }>

/** What an answer says besides the numbers of its request. */
export type Said = {
  readonly status: string
  readonly reason?: string
  readonly reference?: string
  /** What the QR code holds that the shop shows, and how long it is good for. */
  readonly codeText?: string
  readonly expiresInSeconds?: number
  /** The amount that the order is really about. */
  readonly amount: number
  readonly refundAmount?: number
}

/** Questions after which the practice customer has found the phone and scanned. */
const ASKS_UNTIL_SCANNED = 2
/** How long a shown code is good for. */
const CODE_SECONDS = 120

const rejected = (request: AcquirerRequest, reason: string): Said => ({
  status: 'rejected',
  reason,
  amount: request.amount,
  ...('refundAmount' in request && { refundAmount: request.refundAmount }),
})

function saidOf(payment: Payment): Said {
  const { state, amount, reason, reference } = payment
  switch (state) {
    case 'paid':
      return { status: 'paid', reference, amount }
    case 'refused':
      return { status: 'refused', reason, amount }
    case 'paying':
    case 'closed':
      return { status: state, amount }
  }
}

/** What the acquirer does; each call is one transaction of its caller. */
export class AcquirerBook {
  readonly #ledger: AcquirerLedger
  readonly #now: () => number

  constructor(ledger: AcquirerLedger, now: () => number) {
    this.#ledger = ledger
    this.#now = now
  }

  answer(request: AcquirerRequest): Said {
    switch (request.operation) {
      case 'pay':
        return this.#pay(request)
      case 'present':
        return this.#present(request)
      case 'query':
        return this.#query(request)
      case 'close':
        return this.#close(request)
      case 'refund':
        return this.#refund(request)
      case 'query-refund':
        return this.#queryRefund(request)
    }
  }

  /** The customer confirms on the phone. False when nothing waits for it. */
  confirm(orderNumber: string): boolean {
    const payment = this.#ledger.payment(orderNumber)
    if (payment?.state !== 'paying') return false
    this.#debit(payment)
    return true
  }

  /** The same number with the same content answers what became of the first; with another content it is not taken. */
  #pay(request: Pay): Said {
    const known = this.#ledger.payment(request.orderNumber)
    if (known !== undefined) {
      if (known.state === 'closed' && known.code === '') {
        return { status: 'refused', reason: 'order-closed', amount: request.amount }
      }
      const same = known.amount === request.amount && known.code === request.code
      return same ? saidOf(known) : rejected(request, 'order-number-used')
    }
    const wallet = this.#ledger.wallet(request.code)
    const payment: Payment = {
      orderNumber: request.orderNumber,
      code: request.code,
      amount: request.amount,
      state: 'paying',
      reason: '',
      reference: '',
      asksLeft: wallet?.asks ?? null,
      at: this.#now(),
    }
    if (wallet === undefined) return this.#refuse(payment, 'code-unknown')
    switch (wallet.mode) {
      case 'expired':
        return this.#refuse(payment, 'code-expired')
      case 'confirms':
        this.#ledger.putPayment(payment)
        return saidOf(payment)
      case 'pays':
        return this.#debit(payment)
    }
  }

  /** Whoever scans the code pays: the practice customer does, when it is asked about often enough. */
  #present(request: Present): Said {
    const { orderNumber, amount } = request
    const known = this.#ledger.payment(orderNumber)
    if (known?.state === 'closed') return { status: 'refused', reason: 'order-closed', amount }
    if (known !== undefined && known.amount !== amount) return rejected(request, 'order-number-used')
    if (known !== undefined && known.state !== 'paying') return saidOf(known)
    if (known === undefined) {
      const scans = this.#ledger.wallet(SCANNING_WALLET)?.mode === 'pays'
      this.#ledger.putPayment({
        orderNumber,
        code: SCANNING_WALLET,
        amount,
        state: 'paying',
        reason: '',
        reference: '',
        asksLeft: scans ? ASKS_UNTIL_SCANNED : null,
        at: this.#now(),
      })
    }
    return { status: 'paying', codeText: `practice:${orderNumber}`, expiresInSeconds: CODE_SECONDS, amount }
  }

  #refuse(payment: Payment, reason: string): Said {
    const refused: Payment = { ...payment, state: 'refused', reason }
    this.#ledger.putPayment(refused)
    return saidOf(refused)
  }

  #debit(payment: Payment): Said {
    const balance = this.#ledger.wallet(payment.code)?.balance ?? 0
    if (balance < payment.amount) return this.#refuse(payment, 'balance-too-low')
    this.#ledger.move(payment.code, -payment.amount)
    const paid: Payment = { ...payment, state: 'paid', reference: `W${payment.orderNumber.slice(0, 40)}` }
    this.#ledger.putPayment(paid)
    return saidOf(paid)
  }

  /** A question is also when a practice customer confirms: the last of those that the payment waits for finds it paid. */
  #query(request: AcquirerRequest): Said {
    const payment = this.#ledger.payment(request.orderNumber)
    if (payment === undefined) return { status: 'absent', amount: request.amount }
    if (payment.state !== 'paying' || payment.asksLeft === null) return saidOf(payment)
    const asksLeft = payment.asksLeft - 1
    if (asksLeft <= 0) return this.#debit({ ...payment, asksLeft: 0 })
    this.#ledger.putPayment({ ...payment, asksLeft })
    return saidOf(payment)
  }

  /** An order that was never seen is closed too: what may still arrive for it is refused. */
  #close(request: AcquirerRequest): Said {
    const { orderNumber, amount } = request
    const payment = this.#ledger.payment(orderNumber)
    if (payment !== undefined && payment.state !== 'paying') return saidOf(payment)
    const closed: Payment = {
      ...(payment ?? { orderNumber, code: '', amount, at: this.#now(), reference: '', asksLeft: null }),
      state: 'closed',
      reason: 'closed',
    }
    this.#ledger.putPayment(closed)
    return saidOf(closed)
  }

  #refund(request: RefundRequest): Said {
    const { orderNumber, refundNumber, refundAmount, amount } = request
    const known = this.#ledger.refund(refundNumber)
    if (known !== undefined) {
      return known.orderNumber === orderNumber && known.amount === refundAmount
        ? this.#queryRefund(request)
        : rejected(request, 'order-number-used')
    }
    const payment = this.#ledger.payment(orderNumber)
    const refuse = (reason: string): Said => ({ status: 'refused', reason, amount, refundAmount })
    if (payment === undefined) return refuse('order-unknown')
    if (payment.state !== 'paid') return refuse('not-paid')
    if (this.#ledger.refunded(orderNumber) + refundAmount > payment.amount) return refuse('refund-too-large')
    const reference = `B${refundNumber.slice(0, 40)}`
    this.#ledger.addRefund({ refundNumber, orderNumber, amount: refundAmount, reference, at: this.#now() })
    this.#ledger.move(payment.code, refundAmount)
    return { status: 'refunded', reference, amount: payment.amount, refundAmount }
  }

  #queryRefund(request: RefundRequest): Said {
    const refund = this.#ledger.refund(request.refundNumber)
    const payment = this.#ledger.payment(request.orderNumber)
    if (refund === undefined || refund.orderNumber !== request.orderNumber) {
      return { status: 'absent', amount: request.amount, refundAmount: request.refundAmount }
    }
    return {
      status: 'refunded',
      reference: refund.reference,
      amount: payment?.amount ?? request.amount,
      refundAmount: refund.amount,
    }
  }
}

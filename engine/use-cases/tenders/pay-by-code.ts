import type { Fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { normaliseScan } from '../../../core/scan/normalise.ts'
import { routeScan } from '../../../core/scan/route-scan.ts'
import { paymentChannelOf, type PaymentChannel } from '../../../core/tender/payment-code.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { sendOrder } from './send-order.ts'

type PaymentCode = { readonly channel: PaymentChannel; readonly code: string }

/** A payment code out of what was scanned or typed where one was asked for, or TENDER_CODE_UNREADABLE. */
function readPaymentCode(text: string): Result<PaymentCode> {
  const routed = routeScan(text)
  if (routed.ok && routed.value.kind === 'payment-code') {
    return ok({ channel: routed.value.provider, code: routed.value.text })
  }
  // a code that might be a resident's number is one here: the place that it was scanned into decides
  const normal = normaliseScan(text)
  const channel = normal.ok ? paymentChannelOf(normal.value) : undefined
  return normal.ok && channel !== undefined
    ? ok({ channel, code: normal.value })
    : refuse('TENDER_CODE_UNREADABLE')
}

/** Takes money from the wallet behind a payment code that the customer shows; refuses as `sendOrder` does. */
export function payByCode(
  desk: Desk,
  wanted: { readonly code: string; readonly amount: Fen | null },
): Promise<Result<SaleView>> {
  const { payments } = desk
  if (payments === undefined) return Promise.resolve(refuse('TENDER_QR_NOT_OFFERED'))
  const read = readPaymentCode(wanted.code)
  if (!read.ok) return Promise.resolve(read)
  const { channel, code } = read.value
  return sendOrder(desk, payments, {
    purpose: 'pay-by-code',
    amount: wanted.amount,
    channel,
    make: (acquirer, order) => acquirer.pay({ ...order, code }),
  })
}

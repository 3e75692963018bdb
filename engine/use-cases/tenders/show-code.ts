import type { PresentedAnswer } from '../../../acquirer/acquirer.ts'
import type { Fen } from '../../../core/money/fen.ts'
import { refuse, type Result } from '../../../core/result.ts'
import { insertShownCode } from '../../../db/sales/shown-code-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { sendOrder } from './send-order.ts'

/**
 * Has the acquirer make an order that whoever scans its code pays, and keeps the code: it stands on the customer's page and
 * at the till while the tender is `paying`, also after a restart. When the code has expired the till has the order closed.
 * Refuses as `sendOrder` does.
 */
export function showCode(desk: Desk, amount: Fen | null): Promise<Result<SaleView>> {
  const { payments, counter } = desk
  if (payments === undefined) return Promise.resolve(refuse('TENDER_QR_NOT_OFFERED'))
  return sendOrder<PresentedAnswer>(desk, payments, {
    purpose: 'show-code',
    amount,
    channel: null,
    make: (acquirer, order) => acquirer.present(order),
    onAnswer: (tenderId, answer) => {
      if (answer.status !== 'paying') return
      const shownMs = Math.min(answer.expiresInSeconds * 1_000, payments.shownCodeMs)
      insertShownCode(counter.db, {
        tender_id: tenderId,
        code_text: answer.codeText,
        expires_at: counter.clock.now() + shownMs,
      })
    },
  })
}

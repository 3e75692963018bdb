import { ZERO_FEN, type Fen } from '../../../core/money/fen.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { TenderKind } from '../../../core/tender/tender.ts'
import { insertTender } from '../../../db/sales/tender-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { completeWhenPaid } from '../sale/complete-sale.ts'
import { currentSale } from '../sale/counter.ts'
import { amountToTake, checkAccountCard, checkPayable } from '../sale/payable-sale.ts'
import { tellSale } from './tell-sale.ts'

type TakenByHand = {
  readonly kind: Exclude<TenderKind, 'qr'>
  /** Null = all that is owed. */
  readonly amount: Fen | null
  /** What the POS slip calls it. */
  readonly reference: string | null
}

/**
 * Takes what the cashier has in hand: cash to the fen, or the slip of a POS terminal. Completes the sale when that covers
 * it, in the same transaction. Refuses with SALE_NONE_OPEN, TENDER_MORE_THAN_OWED {outstandingFen}, for the account card
 * with TENDER_ACCOUNT_ALREADY_DEBITED or TENDER_KIND_NOT_ALLOWED, or why no money may be taken now.
 */
export function takeByHand(desk: Desk, taken: TakenByHand): Result<SaleView> {
  const { counter } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift
  const done = counter.db.attempt((): Result<{ saleId: string; completed: boolean }> => {
    const stored = currentSale(counter)
    if (!stored.ok) return stored
    if (taken.kind === 'account-card') {
      const allowed = checkAccountCard(counter.db, stored.value, counter.region.payment)
      if (!allowed.ok) return allowed
    }
    const payable = checkPayable(stored.value, taken.kind)
    if (!payable.ok) return payable
    const amount = amountToTake(stored.value, taken.amount)
    if (!amount.ok) return amount
    const saleId = stored.value.sale.id
    insertTender(counter.db, {
      id: counter.clock.newId(),
      sale_id: saleId,
      shift_id: shift.value.shiftId,
      kind: taken.kind,
      state: 'taken',
      amount_fen: amount.value,
      received_fen: amount.value,
      change_fen: ZERO_FEN,
      reference: taken.reference,
      at: counter.clock.now(),
    })
    const completed = completeWhenPaid(counter, saleId, { reportInfno: desk.profile.variants.report })
    return ok({ saleId, completed })
  })
  return done.ok ? tellSale(desk, done.value.saleId, done.value.completed) : done
}

import { ZERO_FEN, type Fen } from '../../../core/money/fen.ts'
import { invariant, ok, refuse, type Result } from '../../../core/result.ts'
import { takeCash } from '../../../core/tender/tender.ts'
import { insertOutbox } from '../../../db/outbox/outbox-repository.ts'
import { closeSale, saleById } from '../../../db/sales/sale-repository.ts'
import { insertTender } from '../../../db/sales/tender-repository.ts'
import { sellTraceCodesOfLine } from '../../../db/sales/trace-repository.ts'
import { insertStockMove } from '../../../db/stock/stock-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import { announceSale, currentSale, type Counter } from './counter.ts'
import { checkPayable } from './payable-sale.ts'
import { dueOf, readSale, tenderInFlight, type StoredSale } from './sale-state.ts'

/** The report of goods sold that the region wants: 3505A, or 3505 for one good a call. */
export type ReportNumber = { readonly reportInfno: string }

/**
 * Closes a sale whose money adds up (invariant 3): codes become sold, the goods leave the stock and their report enters the
 * outbox, in the caller's transaction. Throws when it does not add up: nothing may ask for that.
 */
export function completeSale(counter: Counter, stored: StoredSale, report: ReportNumber): void {
  const due = dueOf(stored)
  invariant(due.outstanding === 0, `sale ${stored.sale.number} completes with ${due.outstanding} fen open`)
  const now = counter.clock.now()
  for (const line of stored.lines) {
    sellTraceCodesOfLine(counter.db, line.id)
    insertStockMove(counter.db, {
      goodsId: line.goods_id,
      batchId: line.batch_id,
      quantity: line.quantity_e4,
      direction: 'out',
      split: line.split === 1,
      lineId: line.id,
      returnId: null,
      at: now,
    })
  }
  insertOutbox(counter.db, {
    id: counter.clock.newId(),
    kind: 'goods-sold',
    infno: report.reportInfno,
    saleId: stored.sale.id,
    returnId: null,
    at: now,
  })
  const closed = closeSale(counter.db, stored.sale.id, { state: 'completed', at: now, reason: null })
  invariant(closed, `sale ${stored.sale.number} was not open`)
  counter.onCompleting?.(stored.sale)
}

/**
 * Completes the sale when nothing is left to pay and nothing is on its way, in the caller's transaction. False when
 * something is, or when the sale is not at the counter: one that was put aside completes when it is taken back.
 */
export function completeWhenPaid(counter: Counter, saleId: string, report: ReportNumber): boolean {
  const sale = saleById(counter.db, saleId)
  if (sale?.state !== 'open') return false
  const stored = readSale(counter.db, sale)
  if (dueOf(stored).outstanding !== 0 || tenderInFlight(stored) !== undefined) return false
  completeSale(counter, stored, report)
  return true
}

/**
 * Takes cash for what the customer owes and completes the sale. `received` null means exactly what is owed.
 * Refuses with SALE_NONE_OPEN, TENDER_TOO_LITTLE {outstandingFen}, TENDER_TOO_LARGE, or why no money may be taken now.
 */
export function payCash(
  counter: Counter,
  received: Fen | null,
  report: ReportNumber,
): Result<{ sale: SaleView; change: Fen }> {
  const shift = counter.shift()
  if (!shift.ok) return shift
  const paid = counter.db.attempt((): Result<{ saleId: string; change: Fen }> => {
    const stored = currentSale(counter)
    if (!stored.ok) return stored
    const { sale } = stored.value
    const payable = checkPayable(stored.value, 'cash')
    if (!payable.ok) return payable
    const { outstanding } = dueOf(stored.value)
    const cash = takeCash(outstanding, received ?? outstanding)
    if (!cash.ok) return cash
    if (cash.value.amount < outstanding) return refuse('TENDER_TOO_LITTLE', { outstandingFen: outstanding })
    if (cash.value.amount > 0) {
      insertTender(counter.db, {
        id: counter.clock.newId(),
        sale_id: sale.id,
        shift_id: shift.value.shiftId,
        kind: 'cash',
        state: 'taken',
        amount_fen: cash.value.amount,
        received_fen: cash.value.received,
        change_fen: cash.value.change,
        at: counter.clock.now(),
      })
    }
    completeSale(counter, readSale(counter.db, sale), report)
    return ok({ saleId: sale.id, change: outstanding === 0 ? ZERO_FEN : cash.value.change })
  })
  if (!paid.ok) return paid
  const view = announceSale(counter, paid.value.saleId)
  return view.ok ? ok({ sale: view.value, change: paid.value.change }) : view
}

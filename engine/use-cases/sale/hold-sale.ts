import { maskName } from '../../../core/identity/mask.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  heldSalesOf,
  holdOpenSale,
  openSaleOf,
  recallHeldSale,
  saleById,
} from '../../../db/sales/sale-repository.ts'
import type { MethodResult } from '../../contract/contract.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { tellSale } from '../tenders/tell-sale.ts'
import { completeWhenPaid } from './complete-sale.ts'
import { announceSale, currentSale, type Counter } from './counter.ts'
import { isPaidAside, readSale, tenderInFlight } from './sale-state.ts'

/** A request is on its way in these: the answer belongs to the sale at the counter, which must wait for it. */
const ON_THE_WAY = ['prepared', 'sent', 'cancelling', 'refunding'] as const

/**
 * Puts the sale at the counter aside. One with an unknown or disputed settlement, or an unknown payment, may be put aside
 * too: it stays what it is, and the next customer need not wait. Refuses with SALE_NONE_OPEN, SALE_EMPTY, or SALE_STATE_FORBIDS while a request
 * is on its way.
 */
export function holdSale(counter: Counter): Result<null> {
  const stored = currentSale(counter)
  if (!stored.ok) return stored
  const { sale, lines, settlement } = stored.value
  if (lines.length === 0) return refuse('SALE_EMPTY')
  const waitingFor = [settlement?.state, tenderInFlight(stored.value)?.state].find((state) =>
    ON_THE_WAY.some((waiting) => waiting === state),
  )
  if (waitingFor !== undefined) return refuse('SALE_STATE_FORBIDS', { state: waitingFor, event: 'hold' })
  counter.db.transaction(() => holdOpenSale(counter.db, sale.id))
  counter.events.emit('sale.changed', null)
  return ok(null)
}

/** The sales that wait, each with what tells it apart. */
export function heldSales(counter: Counter): MethodResult<'sale.held'>['sales'] {
  return heldSalesOf(counter.db, counter.till).map((sale) => {
    const stored = readSale(counter.db, sale)
    const { lines, identification, settlement } = stored
    return {
      id: sale.id,
      number: sale.number,
      openedAt: sale.opened_at,
      total: sale.total_fen,
      lineCount: lines.length,
      personName: identification === undefined ? null : maskName(identification.person_name),
      settlementState: settlement?.state ?? null,
      paid: isPaidAside(stored),
    }
  })
}

/**
 * Takes a held sale back to the counter; one that was paid in full meanwhile is completed there. Refuses with
 * SALE_ANOTHER_OPEN {number} while one is there, or SALE_NOT_FOUND.
 */
export function recallSale(desk: Desk, saleId: string): Result<SaleView> {
  const { counter } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift
  const recalled = counter.db.attempt((): Result<{ readonly paid: boolean }> => {
    const open = openSaleOf(counter.db, counter.till)
    if (open !== undefined) return refuse('SALE_ANOTHER_OPEN', { number: open.number })
    const sale = saleById(counter.db, saleId)
    if (sale?.till !== counter.till) return refuse('SALE_NOT_FOUND', { saleId })
    const paid = isPaidAside(readSale(counter.db, sale))
    const moved = recallHeldSale(counter.db, saleId, shift.value)
    return moved ? ok({ paid }) : refuse('SALE_NOT_FOUND', { saleId })
  })
  if (!recalled.ok) return recalled
  // the screens see it come back before they see it done
  const atCounter = announceSale(counter, saleId)
  return recalled.value.paid ? completePaid(desk, saleId) : atCounter
}

function completePaid(desk: Desk, saleId: string): Result<SaleView> {
  const { counter, profile } = desk
  const completed = counter.db.transaction(() =>
    completeWhenPaid(counter, saleId, { reportInfno: profile.variants.report }),
  )
  return tellSale(desk, saleId, completed)
}

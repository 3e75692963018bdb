import { ok, type Result } from '../../../core/result.ts'
import { openReturnOf } from '../../../db/returns/return-repository.ts'
import { assignHeldSale, openSaleOf, saleById } from '../../../db/sales/sale-repository.ts'
import { announceReturn } from '../returns/return-view.ts'
import { completeSale } from '../sale/complete-sale.ts'
import { announceSale } from '../sale/counter.ts'
import { checkNoCase, dueOf, readSale } from '../sale/sale-state.ts'
import type { Desk } from './desk.ts'

/**
 * Completes a sale when the insurance took over all of it, in the caller's transaction: at the counter or put aside. One
 * that was put aside then belongs to the shift that works now. Returns whether it completed.
 */
export function completeWhenCovered(desk: Desk, saleId: string): boolean {
  const { counter } = desk
  const sale = saleById(counter.db, saleId)
  if (sale === undefined || (sale.state !== 'open' && sale.state !== 'held')) return false
  const stored = readSale(counter.db, sale)
  if (stored.settlement?.state !== 'settled') return false
  if (!checkNoCase(stored).ok || dueOf(stored).outstanding !== 0) return false
  const shift = counter.shift()
  if (shift.ok) assignHeldSale(counter.db, saleId, shift.value)
  completeSale(counter, stored, { reportInfno: desk.profile.variants.report })
  return true
}

/**
 * Runs `change` in one transaction and tells afterwards what became of the sale and of a return of it that is not done:
 * the screens show the sale at the counter, so another one is not announced to them. `change` returns whether the sale
 * completed.
 */
export function changeSale(desk: Desk, saleId: string, change: () => boolean): Result<null> {
  const { counter } = desk
  const atCounter = openSaleOf(counter.db, counter.till)?.id === saleId
  const completed = counter.db.transaction(change)
  if (completed) desk.onCompleted()
  const returned = openReturnOf(counter.db, saleId)
  if (returned !== undefined) announceReturn(counter, returned.id)
  if (!atCounter) return ok(null)
  const told = announceSale(counter, saleId)
  return told.ok ? ok(null) : told
}

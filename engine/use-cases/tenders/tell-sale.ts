import type { Result } from '../../../core/result.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { viewById } from '../sale/counter.ts'

/**
 * The sale of a payment, told to everybody when it is the one at the counter or has just been completed there: the news of
 * one that was put aside must not take the place of another customer's.
 */
export function tellSale(desk: Desk, saleId: string, completed: boolean): Result<SaleView> {
  desk.payments?.onChange()
  const view = viewById(desk.counter, saleId)
  if (!view.ok) return view
  if (completed || view.value.state === 'open') desk.counter.events.emit('sale.changed', view.value)
  if (completed) desk.onCompleted()
  return view
}

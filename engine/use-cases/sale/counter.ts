import type { OperatorRole, RightsRules } from '../../../core/rights/rights.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import type { OwnShapes } from '../../../core/scan/own-shapes.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { openSaleOf, saleById } from '../../../db/sales/sale-repository.ts'
import type { SaleRow } from '../../../db/sales/sale-rows.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EventBus } from '../../ports/event-bus.ts'
import { isLocked, readSale, type StoredSale } from './sale-state.ts'
import { saleView, type RegionFacts } from './sale-view.ts'

/** Who is working at the till now. */
export type WorkingShift = {
  readonly shiftId: string
  readonly operatorId: number
  readonly operatorNumber: string
  readonly operatorName: string
  readonly operatorRole: OperatorRole
  /** `sign_no` of 9001, or undefined while the centre has not been reached. */
  readonly signNumber: string | undefined
}

/** What every use case of the counter works with. */
export type Counter = {
  readonly db: WritableDb
  readonly clock: Clock
  readonly events: EventBus
  readonly till: string
  readonly region: RegionFacts
  /** What scans look like here that look different elsewhere. */
  readonly scanShapes: OwnShapes
  readonly rights: RightsRules
  /** The shift that is open, or a refusal SESSION_NOT_SIGNED_IN. */
  readonly shift: () => Result<WorkingShift>
  /** Runs in the transaction that completes a sale: what else becomes due with it, such as its receipt. */
  readonly onCompleting?: (sale: SaleRow) => void
  /** The same for a return that is complete. */
  readonly onReturnCompleting?: (returned: { readonly id: string; readonly operatorId: number }) => void
}

/** The sale at the counter, whole, or SALE_NONE_OPEN. */
export function currentSale(counter: Counter): Result<StoredSale> {
  const sale = openSaleOf(counter.db, counter.till)
  return sale === undefined ? refuse('SALE_NONE_OPEN') : ok(readSale(counter.db, sale))
}

/** The sale at the counter if its basket may change, else SALE_NONE_OPEN or SALE_LOCKED. */
export function changeableSale(counter: Counter): Result<StoredSale> {
  const stored = currentSale(counter)
  if (!stored.ok) return stored
  return isLocked(stored.value) ? refuse('SALE_LOCKED', { number: stored.value.sale.number }) : stored
}

/** A stored sale as the screens see it, read anew. */
export function viewOf(counter: Counter, sale: SaleRow): SaleView {
  return saleView(counter.db, readSale(counter.db, sale), counter.region)
}

/** The sale with this id as the screens see it, or SALE_NOT_FOUND. */
export function viewById(counter: Counter, saleId: string): Result<SaleView> {
  const sale = saleById(counter.db, saleId)
  return sale === undefined ? refuse('SALE_NOT_FOUND', { saleId }) : ok(viewOf(counter, sale))
}

/** Reads the sale anew, tells everybody, and returns what it told. */
export function announceSale(counter: Counter, saleId: string): Result<SaleView> {
  const view = viewById(counter, saleId)
  if (view.ok) counter.events.emit('sale.changed', view.value)
  return view
}

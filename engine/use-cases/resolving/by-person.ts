import { ok, refuse, type Result } from '../../../core/result.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import { settlementById, type SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import { signedInShift, type Desk } from '../insurance/desk.ts'
import { currentSale, viewById } from '../sale/counter.ts'
import type { Attendance } from './attendance.ts'
import { reverseSettlement } from './reverse.ts'

function chosenSettlement(desk: Desk, settlementId: string | undefined): Result<SettlementRow> {
  if (settlementId !== undefined) {
    const row = settlementById(desk.counter.db, settlementId)
    return row === undefined ? refuse('SETTLEMENT_NOT_FOUND') : ok(row)
  }
  const sale = currentSale(desk.counter)
  if (!sale.ok) return sale
  const { settlement } = sale.value
  return settlement === undefined
    ? refuse('SALE_STATE_FORBIDS', { state: 'none', event: 'resolve' })
    : ok(settlement)
}

const atCounter = (desk: Desk, saleId: string) => (): boolean =>
  openSaleOf(desk.counter.db, desk.counter.till)?.id === saleId

/**
 * Asks at once about one settlement, or that of the sale at the counter; returns the sale as it is then. Never forces
 * anything. Refuses with SESSION_NOT_SIGNED_IN, INSURANCE_NOT_SIGNED_IN, SALE_NONE_OPEN, SETTLEMENT_NOT_FOUND,
 * SALE_STATE_FORBIDS {state} when nothing is open about it, or INSURANCE_OFFLINE.
 */
export async function resolveNow(
  desk: Desk,
  attendance: Attendance,
  settlementId: string | undefined,
): Promise<Result<SaleView>> {
  const shift = signedInShift(desk)
  if (!shift.ok) return shift
  const row = chosenSettlement(desk, settlementId)
  if (!row.ok) return row
  const { id, sale_id: saleId } = row.value
  const { operatorId } = shift.value
  const attended = await desk.queue.beside('resolve', atCounter(desk, saleId), () =>
    attendance.settlement(id, operatorId),
  )
  return attended.ok ? viewById(desk.counter, saleId) : attended
}

/** Has an unknown settlement reversed at once (2601); see `reverseSettlement` for what is refused. */
export async function reverseNow(
  desk: Desk,
  attendance: Attendance,
  settlementId: string,
): Promise<Result<SaleView>> {
  const shift = signedInShift(desk)
  if (!shift.ok) return shift
  const row = chosenSettlement(desk, settlementId)
  if (!row.ok) return row
  const saleId = row.value.sale_id
  const { operatorId } = shift.value
  const reversed = await desk.queue.beside('reverse', atCounter(desk, saleId), () =>
    attendance.lanes.run(settlementId, () => reverseSettlement(desk, shift.value, settlementId, operatorId)),
  )
  return reversed.ok ? viewById(desk.counter, saleId) : reversed
}

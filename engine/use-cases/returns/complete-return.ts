import { invariant, ok, type Result } from '../../../core/result.ts'
import { currentStep } from '../../../core/return/steps.ts'
import { insertOutbox } from '../../../db/outbox/outbox-repository.ts'
import { closeReturn } from '../../../db/returns/return-repository.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import { returnTraceCode } from '../../../db/sales/trace-repository.ts'
import { insertStockMove } from '../../../db/stock/stock-repository.ts'
import type { Quantity } from '../../../core/money/decimal.ts'
import { announceSale, type Counter, type WorkingShift } from '../sale/counter.ts'
import { makeResale } from './resale.ts'
import type { ReturnDesk } from './return-desk.ts'
import { factsOf, unfinishedReturn, type StoredReturn, type StoredReturnLine } from './stored-return.ts'

/** Puts goods of a line back into the stock. */
function moveBack(counter: Counter, stored: StoredReturn, line: StoredReturnLine, quantity: Quantity): void {
  if (quantity === 0) return
  insertStockMove(counter.db, {
    goodsId: line.line.goods_id,
    batchId: line.line.batch_id,
    quantity,
    direction: 'in',
    split: line.line.split === 1,
    lineId: line.line_id,
    returnId: stored.row.id,
    at: counter.clock.now(),
  })
}

/**
 * Books the goods of a return whose money is all back, in the caller's transaction: codes are free again, stock is back, the
 * report enters the outbox, and what was kept of a cancelled settlement is put up for sale again. Returns the resale's id.
 */
function complete(desk: ReturnDesk, stored: StoredReturn, shift: WorkingShift): string | null {
  const { counter, profile } = desk
  for (const line of stored.lines) {
    for (const { id, code } of line.codes) {
      invariant(returnTraceCode(counter.db, id), `code ${code} of a return was not out`)
    }
    moveBack(counter, stored, line, line.quantity_e4)
    // what is kept comes back on paper only: its resale takes it out again
    moveBack(counter, stored, line, line.kept_e4)
  }
  const settlesAgain = stored.lines.some((line) => line.kept_e4 > 0)
  const resaleId = settlesAgain ? makeResale(counter, stored, shift) : null
  insertOutbox(counter.db, {
    id: counter.clock.newId(),
    kind: 'goods-returned',
    infno: profile.variants.returnReport,
    saleId: stored.row.sale_id,
    returnId: stored.row.id,
    at: counter.clock.now(),
  })
  closeReturn(counter.db, stored.row.id, { state: 'completed', resaleId, at: counter.clock.now() })
  counter.onReturnCompleting?.({ id: stored.row.id, operatorId: shift.operatorId })
  return resaleId
}

/**
 * Completes a return when all its money is back, in one transaction: everything or nothing. Does nothing while a step before
 * is still to be done. Refuses with SESSION_NOT_SIGNED_IN, RETURN_NOT_FOUND or RETURN_CLOSED.
 */
export function completeWhenDone(desk: ReturnDesk, returnId: string): Result<null> {
  const { counter } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift
  const completed = counter.db.attempt((): Result<{ resaleId: string | null } | null> => {
    const stored = unfinishedReturn(counter.db, returnId)
    if (!stored.ok) return stored
    const step = currentStep(factsOf(stored.value))
    if (step?.kind !== 'report' || step.state !== 'now') return ok(null)
    return ok({ resaleId: complete(desk, stored.value, shift.value) })
  })
  if (!completed.ok) return completed
  if (completed.value === null) return ok(null)
  desk.onCompleted()
  if (completed.value.resaleId !== null) announceResale(counter, completed.value.resaleId)
  return ok(null)
}

/** Tells of a resale that is at the counter; one that was put aside waits until it is taken back. */
function announceResale(counter: Counter, resaleId: string): void {
  const open = openSaleOf(counter.db, counter.till)
  if (open?.id === resaleId) announceSale(counter, resaleId)
}

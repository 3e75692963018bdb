import { invariant, ok, refuse, type Result } from '../../../core/result.ts'
import { planReturn, type ReturnPlan, type WantedLine } from '../../../core/return/plan.ts'
import { nextReturnNumber } from '../../../db/counters/counters.ts'
import { insertRefund } from '../../../db/returns/refund-repository.ts'
import { insertReturn, insertReturnLine, openReturnOf } from '../../../db/returns/return-repository.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import { soldTraceCodesOf, type SoldTraceCode } from '../../../db/sales/trace-repository.ts'
import { isLive } from '../../../core/settlement/state.ts'
import type { ReturnView } from '../../contract/returns.ts'
import { chinaDay } from '../../ports/clock.ts'
import { demandRight, withRight, type Approval, type Grant } from '../rights/authorise.ts'
import type { Counter, WorkingShift } from '../sale/counter.ts'
import { checkNoCase, readSale, type StoredSale } from '../sale/sale-state.ts'
import { announceReturn } from './return-view.ts'
import { soldSaleOf } from './sold-sale.ts'

export type ReturnWish = {
  readonly saleId: string
  readonly lines: readonly WantedLine[]
  readonly reason: string
}

/** A completed sale that no other return, no open case and no open settlement is in the way of. */
function saleToReturn(counter: Counter, saleId: string): Result<StoredSale> {
  const sale = saleById(counter.db, saleId)
  if (sale === undefined) return refuse('SALE_NOT_FOUND', { saleId })
  if (sale.state !== 'completed') return refuse('RETURN_SALE_NOT_COMPLETED', { number: sale.number })
  const other = openReturnOf(counter.db, saleId)
  if (other !== undefined) {
    return refuse('RETURN_ALREADY_OPEN', { number: sale.number, returnNumber: other.number })
  }
  const stored = readSale(counter.db, sale)
  const undone = checkNoCase(stored)
  if (!undone.ok) return undone
  const state = stored.settlement?.state
  return state !== undefined && isLive(state) && state !== 'settled'
    ? refuse('RETURN_SETTLEMENT_NOT_SETTLED', { number: sale.number, state })
    : ok(stored)
}

type Planned = {
  readonly sold: StoredSale
  readonly plan: ReturnPlan
  readonly reason: string
  readonly shift: WorkingShift
  readonly approvalId: string | null
}

function store(counter: Counter, returnId: string, planned: Planned): void {
  const { db, clock } = counter
  const { sold, plan, shift } = planned
  const at = clock.now()
  insertReturn(db, {
    id: returnId,
    number: nextReturnNumber(db, chinaDay(at), counter.till),
    sale_id: sold.sale.id,
    reason: planned.reason,
    shift_id: shift.shiftId,
    operator_id: shift.operatorId,
    approval_id: planned.approvalId,
    settlement_id: plan.cancelsSettlement ? (sold.settlement?.id ?? null) : null,
    amount_fen: plan.amount,
    opened_at: at,
  })
  const codes = new Map(soldTraceCodesOf(db, sold.sale.id).map((code) => [keyOf(code), code.id]))
  for (const line of plan.lines) {
    const idsOf = (named: readonly string[], kept: boolean): { traceCodeId: number; kept: boolean }[] =>
      named.map((code) => {
        const traceCodeId = codes.get(keyOf({ line_id: line.lineId, code }))
        invariant(traceCodeId !== undefined, 'a planned code is out')
        return { traceCodeId, kept }
      })
    insertReturnLine(
      db,
      {
        return_id: returnId,
        line_id: line.lineId,
        quantity_e4: line.quantity,
        amount_fen: line.amount,
        kept_e4: line.kept,
        kept_amount_fen: line.keptAmount,
      },
      [...idsOf(line.traceCodes, false), ...idsOf(line.keptTraceCodes, true)],
    )
  }
  for (const refund of plan.refunds) {
    insertRefund(db, { id: clock.newId(), returnId, tenderId: refund.tenderId, amount: refund.amount, at })
  }
}

const keyOf = (code: Pick<SoldTraceCode, 'line_id' | 'code'>): string => `${code.line_id} ${code.code}`

/** Plans and stores a return in one transaction; what is wrong with it is said before anybody is asked for a password. */
function beginWith(counter: Counter, wish: ReturnWish, grant: Grant | undefined): Result<ReturnView> {
  const shift = counter.shift()
  if (!shift.ok) return shift
  const returnId = counter.clock.newId()
  const begun = counter.db.attempt((): Result<null> => {
    const sold = saleToReturn(counter, wish.saleId)
    if (!sold.ok) return sold
    const plan = planReturn(soldSaleOf(counter.db, sold.value), wish.lines)
    if (!plan.ok) return plan
    const allowed = demandRight(counter, 'return', grant, returnId)
    if (!allowed.ok) return allowed
    store(counter, returnId, {
      sold: sold.value,
      plan: plan.value,
      reason: wish.reason,
      shift: shift.value,
      approvalId: allowed.value,
    })
    return ok(null)
  })
  return begun.ok ? announceReturn(counter, returnId) : begun
}

/**
 * Plans a return: nothing moves yet. Refuses as {@link planReturn}, with SALE_NOT_FOUND, RETURN_SALE_NOT_COMPLETED,
 * RETURN_ALREADY_OPEN, SALE_HAS_CASE, RETURN_SETTLEMENT_NOT_SETTLED, or as `withRight` for the right `return`.
 */
export function beginReturn(
  counter: Counter,
  wish: ReturnWish,
  approval: Approval | undefined,
): Promise<Result<ReturnView>> {
  return withRight(counter, 'return', approval, (grant) => beginWith(counter, wish, grant))
}

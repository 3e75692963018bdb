import { ONE_UNIT, units, type Quantity } from '../../../core/money/decimal.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { assignTraceCode, type TraceLineChoice } from '../../../core/trace/rules.ts'
import {
  findGoodsByTracePrefix,
  learnPrefix,
  prefixesOf,
  type StoredGoods,
} from '../../../db/goods/goods-repository.ts'
import { liveTraceCodes, reserveTraceCode, type LiveTraceCode } from '../../../db/sales/trace-repository.ts'
import { updateSaleHead } from '../../../db/sales/sale-repository.ts'
import { addGoodsToSale } from './add-goods.ts'
import type { Counter, WorkingShift } from './counter.ts'
import type { StoredLine, StoredSale } from './sale-state.ts'

/** A scanned code with what is known of its good: by its first digits, or by the GTIN inside it. */
export type ScannedTrace = {
  readonly code: string
  /** What a prefix on file is looked up and learned by; undefined when the good is told by `goods`. */
  readonly prefix: string | undefined
  /** The good that the code itself names (GTIN of a GS1 mark). */
  readonly goods: StoredGoods | undefined
}

export type CapturedTrace = { readonly lineId: string; readonly lineAdded: boolean }

/** True when `split` sales so far plus `quantity` fit into the one opened pack. */
function fitsIntoPack(live: readonly LiveTraceCode[], quantity: Quantity, packSize: number): boolean {
  const sold = live.reduce((sum, row) => sum + row.quantity_e4, 0)
  return sold + quantity <= packSize * ONE_UNIT
}

/**
 * Whether `code` may be put to a line (invariant 7). A whole box must not be live anywhere; an opened pack may be on
 * several split sales until it is empty. Refuses with TRACE_ALREADY_IN_SALE, TRACE_ALREADY_SOLD {code, number} or
 * TRACE_SPLIT_EXHAUSTED {code, packSize}.
 */
export function checkCodeFree(
  live: readonly LiveTraceCode[],
  code: string,
  saleId: string,
  line: { readonly split: boolean; readonly quantity: Quantity; readonly packSize: number },
): Result<null> {
  const here = live.find((row) => row.sale_id === saleId)
  if (here !== undefined) return refuse('TRACE_ALREADY_IN_SALE', { code })
  const whole = live.find((row) => row.split === 0) ?? (line.split ? undefined : live[0])
  if (whole !== undefined) return refuse('TRACE_ALREADY_SOLD', { code, number: whole.sale_number })
  if (line.split && !fitsIntoPack(live, line.quantity, line.packSize)) {
    return refuse('TRACE_SPLIT_EXHAUSTED', { code, packSize: line.packSize })
  }
  return ok(null)
}

function choiceOf(counter: Counter, line: StoredLine): TraceLineChoice {
  return {
    id: line.id,
    quantity: line.quantity_e4,
    split: line.split === 1,
    tracePolicy: line.trace_policy,
    captured: line.traceCodes.length,
    hasKnownPrefix: line.traceMissing > 0 && prefixesOf(counter.db, line.goods_id).length > 0,
  }
}

/**
 * Puts a scanned trace code to the line it belongs to, or adds a box of its good. In the caller's transaction, which a
 * refusal rolls back.
 */
export function captureTraceCode(
  counter: Counter,
  shift: WorkingShift,
  stored: StoredSale,
  trace: ScannedTrace,
): Result<CapturedTrace> {
  const live = liveTraceCodes(counter.db, trace.code)
  const inSale = live.some((row) => row.sale_id === stored.sale.id)
  if (inSale) return refuse('TRACE_ALREADY_IN_SALE', { code: trace.code })
  const goods =
    trace.goods ?? (trace.prefix === undefined ? undefined : findGoodsByTracePrefix(counter.db, trace.prefix))
  const matching = goods === undefined ? [] : stored.lines.filter((line) => line.goods_id === goods.id)
  const assignment = assignTraceCode(
    {
      code: trace.code,
      matchingLineIds: matching.map((line) => line.id),
      prefixKnown: goods !== undefined,
    },
    stored.lines.map((line) => choiceOf(counter, line)),
    stored.sale.current_line_id ?? undefined,
  )
  if (!assignment.ok) return assignment
  if (assignment.value === undefined) return addBoxWithCode(counter, stored, goods, live, trace.code)
  const lineId = assignment.value.lineId
  const line = stored.lines.find((candidate) => candidate.id === lineId)
  if (line === undefined) return refuse('SALE_LINE_NOT_FOUND', { lineId })
  const free = checkCodeFree(live, trace.code, stored.sale.id, {
    split: line.split === 1,
    quantity: line.quantity_e4,
    packSize: line.pack_size,
  })
  if (!free.ok) return free
  if (assignment.value.learnPrefix && trace.prefix !== undefined) {
    learnPrefix(counter.db, {
      prefix: trace.prefix,
      goodsId: line.goods_id,
      operatorId: shift.operatorId,
      at: counter.clock.now(),
    })
  }
  reserve(counter, stored, line.id, line.split === 1, trace.code)
  updateSaleHead(counter.db, stored.sale.id, {
    total: stored.sale.total_fen,
    saleDiscount: stored.sale.sale_discount_fen,
    currentLineId: line.id,
  })
  return ok({ lineId: line.id, lineAdded: false })
}

function addBoxWithCode(
  counter: Counter,
  stored: StoredSale,
  goods: StoredGoods | undefined,
  live: readonly LiveTraceCode[],
  code: string,
): Result<CapturedTrace> {
  if (goods === undefined) return refuse('TRACE_GOODS_UNKNOWN', { code })
  const box = { split: false, quantity: units(1), packSize: goods.packSize }
  const free = checkCodeFree(live, code, stored.sale.id, box)
  if (!free.ok) return free
  const added = addGoodsToSale(counter, stored, { goods, quantity: units(1), split: false })
  if (!added.ok) return added
  reserve(counter, stored, added.value.lineId, false, code)
  return ok({ lineId: added.value.lineId, lineAdded: !added.value.increased })
}

function reserve(counter: Counter, stored: StoredSale, lineId: string, split: boolean, code: string): void {
  reserveTraceCode(counter.db, {
    code,
    saleId: stored.sale.id,
    lineId,
    split,
    at: counter.clock.now(),
  })
}

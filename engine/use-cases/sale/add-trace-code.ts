import { ok, refuse, type Result } from '../../../core/result.ts'
import { normaliseScan } from '../../../core/scan/normalise.ts'
import { routeScan } from '../../../core/scan/route-scan.ts'
import { TRACE_PREFIX_LENGTH } from '../../../core/trace/rules.ts'
import { findGoodsByTracePrefix, learnPrefix } from '../../../db/goods/goods-repository.ts'
import { liveTraceCodes, reserveTraceCode } from '../../../db/sales/trace-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import { checkCodeFree } from './capture-trace-code.ts'
import { announceSale, changeableSale, type Counter } from './counter.ts'

type CodeByHand = { readonly code: string; readonly prefix: string | undefined }

/** Enterprises' own codes: letters, digits and a few signs; what is printed on a box and nothing a till could choke on. */
const OWN_CODE = /^[0-9A-Za-z./:_()-]{8,100}$/

/** A goods barcode or a payment code is no trace code, whatever a person says. Refuses with SCAN_UNKNOWN_SHAPE {text}. */
function readCode(text: string): Result<CodeByHand> {
  const routed = routeScan(text)
  if (routed.ok && routed.value.kind === 'trace-code') {
    return ok({ code: routed.value.code, prefix: routed.value.drugPrefix })
  }
  if (routed.ok && routed.value.kind === 'gs1' && routed.value.serialised) {
    return ok({ code: routed.value.traceCode, prefix: undefined })
  }
  if (routed.ok) return refuse('SCAN_UNKNOWN_SHAPE', { text })
  const normal = normaliseScan(text)
  if (!normal.ok) return normal
  return OWN_CODE.test(normal.value)
    ? ok({ code: normal.value, prefix: undefined })
    : refuse('SCAN_UNKNOWN_SHAPE', { text: normal.value.slice(0, 40) })
}

/**
 * Puts a code to a line because a person read it off the box: a second prefix of a good that has one, or an enterprise's
 * own code whose shape tells nothing. A prefix that means another good is refused with TRACE_GOODS_MISMATCH {code}; a new
 * one is learned. Otherwise as a scan.
 */
export function addTraceCodeByHand(counter: Counter, lineId: string, text: string): Result<SaleView> {
  const shift = counter.shift()
  if (!shift.ok) return shift
  const read = readCode(text)
  if (!read.ok) return read
  const { code, prefix } = read.value
  const added = counter.db.attempt((): Result<string> => {
    const stored = changeableSale(counter)
    if (!stored.ok) return stored
    const line = stored.value.lines.find((candidate) => candidate.id === lineId)
    if (line === undefined) return refuse('SALE_LINE_NOT_FOUND', { lineId })
    if (line.traceMissing === 0) return refuse('TRACE_NOT_NEEDED', { code })
    const free = checkCodeFree(liveTraceCodes(counter.db, code), code, stored.value.sale.id, {
      split: line.split === 1,
      quantity: line.quantity_e4,
      packSize: line.pack_size,
    })
    if (!free.ok) return free
    const at = counter.clock.now()
    const known = prefix === undefined ? undefined : findGoodsByTracePrefix(counter.db, prefix)
    if (known !== undefined && known.id !== line.goods_id) return refuse('TRACE_GOODS_MISMATCH', { code })
    if (prefix?.length === TRACE_PREFIX_LENGTH) {
      learnPrefix(counter.db, { prefix, goodsId: line.goods_id, operatorId: shift.value.operatorId, at })
    }
    reserveTraceCode(counter.db, {
      code,
      saleId: stored.value.sale.id,
      lineId: line.id,
      split: line.split === 1,
      at,
    })
    return ok(stored.value.sale.id)
  })
  return added.ok ? announceSale(counter, added.value) : added
}

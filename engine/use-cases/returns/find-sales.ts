import { maskName } from '../../../core/identity/mask.ts'
import { fen, ZERO_FEN } from '../../../core/money/fen.ts'
import { portionAmount } from '../../../core/return/share.ts'
import { returnable, type SoldLine } from '../../../core/return/plan.ts'
import { ok, type Result } from '../../../core/result.ts'
import { normaliseScan } from '../../../core/scan/normalise.ts'
import { routeScan } from '../../../core/scan/route-scan.ts'
import { openReturnOf } from '../../../db/returns/return-repository.ts'
import { saleById, saleByNumber } from '../../../db/sales/sale-repository.ts'
import type { SaleRow } from '../../../db/sales/sale-rows.ts'
import { liveTraceCodes } from '../../../db/sales/trace-repository.ts'
import type { ReturnableSale } from '../../contract/returns.ts'
import type { Counter } from '../sale/counter.ts'
import { readSale, type StoredLine } from '../sale/sale-state.ts'
import { soldSaleOf } from './sold-sale.ts'

/** The code that a scan may be: as it is written on the box, whatever kind of mark it was read from. */
function codeIn(text: string): string {
  const routed = routeScan(text)
  if (routed.ok && routed.value.kind === 'trace-code') return routed.value.code
  if (routed.ok && routed.value.kind === 'gs1') return routed.value.traceCode
  return text
}

function codesNeededOf(line: SoldLine): ReturnableSale['lines'][number]['codesNeeded'] {
  if (line.tracePolicy === 'exempt' || line.traceCodes.length === 0) return 'none'
  return line.split ? 'with-the-last' : 'each-box'
}

function lineView(stored: StoredLine, line: SoldLine, insured: boolean): ReturnableSale['lines'][number] {
  const left = returnable(line)
  return {
    lineId: line.lineId,
    position: stored.position,
    name: stored.name,
    specification: stored.specification,
    unit: stored.unit,
    split: line.split,
    quantity: line.quantity,
    returnable: left,
    amount: left === 0 ? ZERO_FEN : portionAmount(line, line.gone, left),
    insured: insured && line.insurable,
    traceCodes: [...line.traceCodes],
    codesNeeded: codesNeededOf(line),
  }
}

function returnableSale(counter: Counter, sale: SaleRow): ReturnableSale {
  const stored = readSale(counter.db, sale)
  const sold = soldSaleOf(counter.db, stored)
  const insured = sold.insured !== undefined
  return {
    saleId: sale.id,
    saleNumber: sale.number,
    closedAt: sale.closed_at ?? sale.opened_at,
    total: fen(sale.total_fen),
    insured,
    personName: stored.identification === undefined ? null : maskName(stored.identification.person_name),
    openReturnId: openReturnOf(counter.db, sale.id)?.id ?? null,
    lines: stored.lines.flatMap((line) => {
      const part = sold.lines.find(({ lineId }) => lineId === line.id)
      return part === undefined ? [] : [lineView(line, part, insured)]
    }),
  }
}

/**
 * Completed sales that goods can come back from: by their number (typed, or its barcode on the receipt), or by a trace code
 * that is out now. Empty when nothing fits: a box that came back already is on no sale any more. Refuses as normalising a
 * scan does.
 */
export function findSales(counter: Counter, text: string): Result<{ sales: ReturnableSale[] }> {
  const normal = normaliseScan(text)
  if (!normal.ok) return normal
  const byNumber = saleByNumber(counter.db, normal.value)
  const byCode = liveTraceCodes(counter.db, codeIn(normal.value)).flatMap(
    (code) => saleById(counter.db, code.sale_id) ?? [],
  )
  const found = [...(byNumber === undefined ? [] : [byNumber]), ...byCode]
  const completed = found.filter((sale) => sale.state === 'completed')
  const unique = [...new Map(completed.map((sale) => [sale.id, sale])).values()]
  return ok({ sales: unique.map((sale) => returnableSale(counter, sale)) })
}

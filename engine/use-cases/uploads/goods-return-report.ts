import { fen } from '../../../core/money/fen.ts'
import { quantity } from '../../../core/money/decimal.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { findOperator } from '../../../db/operators/operator-repository.ts'
import type { OutboxRow } from '../../../db/outbox/outbox-repository.ts'
import { codesOfReturn, linesOfReturn, returnById } from '../../../db/returns/return-repository.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import { buildGoodsReturnReports } from '../../../insurance/mapping/goods-return-report.ts'
import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import { readSale } from '../sale/sale-state.ts'
import type { DueReport } from './due-report.ts'
import { buyerOf, reportLine } from './goods-report.ts'

/**
 * The report of a completed return (3506A, 3506), made from what is stored. What was kept of a cancelled settlement is told
 * too: its resale reports it sold again, and the centre must not hold it sold twice.
 */
export function goodsReturnReportOf(
  db: ReadableDb,
  upload: OutboxRow,
  profile: RegionProfile,
): Result<DueReport> {
  const returned = upload.return_id === null ? undefined : returnById(db, upload.return_id)
  const sale = saleById(db, upload.sale_id)
  if (returned === undefined) return refuse('RETURN_NOT_FOUND', { returnId: upload.return_id ?? '' })
  if (sale === undefined) return refuse('SALE_NOT_FOUND', { saleId: upload.sale_id })
  const stored = readSale(db, sale)
  const codes = Map.groupBy(codesOfReturn(db, returned.id), (code) => code.line_id)
  const lines = linesOfReturn(db, returned.id).flatMap((row) => {
    const line = stored.lines.find((candidate) => candidate.id === row.line_id)
    if (line === undefined) return []
    const part = {
      quantity: quantity(row.quantity_e4 + row.kept_e4),
      amount: fen(row.amount_fen + row.kept_amount_fen),
      traceCodes: (codes.get(line.id) ?? []).map(({ code }) => code),
    }
    return [reportLine(line, part)]
  })
  const buyer = buyerOf(stored, profile)
  const requests = buildGoodsReturnReports(profile, {
    saleNumber: sale.number,
    returnedAt: returned.closed_at ?? returned.opened_at,
    operatorName: findOperator(db, returned.operator_id)?.name ?? '',
    memo: `${returned.number} ${returned.reason}`,
    buyer,
    lines,
  })
  if (!requests.ok) return requests
  const insured = buyer.kind === 'insured'
  return ok({
    requests: requests.value,
    personNumber: insured ? buyer.personNumber : undefined,
    insuredPlace: insured ? stored.settlement?.insured_place : undefined,
  })
}

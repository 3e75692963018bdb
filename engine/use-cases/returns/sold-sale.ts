import { quantity } from '../../../core/money/decimal.ts'
import { ZERO_FEN } from '../../../core/money/fen.ts'
import type { SoldLine, SoldSale } from '../../../core/return/plan.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { refundedOfSale } from '../../../db/returns/refund-repository.ts'
import { goneOfSale } from '../../../db/returns/return-repository.ts'
import { soldTraceCodesOf } from '../../../db/sales/trace-repository.ts'
import { insuredSplitOf, type StoredSale } from '../sale/sale-state.ts'

/** A completed sale as the planning of a return sees it: what is still out, and what was paid and given back. */
export function soldSaleOf(db: ReadableDb, stored: StoredSale): SoldSale {
  const { sale, settlement, tenders } = stored
  const gone = goneOfSale(db, sale.id)
  const refunded = refundedOfSale(db, sale.id)
  const codes = Map.groupBy(soldTraceCodesOf(db, sale.id), (code) => code.line_id)
  return {
    number: sale.number,
    lines: stored.lines.map((line): SoldLine => ({
      lineId: line.id,
      name: line.name,
      quantity: line.quantity_e4,
      split: line.split === 1,
      tracePolicy: line.trace_policy,
      amount: line.amount_fen,
      insurable: line.national_code !== null,
      gone: gone.get(line.id) ?? quantity(0),
      traceCodes: (codes.get(line.id) ?? []).map(({ code }) => code),
    })),
    insured: settlement?.state === 'settled' ? insuredSplitOf(settlement) : undefined,
    tenders: tenders
      .filter((tender) => tender.state === 'taken')
      .map((tender) => ({
        tenderId: tender.id,
        kind: tender.kind,
        amount: tender.amount_fen,
        refunded: refunded.get(tender.id) ?? ZERO_FEN,
      })),
  }
}

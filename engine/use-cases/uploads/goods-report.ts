import { effectiveUnitPrice, type Quantity } from '../../../core/money/decimal.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { localityOf } from '../../../core/identity/choose-insurance.ts'
import type { Fen } from '../../../core/money/fen.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { findOperator } from '../../../db/operators/operator-repository.ts'
import type { OutboxRow } from '../../../db/outbox/outbox-repository.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import {
  buildGoodsReports,
  type GoodsReportBuyer,
  type GoodsReportLine,
} from '../../../insurance/mapping/goods-report.ts'
import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import { readSale, settledWith, type StoredLine, type StoredSale } from '../sale/sale-state.ts'
import type { DueReport } from './due-report.ts'

/** A line as a report tells it: how much of it, for how much, with which codes. */
export function reportLine(
  line: StoredLine,
  part: { readonly quantity: Quantity; readonly amount: Fen; readonly traceCodes: readonly string[] },
): GoodsReportLine {
  const discounted = line.own_discount_fen + line.shared_discount_fen > 0
  return {
    nationalCode: line.national_code ?? undefined,
    shopCode: line.code,
    name: line.name,
    batchSerial: line.batch_serial ?? '',
    lotNumber: line.lot_number ?? '',
    manufacturedOn: line.manufactured_on ?? '',
    expiresOn: line.expires_on ?? undefined,
    prescriptionClass: line.prescription_class,
    split: line.split === 1,
    quantity: part.quantity,
    price: discounted ? effectiveUnitPrice(part.amount, part.quantity) : line.unit_price_micro,
    barcode: line.barcode ?? undefined,
    traceCodes: part.traceCodes,
  }
}

/** Who bought: with the settlement that the sale was completed with, whatever became of it since. */
export function buyerOf(stored: StoredSale, profile: RegionProfile): GoodsReportBuyer {
  const { identification } = stored
  const settlement = settledWith(stored)
  if (settlement === undefined || identification === undefined) return { kind: 'self-paid' }
  return {
    kind: 'insured',
    settlementId: settlement.setl_id ?? '',
    visitId: settlement.mdtrt_id ?? '',
    personNumber: settlement.person_number,
    documentKind: identification.document_kind,
    documentNumber: identification.document_number,
    personName: identification.person_name,
    local: localityOf(settlement.insured_place, profile.area) === 'local',
  }
}

/** The report of a completed sale (3505A, 3505), made from what is stored: the same today and after any restart. */
export function goodsReportOf(db: ReadableDb, upload: OutboxRow, profile: RegionProfile): Result<DueReport> {
  const sale = saleById(db, upload.sale_id)
  if (sale === undefined) return refuse('SALE_NOT_FOUND', { saleId: upload.sale_id })
  const stored = readSale(db, sale)
  const buyer = buyerOf(stored, profile)
  const requests = buildGoodsReports(profile, {
    saleNumber: sale.number,
    soldAt: sale.closed_at ?? sale.opened_at,
    operatorName: findOperator(db, sale.operator_id)?.name ?? '',
    buyer,
    lines: stored.lines.map((line) =>
      reportLine(line, {
        quantity: line.quantity_e4,
        amount: line.amount_fen,
        traceCodes: line.traceCodes.map((trace) => trace.code),
      }),
    ),
  })
  if (!requests.ok) return requests
  const insured = buyer.kind === 'insured'
  return ok({
    requests: requests.value,
    personNumber: insured ? buyer.personNumber : undefined,
    insuredPlace: insured ? stored.settlement?.insured_place : undefined,
  })
}

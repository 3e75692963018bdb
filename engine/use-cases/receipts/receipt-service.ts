import { localityOf, type Locality } from '../../../core/identity/choose-insurance.ts'
import { fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { findOperator } from '../../../db/operators/operator-repository.ts'
import { recordReceiptCopy } from '../../../db/receipts/receipt-copy-repository.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import type { Config } from '../../config/config.ts'
import { buildReceipt } from '../../receipt/build-receipt.ts'
import {
  DEFAULT_FOOTER,
  type ReceiptData,
  type ReceiptInsured,
  type ReceiptLine,
  type ReceiptWidth,
} from '../../receipt/receipt-data.ts'
import type { Counter } from '../sale/counter.ts'
import { readSale, settledWith, type StoredLine, type StoredSale } from '../sale/sale-state.ts'

export type ReceiptParts = { readonly counter: Counter; readonly config: Config }

const PLACE_NAMES: Readonly<Record<Locality, string>> = {
  local: '本地',
  'in-province': '省内异地',
  'cross-province': '跨省异地',
}

function completedSale(parts: ReceiptParts, saleId: string): Result<StoredSale> {
  const sale = saleById(parts.counter.db, saleId)
  if (sale === undefined) return refuse('SALE_NOT_FOUND', { saleId })
  if (sale.state !== 'completed') return refuse('SALE_STATE_FORBIDS', { state: sale.state, event: 'receipt' })
  return ok(readSale(parts.counter.db, sale))
}

function lineOf(line: StoredLine): ReceiptLine {
  return {
    name: line.name,
    specification: line.specification,
    manufacturer: line.manufacturer,
    unit: line.unit,
    quantity: line.quantity_e4,
    unitPrice: line.unit_price_micro,
    split: line.split === 1,
    gross: line.gross_fen,
    discount: fen(line.own_discount_fen + line.shared_discount_fen),
    amount: line.amount_fen,
    insurable: line.national_code !== null,
    ...(line.lot_number !== null && { lotNumber: line.lot_number }),
    ...(line.expires_on !== null && { expiresOn: line.expires_on }),
    traceCodes: line.traceCodes.map((trace) => trace.code),
  }
}

function insuredOf(parts: ReceiptParts, stored: StoredSale): ReceiptInsured | undefined {
  const { identification } = stored
  // a copy tells what was sold, also when a return has cancelled the settlement since
  const settlement = settledWith(stored)
  if (settlement === undefined || identification === undefined) return undefined
  const { region } = parts.counter
  return {
    personName: identification.person_name,
    documentNumber: identification.document_number,
    insuranceTypeName: region.insuranceTypeName(settlement.insurance_type),
    placeName: PLACE_NAMES[localityOf(settlement.insured_place, region)],
    claimed: settlement.claimed_fen,
    fundPaid: settlement.fund_paid_fen ?? fen(0),
    accountPaid: settlement.account_paid_fen ?? fen(0),
    cashPart: settlement.cash_part_fen ?? fen(0),
    institutionBorne: settlement.institution_borne_fen ?? fen(0),
    ...(settlement.balance_after_fen !== null && { balanceAfter: settlement.balance_after_fen }),
    settlementId: settlement.setl_id ?? '',
    visitId: settlement.mdtrt_id ?? '',
  }
}

function dataOf(parts: ReceiptParts, stored: StoredSale, copy: number): ReceiptData {
  const { sale, lines, tenders } = stored
  const { shop } = parts.config
  const operator = findOperator(parts.counter.db, sale.operator_id)
  const insured = insuredOf(parts, stored)
  const gross = fen(lines.reduce((sum, line) => sum + line.gross_fen, 0))
  return {
    shop: { name: shop.name, code: shop.code, ...(shop.hotline !== undefined && { phone: shop.hotline }) },
    till: sale.till,
    saleNumber: sale.number,
    operator: { number: operator?.number ?? '', name: operator?.name ?? '' },
    completedAt: sale.closed_at ?? sale.opened_at,
    printedAt: parts.counter.clock.now(),
    copy,
    lines: lines.map(lineOf),
    gross,
    discount: fen(gross - sale.total_fen),
    total: sale.total_fen,
    ...(insured !== undefined && { insured }),
    tenders: tenders
      .filter((tender) => tender.state === 'taken')
      .map((tender) => ({
        kind: tender.kind,
        amount: tender.amount_fen,
        received: tender.received_fen,
        change: tender.change_fen,
        ...(tender.channel !== null && { channel: tender.channel }),
        ...(tender.reference !== null && { reference: tender.reference }),
      })),
    footer: DEFAULT_FOOTER,
  }
}

/** What stands on a copy of a completed sale's receipt. Refuses with SALE_NOT_FOUND or SALE_STATE_FORBIDS. */
export function receiptData(parts: ReceiptParts, saleId: string, copy: number): Result<ReceiptData> {
  const stored = completedSale(parts, saleId)
  return stored.ok ? ok(dataOf(parts, stored.value, copy)) : stored
}

/** A completed sale's receipt as SVG and text, from the database; not recorded as a copy. */
export async function previewReceipt(
  parts: ReceiptParts,
  saleId: string,
  width: ReceiptWidth | undefined,
): Promise<Result<{ svg: string; text: string }>> {
  const stored = completedSale(parts, saleId)
  if (!stored.ok) return stored
  const used = width ?? parts.config.receipt.width
  const { toPlainText, toSvg } = await import('../../receipt/render.ts')
  const document = buildReceipt(dataOf(parts, stored.value, 1), used)
  return ok({ svg: toSvg(document, used), text: toPlainText(document, used) })
}

/** The next copy of a receipt as ESC/POS bytes; recorded, and from the second on marked as a reprint. */
export async function receiptBytes(
  parts: ReceiptParts,
  saleId: string,
  width: ReceiptWidth | undefined,
): Promise<Result<{ base64: string; copy: number }>> {
  const shift = parts.counter.shift()
  if (!shift.ok) return shift
  const stored = completedSale(parts, saleId)
  if (!stored.ok) return stored
  const { toEscPos } = await import('../../receipt/render.ts')
  const used = width ?? parts.config.receipt.width
  const copy = parts.counter.db.transaction(() =>
    recordReceiptCopy(parts.counter.db, {
      saleId,
      operatorId: shift.value.operatorId,
      at: parts.counter.clock.now(),
    }),
  )
  const bytes = toEscPos(buildReceipt(dataOf(parts, stored.value, copy), used), used)
  return ok({ base64: Buffer.from(bytes).toString('base64'), copy })
}

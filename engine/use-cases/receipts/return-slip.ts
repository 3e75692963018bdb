import { priceTimesQuantity } from '../../../core/money/decimal.ts'
import { fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { findOperator } from '../../../db/operators/operator-repository.ts'
import { recordReturnCopy } from '../../../db/returns/return-copy-repository.ts'
import { cancellationOf } from '../../../db/settlements/cancellation-repository.ts'
import { identificationById } from '../../../db/settlements/identification-repository.ts'
import { buildReturnSlip } from '../../receipt/build-return-slip.ts'
import type { ReceiptLine, ReceiptWidth } from '../../receipt/receipt-data.ts'
import { RETURN_FOOTER, type ReturnSlipData, type ReturnSlipInsured } from '../../receipt/return-slip-data.ts'
import {
  givenBackBy,
  readReturn,
  type StoredReturn,
  type StoredReturnLine,
} from '../returns/stored-return.ts'
import type { ReceiptParts } from './receipt-service.ts'

function completedReturn(parts: ReceiptParts, returnId: string): Result<StoredReturn> {
  const stored = readReturn(parts.counter.db, returnId)
  if (!stored.ok) return stored
  const { state, number } = stored.value.row
  return state === 'completed' ? stored : refuse('RETURN_NOT_COMPLETED', { number })
}

function lineOf(returned: StoredReturnLine): ReceiptLine {
  const { line } = returned
  const price = priceTimesQuantity(line.unit_price_micro, returned.quantity_e4)
  const gross = price > returned.amount_fen ? price : returned.amount_fen
  return {
    name: line.name,
    specification: line.specification,
    manufacturer: line.manufacturer,
    unit: line.unit,
    quantity: returned.quantity_e4,
    unitPrice: line.unit_price_micro,
    split: line.split === 1,
    gross,
    discount: fen(gross - returned.amount_fen),
    amount: returned.amount_fen,
    insurable: line.national_code !== null,
    ...(line.lot_number !== null && { lotNumber: line.lot_number }),
    ...(line.expires_on !== null && { expiresOn: line.expires_on }),
    traceCodes: returned.codes.filter(({ kept }) => kept === 0).map(({ code }) => code),
  }
}

function insuredOf(parts: ReceiptParts, stored: StoredReturn): ReturnSlipInsured | undefined {
  const { settlement } = stored
  if (settlement === undefined) return undefined
  const { db } = parts.counter
  const back = givenBackBy(settlement)
  const answer = cancellationOf(db, settlement.id)
  const ownId = answer !== undefined && answer.setl_id !== settlement.setl_id ? answer.setl_id : undefined
  return {
    personName: identificationById(db, settlement.identification_id)?.person_name ?? '',
    fundBack: back.fund,
    accountBack: back.account,
    settlementId: settlement.setl_id ?? '',
    visitId: settlement.mdtrt_id ?? '',
    ...(answer?.balance_after_fen != null && { balanceAfter: answer.balance_after_fen }),
    ...(ownId !== undefined && { cancellationId: ownId }),
  }
}

function dataOf(parts: ReceiptParts, stored: StoredReturn, copy: number): ReturnSlipData {
  const { row, sold, lines, refunds, resale } = stored
  const { shop } = parts.config
  const operator = findOperator(parts.counter.db, row.operator_id)
  const insured = insuredOf(parts, stored)
  const kept = fen(lines.reduce((sum, line) => sum + line.kept_amount_fen, 0))
  return {
    shop: { name: shop.name, code: shop.code, ...(shop.hotline !== undefined && { phone: shop.hotline }) },
    till: sold.sale.till,
    returnNumber: row.number,
    saleNumber: sold.sale.number,
    operator: { number: operator?.number ?? '', name: operator?.name ?? '' },
    completedAt: row.closed_at ?? row.opened_at,
    printedAt: parts.counter.clock.now(),
    copy,
    reason: row.reason,
    lines: lines.filter((line) => line.quantity_e4 > 0).map(lineOf),
    amount: row.amount_fen,
    ...(insured !== undefined && { insured }),
    refunds: refunds.map((refund) => ({
      kind: refund.tender_kind,
      amount: refund.amount_fen,
      insteadInCash: refund.instead_in_cash === 1,
      ...(refund.reference !== null && { reference: refund.reference }),
    })),
    ...(resale !== undefined && { paidAgain: { saleNumber: resale.number, amount: kept } }),
    footer: RETURN_FOOTER,
  }
}

/** What the slip of a completed return says, as the `copy`th of it. Refuses with RETURN_NOT_FOUND or that it is not completed. */
export function returnSlipData(parts: ReceiptParts, returnId: string, copy: number): Result<ReturnSlipData> {
  const stored = completedReturn(parts, returnId)
  return stored.ok ? ok(dataOf(parts, stored.value, copy)) : stored
}

/** The slip of a completed return as SVG and text, from the database; not recorded as a copy. */
export async function previewReturnSlip(
  parts: ReceiptParts,
  returnId: string,
  width: ReceiptWidth | undefined,
): Promise<Result<{ svg: string; text: string }>> {
  const stored = completedReturn(parts, returnId)
  if (!stored.ok) return stored
  const used = width ?? parts.config.receipt.width
  const { toPlainText, toSvg } = await import('../../receipt/render.ts')
  const document = buildReturnSlip(dataOf(parts, stored.value, 1), used)
  return ok({ svg: toSvg(document, used), text: toPlainText(document, used) })
}

/** The next copy of a return's slip as ESC/POS bytes; recorded, and from the second on marked as a reprint. */
export async function returnSlipBytes(
  parts: ReceiptParts,
  returnId: string,
  width: ReceiptWidth | undefined,
): Promise<Result<{ base64: string; copy: number }>> {
  const shift = parts.counter.shift()
  if (!shift.ok) return shift
  const stored = completedReturn(parts, returnId)
  if (!stored.ok) return stored
  const { toEscPos } = await import('../../receipt/render.ts')
  const used = width ?? parts.config.receipt.width
  const copy = parts.counter.db.transaction(() =>
    recordReturnCopy(parts.counter.db, {
      returnId,
      operatorId: shift.value.operatorId,
      at: parts.counter.clock.now(),
    }),
  )
  const bytes = toEscPos(buildReturnSlip(dataOf(parts, stored.value, copy), used), used)
  return ok({ base64: Buffer.from(bytes).toString('base64'), copy })
}

import { ok, type Result } from '../../../core/result.ts'
import { recordReceiptCopy } from '../../../db/receipts/receipt-copy-repository.ts'
import { recordReturnCopy } from '../../../db/returns/return-copy-repository.ts'
import { buildReceipt } from '../../receipt/build-receipt.ts'
import { buildReturnSlip } from '../../receipt/build-return-slip.ts'
import { returnSlipData } from '../receipts/return-slip.ts'
import { receiptData, type ReceiptParts } from '../receipts/receipt-service.ts'

/** A page of exactly the receipt's size, for the system's printer or a PDF. */
function pageOf(svg: string, widthMm: string): string {
  const style = `@page{size:${widthMm}mm auto;margin:0}body{margin:0}svg{width:${widthMm}mm;height:auto;display:block}`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${style}</style></head><body>${svg}</body></html>`
}

/**
 * The next copy of a receipt for the system's printer; recorded as a copy. Refuses with SESSION_NOT_SIGNED_IN,
 * SALE_NOT_FOUND or SALE_STATE_FORBIDS.
 */
export async function fallbackPage(
  parts: ReceiptParts,
  saleId: string,
): Promise<Result<{ html: string; svg: string; copy: number }>> {
  const { db, clock, shift } = parts.counter
  const working = shift()
  if (!working.ok) return working
  // refused before a copy is counted
  const known = receiptData(parts, saleId, 1)
  if (!known.ok) return known
  const { toSvg } = await import('../../receipt/render.ts')
  const { width } = parts.config.receipt
  const copy = db.transaction(() =>
    recordReceiptCopy(db, { saleId, operatorId: working.value.operatorId, at: clock.now() }),
  )
  const svg = toSvg(buildReceipt({ ...known.value, copy }, width), width)
  return ok({ html: pageOf(svg, width), svg, copy })
}

/**
 * The next copy of a return's slip for the system's printer; recorded as a copy. Refuses with SESSION_NOT_SIGNED_IN,
 * RETURN_NOT_FOUND or RETURN_NOT_COMPLETED.
 */
export async function fallbackReturnSlip(
  parts: ReceiptParts,
  returnId: string,
): Promise<Result<{ svg: string; copy: number }>> {
  const { db, clock, shift } = parts.counter
  const working = shift()
  if (!working.ok) return working
  const known = returnSlipData(parts, returnId, 1)
  if (!known.ok) return known
  const { toSvg } = await import('../../receipt/render.ts')
  const { width } = parts.config.receipt
  const copy = db.transaction(() =>
    recordReturnCopy(db, { returnId, operatorId: working.value.operatorId, at: clock.now() }),
  )
  return ok({ svg: toSvg(buildReturnSlip({ ...known.value, copy }, width), width), copy })
}

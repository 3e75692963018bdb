import { ok, refuse, type Result } from '../../../core/result.ts'
import type { PrintJobRow } from '../../../db/printing/print-job-repository.ts'
import { cutBytes } from '../../../native-bridge/printer/printer-commands.ts'
import type { PrinterProfile } from '../../../native-bridge/printer/printer-profile.ts'
import { testSlip } from '../../../native-bridge/printer/test-slip.ts'
import { buildReceipt } from '../../receipt/build-receipt.ts'
import { buildReturnSlip } from '../../receipt/build-return-slip.ts'
import { returnSlipData } from '../receipts/return-slip.ts'
import { receiptData, type ReceiptParts } from '../receipts/receipt-service.ts'

function documentOf(
  parts: ReceiptParts,
  job: PrintJobRow,
  { width, columns }: PrinterProfile,
): Result<string> {
  if (job.return_id !== null) {
    const data = returnSlipData(parts, job.return_id, job.copy)
    return data.ok ? ok(buildReturnSlip(data.value, width, columns)) : data
  }
  if (job.sale_id === null) return refuse('PRINT_JOB_NOT_FOUND')
  const data = receiptData(parts, job.sale_id, job.copy)
  return data.ok ? ok(buildReceipt(data.value, width, columns)) : data
}

/** What a job brings onto paper, made of stored data for a model of printer. Refuses with why it cannot be made. */
export async function bytesOfJob(
  parts: ReceiptParts,
  job: PrintJobRow,
  profile: PrinterProfile,
): Promise<Result<Uint8Array>> {
  if (job.what === 'test-slip') return ok(testSlip(profile))
  const { width, columns } = profile
  const document = documentOf(parts, job, profile)
  if (!document.ok) return document
  const { toEscPos } = await import('../../receipt/render.ts')
  return ok(toEscPos(document.value, width, { columns, cut: cutBytes(profile) }))
}

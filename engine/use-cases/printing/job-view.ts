import type { PrintJobRow } from '../../../db/printing/print-job-repository.ts'
import { printJobSchema, type PrintJobView } from '../../contract/printing.ts'

/** A stored job as the screens see it. A problem of an older program that has no words now is shown as `failed`. */
export function jobView(row: PrintJobRow): PrintJobView {
  const problem = printJobSchema.shape.problem.safeParse(row.problem)
  return {
    id: row.id,
    what: row.what,
    saleId: row.sale_id,
    saleNumber: row.sale_number,
    returnId: row.return_id,
    copy: row.copy,
    state: row.state,
    attempts: row.attempts,
    problem: problem.success ? problem.data : 'failed',
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

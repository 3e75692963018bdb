import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

export type PrintJobKind = 'receipt' | 'reprint' | 'return-slip' | 'test-slip'
export type PrintJobState =
  'waiting' | 'printing' | 'printed' | 'uncertain' | 'incomplete' | 'failed' | 'cancelled'

export type PrintJobRow = {
  readonly id: string
  readonly what: PrintJobKind
  readonly sale_id: string | null
  readonly sale_number: string | null
  readonly return_id: string | null
  readonly copy: number
  readonly state: PrintJobState
  readonly attempts: number
  readonly problem: string | null
  readonly created_at: number
  readonly changed_at: number
}

export type NewPrintJob = {
  readonly id: string
  readonly what: PrintJobKind
  readonly saleId: string | null
  readonly returnId: string | null
  readonly copy: number
  readonly operatorId: number
  readonly at: number
}

/** Puts a job into the queue; it waits. */
export function insertPrintJob(db: WritableDb, job: NewPrintJob): void {
  db.write(
    `INSERT INTO print_job (id, what, sale_id, return_id, copy, state, operator_id, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?)`,
  ).run(job.id, job.what, job.saleId, job.returnId, job.copy, job.operatorId, job.at, job.at)
  recordChange(db, {
    name: 'print.added',
    subject: job.id,
    operatorId: job.operatorId,
    detail: { what: job.what, saleId: job.saleId, returnId: job.returnId, copy: job.copy },
  })
}

const JOB = `SELECT j.id, j.what, j.sale_id, s.number AS sale_number, j.return_id, j.copy, j.state, j.attempts, j.problem,
  j.created_at, j.changed_at FROM print_job j LEFT JOIN sale s ON s.id = j.sale_id`
const OPEN = "j.state NOT IN ('printed', 'cancelled')"

export function printJobById(db: ReadableDb, id: string): PrintJobRow | undefined {
  return db.read<PrintJobRow>(`${JOB} WHERE j.id = ?`).get(id)
}

/** Jobs that are not printed and not given up, oldest first. */
export function openPrintJobs(db: ReadableDb, limit: number): PrintJobRow[] {
  return db.read<PrintJobRow>(`${JOB} WHERE ${OPEN} ORDER BY j.created_at LIMIT ?`).all(limit)
}

export function printJobsOfSale(db: ReadableDb, saleId: string): PrintJobRow[] {
  return db.read<PrintJobRow>(`${JOB} WHERE j.sale_id = ? ORDER BY j.created_at`).all(saleId)
}

/** The job that prints next: the oldest that waits. */
export function nextPrintJob(db: ReadableDb): PrintJobRow | undefined {
  return db
    .read<PrintJobRow>(`${JOB} WHERE ${OPEN} AND j.state = 'waiting' ORDER BY j.created_at LIMIT 1`)
    .get()
}

export type PrintJobMove = {
  readonly from: readonly PrintJobState[]
  readonly to: PrintJobState
  readonly problem: string | null
  readonly at: number
  /** One more try of the printer. */
  readonly attempt?: boolean
}

/** Moves a job; false when it was in none of the states that the move starts from. */
export function movePrintJob(db: WritableDb, id: string, move: PrintJobMove): boolean {
  const places = move.from.map(() => '?').join(', ')
  const moved =
    db
      .write(
        `UPDATE print_job SET state = ?, problem = ?, changed_at = ?, attempts = attempts + ?
         WHERE id = ? AND state IN (${places})`,
      )
      .run(move.to, move.problem, move.at, move.attempt === true ? 1 : 0, id, ...move.from).changes === 1
  // a job that goes on waiting is no news
  if (moved && move.to !== 'waiting') {
    recordChange(db, { name: 'print.moved', subject: id, detail: { to: move.to, problem: move.problem } })
  }
  return moved
}

/**
 * What an ended engine left in the printer: nobody knows how much of it is on paper. Returns how many jobs there were.
 */
export function abandonPrinting(db: WritableDb, at: number): number {
  return db
    .write(
      `UPDATE print_job SET state = 'uncertain', problem = 'interrupted', changed_at = ?
       WHERE state = 'printing' AND state NOT IN ('printed', 'cancelled')`,
    )
    .run(at).changes
}

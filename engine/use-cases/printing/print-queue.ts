import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  abandonPrinting,
  insertPrintJob,
  openPrintJobs,
  printJobById,
  printJobsOfSale,
  type NewPrintJob,
  type PrintJobRow,
} from '../../../db/printing/print-job-repository.ts'
import { recordReceiptCopy } from '../../../db/receipts/receipt-copy-repository.ts'
import { returnById } from '../../../db/returns/return-repository.ts'
import { recordReturnCopy } from '../../../db/returns/return-copy-repository.ts'
import type { PrintJobView } from '../../contract/printing.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceBank } from '../devices/device-bank.ts'
import { returnSlipData } from '../receipts/return-slip.ts'
import { receiptData, type ReceiptParts } from '../receipts/receipt-service.ts'
import { jobView } from './job-view.ts'
import { createPrintRunner, jobMover, type MoveJob, type PrintRunner } from './print-runner.ts'

/** Jobs that one list shows at the most. */
const JOBS_SHOWN = 200

/** The print queue of the till: jobs in the database, printed one after the other, none of them twice by itself. */
export type PrintQueue = PrintRunner & {
  /** Puts the original of a sale's receipt into the queue, in the transaction that completes the sale. */
  readonly addOriginal: (saleId: string, operatorId: number) => void
  /** The same for the slip of a return, in the transaction that completes it. */
  readonly addReturnSlip: (returnId: string, operatorId: number) => void
  readonly list: (saleId: string | undefined) => PrintJobView[]
  readonly reprint: (saleId: string) => Result<{ job: PrintJobView }>
  readonly reprintReturn: (returnId: string) => Result<{ job: PrintJobView }>
  readonly retry: (jobId: string) => Result<{ job: PrintJobView }>
  readonly cancel: (jobId: string) => Result<{ job: PrintJobView }>
  /** Prints a test slip and says what became of it within `withinMs`; one that still waits is given up. */
  readonly printTest: (operatorId: number, withinMs: number) => Promise<PrintJobView>
  /** How many wait, and how many may be half on paper. */
  readonly counts: () => { readonly waiting: number; readonly trouble: number }
}

export type PrintQueueParts = {
  readonly receipts: ReceiptParts
  readonly bank: DeviceBank
  readonly onFault: (error: unknown) => void
}

type Tools = PrintQueueParts & {
  readonly move: MoveJob
  readonly announce: () => void
  readonly runner: PrintRunner
}

function addJob(tools: Tools, job: Omit<NewPrintJob, 'id' | 'at'>): string {
  const { db, clock } = tools.receipts.counter
  const id = clock.newId()
  insertPrintJob(db, { id, at: clock.now(), ...job })
  return id
}

function addReceipt(tools: Tools, saleId: string, operatorId: number): string {
  const { db, clock } = tools.receipts.counter
  const copy = recordReceiptCopy(db, { saleId, operatorId, at: clock.now() })
  return addJob(tools, { what: copy === 1 ? 'receipt' : 'reprint', copy, saleId, returnId: null, operatorId })
}

function addReturnSlip(tools: Tools, returnId: string, operatorId: number): string {
  const { db, clock } = tools.receipts.counter
  const copy = recordReturnCopy(db, { returnId, operatorId, at: clock.now() })
  const saleId = returnById(db, returnId)?.sale_id ?? null
  return addJob(tools, { what: 'return-slip', copy, saleId, returnId, operatorId })
}

function answerWith(tools: Tools, jobId: string): Result<{ job: PrintJobView }> {
  const job = printJobById(tools.receipts.counter.db, jobId)
  return job === undefined ? refuse('PRINT_JOB_NOT_FOUND') : ok({ job: jobView(job) })
}

/** A job that somebody who is signed in wants to change, unless it is over or printing. */
function changeableJob(tools: Tools, jobId: string): Result<PrintJobRow> {
  const { shift, db } = tools.receipts.counter
  const working = shift()
  if (!working.ok) return working
  const job = printJobById(db, jobId)
  if (job === undefined) return refuse('PRINT_JOB_NOT_FOUND')
  const { state } = job
  if (state === 'printing') return refuse('PRINT_JOB_PRINTING')
  return state === 'printed' || state === 'cancelled' ? refuse('PRINT_JOB_DONE', { state }) : ok(job)
}

/** Queues a further copy for whoever is signed in, if there is a printer and `known` is no refusal. */
function addCopy(
  tools: Tools,
  known: (receipts: ReceiptParts) => Result<unknown>,
  add: (operatorId: number) => string,
): Result<{ job: PrintJobView }> {
  const { receipts, bank } = tools
  const working = receipts.counter.shift()
  if (!working.ok) return working
  if (bank.setting('printer', 'printer') === undefined)
    return refuse('DEVICE_NOT_SET_UP', { kind: 'printer' })
  const found = known(receipts)
  if (!found.ok) return found
  const id = receipts.counter.db.transaction(() => add(working.value.operatorId))
  tools.announce()
  tools.runner.kick()
  return answerWith(tools, id)
}

const reprint = (tools: Tools, saleId: string): Result<{ job: PrintJobView }> =>
  addCopy(
    tools,
    (receipts) => receiptData(receipts, saleId, 1),
    (operatorId) => addReceipt(tools, saleId, operatorId),
  )

const reprintReturn = (tools: Tools, returnId: string): Result<{ job: PrintJobView }> =>
  addCopy(
    tools,
    (receipts) => returnSlipData(receipts, returnId, 1),
    (operatorId) => addReturnSlip(tools, returnId, operatorId),
  )

function retry(tools: Tools, jobId: string): Result<{ job: PrintJobView }> {
  const job = changeableJob(tools, jobId)
  if (!job.ok) return job
  const { state } = job.value
  if (state === 'uncertain' || state === 'incomplete') return refuse('PRINT_JOB_MAY_BE_ON_PAPER')
  tools.move(jobId, ['waiting', 'failed'], { to: 'waiting', problem: null })
  tools.runner.kick()
  return answerWith(tools, jobId)
}

function cancel(tools: Tools, jobId: string): Result<{ job: PrintJobView }> {
  const job = changeableJob(tools, jobId)
  if (!job.ok) return job
  tools.move(jobId, [job.value.state], { to: 'cancelled', problem: null })
  return answerWith(tools, jobId)
}

/** Resolves when `isOver` is true, looking again whenever the queue tells a change, or after `withinMs`. */
function settled(
  clock: Clock,
  listeners: Set<() => void>,
  isOver: () => boolean,
  withinMs: number,
): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancelTimer()
      listeners.delete(look)
      resolve()
    }
    const look = (): void => {
      if (isOver()) end()
    }
    const cancelTimer = clock.schedule(end, withinMs)
    listeners.add(look)
  })
}

/** Makes the queue; what an ended engine left in the printer becomes uncertain. */
export function createPrintQueue(parts: PrintQueueParts): PrintQueue {
  const { bank, receipts } = parts
  const { db, clock, events } = receipts.counter
  const listeners = new Set<() => void>()
  const announce = (): void => {
    events.emit('printing.changed', { jobs: openPrintJobs(db, JOBS_SHOWN).map(jobView) })
    for (const listener of listeners) listener()
  }
  const move = jobMover(db, clock, announce)
  const runner = createPrintRunner({ ...parts, move })
  const tools: Tools = { ...parts, move, announce, runner }
  db.transaction(() => abandonPrinting(db, clock.now()))

  return {
    ...runner,
    addOriginal: (saleId, operatorId) => {
      if (bank.setting('printer', 'printer') !== undefined) addReceipt(tools, saleId, operatorId)
    },
    addReturnSlip: (returnId, operatorId) => {
      if (bank.setting('printer', 'printer') !== undefined) addReturnSlip(tools, returnId, operatorId)
    },
    list: (saleId) =>
      (saleId === undefined ? openPrintJobs(db, JOBS_SHOWN) : printJobsOfSale(db, saleId)).map(jobView),
    reprint: (saleId) => reprint(tools, saleId),
    reprintReturn: (returnId) => reprintReturn(tools, returnId),
    retry: (jobId) => retry(tools, jobId),
    cancel: (jobId) => cancel(tools, jobId),
    printTest: async (operatorId, withinMs) => {
      const id = db.transaction(() =>
        addJob(tools, { what: 'test-slip', copy: 1, saleId: null, returnId: null, operatorId }),
      )
      const state = (): string => printJobById(db, id)?.state ?? ''
      runner.kick()
      await settled(clock, listeners, () => !['waiting', 'printing'].includes(state()), withinMs)
      // a test that nobody waits for any more must not come out hours later
      if (state() === 'waiting') move(id, ['waiting'], { to: 'cancelled', problem: 'silent' })
      const job = printJobById(db, id)
      if (job === undefined) throw new Error('a print job is never deleted')
      return jobView(job)
    },
    counts: () => {
      const jobs = openPrintJobs(db, JOBS_SHOWN)
      const waiting = jobs.filter((job) => job.state === 'waiting' || job.state === 'printing').length
      return { waiting, trouble: jobs.length - waiting }
    },
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PrintJobView } from '../../engine/contract/printing.ts'
import type { CallOutcome, EngineClient } from '../connection/engine-client.ts'
import { copyWords } from '../text/print-words.ts'
import type { Notice } from '../stores/view-store.ts'
import { noticeOf } from '../till/notice-of.ts'
import { printCopy, printOnSystem, printReturnSlip, printReturnSlipOnSystem } from './print-copy.ts'

export type PrintQueueState = {
  readonly index: number
  /** One thing at a time: a second press must not print twice. */
  readonly working: boolean
  readonly notice: Notice | null
}

/** What may be done with a job. One that may be on paper is never printed again as the same copy. */
export type JobKeys = {
  readonly again: 'retry' | 'reprint' | null
  readonly system: boolean
  readonly cancel: boolean
}

/** What a further copy of a job is made of; undefined for a test slip. */
export type JobPaper = { readonly of: 'sale' | 'return'; readonly id: string }

export function paperOf(job: PrintJobView | undefined): JobPaper | undefined {
  if (job?.returnId != null) return { of: 'return', id: job.returnId }
  return job?.saleId == null ? undefined : { of: 'sale', id: job.saleId }
}

export function keysOf(job: PrintJobView | undefined): JobKeys {
  const hasPaper = paperOf(job) !== undefined
  switch (job?.state) {
    case 'waiting':
    case 'failed':
      return { again: 'retry', system: hasPaper, cancel: true }
    case 'uncertain':
    case 'incomplete':
      return { again: hasPaper ? 'reprint' : null, system: hasPaper, cancel: true }
    case 'printing':
    case 'printed':
    case 'cancelled':
    case undefined:
      return { again: null, system: false, cancel: false }
  }
}

export type PrintQueue = {
  readonly store: StoreApi<PrintQueueState>
  readonly move: (by: 1 | -1, length: number) => void
  readonly again: (job: PrintJobView) => Promise<void>
  readonly onSystem: (job: PrintJobView) => Promise<void>
  readonly cancel: (job: PrintJobView) => Promise<void>
}

/** Makes the page's state and verbs; the jobs themselves are in the engine's projection. */
export function createPrintQueue(client: EngineClient): PrintQueue {
  const store = createStore<PrintQueueState>(() => ({ index: 0, working: false, notice: null }))
  const once = async (work: () => Promise<CallOutcome<Notice | null>>): Promise<void> => {
    if (store.getState().working) return
    store.setState({ working: true, notice: null })
    const outcome = await work()
    store.setState({ working: false, notice: outcome.ok ? outcome.value : noticeOf(outcome.problem) })
  }
  return {
    store,
    move: (by, length) =>
      store.setState(({ index }) => ({ index: Math.max(0, Math.min(length - 1, index + by)) })),
    again: (job) => once(() => (keysOf(job).again === 'retry' ? retry(client, job) : reprint(client, job))),
    onSystem: (job) =>
      once(() => replace(client, job, { sale: printOnSystem, return: printReturnSlipOnSystem })),
    cancel: (job) =>
      once(async () => {
        const cancelled = await client.call('printing.cancel', { jobId: job.id })
        return cancelled.ok
          ? { ok: true, value: { tone: 'done', text: 'printing.cancelled', parameters: {} } }
          : cancelled
      }),
  }
}

async function retry(client: EngineClient, job: PrintJobView): Promise<CallOutcome<Notice>> {
  const tried = await client.call('printing.retry', { jobId: job.id })
  if (!tried.ok) return tried
  const copy = copyWords(tried.value.job.copy)
  return { ok: true, value: { tone: 'done', text: 'printing.queued', parameters: { copy } } }
}

const reprint = (client: EngineClient, job: PrintJobView): Promise<CallOutcome<Notice | null>> =>
  replace(client, job, { sale: printCopy, return: printReturnSlip })

/** Prints a further copy; only then is the doubtful job given up. */
async function replace(
  client: EngineClient,
  job: PrintJobView,
  print: Readonly<Record<JobPaper['of'], typeof printCopy>>,
): Promise<CallOutcome<Notice | null>> {
  const paper = paperOf(job)
  if (paper === undefined) return { ok: true, value: null }
  const printed = await print[paper.of](client, paper.id)
  if (!printed.ok) return printed
  if (printed.value.notice.tone === 'done') await client.call('printing.cancel', { jobId: job.id })
  return { ok: true, value: printed.value.notice }
}

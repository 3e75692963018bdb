import { useState, type JSX } from 'react'
import { useStore } from 'zustand'
import type { PrintJobView } from '../../engine/contract/printing.ts'
import { OptionList } from '../parts/option-list.tsx'
import { useEngine, useTill } from '../parts/till-context.ts'
import { Workplace } from '../parts/workplace.tsx'
import type { WorkplaceKey } from '../parts/workplace-keys.ts'
import { problemWords } from '../text/print-words.ts'
import { say, type TextKey } from '../text/say.ts'
import { dayAndMinuteText } from '../text/time.ts'
import { ReceiptView } from '../till/receipt-view.tsx'
import {
  createPrintQueue,
  keysOf,
  paperOf,
  type PrintQueue,
  type PrintQueueState,
} from './print-queue-store.ts'

/** What is not on paper, or perhaps not, and what to do about each; the receipt beside the list. */
export function PrintQueueScreen(): JSX.Element {
  const till = useTill()
  const [queue] = useState(() => createPrintQueue(till.client))
  const state = useStore(queue.store)
  const jobs = useEngine((engine) => engine.printJobs)
  const index = Math.min(state.index, Math.max(0, jobs.length - 1))
  const marked = jobs[index]
  const paper = paperOf(marked)
  return (
    <Workplace
      name="printing"
      title={say('printing.title')}
      nextStep={say(nextStepOf(marked))}
      notice={state.notice}
      keys={queueKeys(queue, state, { marked, length: jobs.length, leave: () => till.go('till') })}
    >
      <section className="print-jobs" aria-label={say('printing.title')}>
        <h2>{say('printing.title')}</h2>
        <p className="print-grid look-head" aria-hidden="true">
          {(['what', 'sale', 'copy', 'state', 'problem', 'attempts', 'time'] as const).map((column) => (
            <span key={column}>{say(`printing.column.${column}`)}</span>
          ))}
        </p>
        {jobs.length === 0 && <p className="look-empty muted">{say('printing.empty')}</p>}
        {jobs.length > 0 && (
          <OptionList
            label={say('printing.title')}
            index={index}
            rows={jobs.map((job) => ({ key: job.id, content: <JobRow job={job} /> }))}
          />
        )}
      </section>
      <aside className="look-detail">
        {paper !== undefined && <ReceiptView id={paper.id} of={paper.of} />}
      </aside>
    </Workplace>
  )
}

function nextStepOf(marked: PrintJobView | undefined): TextKey {
  switch (marked?.state) {
    case undefined:
      return 'printing.empty'
    case 'uncertain':
    case 'incomplete':
      return 'printing.next'
    case 'failed':
      return 'printing.nextFailed'
    case 'waiting':
    case 'printing':
    case 'printed':
    case 'cancelled':
      return 'printing.nextWaiting'
  }
}

const TONE = {
  waiting: 'warn',
  printing: 'warn',
  printed: 'good',
  uncertain: 'warn',
  incomplete: 'bad',
  failed: 'bad',
  cancelled: 'idle',
} as const satisfies Record<PrintJobView['state'], string>

function JobRow({ job }: { readonly job: PrintJobView }): JSX.Element {
  return (
    <div className="print-grid" data-testid="print-job" data-state={job.state}>
      <span>{say(`printing.what.${job.what}`)}</span>
      <span className="figures">{job.saleNumber ?? ''}</span>
      <span>{say('printing.copy', { copy: job.copy })}</span>
      <span className={`word word-${TONE[job.state]}`}>{say(`printing.state.${job.state}`)}</span>
      <span>{problemWords(job.problem)}</span>
      <span>{say('uploads.times', { count: job.attempts })}</span>
      <span className="figures muted">{dayAndMinuteText(job.createdAt)}</span>
    </div>
  )
}

function queueKeys(
  queue: PrintQueue,
  state: PrintQueueState,
  page: {
    readonly marked: PrintJobView | undefined
    readonly length: number
    readonly leave: () => void
  },
): WorkplaceKey[] {
  const { marked, length, leave } = page
  const keys = keysOf(marked)
  const free = !state.working && marked !== undefined
  const on = (work: (job: PrintJobView) => Promise<void>) => () => {
    if (marked !== undefined) void work(marked)
  }
  return [
    { key: 'ArrowUp', label: 'key.selectRow', enabled: length > 1, run: () => queue.move(-1, length) },
    { key: 'ArrowDown', label: 'key.selectRow', enabled: length > 1, run: () => queue.move(1, length) },
    {
      key: 'F9',
      label: keys.again === 'reprint' ? 'key.reprint' : 'key.retryPrint',
      enabled: free && keys.again !== null,
      run: on(queue.again),
    },
    { key: 'F8', label: 'key.systemPrint', enabled: free && keys.system, run: on(queue.onSystem) },
    { key: 'Delete', label: 'key.cancelPrint', enabled: free && keys.cancel, run: on(queue.cancel) },
    { key: 'Escape', label: 'key.backToTill', run: leave },
  ]
}

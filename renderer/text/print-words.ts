import type { PrintJobView } from '../../engine/contract/printing.ts'
import { DEVICE_TROUBLE } from '../../engine/contract/messages/refusal-words.ts'
import { say } from './say.ts'

/** Why a job waits or what went wrong; empty when nothing is. */
export function problemWords(problem: PrintJobView['problem']): string {
  switch (problem) {
    case null:
      return ''
    case 'interrupted':
    case 'not-set-up':
    case 'cannot-be-made':
      return say(`printing.problem.${problem}`)
    default:
      return DEVICE_TROUBLE[problem] ?? problem
  }
}

/** 第 1 份，原件; 重印第 2 次 */
export function copyWords(copy: number): string {
  return copy === 1 ? say('printing.original') : say('printing.again', { times: copy - 1 })
}

const WORST = ['incomplete', 'uncertain', 'failed', 'waiting'] as const

/** 2 张小票等着打印：没有纸; the most doubtful first. Undefined when nothing waits. */
export function printLine(jobs: readonly PrintJobView[]): string | undefined {
  const state = WORST.find((one) => jobs.some((job) => job.state === one))
  if (state === undefined) return undefined
  const such = jobs.filter((job) => job.state === state)
  const words = { count: such.length, state: say(`printing.state.${state}`) }
  const reason = problemWords(such.find((job) => job.problem !== null)?.problem ?? null)
  return reason === '' ? say('printing.line', words) : say('printing.lineWithReason', { ...words, reason })
}

import { ok, refuse, type Result } from '../../../core/result.ts'
import { selfTestSentence } from '../../contract/messages/self-test-sentence.ts'
import { SELF_TEST_TITLES } from '../../contract/messages/self-test-words.ts'
import type { SelfTestReport, SelfTestStepView } from '../../contract/selftest.ts'
import { chinaTime, type Clock } from '../../ports/clock.ts'
import type { EventBus } from '../../ports/event-bus.ts'
import type { FaultReporter } from '../../transport/json-rpc.ts'
import { selfTestSteps, type SelfTestParts, type SelfTestStep } from './steps.ts'

export type SelfTest = {
  readonly run: () => Promise<Result<SelfTestReport>>
  /** The last report as a text file. */
  readonly exportText: () => Result<{ fileName: string; text: string }>
}

const waiting = ({ title, subject }: SelfTestStep, index: number): SelfTestStepView => ({
  number: index + 1,
  title,
  subject,
  state: 'waiting',
  finding: null,
  params: {},
})

const MARKS: Readonly<Record<SelfTestStepView['state'], string>> = {
  waiting: '未做',
  running: '未完',
  ok: '正常',
  warn: '注意',
  fail: '异常',
}

function lineOf(step: SelfTestStepView): string {
  const { text, advice } = selfTestSentence(step)
  const subject = step.subject === null ? '' : ` ${step.subject}`
  const what = `${step.number}. [${MARKS[step.state]}] ${SELF_TEST_TITLES[step.title]}${subject}：${text}`
  return advice === '' ? what : `${what}\n   → ${advice}`
}

/** The self-test: one step after the other, each told as it goes; a step that throws fails and the next one goes on. */
export function createSelfTest(
  parts: SelfTestParts & {
    readonly events: EventBus
    readonly clock: Clock
    readonly reportFault: FaultReporter
  },
): SelfTest {
  const { events, clock } = parts
  let report: SelfTestReport | undefined
  let running = false

  const tell = (next: SelfTestReport): void => {
    report = next
    events.emit('selftest.changed', next)
  }
  const set = (number: number, change: Partial<SelfTestStepView>): void => {
    if (report === undefined) return
    const steps = report.steps.map((step) => (step.number === number ? { ...step, ...change } : step))
    tell({ ...report, steps })
  }
  const runStep = async (step: SelfTestStep, number: number): Promise<void> => {
    set(number, { state: 'running' })
    try {
      set(number, { params: {}, ...(await step.run()) })
    } catch (error) {
      const causeId = parts.reportFault(`selftest.${step.title}`, error)
      set(number, { state: 'fail', finding: 'step-failed', params: { causeId } })
    }
  }

  return {
    run: async () => {
      if (running) return refuse('SELF_TEST_RUNNING')
      running = true
      try {
        const steps = selfTestSteps(parts)
        const begun: SelfTestReport = { startedAt: clock.now(), finishedAt: null, steps: steps.map(waiting) }
        tell(begun)
        for (const [index, step] of steps.entries()) await runStep(step, index + 1)
        const done = { ...(report ?? begun), finishedAt: clock.now() }
        tell(done)
        return ok(done)
      } finally {
        running = false
      }
    },
    exportText: () => {
      if (report === undefined) return refuse('SELF_TEST_NONE')
      const at = chinaTime(report.startedAt)
      const lines = [`收银台自检报告 ${at}`, '', ...report.steps.map(lineOf), '']
      return ok({ fileName: `selftest-${at.replaceAll(/\D/g, '')}.txt`, text: lines.join('\n') })
    },
  }
}

import { useEffect, type JSX } from 'react'
import { useStore } from 'zustand'
import { kindOfSlot } from '../../engine/contract/device-kinds.ts'
import { selfTestSentence } from '../../engine/contract/messages/self-test-sentence.ts'
import { SELF_TEST_TITLES } from '../../engine/contract/messages/self-test-words.ts'
import type { SelfTestReport, SelfTestStepView } from '../../engine/contract/selftest.ts'
import { useTill } from '../parts/till-context.ts'
import { Workplace } from '../parts/workplace.tsx'
import { slotName } from '../settings/slots.ts'
import { say } from '../text/say.ts'
import { clockText } from '../text/time.ts'

/** Everything that the till needs, tried one step after the other; for somebody on the telephone. */
export function SelfTestScreen(): JSX.Element {
  const till = useTill()
  const { selfTest } = till
  const { report, running, notice } = useStore(selfTest.store)
  useEffect(() => {
    if (selfTest.store.getState().report === null) void selfTest.run()
  }, [selfTest])
  return (
    <Workplace
      name="self-test"
      title={say('selfTest.title')}
      nextStep={say(running ? 'selfTest.nextRunning' : 'selfTest.next')}
      notice={notice}
      keys={[
        { key: 'F9', label: 'key.runAgain', enabled: !running, run: () => void selfTest.run() },
        {
          key: 'F8',
          label: 'key.export',
          enabled: !running && report !== null,
          run: () => void selfTest.exportFile(window),
        },
        { key: 'F6', label: 'key.toSettings', run: () => till.go('settings') },
        { key: 'Escape', label: 'key.backToTill', run: () => till.go('till') },
      ]}
    >
      <section className="self-test" aria-label={say('selfTest.title')} data-running={running}>
        <Summary report={report} />
        {report === null && <p className="look-empty muted">{say('selfTest.none')}</p>}
        <ol className="self-test-steps">
          {report?.steps.map((step) => (
            <Step key={step.number} step={step} />
          ))}
        </ol>
      </section>
    </Workplace>
  )
}

function Summary({ report }: { readonly report: SelfTestReport | null }): JSX.Element {
  const count = (state: SelfTestStepView['state']): number =>
    report?.steps.filter((step) => step.state === state).length ?? 0
  return (
    <h2 className="self-test-summary">
      <span>{say('selfTest.title')}</span>
      {report?.finishedAt != null && (
        <>
          <span className="muted figures">
            {say('selfTest.when', { time: clockText(report.finishedAt) })}
          </span>
          <span data-testid="self-test-summary">
            {say('selfTest.summary', { ok: count('ok'), warn: count('warn'), fail: count('fail') })}
          </span>
        </>
      )}
    </h2>
  )
}

/** A step about a device names its slot. */
function subjectName(subject: string): string {
  return kindOfSlot(subject) === undefined ? subject : slotName(subject)
}

const TONE = { waiting: 'idle', running: 'warn', ok: 'good', warn: 'warn', fail: 'bad' } as const

function Step({ step }: { readonly step: SelfTestStepView }): JSX.Element {
  const { text, advice } = selfTestSentence(step)
  const title = SELF_TEST_TITLES[step.title]
  const subject = step.subject === null ? '' : ` · ${subjectName(step.subject)}`
  return (
    <li className={`self-test-step is-${step.state}`} data-testid="self-test-step" data-state={step.state}>
      <span className="figures muted right">{step.number}</span>
      <span className="clip">{title + subject}</span>
      <span className={`word word-${TONE[step.state]}`}>
        {step.state === 'running' ? (
          <i className="busy" aria-hidden="true" />
        ) : (
          <i className={`dot dot-${TONE[step.state]}`} aria-hidden="true" />
        )}{' '}
        {say(`selfTest.state.${step.state}`)}
      </span>
      <span>
        {text}
        {advice !== '' && <strong className="self-test-advice">{advice}</strong>}
      </span>
    </li>
  )
}

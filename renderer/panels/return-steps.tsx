import type { JSX } from 'react'
import { quantityText } from '../../engine/contract/messages/amounts.ts'
import type { ReturnStepView, ReturnView } from '../../engine/contract/returns.ts'
import { openSale } from '../input/input-state.ts'
import { currentStep, wantsReference } from '../input/offers-of-return-steps.ts'
import { Amount } from '../parts/amount.tsx'
import { AutoFocusInput } from '../parts/auto-focus-input.tsx'
import { useEngine, useTill } from '../parts/till-context.ts'
import { say } from '../text/say.ts'
import { explanationOf, stepName } from './return-words.ts'

/** A return as a row of steps: what is done, what is to be done now with its one key, and what comes after. */
export function ReturnSteps(props: { readonly view: ReturnView; readonly text: string }): JSX.Element {
  const { view, text } = props
  const resaleAtCounter = useEngine((engine) => openSale(engine.sale)?.id === view.resaleId)
  const step = currentStep(view)
  return (
    <section className="look return-steps" aria-label={say('return.title')} data-testid="return-steps">
      <h2>
        {say('return.number')} <span className="figures">{view.number}</span>{' '}
        <span className="muted figures">
          {say('return.sale')} {view.saleNumber} · {view.reason}
        </span>
      </h2>
      <ol className="steps">
        {view.steps.map((one, position) => (
          <Step
            key={one.refundId ?? `${one.kind}${position}`}
            step={one}
            isOver={view.state === 'completed'}
          />
        ))}
      </ol>
      <div className={`steps-now ${step?.state === 'unknown' ? 'is-unknown' : ''}`}>
        <Title view={view} step={step} />
        <p data-testid="return-explanation">{say(explanationOf(view, resaleAtCounter))}</p>
        {wantsReference(step) && <Reference text={text} />}
        {step?.kind === 'refund' && step.state === 'now' && <ToGive step={step} />}
      </div>
      <Lines view={view} />
    </section>
  )
}

const TONES = { done: 'good', now: 'now', waiting: 'idle', unknown: 'warn' } as const

function Step(props: { readonly step: ReturnStepView; readonly isOver: boolean }): JSX.Element {
  const { step, isOver } = props
  // the goods are booked with the last of the money; only the centre has not heard of it yet
  const isReporting = isOver && step.kind === 'report' && step.state === 'waiting'
  return (
    <li className={`step step-${TONES[step.state]}`} data-testid="return-step" data-state={step.state}>
      <span className="step-state">{say(`return.stepState.${isReporting ? 'reporting' : step.state}`)}</span>
      <span>{stepName(step)}</span>
      {step.amount === null ? <span /> : <Amount fen={step.amount} />}
    </li>
  )
}

function Title(props: {
  readonly view: ReturnView
  readonly step: ReturnStepView | undefined
}): JSX.Element | null {
  const { view, step } = props
  if (view.state === 'completed') return <h3 className="result-done">✓ {say('return.done')}</h3>
  if (view.state === 'abandoned') return <h3>{say('return.abandoned')}</h3>
  if (step === undefined) return null
  return (
    <h3>
      {step.state === 'unknown' ? '? ' : ''}
      {stepName(step)}
    </h3>
  )
}

/** What goes over the counter now, in the largest figures there are. */
function ToGive({ step }: { readonly step: ReturnStepView }): JSX.Element {
  const isCash = step.tenderKind === 'cash' || step.refused
  return (
    <p className="steps-amount">
      <span>{isCash ? say('return.cashNow') : stepName(step)}</span>
      <Amount fen={step.amount ?? 0} size="huge" testId="refund-now" />
    </p>
  )
}

function Reference({ text }: { readonly text: string }): JSX.Element {
  const till = useTill()
  return (
    <label className="tender-row">
      <span>{say('return.reference')}</span>
      <AutoFocusInput
        label={say('return.reference')}
        testId="input-refund-reference"
        value={text}
        onChange={till.type}
        large
      />
    </label>
  )
}

function Lines({ view }: { readonly view: ReturnView }): JSX.Element {
  return (
    <ul className="steps-lines">
      {view.lines.map((line) => (
        <li key={line.lineId}>
          <span className="clip">
            {line.name} {line.specification}
          </span>
          <span className="figures right">
            {quantityText(line.quantity)}
            {line.unit}
          </span>
          <span className="figures muted clip">{line.traceCodes.join(' ')}</span>
          <Amount fen={line.amount} />
        </li>
      ))}
    </ul>
  )
}

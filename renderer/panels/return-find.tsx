import type { JSX } from 'react'
import type { ReturnableSale, ReturnView } from '../../engine/contract/returns.ts'
import type { StateOf } from '../input/input-state.ts'
import { currentStep } from '../input/offers-of-return-steps.ts'
import { Amount } from '../parts/amount.tsx'
import { AutoFocusInput } from '../parts/auto-focus-input.tsx'
import { LookRows } from '../parts/look-rows.tsx'
import { useEngine, useTill } from '../parts/till-context.ts'
import { say } from '../text/say.ts'
import { dayAndMinuteText } from '../text/time.ts'
import { stepName } from './return-words.ts'

/** Which sale the goods come from; before anything is looked for, the returns that were not finished. */
export function ReturnFind({ state }: { readonly state: StateOf<'return-find'> }): JSX.Element {
  const till = useTill()
  return (
    <section className="look" aria-label={say('return.title')} data-testid="return-find">
      <div className="search-field">
        <h2>{say('return.title')}</h2>
        <AutoFocusInput
          label={say('return.findLabel')}
          testId="input-return"
          value={state.text}
          onChange={till.type}
          placeholder={say('return.find')}
        />
        <span />
      </div>
      {state.sales === undefined ? (
        <Unfinished index={state.index} />
      ) : (
        <Found sales={state.sales} index={state.index} />
      )}
    </section>
  )
}

function Unfinished({ index }: { readonly index: number }): JSX.Element {
  const returns = useEngine((engine) => engine.returns)
  return (
    <>
      <h2 className="look-subtitle">{say('return.unfinished')}</h2>
      <div className="return-grid look-head" aria-hidden="true">
        <span>{say('return.number')}</span>
        <span>{say('return.sale')}</span>
        <span>{say('return.time')}</span>
        <span className="right">{say('return.amount')}</span>
        <span>{say('return.person')}</span>
        <span>{say('return.state')}</span>
      </div>
      <LookRows
        label={say('return.unfinished')}
        rows={returns.map((one) => ({ key: one.id, content: <UnfinishedRow view={one} /> }))}
        index={index}
        className="return-grid"
        testId="unfinished-return"
        empty={say('return.unfinishedNone')}
      />
    </>
  )
}

function UnfinishedRow({ view }: { readonly view: ReturnView }): JSX.Element {
  const step = currentStep(view)
  const tone = step?.state === 'unknown' ? 'word word-warn' : 'word'
  return (
    <>
      <span className="figures clip">{view.number}</span>
      <span className="figures clip">{view.saleNumber}</span>
      <span className="figures">{dayAndMinuteText(view.openedAt)}</span>
      <Amount fen={view.amount} />
      <span className="clip">{view.personName ?? say('return.selfPaid')}</span>
      <span className={tone}>
        {step === undefined ? '' : `${step.state === 'unknown' ? '? ' : ''}${stepName(step)}`}
      </span>
    </>
  )
}

function Found(props: { readonly sales: readonly ReturnableSale[]; readonly index: number }): JSX.Element {
  return (
    <>
      <div className="return-grid look-head" aria-hidden="true">
        <span>{say('recent.number')}</span>
        <span>{say('recent.time')}</span>
        <span>{say('recent.insurance')}</span>
        <span className="right">{say('recent.total')}</span>
        <span>{say('return.person')}</span>
        <span />
      </div>
      <LookRows
        label={say('return.title')}
        rows={props.sales.map((sale) => ({ key: sale.saleId, content: <FoundRow sale={sale} /> }))}
        index={props.index}
        className="return-grid"
        testId="returnable-sale"
        empty={say('return.none')}
      />
    </>
  )
}

function FoundRow({ sale }: { readonly sale: ReturnableSale }): JSX.Element {
  return (
    <>
      <span className="figures clip">{sale.saleNumber}</span>
      <span className="figures">{dayAndMinuteText(sale.closedAt)}</span>
      <span>{say(sale.insured ? 'return.insured' : 'return.selfPaid')}</span>
      <Amount fen={sale.total} />
      <span className="clip">{sale.personName ?? say('held.none')}</span>
      <span className="word word-warn">{sale.openReturnId === null ? '' : say('return.openReturn')}</span>
    </>
  )
}

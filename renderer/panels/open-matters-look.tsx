import type { JSX } from 'react'
import { SETTLEMENT_STATE_NAMES } from '../../engine/contract/messages/refusal-words.ts'
import type { StateOf } from '../input/input-state.ts'
import { markedMatter, openMatters, type Matter } from '../input/open-matters.ts'
import { Amount } from '../parts/amount.tsx'
import { LookRows } from '../parts/look-rows.tsx'
import { useEngine } from '../parts/till-context.ts'
import { say } from '../text/say.ts'
import { minuteText } from '../text/time.ts'
import { MatterDetail } from './matter-detail.tsx'

/** Everything whose end is open, of whatever sale, with what is known of the marked one and its keys beside it. */
export function OpenMattersLook({ state }: { readonly state: StateOf<'open-matters'> }): JSX.Element {
  const engine = useEngine((projection) => projection)
  const matters = openMatters(engine)
  const index = markedMatter(matters, state.at)
  const marked = matters[index]
  return (
    <section className="look look-with-detail" aria-label={say('matters.title')} data-testid="open-matters">
      <div className="look-list">
        <h2>
          {say('matters.title')} <span className="muted look-hint">{say('matters.hint')}</span>
        </h2>
        <div className="matter-grid look-head" aria-hidden="true">
          <span>{say('matters.what')}</span>
          <span>{say('matters.sale')}</span>
          <span>{say('matters.person')}</span>
          <span className="right">{say('matters.amount')}</span>
          <span>{say('matters.since')}</span>
          <span>{say('matters.step')}</span>
        </div>
        <LookRows
          label={say('matters.title')}
          rows={matters.map((matter) => ({ key: matter.id, content: <Row matter={matter} /> }))}
          index={index}
          className="matter-grid"
          testId="matter"
          empty={say('matters.empty')}
        />
      </div>
      <div className="look-detail">{marked !== undefined && <MatterDetail matter={marked} />}</div>
    </section>
  )
}

function Row({ matter }: { readonly matter: Matter }): JSX.Element {
  switch (matter.kind) {
    case 'case': {
      const { view } = matter
      return (
        <Cells
          what={<span className="word word-bad">! {say(`matters.case.${view.kind}`)}</span>}
          sale={view.saleNumber}
          person={view.personName}
          amount={(view.fundPaid ?? 0) + (view.accountPaid ?? 0)}
          since={view.openedAt}
          step={say(`matters.step.${view.nextStep}`)}
        />
      )
    }
    case 'settlement': {
      const { view } = matter
      const tone = view.state === 'disputed' ? 'bad' : 'warn'
      return (
        <Cells
          what={<span className={`word word-${tone}`}>? {SETTLEMENT_STATE_NAMES[view.state]}</span>}
          sale={view.saleNumber}
          person={view.personName}
          amount={view.claimed}
          since={view.since}
          step={say(`matters.step.${view.nextStep}`)}
        />
      )
    }
    case 'paid-aside': {
      const { view } = matter
      return (
        <Cells
          what={<span className="word word-good">✓ {say('matters.paidAside')}</span>}
          sale={view.saleNumber}
          person={null}
          amount={view.amount}
          since={view.since}
          step={say('key.takeBack')}
        />
      )
    }
    case 'tender': {
      const { view } = matter
      const what = view.state === 'refund-unknown' ? 'matters.refund' : 'matters.tender'
      return (
        <Cells
          what={<span className="word word-warn">? {say(what)}</span>}
          sale={view.saleNumber}
          person={null}
          amount={view.amount}
          since={view.since}
          step={say('matters.step.ask')}
        />
      )
    }
  }
}

function Cells(props: {
  readonly what: JSX.Element
  readonly sale: string
  readonly person: string | null
  readonly amount: number
  readonly since: number
  readonly step: string
}): JSX.Element {
  return (
    <>
      <span className="clip">{props.what}</span>
      <span className="figures clip">{props.sale}</span>
      <span className="clip">{props.person ?? say('held.none')}</span>
      <Amount fen={props.amount} />
      <span className="figures">{minuteText(props.since)}</span>
      <span className="clip">{props.step}</span>
    </>
  )
}

import type { JSX } from 'react'
import { quantityText } from '../../engine/contract/messages/amounts.ts'
import type { ReturnView } from '../../engine/contract/returns.ts'
import type { ReturnPicking, ReturnState } from '../input/input-state.ts'
import { Amount } from '../parts/amount.tsx'
import { say, type TextKey } from '../text/say.ts'
import { IdentifyPanel } from './identify-panel.tsx'
import { returnMeaning } from './return-dialogs.tsx'

/** Beside a return: whose it is and how the money goes back, in the place where the amounts of a sale stand. */
export function ReturnAside({ state }: { readonly state: ReturnState }): JSX.Element {
  switch (state.kind) {
    case 'return-find':
      return <HowTo />
    case 'return-lines':
      return <Picked picking={state} />
    case 'return-quantity':
    case 'return-codes':
    case 'return-reason':
      return <Picked picking={state.picking} />
    case 'return-identify':
      return (
        <aside className="till-right">
          <IdentifyPanel state={state} />
          <Money view={state.view} />
          <section className="panel return-meaning" />
        </aside>
      )
    case 'return-steps':
    case 'confirm-abandon':
      return (
        <aside className="till-right">
          <Who number={state.view.saleNumber} person={state.view.personName} />
          <Money view={state.view} />
          <section className="panel return-meaning" />
        </aside>
      )
  }
}

const HOW_TO = [1, 2, 3, 4, 5, 6] as const

/** Before a sale was found there are no amounts: what will happen stands there instead. */
function HowTo(): JSX.Element {
  return (
    <aside className="till-right">
      <section className="panel return-meaning return-how-to">
        <h2>{say('return.howTo')}</h2>
        {HOW_TO.map((step) => (
          <p key={step}>{say(`return.howTo.${step}`)}</p>
        ))}
      </section>
    </aside>
  )
}

function Who(props: { readonly number: string; readonly person: string | null }): JSX.Element {
  return (
    <section className="panel person" aria-label={say('person.title')}>
      <h2>{say('return.sale')}</h2>
      <div className="person-row">
        <strong className="person-name figures">{props.number}</strong>
        <span>{props.person ?? say('return.selfPaid')}</span>
      </div>
    </section>
  )
}

function Picked({ picking }: { readonly picking: ReturnPicking }): JSX.Element {
  const { sale, picks } = picking
  const picked = Object.values(picks).filter((pick) => pick.quantity > 0)
  const boxes = picked.reduce((sum, pick) => sum + pick.quantity, 0)
  return (
    <aside className="till-right">
      <Who number={sale.saleNumber} person={sale.personName} />
      <section className="panel split">
        <dl>
          <Row label="split.total" amount={sale.total} />
        </dl>
        <div className="split-cash">
          <span>{say('return.returns')}</span>
          <span className="figures" data-testid="return-picked">
            {say('return.lineCount', { lines: picked.length, boxes: quantityText(boxes) })}
          </span>
        </div>
      </section>
      <section className="panel return-meaning">
        <p>{say(returnMeaning(picking))}</p>
      </section>
    </aside>
  )
}

function Row(props: { readonly label: TextKey; readonly amount: number }): JSX.Element {
  return (
    <div className="split-row">
      <dt className="split-wide">{say(props.label)}</dt>
      <dd />
      <dd>
        <Amount fen={props.amount} size="large" />
      </dd>
    </div>
  )
}

function Money({ view }: { readonly view: ReturnView }): JSX.Element {
  const { fundBack, accountBack, tendersBack, paidAgain } = view.money
  return (
    <section className="panel split" aria-label={say('return.money')}>
      <dl>
        <Row label="return.money.goods" amount={view.amount} />
        {view.insured && <Row label="return.money.fund" amount={fundBack} />}
        {view.insured && <Row label="return.money.account" amount={accountBack} />}
        {paidAgain > 0 && <Row label="return.money.again" amount={paidAgain} />}
      </dl>
      <div className="split-cash">
        <span>{say('return.money.tenders')}</span>
        <Amount fen={tendersBack} size="huge" testId="return-tenders-back" />
      </div>
    </section>
  )
}

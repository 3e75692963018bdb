import type { JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import { readYuan } from '../../engine/contract/messages/amounts.ts'
import type { StateOf } from '../input/input-state.ts'
import { tenderProgress } from '../input/rest-state.ts'
import { Amount, NoAmount } from '../parts/amount.tsx'
import { AutoFocusInput } from '../parts/auto-focus-input.tsx'
import { FormField } from '../parts/form-field.tsx'
import { useTill, useView } from '../parts/till-context.ts'
import { say } from '../text/say.ts'
import { CurrentLine } from './current-line.tsx'
import { tenderName } from './tender-name.ts'

/** The lower right: taking money while it is due, what was taken once it is, else the line in hand. */
export function TenderPanel({ sale }: { readonly sale: SaleView | null }): JSX.Element {
  const input = useView((view) => view.input)
  const owed = sale?.totals.outstanding ?? 0
  switch (input.kind) {
    case 'paying':
      return (
        <Panel sale={sale}>
          <Paying text={input.text} owed={owed} />
        </Panel>
      )
    case 'card':
      return (
        <Panel sale={sale}>
          <CardSlip key={input.card} state={input} owed={owed} />
        </Panel>
      )
    case 'pay-code':
      return (
        <Panel sale={sale}>
          <PayCode text={input.text} owed={owed} />
        </Panel>
      )
    case 'undo-tender':
    case 'undo-reason':
    case 'tender-waiting':
    case 'tender-unknown':
    case 'result':
      return <Panel sale={sale} />
    default:
      return <CurrentLine sale={sale} />
  }
}

function Panel(props: { readonly sale: SaleView | null; readonly children?: JSX.Element }): JSX.Element {
  return (
    <section className="panel tender" aria-label={say('tender.title')}>
      <Taken sale={props.sale} />
      {props.children}
    </section>
  )
}

const TONES = { taken: 'good', unknown: 'warn', 'under-way': 'warn', over: 'bad' } as const
const ICONS = { taken: '✓', unknown: '?', 'under-way': '…', over: '×' } as const

/** Every payment of the sale with where it stands; one that never came says so. */
function Taken({ sale }: { readonly sale: SaleView | null }): JSX.Element {
  return (
    <dl>
      {(sale?.tenders ?? []).map((tender) => {
        const progress = tenderProgress(tender.state)
        return (
          <div key={tender.id} className="split-row tender-taken" data-testid="tender">
            <dt>{tenderName(tender)}</dt>
            <dd className="tender-state">
              <span className="muted figures clip">{tender.reference ?? ''}</span>
              <span className={`word word-${TONES[progress]}`}>
                {ICONS[progress]} {say(`tender.state.${progress}`)}
              </span>
            </dd>
            <dd>
              <Amount fen={tender.amount} size="large" />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Paying(props: { readonly text: string; readonly owed: number }): JSX.Element {
  const till = useTill()
  const { text, owed } = props
  const received = text.trim() === '' ? owed : readReceived(text)
  return (
    <div className="tender-form">
      <label className="tender-row">
        <span>{say('tender.received')}</span>
        <AutoFocusInput
          label={say('tender.received')}
          testId="input-received"
          value={text}
          onChange={till.type}
          placeholder={say('tender.exact')}
          numeric
          large
        />
      </label>
      <div className="tender-row">
        <span>{say(received !== null && received < owed ? 'tender.short' : 'tender.change')}</span>
        {received === null ? (
          <NoAmount size="huge" testId="amount-change" />
        ) : (
          <Amount fen={Math.abs(received - owed)} size="huge" testId="amount-change" />
        )}
      </div>
    </div>
  )
}

/** What a POS terminal took, copied from its slip: the number first, because the amount is most often all of it. */
function CardSlip(props: { readonly state: StateOf<'card'>; readonly owed: number }): JSX.Element {
  const till = useTill()
  const { card, amount, reference } = props.state
  return (
    <div className="tender-form" data-testid="card-slip">
      <h2>{say(`tender.${card}`)}</h2>
      <p className="muted">{say(card === 'account-card' ? 'tender.accountHint' : 'tender.slipHint')}</p>
      <FormField
        label={say('tender.reference')}
        testId="input-reference"
        value={reference}
        onChange={(text) => till.typeInto('reference', text)}
        autoFocus
      />
      <FormField
        label={say('tender.amount')}
        testId="input-card-amount"
        value={amount}
        onChange={(text) => till.typeInto('amount', text)}
        placeholder={say('tender.exact')}
        numeric
      />
      <div className="tender-row">
        <span>{say('tender.owed')}</span>
        <Amount fen={props.owed} size="huge" />
      </div>
    </div>
  )
}

function PayCode(props: { readonly text: string; readonly owed: number }): JSX.Element {
  const till = useTill()
  const amount = props.text.trim() === '' ? props.owed : readReceived(props.text)
  return (
    <div className="tender-form" data-testid="pay-code">
      <h2>{say('tender.codeTitle')}</h2>
      <p className="muted">{say('tender.codeHint')}</p>
      <label className="tender-row">
        <span>{say('tender.amount')}</span>
        <AutoFocusInput
          label={say('tender.amount')}
          testId="input-code-amount"
          value={props.text}
          onChange={till.type}
          placeholder={say('tender.exact')}
          numeric
          large
        />
      </label>
      <div className="tender-row">
        <span>{say('tender.qr')}</span>
        {amount === null ? <NoAmount size="huge" /> : <Amount fen={amount} size="huge" />}
      </div>
    </div>
  )
}

function readReceived(text: string): number | null {
  const read = readYuan(text)
  return read.ok ? read.value : null
}

import type { JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import { Amount, NoAmount } from '../parts/amount.tsx'
import { useView } from '../parts/till-context.ts'
import type { InputKind } from '../input/input-state.ts'
import { say, type TextKey } from '../text/say.ts'
import { splitFigures, type SplitFigures, type SplitStage } from './split.ts'

/** Who pays what: total, fund, account, and what is to be taken in cash, the largest of all. */
export function SplitPanel({ sale }: { readonly sale: SaleView | null }): JSX.Element {
  const way = useView((view) => view.input.kind)
  const figures = sale === null ? NO_SALE : splitFigures(sale)
  const insured = sale?.insured != null || figures.stage !== 'none'
  return (
    <section className={`panel split split-${figures.stage}`} aria-label={say('split.title')}>
      <dl>
        <Row label={say('split.total')} amount={figures.total} testId="amount-total" />
        {figures.discount > 0 && (
          <Row label={say('split.discount')} amount={-figures.discount} testId="amount-discount" />
        )}
        <InsuranceRow
          label={say('split.fund')}
          amount={figures.fund}
          stage={figures.stage}
          insured={insured}
          testId="amount-fund"
        />
        <InsuranceRow
          label={say('split.account')}
          amount={figures.account}
          stage={figures.stage}
          insured={insured}
          testId="amount-account"
          debits
        />
        {figures.institution > 0 && (
          <Row label={say('split.institution')} amount={figures.institution} testId="amount-institution" />
        )}
        {figures.balanceAfter !== null && (
          <Row
            label={say('split.balanceAfter')}
            amount={figures.balanceAfter}
            testId="amount-balance-after"
            faint
          />
        )}
      </dl>
      <div className={figures.inTheAir ? 'split-cash is-open' : 'split-cash'}>
        <span>{say(cashLabel(sale, way))}</span>
        {cashShown(sale, figures) === null ? (
          <NoAmount size="huge" testId="amount-cash" />
        ) : (
          <Amount fen={cashShown(sale, figures) ?? 0} size="huge" testId="amount-cash" />
        )}
      </div>
    </section>
  )
}

/** What is owed is cash until another way of paying is chosen, or has paid a part. */
function cashLabel(sale: SaleView | null, way: InputKind): TextKey {
  const others = sale?.tenders.some((tender) => tender.kind !== 'cash') === true
  if (sale?.state === 'completed') return others ? 'split.taken' : 'split.cashTaken'
  return others || way === 'card' || way === 'pay-code' ? 'split.owed' : 'split.cash'
}

const NO_SALE: SplitFigures = {
  stage: 'none',
  total: 0,
  discount: 0,
  fund: null,
  account: null,
  institution: 0,
  cash: 0,
  balanceAfter: null,
  inTheAir: false,
}

function cashShown(sale: SaleView | null, figures: SplitFigures): number | null {
  return sale?.state === 'completed' ? sale.totals.tendered : figures.cash
}

function Row(props: {
  readonly label: string
  readonly amount: number
  readonly testId: string
  readonly faint?: boolean
}): JSX.Element {
  return (
    <div className={props.faint === true ? 'split-row is-faint' : 'split-row'}>
      <dt>{props.label}</dt>
      <dd />
      <dd>
        <Amount fen={props.amount} size="large" testId={props.testId} />
      </dd>
    </div>
  )
}

function InsuranceRow(props: {
  readonly label: string
  readonly amount: number | null
  readonly stage: SplitStage
  readonly insured: boolean
  readonly testId: string
  readonly debits?: boolean
}): JSX.Element {
  const { label, amount, stage, insured, testId, debits = false } = props
  return (
    <div className={`split-row ${insured ? '' : 'is-faint'}`}>
      <dt>{label}</dt>
      <dd>{insured && <Word stage={stage} debits={debits && amount !== 0} />}</dd>
      <dd>
        {amount === null ? (
          <NoAmount size="large" testId={testId} />
        ) : (
          <Amount fen={amount} size="large" testId={testId} />
        )}
      </dd>
    </div>
  )
}

/** Where an insurance amount stands, as a word with an icon and a colour together. */
function Word({ stage, debits }: { readonly stage: SplitStage; readonly debits: boolean }): JSX.Element {
  switch (stage) {
    case 'settled':
      return (
        <span className="word word-good" data-testid={debits ? 'account-debited' : undefined}>
          ✓ {say(debits ? 'split.debited' : 'split.settled')}
        </span>
      )
    case 'estimate':
      return <span className="word">{say('split.estimate')}</span>
    case 'none':
      return <span className="word">{say('split.notYet')}</span>
    case 'pending':
      return <span className="word word-warn">… {say('split.pending')}</span>
    case 'unknown':
      return <span className="word word-warn">? {say('split.unknown')}</span>
    case 'disputed':
      return <span className="word word-bad">! {say('split.disputed')}</span>
  }
}

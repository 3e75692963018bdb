import type { JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import { tendersTaken } from '../input/rest-state.ts'
import { Amount } from '../parts/amount.tsx'
import { say } from '../text/say.ts'
import { ReceiptView } from './receipt-view.tsx'
import { tenderName } from './tender-name.ts'

/** What the customer gets back, over all tenders, in integer fen. */
export function changeOf(sale: SaleView): number {
  return sale.tenders.reduce((sum, tender) => sum + tender.change, 0)
}

/** A completed sale: the change in the largest figures there are, and the receipt beside it. */
export function ResultView({ sale }: { readonly sale: SaleView }): JSX.Element {
  const change = changeOf(sale)
  return (
    <section className="result" aria-label={say('result.title')} data-testid="result">
      <div className="result-facts">
        <p className="result-done">✓ {say('result.title')}</p>
        <p className="result-number figures muted">{say('result.number', { number: sale.number })}</p>
        <p className="result-change">
          <span>{say(change > 0 ? 'result.change' : 'result.noChange')}</span>
          {change > 0 && <Amount fen={change} size="huge" testId="result-change" />}
        </p>
        <dl>
          <Fact label={say('result.total')} amount={sale.totals.total} />
          {sale.totals.insured > 0 && <Fact label={say('result.insured')} amount={sale.totals.insured} />}
          {tendersTaken(sale).map((tender) => (
            <Fact
              key={tender.id}
              label={tender.kind === 'cash' ? say('result.cashReceived') : tenderName(tender)}
              amount={tender.received}
            />
          ))}
        </dl>
      </div>
      <div className="result-receipt">
        <ReceiptView id={sale.id} />
      </div>
    </section>
  )
}

function Fact(props: { readonly label: string; readonly amount: number }): JSX.Element {
  return (
    <div className="split-row">
      <dt>{props.label}</dt>
      <dd />
      <dd>
        <Amount fen={props.amount} size="large" />
      </dd>
    </div>
  )
}

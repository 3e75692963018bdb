import { useEffect, useState, type JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { RecentSale } from '../input/input-state.ts'
import { RecentHead, RecentRow } from '../panels/recent-row.tsx'
import { Amount } from '../parts/amount.tsx'
import { useTill } from '../parts/till-context.ts'
import { say } from '../text/say.ts'
import { changeOf } from './result-view.tsx'

const RECENT_SHOWN = 20

/** Nothing is rung up: how to begin, and what was sold last, in case it is asked again. */
export function EmptyBasket({ last }: { readonly last: SaleView | null }): JSX.Element {
  const sales = useRecentSales(last?.id)
  return (
    <section className="basket basket-empty" aria-label={say('basket.label')} data-testid="basket-empty">
      <div className="empty-words">
        <p className="empty-title">{say('basket.empty')}</p>
        <p className="muted">{say('basket.emptyHint')}</p>
      </div>
      {last === null ? <span /> : <LastSale last={last} />}
      {sales.length > 0 && (
        <div className="empty-recent">
          <RecentHead />
          <div className="look-rows" aria-label={say('basket.recent')}>
            {sales.map((sale) => (
              <div key={sale.id} className="recent-grid look-row">
                <RecentRow sale={sale} />
              </div>
            ))}
          </div>
        </div>
      )}
    </section>
  )
}

function LastSale({ last }: { readonly last: SaleView }): JSX.Element {
  return (
    <dl className="last-sale">
      <dt>{say('basket.lastSale')}</dt>
      <dd className="figures">{last.number}</dd>
      <dt>{say('basket.lastSale.total')}</dt>
      <dd>
        <Amount fen={last.totals.total} />
      </dd>
      <dt>{say('basket.lastSale.change')}</dt>
      <dd>
        <Amount fen={changeOf(last)} />
      </dd>
    </dl>
  )
}

/** The last sales, fetched again after each one. Without them the screen only shows less. */
function useRecentSales(lastSaleId: string | undefined): readonly RecentSale[] {
  const till = useTill()
  const [sales, setSales] = useState<readonly RecentSale[]>([])
  useEffect(() => {
    let wanted = true
    void till.client.call('sale.recent', { limit: RECENT_SHOWN }).then((recent) => {
      if (wanted && recent.ok) setSales(recent.value.sales)
    })
    return () => {
      wanted = false
    }
  }, [till, lastSaleId])
  return sales
}

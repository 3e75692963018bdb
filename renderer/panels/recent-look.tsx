import { useEffect, useRef, type JSX } from 'react'
import type { InputState, RecentSale } from '../input/input-state.ts'
import { say } from '../text/say.ts'
import { ReceiptView } from '../till/receipt-view.tsx'
import { RecentHead, RecentRow } from './recent-row.tsx'

/** The last sales of this till, with the receipt of the marked one beside the list. */
export function RecentLook(props: { readonly state: Extract<InputState, { kind: 'recent' }> }): JSX.Element {
  const { sales, index } = props.state
  const marked = sales?.[index]
  return (
    <section className="look look-with-detail" aria-label={say('recent.title')} data-testid="recent">
      <div className="look-list">
        <h2>{say('recent.title')}</h2>
        <RecentHead />
        <Rows sales={sales} index={index} />
      </div>
      <div className="look-detail">
        {marked?.state === 'completed' ? (
          <ReceiptView id={marked.id} />
        ) : (
          <p className="receipt-wait muted">{marked === undefined ? '' : say('recent.noReceipt')}</p>
        )}
      </div>
    </section>
  )
}

function Rows(props: {
  readonly sales: readonly RecentSale[] | undefined
  readonly index: number
}): JSX.Element {
  const { sales, index } = props
  const marked = useRef<HTMLDivElement>(null)
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' })
  }, [index])
  if (sales === undefined) return <p className="look-empty muted">{say('loading')}</p>
  if (sales.length === 0) return <p className="look-empty muted">{say('recent.empty')}</p>
  return (
    <div className="look-rows" role="listbox" aria-label={say('recent.title')}>
      {sales.map((sale, position) => (
        <div
          key={sale.id}
          ref={position === index ? marked : null}
          role="option"
          aria-selected={position === index}
          className={`recent-grid look-row ${position === index ? 'is-current' : ''}`}
          data-testid="recent-sale"
        >
          <RecentRow sale={sale} />
        </div>
      ))}
    </div>
  )
}

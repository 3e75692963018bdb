import { useEffect, useRef, type JSX } from 'react'
import { quantityText } from '../../engine/contract/messages/amounts.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import { say } from '../text/say.ts'
import { BasketLine } from './basket-line.tsx'

/** The lines of the sale: rows of one height that are only ever appended. */
export function Basket({ sale }: { readonly sale: SaleView }): JSX.Element {
  return (
    <section className="basket" aria-label={say('basket.label')}>
      <div className="basket-head basket-grid" aria-hidden="true">
        <span>{say('basket.position')}</span>
        <span>{say('basket.goods')}</span>
        <span className="right">{say('basket.quantity')}</span>
        <span className="right">{say('basket.price')}</span>
        <span className="right">{say('basket.amount')}</span>
      </div>
      <Rows sale={sale} />
      <footer className="basket-foot muted">
        <span className="figures">{say('result.number', { number: sale.number })}</span>
        <span className="figures">{say('basket.count', countsOf(sale))}</span>
      </footer>
    </section>
  )
}

function countsOf(sale: SaleView): { lines: number; boxes: string } {
  const whole = sale.lines.reduce((sum, line) => sum + line.quantity, 0)
  return { lines: sale.lines.length, boxes: quantityText(whole) }
}

function Rows({ sale }: { readonly sale: SaleView }): JSX.Element {
  const current = useRef<HTMLDivElement>(null)
  const currentId = sale.currentLineId ?? sale.lines.at(-1)?.id
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [currentId, sale.lines.length])
  return (
    <div className="basket-rows" role="listbox" aria-label={say('basket.label')}>
      {sale.lines.map((line, index) => (
        <div
          key={line.id}
          ref={line.id === currentId ? current : null}
          role="option"
          aria-selected={line.id === currentId}
          className={`basket-row basket-grid ${line.id === currentId ? 'is-current' : ''}`}
          data-testid="basket-line"
        >
          <BasketLine line={line} position={index + 1} />
        </div>
      ))}
    </div>
  )
}

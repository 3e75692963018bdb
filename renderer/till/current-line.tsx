import type { JSX } from 'react'
import { groupedYuan, quantityText, unitPriceText } from '../../engine/contract/messages/amounts.ts'
import type { LineView, SaleView } from '../../engine/contract/sale.ts'
import { say } from '../text/say.ts'

const CODES_SHOWN = 12

/** The line in hand, whole: what the cashier holds against the box, and every trace code of it. */
export function CurrentLine({ sale }: { readonly sale: SaleView | null }): JSX.Element {
  const lines = sale?.lines ?? []
  const line = lines.find((one) => one.id === sale?.currentLineId) ?? lines.at(-1)
  return (
    <section className="panel current" aria-label={say('current.title')}>
      {line !== undefined && (
        <>
          <h2>{say('current.title')}</h2>
          <p className="current-name">
            {line.name} {line.specification}
          </p>
          <p className="muted">{line.manufacturer}</p>
          <Facts line={line} />
          <Codes line={line} />
        </>
      )}
    </section>
  )
}

function Facts({ line }: { readonly line: LineView }): JSX.Element {
  const { unitPrice, quantity, unit, discount } = line
  return (
    <dl className="current-facts figures">
      <dt>{say('current.code')}</dt>
      <dd>{line.code}</dd>
      <dt>{say('current.price')}</dt>
      <dd>
        {say('current.priceTimes', {
          price: unitPriceText(unitPrice),
          quantity: quantityText(quantity),
          unit,
        })}
        {discount > 0 && say('current.discount', { amount: groupedYuan(discount) })}
      </dd>
      {line.lotNumber !== null && (
        <>
          <dt>{say('current.lot')}</dt>
          <dd>{line.lotNumber}</dd>
        </>
      )}
      {line.expiresOn !== null && (
        <>
          <dt>{say('current.expiry')}</dt>
          <dd>{line.expiresOn}</dd>
        </>
      )}
    </dl>
  )
}

function Codes({ line }: { readonly line: LineView }): JSX.Element | null {
  const { needed, captured, codes } = line.trace
  if (needed === 0) return null
  const more = codes.length - CODES_SHOWN
  return (
    <div className="figures">
      <span className={captured >= needed ? 'trace-done' : 'trace-missing'}>
        {say('basket.trace', { captured, needed })}
      </span>
      <div className="current-codes">
        {codes.slice(0, CODES_SHOWN).map((code) => (
          <span key={code}>{code}</span>
        ))}
      </div>
      {more > 0 && <span className="muted">{say('current.more', { count: more })}</span>}
    </div>
  )
}

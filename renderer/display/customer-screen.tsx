import type { JSX } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { groupedYuan, quantityText } from '../../engine/contract/messages/amounts.ts'
import type { DisplayView } from '../../engine/contract/devices.ts'
import { say } from '../text/say.ts'
import type { DisplayState } from './display-store.ts'
import { qrPicture } from '../parts/qr-picture.ts'

/** The customer's side of the counter: basket, total, what is due, a code to pay with, thanks. Nothing about the person. */
export function CustomerScreen({ store }: { readonly store: StoreApi<DisplayState> }): JSX.Element {
  const { connected, shopName, view } = useStore(store)
  if (!connected || view === null) {
    return <main className="customer customer-calm">{say('display.waiting')}</main>
  }
  return (
    <main className="customer" data-state={view.state} data-testid="customer">
      <header className="customer-shop">{shopName}</header>
      <Middle view={view} />
    </main>
  )
}

function Middle({ view }: { readonly view: DisplayView }): JSX.Element {
  switch (view.state) {
    case 'idle':
      return <p className="customer-calm customer-welcome">{say('display.welcome')}</p>
    case 'selling':
      return <Selling view={view} />
    case 'thanks':
      return <Thanks view={view} />
  }
}

/** Lines that fit at the smallest size; the newest stay. */
const LINES_SHOWN = 8

function Selling({ view }: { readonly view: DisplayView }): JSX.Element {
  const shown = view.lines.slice(-LINES_SHOWN)
  const hidden = view.lines.length - shown.length
  return (
    <div className="customer-selling">
      <section aria-label={say('display.basket')}>
        <h1>{say('display.basket')}</h1>
        {hidden > 0 && <p className="muted">{say('display.more', { count: hidden })}</p>}
        <ol className="customer-lines">
          {shown.map((line, index) => (
            // the same good may stand there twice; a line has no other name here than its place
            <li key={hidden + index} data-testid="customer-line">
              <span className="clip">{line.name}</span>
              <span className="figures muted">
                {quantityText(line.quantity)} {line.unit}
              </span>
              <span className="figures">{groupedYuan(line.amount)}</span>
            </li>
          ))}
        </ol>
      </section>
      <aside>
        <Money label={say('display.total')} fen={view.total} testId="customer-total" />
        <Money label={say('display.due')} fen={view.due} testId="customer-due" isMain />
        {view.qr !== null && <Code text={view.qr.text} amount={view.qr.amount} />}
      </aside>
    </div>
  )
}

function Money(props: {
  readonly label: string
  readonly fen: number
  readonly testId: string
  readonly isMain?: boolean
}): JSX.Element {
  const { label, fen, testId, isMain = false } = props
  return (
    <p className={isMain ? 'customer-money is-main' : 'customer-money'}>
      <span>{label}</span>
      <span className="figures" data-testid={testId}>
        {groupedYuan(fen)}
      </span>
    </p>
  )
}

function Code(props: { readonly text: string; readonly amount: number }): JSX.Element | null {
  const picture = qrPicture(props.text)
  if (picture === undefined) return null
  return (
    <figure className="customer-code">
      <img src={picture} alt={say('display.qr')} data-testid="customer-code" />
      <figcaption>{say('display.qrAmount', { amount: groupedYuan(props.amount) })}</figcaption>
    </figure>
  )
}

function Thanks({ view }: { readonly view: DisplayView }): JSX.Element {
  return (
    <div className="customer-thanks">
      <Money label={say('display.total')} fen={view.total} testId="customer-total" />
      {view.received !== null && (
        <Money label={say('display.received')} fen={view.received} testId="customer-received" />
      )}
      {view.change !== null && view.change > 0 && (
        <Money label={say('display.change')} fen={view.change} testId="customer-change" isMain />
      )}
      <p className="customer-welcome">{say('display.thanks')}</p>
    </div>
  )
}

import type { JSX } from 'react'
import { SETTLEMENT_STATE_NAMES } from '../../engine/contract/messages/refusal-words.ts'
import type { HeldSale, StateOf } from '../input/input-state.ts'
import { Amount } from '../parts/amount.tsx'
import { LookRows } from '../parts/look-rows.tsx'
import { useNow } from '../parts/use-now.ts'
import { say } from '../text/say.ts'
import { elapsedText, minuteText } from '../text/time.ts'

/** The sales that were put aside, oldest first; one whose money is not known is amber. */
export function HeldLook({ state }: { readonly state: StateOf<'held'> }): JSX.Element {
  const now = useNow()
  const { sales, index } = state
  return (
    <section className="look" aria-label={say('held.title')} data-testid="held">
      <h2>{say('held.title')}</h2>
      <div className="held-grid look-head" aria-hidden="true">
        <span>{say('held.number')}</span>
        <span>{say('held.time')}</span>
        <span>{say('held.waited')}</span>
        <span className="right">{say('held.lines')}</span>
        <span className="right">{say('held.total')}</span>
        <span>{say('held.person')}</span>
        <span>{say('held.state')}</span>
      </div>
      <LookRows
        label={say('held.title')}
        rows={sales?.map((sale) => ({ key: sale.id, content: <Row sale={sale} now={now} /> }))}
        index={index}
        className="held-grid"
        testId="held-sale"
        empty={say('held.empty')}
      />
    </section>
  )
}

function Row({ sale, now }: { readonly sale: HeldSale; readonly now: number }): JSX.Element {
  const { settlementState } = sale
  return (
    <>
      <span className="figures clip">{sale.number}</span>
      <span className="figures">{minuteText(sale.openedAt)}</span>
      <span className="figures muted">{elapsedText(now - sale.openedAt)}</span>
      <span className="right figures">{sale.lineCount}</span>
      <Amount fen={sale.total} />
      <span className="clip">{sale.personName ?? say('held.none')}</span>
      {sale.paid ? (
        <span className="word word-good">{say('held.paid')}</span>
      ) : (
        <span className={toneOf(settlementState)}>
          {settlementState === null ? say('recent.selfPaid') : SETTLEMENT_STATE_NAMES[settlementState]}
        </span>
      )}
    </>
  )
}

function toneOf(state: HeldSale['settlementState']): string {
  switch (state) {
    case 'unknown':
    case 'cancel-unknown':
    case 'reversing':
    case 'reverse-unknown':
      return 'word word-warn'
    case 'disputed':
      return 'word word-bad'
    default:
      return 'word'
  }
}

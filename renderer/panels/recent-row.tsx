import type { JSX } from 'react'
import { SETTLEMENT_STATE_NAMES } from '../../engine/contract/messages/refusal-words.ts'
import type { RecentSale } from '../input/input-state.ts'
import { Amount } from '../parts/amount.tsx'
import { say } from '../text/say.ts'
import { dayAndMinuteText } from '../text/time.ts'

export function RecentHead(): JSX.Element {
  return (
    <div className="recent-grid look-head" aria-hidden="true">
      <span>{say('recent.number')}</span>
      <span>{say('recent.time')}</span>
      <span className="right">{say('recent.total')}</span>
      <span>{say('recent.state')}</span>
      <span>{say('recent.insurance')}</span>
      <span>{say('recent.upload')}</span>
    </div>
  )
}

/** The cells of one past sale. */
export function RecentRow({ sale }: { readonly sale: RecentSale }): JSX.Element {
  const { settlementState } = sale
  return (
    <>
      <span className="figures clip">{sale.number}</span>
      <span className="figures">{sale.closedAt === null ? '' : dayAndMinuteText(sale.closedAt)}</span>
      <Amount fen={sale.total} />
      <span>{say(`recent.state.${sale.state}`)}</span>
      <span>
        {settlementState === null ? say('recent.selfPaid') : SETTLEMENT_STATE_NAMES[settlementState]}
      </span>
      <UploadWord sale={sale} />
    </>
  )
}

function UploadWord({ sale }: { readonly sale: RecentSale }): JSX.Element {
  if (sale.uploadAcknowledged === null) return <span className="muted">{say('recent.upload.none')}</span>
  return sale.uploadAcknowledged ? (
    <span>{say('recent.upload.yes')}</span>
  ) : (
    <span className="word-warn">{say('recent.upload.no')}</span>
  )
}

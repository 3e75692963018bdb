import type { JSX } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import type { Key } from '../input/keys.ts'
import { askLabel, tenderProgress, type Tender } from '../input/rest-state.ts'
import { useEngine } from '../parts/till-context.ts'
import { useNow } from '../parts/use-now.ts'
import { say, type TextKey } from '../text/say.ts'
import { clockText, elapsedText } from '../text/time.ts'
import { Band, BandKeys } from './band.tsx'
import { tenderName } from './tender-name.ts'

function doingOf({ state, shownCode }: Tender, now: number): TextKey {
  switch (state) {
    case 'paying':
      if (shownCode === null) return 'band.tender.paying'
      return shownCode.expiresAt > now ? 'band.tender.shown' : 'band.tender.expired'
    case 'unknown':
      return 'band.tender.unknown'
    case 'refund-unknown':
      return 'band.tender.refund-unknown'
    default:
      return 'band.tender.sent'
  }
}

function titleOf(state: Tender['state']): TextKey {
  if (state === 'refund-unknown') return 'band.refund-unknown'
  return tenderProgress(state) === 'unknown' ? 'band.tender-unknown' : 'band.tender-waiting'
}

/** A payment by code that waits for the customer, or whose outcome nobody knows. */
export function TenderBand({ tender }: { readonly tender: Tender }): JSX.Element {
  const open = useEngine((engine) => engine.tenders.find((one) => one.tenderId === tender.id))
  const now = useNow()
  const isUnknown = tenderProgress(tender.state) === 'unknown'
  const what = say('band.tender.what', {
    channel: tenderName(tender),
    amount: groupedYuan(tender.amount),
    since: clockText(tender.since),
    elapsed: elapsedText(now - tender.since),
  })
  const moveOn = tender.state === 'refund-unknown' ? 'key.refundAgain' : 'key.giveUpTender'
  const keys: readonly (readonly [Key, TextKey])[] = [
    ['F9', askLabel(tender.state)],
    ['Delete', moveOn],
    ['F5', 'band.holdKey'],
  ]
  return (
    <Band
      tone={isUnknown ? 'unknown' : 'waiting'}
      title={say(titleOf(tender.state))}
      what={what}
      testId={isUnknown ? 'band-tender-unknown' : 'band-tender-waiting'}
    >
      <p>{say(doingOf(tender, now))}</p>
      {open !== undefined && (
        <p className="band-facts figures">
          {say('band.tender.asked', {
            times: open.attempts,
            last: open.lastAskedAt === null ? say('band.none') : clockText(open.lastAskedAt),
            next: open.nextAttemptAt === null ? say('band.none') : clockText(open.nextAttemptAt),
            order: open.orderNumber,
          })}
        </p>
      )}
      {open !== undefined && <BandKeys keys={keys} />}
    </Band>
  )
}

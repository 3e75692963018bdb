import type { JSX } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import type { SaleView, SettlementView } from '../../engine/contract/sale.ts'
import { openSale } from '../input/input-state.ts'
import type { Key } from '../input/keys.ts'
import { restState, tenderInFlight } from '../input/rest-state.ts'
import { useEngine } from '../parts/till-context.ts'
import { useNow } from '../parts/use-now.ts'
import { say, type TextKey } from '../text/say.ts'
import { clockText, elapsedText } from '../text/time.ts'
import { askedFacts } from './asked-facts.ts'
import { Band, BandFacts, BandKeys } from './band.tsx'
import { TenderBand } from './tender-band.tsx'

/** A band across a sale whose money is under way, not known, disputed, or came too late; nothing otherwise. */
export function SettlementBand(): JSX.Element | null {
  const open = openSale(useEngine((engine) => engine.sale))
  if (open === undefined) return null
  const { settlement } = open
  switch (restState(open).kind) {
    case 'tender-waiting':
    case 'tender-unknown': {
      const tender = tenderInFlight(open)
      return tender === undefined ? null : <TenderBand tender={tender} />
    }
    case 'case':
      return <LateCase sale={open} />
    case 'waiting':
      return settlement && <Waiting settlement={settlement} />
    case 'unknown':
      return settlement && <Unknown settlement={settlement} />
    case 'disputed':
      return settlement && <Disputed settlement={settlement} />
    default:
      return null
  }
}

function useWhat(settlement: SettlementView): string {
  const elapsed = elapsedText(useNow() - settlement.since)
  const account = settlement.split?.accountPaid
  return say('band.what', {
    person: settlement.personName,
    amount: groupedYuan(settlement.claimed),
    account: account === undefined ? say('band.none') : groupedYuan(account),
    since: clockText(settlement.since),
    elapsed,
  })
}

function Waiting({ settlement }: { readonly settlement: SettlementView }): JSX.Element {
  return (
    <Band tone="waiting" title={say('band.waiting')} what={useWhat(settlement)}>
      <p>{say('band.waiting.doing')}</p>
    </Band>
  )
}

function Disputed({ settlement }: { readonly settlement: SettlementView }): JSX.Element {
  const { msgid, setlId, mdtrtId } = settlement
  const none = say('band.none')
  const ids = { msgid: msgid ?? none, setlId: setlId ?? none, mdtrtId: mdtrtId ?? none }
  return (
    <Band tone="disputed" title={say('band.disputed')} what={useWhat(settlement)}>
      <p>{say('band.disputed.doing')}</p>
      <p className="figures">{say('band.disputed.ids', ids)}</p>
      <BandKeys keys={[['F5', 'band.holdKey']]} />
    </Band>
  )
}

/** Words of the states in which an answer is missing. */
const UNKNOWN_WORDS = {
  unknown: ['band.unknown', 'band.unknown.doing'],
  'cancel-unknown': ['band.cancel-unknown', 'band.cancel-unknown.doing'],
  reversing: ['band.reversing', 'band.reversing.doing'],
  'reverse-unknown': ['band.reverse-unknown', 'band.reverse-unknown.doing'],
} as const satisfies Readonly<Record<string, readonly [TextKey, TextKey]>>

function wordsOf(state: SettlementView['state']): readonly [TextKey, TextKey] {
  switch (state) {
    case 'cancel-unknown':
    case 'reversing':
    case 'reverse-unknown':
      return UNKNOWN_WORDS[state]
    default:
      return UNKNOWN_WORDS.unknown
  }
}

function Unknown({ settlement }: { readonly settlement: SettlementView }): JSX.Element {
  const asking = useEngine((engine) => engine.activity?.kind === 'resolve')
  const [title, doing] = wordsOf(settlement.state)
  const { resolving } = settlement
  const now = useNow()
  const keys: (readonly [Key, TextKey])[] = [['F9', 'band.resolveKey']]
  if (resolving?.nextStep === 'reverse') keys.push(['F8', 'band.reverseKey'])
  keys.push(['F5', 'band.holdKey'])
  return (
    <Band tone="unknown" title={say(title)} what={useWhat(settlement)}>
      <p>{asking ? say('band.asking') : say(doing)}</p>
      {resolving !== null && <BandFacts facts={askedFacts(resolving, now)} />}
      {resolving?.lastProblem != null && (
        <p className="band-problem">{say('band.problem', { problem: resolving.lastProblem })}</p>
      )}
      <BandKeys keys={keys} />
    </Band>
  )
}

function LateCase({ sale }: { readonly sale: SaleView }): JSX.Element {
  const late = useEngine((engine) => engine.cases.find((one) => one.id === sale.openCaseId))
  const now = useNow()
  const what =
    late === undefined
      ? sale.number
      : say('band.what', {
          person: late.personName ?? say('matters.case.late-tender'),
          amount: groupedYuan((late.fundPaid ?? 0) + (late.accountPaid ?? 0)),
          account: groupedYuan(late.accountPaid ?? 0),
          since: clockText(late.openedAt),
          elapsed: elapsedText(now - late.openedAt),
        })
  return (
    <Band tone="disputed" title={say('band.case')} what={what} testId="band-case">
      <p>{say('band.case.doing')}</p>
      <BandKeys
        keys={[
          ['F9', 'band.caseKey'],
          ['F5', 'band.holdKey'],
        ]}
      />
    </Band>
  )
}

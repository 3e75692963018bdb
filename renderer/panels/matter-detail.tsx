import type { JSX, ReactNode } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import type { CaseView, OpenSettlement } from '../../engine/contract/resolving.ts'
import type { OpenTender } from '../../engine/contract/tenders.ts'
import { offersFor } from '../input/press.ts'
import type { Matter } from '../input/open-matters.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { useEngine, useTill, useView } from '../parts/till-context.ts'
import { useNow } from '../parts/use-now.ts'
import { say, type TextKey } from '../text/say.ts'
import { clockText, elapsedText } from '../text/time.ts'
import { askedFacts } from '../till/asked-facts.ts'

/** What is known of one open matter, what it waits for, and the keys that are safe. */
export function MatterDetail({ matter }: { readonly matter: Matter }): JSX.Element {
  return (
    <div className="detail">
      <Body matter={matter} />
      <Keys matter={matter} />
    </div>
  )
}

function Body({ matter }: { readonly matter: Matter }): JSX.Element {
  switch (matter.kind) {
    case 'settlement':
      return <SettlementBody view={matter.view} />
    case 'case':
      return <CaseBody view={matter.view} />
    case 'paid-aside':
      return <p className="detail-say">{say('matters.paidAsideHint')}</p>
    case 'tender':
      return <TenderBody view={matter.view} />
  }
}

function Fact(props: { readonly label: TextKey; readonly children: ReactNode }): JSX.Element {
  return (
    <>
      <dt>{say(props.label)}</dt>
      <dd className="figures">{props.children}</dd>
    </>
  )
}

function SettlementBody({ view }: { readonly view: OpenSettlement }): JSX.Element {
  const now = useNow()
  return (
    <>
      <p className="detail-say">{say(`matters.detail.${view.nextStep}`)}</p>
      <ul className="detail-list figures">
        {askedFacts(view, now).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <dl className="detail-facts">
        {view.accountPaid !== null && <Fact label="matters.account">{groupedYuan(view.accountPaid)}</Fact>}
        <Fact label="matters.msgid">{view.msgid}</Fact>
        {view.lastProblem !== null && <Fact label="matters.problem">{view.lastProblem}</Fact>}
      </dl>
    </>
  )
}

const CASE_WORK = ['matters.stepUndo', 'matters.stepAsk', 'matters.stepResume'] as const

/** Which of the steps of a case is to be done; the ones before are done. */
function caseProgress(view: CaseView): number {
  if (view.nextStep === 'none') return CASE_WORK.length - 1
  return view.state === 'undoing' || view.state === 'undo-unknown' ? 1 : 0
}

function CaseBody({ view }: { readonly view: CaseView }): JSX.Element {
  const progress = caseProgress(view)
  return (
    <>
      <p className="detail-say">{say(`matters.detail.${view.nextStep}`)}</p>
      <h3>{say('matters.steps')}</h3>
      <ol className="detail-steps">
        {CASE_WORK.map((step, position) => (
          <li key={step} className={position === progress ? 'is-now' : ''}>
            {position < progress ? '✓' : position === progress ? '▶' : '·'} {say(step)}
          </li>
        ))}
      </ol>
      <dl className="detail-facts">
        <Fact label="matters.fund">{groupedYuan(view.fundPaid ?? 0)}</Fact>
        <Fact label="matters.account">{groupedYuan(view.accountPaid ?? 0)}</Fact>
        <Fact label="matters.setlId">{view.setlId ?? say('band.none')}</Fact>
        <Fact label="matters.mdtrtId">{view.mdtrtId ?? say('band.none')}</Fact>
        <Fact label="matters.msgid">{view.msgid}</Fact>
        {view.lastAskedAt !== null && (
          <Fact label="matters.last">
            {clockText(view.lastAskedAt)}{' '}
            {view.lastFinding === null ? '' : say(`finding.${view.lastFinding}`)}
          </Fact>
        )}
        {view.waitingUntil !== null && <Fact label="matters.quiet">{clockText(view.waitingUntil)}</Fact>}
        {view.lastProblem !== null && <Fact label="matters.problem">{view.lastProblem}</Fact>}
      </dl>
    </>
  )
}

function TenderBody({ view }: { readonly view: OpenTender }): JSX.Element {
  const now = useNow()
  const doing = view.state === 'refund-unknown' ? 'band.tender.refund-unknown' : 'band.tender.unknown'
  return (
    <>
      <p className="detail-say">{say(view.state === 'paying' ? 'band.tender.paying' : doing)}</p>
      {view.returnId !== null && <p>{say('matters.refundOfReturn')}</p>}
      <dl className="detail-facts">
        <Fact label="matters.asked">{say('band.asked', { times: view.attempts })}</Fact>
        {view.lastAskedAt !== null && <Fact label="matters.last">{clockText(view.lastAskedAt)}</Fact>}
        {view.nextAttemptAt !== null && (
          <Fact label="matters.next">
            {view.nextAttemptAt > now ? elapsedText(view.nextAttemptAt - now) : say('band.nextSoon')}
          </Fact>
        )}
        <Fact label="matters.order">{view.orderNumber}</Fact>
      </dl>
    </>
  )
}

/** Made from the same source that the keys themselves work by. */
function Keys({ matter }: { readonly matter: Matter }): JSX.Element {
  const till = useTill()
  // a key that waited while the till asked comes back when it has the answer
  useEngine((engine) => engine)
  useView((view) => view.pending)
  const offers = offersFor({ kind: 'open-matters', at: matter.id }, till.facts())
  return (
    <p className="detail-keys">
      {offers
        .filter((one) => one.enabled && !one.key.startsWith('Arrow') && one.key !== 'Escape')
        .map((one) => (
          <span key={one.key}>
            <KeyCap name={one.key} /> {say(one.label)}
          </span>
        ))}
    </p>
  )
}

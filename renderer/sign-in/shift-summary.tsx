import type { JSX } from 'react'
import { Amount } from '../parts/amount.tsx'
import type { EndedShift } from '../stores/view-store.ts'
import { say } from '../text/say.ts'

/** What the shift that just ended comes to. */
export function ShiftSummaryView({ shift }: { readonly shift: EndedShift }): JSX.Element {
  const { summary, operatorName } = shift
  return (
    <section
      className="summary"
      aria-label={say('summary.title', { name: operatorName })}
      data-testid="summary"
    >
      <h2>{say('summary.title', { name: operatorName })}</h2>
      <dl>
        <dt>{say('summary.salesCount')}</dt>
        <dd className="figures" data-testid="summary-count">
          {summary.salesCount}
        </dd>
        <dt>{say('summary.salesTotal')}</dt>
        <dd>
          <Amount fen={summary.salesTotal} />
        </dd>
        <dt>{say('summary.insuredTotal')}</dt>
        <dd>
          <Amount fen={summary.insuredTotal} />
        </dd>
        <dt>{say('summary.cashTotal')}</dt>
        <dd>
          <Amount fen={summary.cashTotal} />
        </dd>
        <dt className="summary-main">{say('summary.expectedDrawer')}</dt>
        <dd className="summary-main">
          <Amount fen={summary.expectedDrawer} size="large" testId="summary-drawer" />
        </dd>
        <dt>{say('summary.uploadsWaiting')}</dt>
        <dd className="figures">{summary.uploadsWaiting}</dd>
        <dt>{say('summary.centreSignedOut')}</dt>
        <dd>
          <SignedOut atCentre={summary.centreSignedOut} />
        </dd>
      </dl>
    </section>
  )
}

function SignedOut(props: { readonly atCentre: EndedShift['summary']['centreSignedOut'] }): JSX.Element {
  if (props.atCentre === null) return <span>{say('summary.centreSignedOut.kept')}</span>
  return props.atCentre ? (
    <span className="word word-good">✓ {say('summary.centreSignedOut.yes')}</span>
  ) : (
    <span className="word word-warn">! {say('summary.centreSignedOut.no')}</span>
  )
}

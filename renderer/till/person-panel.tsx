import type { JSX } from 'react'
import type { InsuredView } from '../../engine/contract/insured.ts'
import { Amount } from '../parts/amount.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import { useEngine, useView } from '../parts/till-context.ts'
import { openSale, stateBehind } from '../input/input-state.ts'
import { IdentifyPanel } from '../panels/identify-panel.tsx'
import { say } from '../text/say.ts'

/** Who is insured here, with what, and whether the personal account may be used. */
export function PersonPanel(): JSX.Element {
  const sale = useEngine((engine) => engine.sale)
  const input = useView((view) => view.input)
  const identifying = useEngine((engine) => engine.activity?.kind === 'identify')
  if (input.kind === 'identify') return <IdentifyPanel state={input} />
  const insured = (stateBehind(input).kind === 'result' ? sale : openSale(sale))?.insured ?? null
  return (
    <section className="panel person" aria-label={say('person.title')}>
      <h2>{say('person.title')}</h2>
      {insured === null ? (
        <p className="person-none">
          <span className="person-name">{identifying ? say('person.identifying') : say('person.none')}</span>
          <span className="muted">{say('person.noneHint')}</span>
        </p>
      ) : (
        <Insured insured={insured} />
      )}
    </section>
  )
}

function Insured({ insured }: { readonly insured: InsuredView }): JSX.Element {
  const chosen = insured.options.find((option) => option.position === insured.chosen)
  return (
    <>
      <div className="person-row">
        <strong className="person-name" data-testid="person-name">
          {insured.personName}
        </strong>
        {chosen === undefined ? (
          <span className="chip chip-warning">{say('person.askPlace')}</span>
        ) : (
          <span data-testid="person-insurance">
            {chosen.insuranceType} {chosen.insuranceTypeName} · {say(`person.locality.${chosen.locality}`)}
          </span>
        )}
        {chosen !== undefined && (
          <span className="person-balance">
            {say('person.balance')} <Amount fen={chosen.balance} testId="person-balance" />
          </span>
        )}
      </div>
      <div className="person-row">
        <AccountUse used={insured.accountUsed} />
        <span className="muted">
          {say('person.credential')} {say(`person.credential.${insured.credentialType}`)}
        </span>
        <span className="muted figures person-document">{insured.documentNumber}</span>
      </div>
    </>
  )
}

function AccountUse({ used }: { readonly used: boolean }): JSX.Element {
  return (
    <span className="person-account" role="checkbox" aria-checked={used} aria-label={say('person.account')}>
      {say('person.account')} <span aria-hidden="true">{used ? '☑' : '☐'}</span>{' '}
      {used ? say('person.accountUsed') : say('person.accountUnused')} <KeyCap name="Shift+F3" />
    </span>
  )
}

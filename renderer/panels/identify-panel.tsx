import { Input, type InputRef } from 'antd'
import { useEffect, useRef, type JSX } from 'react'
import type { StateOf } from '../input/input-state.ts'
import { offersFor } from '../input/press.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { useTill, useView } from '../parts/till-context.ts'
import { say, type TextKey } from '../text/say.ts'

const CREDENTIALS = ['02', '03', '01'] as const

/** `psn_cert_type` of documents whose number does not tell what it is. */
const DOCUMENT_KINDS = [
  ['', 'identify.documentKind.auto'],
  ['04', 'identify.documentKind.04'],
  ['06', 'identify.documentKind.06'],
  ['08', 'identify.documentKind.08'],
  ['02', 'identify.documentKind.02'],
] as const satisfies readonly (readonly [string, TextKey])[]

const IDENTIFYING: ReadonlySet<string> = new Set(['identify', 'identify-return', 'present-for-return'])

/** Identifying a person by hand, in the place where the person will stand. */
export function IdentifyPanel(props: StateProps): JSX.Element {
  const { credential } = props.state
  const pending = useView((view) => view.pending)
  const identifying = pending !== null && IDENTIFYING.has(pending)
  return (
    <section className="panel person person-form" aria-label={say('identify.title')} data-testid="identify">
      <h2>
        {identifying ? say('person.identifying') : say('identify.title')}
        <span className="credential-kinds">
          <KeyCap name="F3" />
          {CREDENTIALS.map((kind) => (
            <span
              key={kind}
              className={kind === credential ? 'credential-kind is-current' : 'credential-kind'}
            >
              {say(`person.credential.${kind}`)}
            </span>
          ))}
        </span>
      </h2>
      <NumberField key={credential} state={props.state} />
      {credential === '03' && <CardSerial state={props.state} />}
      {credential === '02' && <DocumentFields state={props.state} />}
      <CardHint state={props.state} />
    </section>
  )
}

type StateProps = { readonly state: StateOf<'identify'> | StateOf<'return-identify'> }

function NumberField({ state }: StateProps): JSX.Element {
  const till = useTill()
  const field = useRef<InputRef>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const label = say(`identify.number.${state.credential}`)
  return (
    <label className="form-row">
      <span>{label}</span>
      <Input
        ref={field}
        aria-label={label}
        data-testid="input-credential"
        autoComplete="off"
        spellCheck={false}
        maxLength={50}
        value={state.form.number}
        onChange={(event) => till.fill({ number: event.target.value })}
      />
    </label>
  )
}

/** A card may be read instead of typing, where something is set up that can; the reader may ask for the PIN. */
function CardHint({ state }: StateProps): JSX.Element | null {
  const till = useTill()
  const reading = useView((view) => view.pending === 'read-card' || view.pending === 'read-return-card')
  if (reading) {
    return (
      <p className="identify-card" data-testid="reading-card">
        <i className="busy" aria-hidden="true" /> {say('identify.readingCard')}
      </p>
    )
  }
  const offered = offersFor(state, till.facts()).find((one) => one.label === 'key.readCard')
  if (offered === undefined) return null
  return (
    <p className="identify-card">
      <KeyCap name={offered.key} /> {say('identify.readCard')}
    </p>
  )
}

function CardSerial({ state }: StateProps): JSX.Element {
  const till = useTill()
  return (
    <label className="form-row">
      <span>{say('identify.cardSerial')}</span>
      <Input
        autoComplete="off"
        spellCheck={false}
        maxLength={32}
        data-testid="input-card-serial"
        value={state.form.cardSerial}
        onChange={(event) => till.fill({ cardSerial: event.target.value })}
      />
    </label>
  )
}

function DocumentFields({ state }: StateProps): JSX.Element {
  const till = useTill()
  const { documentKind, personName } = state.form
  return (
    <div className="form-row form-row-two">
      <select
        aria-label={say('identify.documentKind')}
        value={documentKind}
        onChange={(event) => till.fill({ documentKind: event.target.value })}
      >
        {DOCUMENT_KINDS.map(([value, text]) => (
          <option key={value} value={value}>
            {say(text)}
          </option>
        ))}
      </select>
      <Input
        aria-label={say('identify.personName')}
        placeholder={say('identify.personName')}
        autoComplete="off"
        maxLength={50}
        value={personName}
        onChange={(event) => till.fill({ personName: event.target.value })}
      />
    </div>
  )
}

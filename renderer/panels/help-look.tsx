import type { JSX } from 'react'
import { EMPTY_FORM, type InputState } from '../input/input-state.ts'
import { byLabel, type Offer } from '../input/offer.ts'
import { offersFor } from '../input/press.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { useTill } from '../parts/till-context.ts'
import { say, type TextKey } from '../text/say.ts'

/** States whose keys the help lists, with the heading they stand under. */
const STATES: readonly (readonly [TextKey, InputState])[] = [
  ['help.idle', { kind: 'idle' }],
  ['tender.title', { kind: 'paying', text: '' }],
  ['search.title', { kind: 'search', text: '', hits: [], index: 0 }],
  ['identify.title', { kind: 'identify', credential: '02', form: EMPTY_FORM }],
  ['choose.insurance', { kind: 'choose-insurance', index: 0 }],
  ['recent.title', { kind: 'recent', sales: [], index: 0 }],
  ['band.unknown', { kind: 'unknown' }],
  ['held.title', { kind: 'held', sales: [], index: 0 }],
  ['return.title', { kind: 'return-find', text: '', sales: undefined, index: 0 }],
  ['result.title', { kind: 'result', saleId: '', since: 0 }],
]

/** All keys, made from the same source that the keys themselves work by. */
export function HelpLook(): JSX.Element {
  const till = useTill()
  const facts = till.facts()
  return (
    <section className="look help" aria-label={say('help.title')} data-testid="help">
      <h2>{say('help.title')}</h2>
      <p>
        <strong>{say('help.scan')}</strong> {say('help.scanText')}
      </p>
      <div className="help-columns">
        {STATES.map(([heading, state]) => (
          <KeyTable key={heading} heading={heading} offers={offersFor(state, facts)} />
        ))}
      </div>
    </section>
  )
}

/** Keys that are the same everywhere are told once, under the first heading. */
const EVERYWHERE: ReadonlySet<TextKey> = new Set(['key.recent', 'key.uploads', 'key.help', 'key.openMatters'])

function KeyTable(props: { readonly heading: TextKey; readonly offers: readonly Offer[] }): JSX.Element {
  const { heading, offers } = props
  const told = heading === 'help.idle' ? offers : offers.filter((one) => !EVERYWHERE.has(one.label))
  return (
    <dl className="help-keys">
      <dt className="help-heading">{say(heading)}</dt>
      {byLabel(told).map(([label, same]) => (
        <dd key={label}>
          {same.map(({ key }) => (
            <KeyCap key={key} name={key} />
          ))}{' '}
          {say(label)}
        </dd>
      ))}
    </dl>
  )
}

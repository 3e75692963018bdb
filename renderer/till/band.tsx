import type { JSX, ReactNode } from 'react'
import type { InputKind } from '../input/input-state.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import type { Key } from '../input/keys.ts'
import { useView } from '../parts/till-context.ts'
import { say, type TextKey } from '../text/say.ts'

export type BandTone = 'waiting' | 'unknown' | 'disputed'

const ICONS: Readonly<Record<BandTone, string>> = { waiting: '…', unknown: '?', disputed: '!' }

/** A band across the sale: what is the matter, who and how much, and what is being done. Words, colour and icon. */
export function Band(props: {
  readonly tone: BandTone
  readonly title: string
  readonly what: string
  readonly testId?: string
  readonly children: ReactNode
}): JSX.Element {
  const { tone, title, what, testId = `band-${tone}`, children } = props
  return (
    <section className={`band band-${tone}`} role="alert" data-testid={testId}>
      <h2>
        <span aria-hidden="true">{ICONS[tone]}</span> {title}
      </h2>
      <div className="band-body">
        <p className="band-what figures">{what}</p>
        {children}
      </div>
    </section>
  )
}

/** Facts side by side. */
export function BandFacts({ facts }: { readonly facts: readonly string[] }): JSX.Element {
  return (
    <p className="band-facts figures">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  )
}

const AT_REST: ReadonlySet<InputKind> = new Set([
  'unknown',
  'disputed',
  'case',
  'tender-waiting',
  'tender-unknown',
])

/** The keys that are safe here, the safest first; under a list or a question they mean something else, and are not shown. */
export function BandKeys(props: { readonly keys: readonly (readonly [Key, TextKey])[] }): JSX.Element | null {
  const atRest = useView((view) => AT_REST.has(view.input.kind))
  if (!atRest) return null
  return (
    <p className="band-key">
      {props.keys.map(([key, text]) => (
        <span key={key}>
          <KeyCap name={key} /> {say(text)}
        </span>
      ))}
    </p>
  )
}

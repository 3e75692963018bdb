import type { JSX } from 'react'
import type { Key } from '../input/keys.ts'
import { say, type TextKey } from '../text/say.ts'
import { KeyCap } from './key-cap.tsx'

export type KeyHint = {
  readonly keys: readonly Key[]
  readonly label: TextKey
  readonly tone?: 'danger' | 'main'
}

/** The answers to a question, each with its key; the safe one first. */
export function KeyHints({ hints }: { readonly hints: readonly KeyHint[] }): JSX.Element {
  return (
    <p className="key-hints">
      {hints.map(({ keys, label, tone }) => (
        <span key={label} className={tone === undefined ? 'key-hint' : `key-hint key-hint-${tone}`}>
          {keys.map((key) => (
            <KeyCap key={key} name={key} />
          ))}
          {say(label)}
        </span>
      ))}
    </p>
  )
}

import type { JSX } from 'react'
import { keyLabel, type Key } from '../input/keys.ts'

/** A key as it is printed on the keyboard. */
export function KeyCap({ name }: { readonly name: Key }): JSX.Element {
  return <kbd className="key-cap">{keyLabel(name)}</kbd>
}

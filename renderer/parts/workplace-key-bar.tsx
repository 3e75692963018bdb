import type { JSX } from 'react'
import { say } from '../text/say.ts'
import type { WorkplaceKey } from './workplace-keys.ts'

const CAPS = { Shift: '⇧', ArrowUp: '↑', ArrowDown: '↓', Delete: 'Del', Escape: 'Esc' } as const

function capOf(key: string): string {
  const written = Object.entries(CAPS).reduce((text, [name, cap]) => text.replace(name, cap), key)
  return written.replace('+', '').replace('PageUp', 'PgUp').replace('PageDown', 'PgDn')
}

/** The keys of a workplace beside the counter, in the order given; those that do the same stand together. */
export function WorkplaceKeyBar(props: {
  readonly keys: readonly WorkplaceKey[]
  /** Keys do nothing while a question stands in front. */
  readonly isAsking?: boolean
}): JSX.Element {
  const { keys, isAsking = false } = props
  return (
    <nav className="key-bar" aria-label={say('help.title')}>
      {Object.entries(Object.groupBy(keys, (one) => one.label)).map(([label, same]) => (
        <button
          key={label}
          type="button"
          tabIndex={-1}
          disabled={isAsking || same.every((one) => one.enabled === false)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={same.find((one) => one.enabled !== false)?.run}
        >
          {same.map((one) => (
            <kbd key={one.key} className="key-cap">
              {capOf(one.key)}
            </kbd>
          ))}
          {same[0] !== undefined && say(same[0].label)}
        </button>
      ))}
    </nav>
  )
}

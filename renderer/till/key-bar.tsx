import type { JSX } from 'react'
import { byLabel } from '../input/offer.ts'
import { offersFor } from '../input/press.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { useEngine, useTill, useView } from '../parts/till-context.ts'
import { say } from '../text/say.ts'

/** Every key that means something now. A mouse may press them too, but never takes the focus. */
export function KeyBar(): JSX.Element {
  const till = useTill()
  const input = useView((view) => view.input)
  // the offers depend on the whole projection and on what is pending
  useEngine((engine) => engine)
  useView((view) => view.pending)
  return (
    <nav className="key-bar" aria-label={say('help.title')}>
      {byLabel(offersFor(input, till.facts()).filter((one) => one.elsewhere !== true)).map(
        ([label, offers]) => (
          <button
            key={label}
            type="button"
            className={offers.every((one) => one.lesser === true) ? 'is-lesser' : ''}
            tabIndex={-1}
            disabled={!offers.some((one) => one.enabled)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              const first = offers.find((one) => one.enabled)
              if (first !== undefined) till.press(first.key, false)
            }}
          >
            {offers.map((one) => (
              <KeyCap key={one.key} name={one.key} />
            ))}
            {say(label)}
          </button>
        ),
      )}
    </nav>
  )
}

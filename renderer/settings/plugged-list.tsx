import type { JSX } from 'react'
import { DEVICE_KIND_NAMES } from '../../engine/contract/messages/refusal-words.ts'
import { say } from '../text/say.ts'
import type { SettingsState } from './settings-state.ts'
import type { Plugged } from './take-plugged.ts'

/** Ports and HID devices with vendor and product, each with what it probably is; the marked one can be taken. */
export function PluggedList(props: {
  readonly state: SettingsState
  readonly onMark: (index: number) => void
}): JSX.Element {
  const { state, onMark } = props
  const { plugged, problems, marked } = state
  return (
    <section className="plugged" aria-label={say('plugged.title')} data-testid="plugged">
      <h2>{say('plugged.title')}</h2>
      {plugged === undefined && <p className="muted pane-words">{say('plugged.searching')}</p>}
      {plugged?.length === 0 && <p className="muted pane-words">{say('plugged.none')}</p>}
      <div role="listbox" aria-label={say('plugged.title')} className="plugged-rows">
        {(plugged ?? []).map((one, index) => (
          <div
            key={`${one.transport} ${one.path}`}
            role="option"
            aria-selected={index === marked}
            className={index === marked ? 'plugged-row is-current' : 'plugged-row'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onMark(index)}
          >
            <PluggedRow plugged={one} />
          </div>
        ))}
      </div>
      {problems.map(({ transport, detail }) => (
        <p key={transport} className="device-note">
          {say('plugged.problem', { transport: say(`plugged.transport.${transport}`), detail })}
        </p>
      ))}
    </section>
  )
}

function PluggedRow({ plugged }: { readonly plugged: Plugged }): JSX.Element {
  const { path, product, manufacturer, vendorId, productId, guess } = plugged
  const named = [manufacturer, product].filter((part) => part !== '').join(' ')
  return (
    <>
      <p className="plugged-path clip">
        {path} <span className="muted">{named}</span>
      </p>
      <p className="plugged-guess clip">
        <span className="muted figures">
          {vendorId === null || productId === null
            ? say('plugged.noIds')
            : say('plugged.ids', { vendor: hexadecimal(vendorId), product: hexadecimal(productId) })}
        </span>
        <span className={guess?.sure === 'known' ? 'word word-good' : 'word'}>{guessWords(guess)}</span>
      </p>
    </>
  )
}

function guessWords(guess: Plugged['guess']): string {
  if (guess === null) return say('plugged.noGuess')
  // a chip that anything may hang behind
  if (guess.kind === null) return guess.brand
  return `${say(`plugged.${guess.sure}`, { kind: DEVICE_KIND_NAMES[guess.kind] })} ${guess.brand}`
}

const hexadecimal = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0')

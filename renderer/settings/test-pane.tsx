import { Input } from 'antd'
import type { JSX } from 'react'
import { dayAndMinuteText } from '../text/time.ts'
import { say } from '../text/say.ts'
import { bytesApart } from './bytes-apart.ts'
import { foundWords } from './option-words.ts'
import { deviceOf, type Opening, type SettingsState, type TestResult } from './settings-state.ts'
import { kindOf, testOf } from './slots.ts'

/** The live test of the selected device: raw bytes and what was understood, a slip, a text, the drawer. */
export function TestPane(props: {
  readonly state: SettingsState
  readonly onFill: (change: Partial<Pick<SettingsState, 'displayText' | 'drawerReason'>>) => void
}): JSX.Element {
  const { state, onFill } = props
  const { slot, test } = state
  const what = testOf(kindOf(slot))
  const isSetUp = deviceOf(state, slot) !== undefined
  return (
    <section className="test-pane" aria-label={say('test.title')} data-testid="test-pane">
      <h2>{say('test.title')}</h2>
      <p className="pane-words">{say(isSetUp ? `test.${what}` : 'test.notSetUp')}</p>
      {isSetUp && what === 'text' && (
        <Input
          aria-label={say('test.textField')}
          maxLength={40}
          value={state.displayText}
          onChange={(event) => onFill({ displayText: event.target.value })}
        />
      )}
      {isSetUp && what === 'drawer' && (
        <Input
          aria-label={say('test.drawerReason')}
          placeholder={say('test.drawerReason')}
          maxLength={200}
          value={state.drawerReason}
          onChange={(event) => onFill({ drawerReason: event.target.value })}
        />
      )}
      {test?.kind === 'running' && (
        <p className="pane-words word-warn">
          <i className="busy" aria-hidden="true" />
          {say(what === 'read' ? 'test.waiting' : 'test.working')}
        </p>
      )}
      {test?.kind === 'done' && test.result !== null && <Found result={test.result} />}
      {what === 'drawer' && <Openings openings={state.openings} />}
      {state.wedge !== null && (
        <dl className="found" data-testid="wedge-seen">
          <dt>{say('test.wedge')}</dt>
          <dd>{state.wedge}</dd>
        </dl>
      )}
    </section>
  )
}

function Found({ result }: { readonly result: TestResult }): JSX.Element {
  const { rawHex, rawBytes, parsed } = result
  const isCut = rawHex.length / 2 < rawBytes
  return (
    <div data-testid="test-result">
      {rawBytes > 0 && (
        <>
          <h3>
            {say('test.raw', { count: rawBytes })}
            {isCut && say('test.rawMore')}
          </h3>
          <pre className="raw-bytes">{bytesApart(rawHex)}</pre>
        </>
      )}
      <h3>{say('test.parsed')}</h3>
      {parsed.length === 0 ? (
        <p className="muted pane-words">{say('test.nothingParsed')}</p>
      ) : (
        <dl className="found">
          {parsed.map(foundWords).map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function Openings({ openings }: { readonly openings: readonly Opening[] }): JSX.Element | null {
  if (openings.length === 0) return null
  return (
    <>
      <h3>{say('test.openings')}</h3>
      <ul className="openings">
        {openings.map((one) => (
          <li key={`${one.at} ${one.reason}`}>
            <span className="figures muted">{dayAndMinuteText(one.at)}</span>
            <span>{one.operatorName}</span>
            <span className="clip">{one.automatic ? say('test.automatic') : one.reason}</span>
            <span>{say(`test.outcome.${one.outcome ?? 'uncertain'}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

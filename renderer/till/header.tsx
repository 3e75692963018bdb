import type { JSX } from 'react'
import type { SessionView } from '../../engine/contract/session.ts'
import type { StatusView } from '../../engine/contract/status.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { useEngine } from '../parts/till-context.ts'
import { useNow } from '../parts/use-now.ts'
import { say } from '../text/say.ts'
import { clockText, minuteText } from '../text/time.ts'
import { DeviceDots } from './device-dots.tsx'

/** Shop, till, who works since when; the line, what waits to be reported, devices, the time. */
export function Header(): JSX.Element {
  const session = useEngine((engine) => engine.session)
  const status = useEngine((engine) => engine.status)
  return (
    <header className="header">
      {session !== null && <Who session={session} />}
      <div className="header-states">
        <CentreState status={status} sign={session?.insuranceSign ?? 'signed-out'} />
        <OpenMatters />
        <Uploads status={status} />
        <DeviceDots status={status} />
        <Clock />
      </div>
    </header>
  )
}

function Who({ session }: { readonly session: SessionView }): JSX.Element {
  const { shop, operator, shift } = session
  return (
    <div className="header-who">
      <strong>{shop.name}</strong>
      <span>{say('header.till', { till: shop.till })}</span>
      {operator !== null && shift !== null && (
        <span data-testid="operator">
          {say('header.shift', { name: operator.name, time: minuteText(shift.openedAt) })}
        </span>
      )}
    </div>
  )
}

const CENTRE_TONE = { reachable: 'good', unreachable: 'bad', checking: 'idle' } as const

/** Whether the centre can be reached, and whether this shift is signed in there. */
export function CentreState(props: {
  readonly status: StatusView | null
  readonly sign: SessionView['insuranceSign']
}): JSX.Element {
  const { status, sign } = props
  const state = status?.centre.state ?? 'checking'
  const latency = status?.centre.latencyMs ?? null
  const notSigned = sign === 'waiting'
  return (
    <span className="header-state" data-testid="centre-state" data-state={state}>
      <span>{say('header.centre')}</span>
      <i className={`dot dot-${CENTRE_TONE[state]}`} aria-hidden="true" />
      <span>{say(`header.centre.${state}`)}</span>
      {latency !== null && (
        <span className="muted figures">{say('header.latency', { ms: Math.round(latency) })}</span>
      )}
      {notSigned && <span className="chip chip-warning">{say('header.centre.notSigned')}</span>}
    </span>
  )
}

function Uploads({ status }: { readonly status: StatusView | null }): JSX.Element {
  const waiting = status?.uploadsWaiting ?? 0
  const failing = status?.uploadsFailing ?? 0
  return (
    <span className="header-state">
      <span>{say('header.uploads')}</span>
      <strong className="figures" data-testid="uploads-waiting">
        {waiting}
      </strong>
      {failing > 0 && (
        <span className="chip chip-danger">{say('header.uploadsFailing', { count: failing })}</span>
      )}
    </span>
  )
}

/** What is not finished, whatever sale it belongs to: red while a person must act, amber while the till asks. */
function OpenMatters(): JSX.Element | null {
  const cases = useEngine((engine) => engine.cases.length)
  const asked = useEngine((engine) => engine.settlements.length + engine.tenders.length)
  const returns = useEngine((engine) => engine.returns.length)
  if (cases + asked + returns === 0) return null
  return (
    <span className="header-state">
      {cases + asked > 0 && (
        <span
          className={cases > 0 ? 'chip chip-danger header-chip' : 'chip chip-warning header-chip'}
          data-testid="open-matters-count"
        >
          <KeyCap name="Shift+F6" /> {say('header.openMatters', { count: cases + asked })}
        </span>
      )}
      {returns > 0 && (
        <span className="chip chip-warning header-chip" data-testid="open-returns-count">
          <KeyCap name="F10" /> {say('header.openReturns', { count: returns })}
        </span>
      )}
    </span>
  )
}

function Clock(): JSX.Element {
  return <time className="figures header-clock">{clockText(useNow())}</time>
}

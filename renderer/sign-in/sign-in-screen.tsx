import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type JSX } from 'react'
import { readYuan } from '../../engine/contract/messages/amounts.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { useBadge } from '../parts/use-badge.ts'
import { useEngine, useTill, useView } from '../parts/till-context.ts'
import { useNow } from '../parts/use-now.ts'
import { WorkplaceKeyBar } from '../parts/workplace-key-bar.tsx'
import { useWorkplaceKeys, type WorkplaceKey } from '../parts/workplace-keys.ts'
import { say } from '../text/say.ts'
import { clockText } from '../text/time.ts'
import { CentreState } from '../till/header.tsx'
import { noticeText } from '../till/bottom-line.tsx'
import { ShiftSummaryView } from './shift-summary.tsx'

type Fields = { readonly operatorNumber: string; readonly password: string; readonly float: string }
const EMPTY: Fields = { operatorNumber: '', password: '', float: '' }

/** Three fields and Enter; after a shift ended, its figures beside them. */
export function SignInScreen(): JSX.Element {
  const session = useEngine((engine) => engine.session)
  const status = useEngine((engine) => engine.status)
  const endedShift = useView((view) => view.endedShift)
  const now = useNow()
  const till = useTill()
  // whoever cannot sign in must still be able to find out why, with somebody on the telephone
  const keys: readonly WorkplaceKey[] = [
    { key: 'Shift+F2', label: 'key.devices', run: () => till.go('settings') },
    { key: 'F6', label: 'key.selfTest', run: () => till.go('self-test') },
  ]
  useWorkplaceKeys(keys)
  return (
    <main className="sign-in">
      <header className="header">
        <div className="header-who">
          <strong>{session?.shop.name}</strong>
          <span>{say('header.till', { till: session?.shop.till ?? '' })}</span>
        </div>
        <div className="header-states">
          <CentreState status={status} sign="signed-out" />
          <time className="figures header-clock">{clockText(now)}</time>
        </div>
      </header>
      <div className="sign-in-middle">
        {endedShift !== null && <ShiftSummaryView shift={endedShift} />}
        <SignInForm />
      </div>
      <WorkplaceKeyBar keys={keys} />
    </main>
  )
}

function SignInForm(): JSX.Element {
  const session = useEngine((engine) => engine.session)
  const notice = useView((view) => view.notice)
  const { fields, change, submit, pending } = useSignIn()
  const first = useRef<InputRef>(null)
  const password = useRef<InputRef>(null)
  useEffect(() => {
    first.current?.focus()
  }, [])
  useBadge((operatorNumber) => {
    change({ operatorNumber, password: '' })
    password.current?.focus()
  })
  return (
    <form
      className="sign-in-form"
      aria-label={say('signIn.title')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1>{session?.shop.name}</h1>
      <p className="muted figures">
        {say('signIn.shop', { code: session?.shop.code ?? '', region: session?.shop.regionName ?? '' })}
      </p>
      {session?.shop.notice != null && <p className="sign-in-notice">{session.shop.notice}</p>}
      <label>
        <span>{say('signIn.operator')}</span>
        <Input
          ref={first}
          size="large"
          autoComplete="off"
          maxLength={20}
          value={fields.operatorNumber}
          onChange={(event) => change({ operatorNumber: event.target.value })}
        />
      </label>
      <label>
        <span>{say('signIn.password')}</span>
        <Input
          ref={password}
          type="password"
          size="large"
          autoComplete="off"
          maxLength={200}
          value={fields.password}
          onChange={(event) => change({ password: event.target.value })}
        />
      </label>
      <label>
        <span>{say('signIn.float')}</span>
        <Input
          className="field-numeric"
          size="large"
          inputMode="decimal"
          autoComplete="off"
          placeholder="0.00"
          maxLength={12}
          value={fields.float}
          onChange={(event) => change({ float: event.target.value })}
        />
      </label>
      <button type="submit" disabled={pending}>
        <KeyCap name="Enter" /> {say(pending ? 'signIn.pending' : 'signIn.submit')}
      </button>
      <p className={`notice notice-${notice?.tone ?? 'none'}`} role="status" data-testid="notice">
        {notice === null ? say('signIn.hint') : noticeText(notice)}
      </p>
    </form>
  )
}

type SignIn = {
  readonly fields: Fields
  readonly change: (change: Partial<Fields>) => void
  readonly submit: () => void
  readonly pending: boolean
}

function useSignIn(): SignIn {
  const till = useTill()
  const [fields, setFields] = useState(EMPTY)
  const [pending, setPending] = useState(false)
  const submit = (): void => {
    if (pending) return
    const { operatorNumber, password, float } = fields
    if (operatorNumber.trim() === '' || password === '') {
      till.notify({ tone: 'trouble', text: 'signIn.next', parameters: {} })
      return
    }
    const openingFloat = readYuan(float.trim() === '' ? '0' : float)
    if (!openingFloat.ok || openingFloat.value < 0) {
      till.notify({ tone: 'trouble', text: 'signIn.floatUnreadable', parameters: {} })
      return
    }
    setPending(true)
    const given = { operatorNumber: operatorNumber.trim(), password, openingFloat: openingFloat.value }
    void till.signIn(given).then((signedIn) => {
      setPending(false)
      if (!signedIn) setFields((now) => ({ ...now, password: '' }))
    })
  }
  return {
    fields,
    change: (change) => setFields((now) => ({ ...now, ...change })),
    submit,
    pending,
  }
}

import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type JSX } from 'react'
import type { RefusalView } from '../../engine/contract/common.ts'
import { refusalSentence } from '../../engine/contract/messages/refusal-sentence.ts'
import { say } from '../text/say.ts'
import { Dialog } from './dialog.tsx'
import { useBadge } from './use-badge.ts'

/** The second person who answers for what the first may not do alone. */
export type Approval = { readonly operatorNumber: string; readonly password: string }

/** Asks for a second person's number and password. Esc is the safe answer; what was typed is kept nowhere. */
export function SecondPersonDialog(props: {
  /** The right that is missing, in words. */
  readonly right: string
  /** Why the last answer did not do. */
  readonly refusal: RefusalView | null
  readonly onGive: (approval: Approval) => void
  readonly onCancel: () => void
}): JSX.Element {
  const { right, refusal, onGive, onCancel } = props
  const [operatorNumber, setOperatorNumber] = useState('')
  const [password, setPassword] = useState('')
  const first = useRef<InputRef>(null)
  const secret = useRef<InputRef>(null)
  useEffect(() => {
    first.current?.focus()
  }, [])
  useBadge((number) => {
    setOperatorNumber(number)
    secret.current?.focus()
  })
  return (
    <Dialog title={say('secondPerson.title')} testId="second-person" isQuestion>
      <form
        className="second-person"
        onSubmit={(event) => {
          event.preventDefault()
          if (operatorNumber.trim() === '' || password === '') return
          setPassword('')
          onGive({ operatorNumber: operatorNumber.trim(), password })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // the page behind must not hear the same key once the question is gone
          event.stopPropagation()
          onCancel()
        }}
      >
        <p>{say('secondPerson.what', { right })}</p>
        <label>
          <span>{say('secondPerson.operator')}</span>
          <Input
            ref={first}
            autoComplete="off"
            maxLength={20}
            value={operatorNumber}
            onChange={(event) => setOperatorNumber(event.target.value)}
          />
        </label>
        <label>
          <span>{say('secondPerson.password')}</span>
          <Input
            ref={secret}
            type="password"
            autoComplete="off"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="notice notice-refused" role="status">
          {refusal !== null && refusalSentence(refusal)}
        </p>
        <p className="key-hints">
          <button type="button" onClick={onCancel}>
            <kbd className="key-cap">Esc</kbd> {say('secondPerson.cancel')}
          </button>
          <button type="submit">
            <kbd className="key-cap">Enter</kbd> {say('secondPerson.confirm')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

import { Input, type InputRef } from 'antd'
import { useEffect, useRef, type JSX, type RefObject } from 'react'

const LONGEST = { text: 64, password: 200 } as const

/** One of several fields of a form, with its name beside it. Tab leads on; the first has the focus. */
export function FormField(props: {
  readonly label: string
  readonly testId: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly numeric?: boolean
  readonly isPassword?: boolean
  readonly autoFocus?: boolean
  /** Told of Enter, while the key has no other meaning. */
  readonly onEnter?: () => void
  /** Lets the form put the focus here. */
  readonly field?: RefObject<InputRef | null>
}): JSX.Element {
  const { label, testId, value, onChange, numeric = false, isPassword = false, autoFocus = false } = props
  const own = useRef<InputRef>(null)
  const field = props.field ?? own
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus, field])
  const type = isPassword ? 'password' : 'text'
  return (
    <label className="form-row">
      <span>{label}</span>
      <Input
        ref={field}
        type={type}
        aria-label={label}
        data-testid={testId}
        className={numeric ? 'field-numeric' : ''}
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST[type]}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(props.onEnter !== undefined && { onPressEnter: props.onEnter })}
      />
    </label>
  )
}

import { Input, type InputRef } from 'antd'
import { useEffect, useRef, type JSX } from 'react'

/** The one field of an entry: has the focus while it is there, and keeps it. */
export function AutoFocusInput(props: {
  readonly label: string
  readonly testId: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly numeric?: boolean
  readonly large?: boolean
}): JSX.Element {
  const { label, testId, value, onChange, placeholder, numeric = false, large = false } = props
  const field = useRef<InputRef>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  return (
    <Input
      ref={field}
      aria-label={label}
      data-testid={testId}
      className={`${numeric ? 'field-numeric' : ''} ${large ? 'field-large' : ''}`}
      inputMode={numeric ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      maxLength={60}
      {...(placeholder !== undefined && { placeholder })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        // a click beside the field must not let the next key fall into the void
        requestAnimationFrame(() => field.current?.focus())
      }}
    />
  )
}

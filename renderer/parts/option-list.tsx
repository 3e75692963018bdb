import { useEffect, useRef, type JSX, type ReactNode } from 'react'

/** A list of which one row is marked; the till's keys move the mark. */
export function OptionList(props: {
  readonly label: string
  readonly index: number
  readonly rows: readonly { readonly key: string; readonly content: ReactNode; readonly disabled?: boolean }[]
}): JSX.Element {
  const { label, index, rows } = props
  const marked = useRef<HTMLDivElement>(null)
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <div className="option-list" role="listbox" aria-label={label}>
      {rows.map((row, position) => (
        <div
          key={row.key}
          ref={position === index ? marked : null}
          role="option"
          aria-selected={position === index}
          aria-disabled={row.disabled === true}
          className={position === index ? 'option is-current' : 'option'}
        >
          {row.content}
        </div>
      ))}
    </div>
  )
}

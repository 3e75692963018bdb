import { useEffect, useRef, type JSX, type ReactNode } from 'react'
import { say } from '../text/say.ts'

export type LookRow = { readonly key: string; readonly content: ReactNode }

/** The rows of a list over the basket, one of them marked; what would appear, while there is none. */
export function LookRows(props: {
  readonly label: string
  /** Undefined while they are fetched. */
  readonly rows: readonly LookRow[] | undefined
  readonly index: number
  readonly className: string
  readonly testId: string
  readonly empty: string
}): JSX.Element {
  const { label, rows, index, className, testId, empty } = props
  const marked = useRef<HTMLDivElement>(null)
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' })
  }, [index])
  if (rows === undefined) return <p className="look-empty muted">{say('loading')}</p>
  if (rows.length === 0) return <p className="look-empty muted">{empty}</p>
  return (
    <div className="look-rows" role="listbox" aria-label={label}>
      {rows.map((row, position) => (
        <div
          key={row.key}
          ref={position === index ? marked : null}
          role="option"
          aria-selected={position === index}
          className={`${className} look-row ${position === index ? 'is-current' : ''}`}
          data-testid={testId}
        >
          {row.content}
        </div>
      ))}
    </div>
  )
}

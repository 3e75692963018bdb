import { useId, type JSX, type ReactNode } from 'react'

/** A box in the middle of the screen. The keyboard is the till's own, so it needs no focus and traps none. */
export function Dialog(props: {
  readonly title: string
  readonly testId: string
  readonly isQuestion?: boolean
  /** `warning`: money is in doubt. */
  readonly tone?: 'plain' | 'warning'
  readonly children: ReactNode
}): JSX.Element {
  const titleId = useId()
  const { title, testId, isQuestion = false, tone = 'plain', children } = props
  return (
    <div className="dialog-ground">
      <section
        className={`dialog dialog-${tone}`}
        role={isQuestion ? 'alertdialog' : 'dialog'}
        aria-labelledby={titleId}
        data-testid={testId}
      >
        <h2 id={titleId}>{title}</h2>
        {children}
      </section>
    </div>
  )
}

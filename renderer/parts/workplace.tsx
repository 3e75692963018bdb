import type { JSX, ReactNode } from 'react'
import { Header } from '../till/header.tsx'
import { noticeText } from '../till/bottom-line.tsx'
import type { Notice } from '../stores/view-store.ts'
import { say } from '../text/say.ts'
import { WorkplaceKeyBar } from './workplace-key-bar.tsx'
import { useWorkplaceKeys, type WorkplaceKey } from './workplace-keys.ts'

/** A workplace beside the counter: the till's header, its own middle, the one sentence and the keys at the bottom. */
export function Workplace(props: {
  readonly name: string
  readonly title: string
  readonly nextStep: string
  readonly notice: Notice | null
  readonly keys: readonly WorkplaceKey[]
  /** Keys do nothing while a question stands in front. */
  readonly isAsking?: boolean
  readonly children: ReactNode
}): JSX.Element {
  const { name, title, nextStep, notice, keys, isAsking = false, children } = props
  useWorkplaceKeys(isAsking ? [] : keys)
  return (
    <main className="workplace" data-testid={`workplace-${name}`} aria-label={title}>
      <Header />
      <div className={`workplace-middle workplace-${name}`}>{children}</div>
      <section className="bottom-line">
        <p className="next-step" aria-live="polite">
          <span className="next-step-label">{say('next.label')}</span>
          <span className="next-step-text" data-testid="next-step">
            {nextStep}
          </span>
        </p>
        <p className={`notice notice-${notice?.tone ?? 'none'}`} role="status" data-testid="notice">
          {notice !== null && noticeText(notice)}
        </p>
      </section>
      <WorkplaceKeyBar keys={keys} isAsking={isAsking} />
    </main>
  )
}

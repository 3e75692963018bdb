import type { EngineClient } from '../connection/engine-client.ts'
import type { EngineStore } from '../stores/engine-store.ts'
import type { ViewStore } from '../stores/view-store.ts'
import { dueQuote } from './auto-quote.ts'
import { noticeOf } from './notice-of.ts'

/** So long a basket must stand still before its trial is asked for. */
const QUOTE_AFTER_MS = 250

/** Asks for the trial settlement as soon as it makes sense, once for each basket. */
export function quoteByItself(engine: EngineStore, view: ViewStore, client: EngineClient): void {
  let failed: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingFor: string | undefined
  let asking = false

  const due = (): string | undefined => {
    const { sale, session, activity, connection } = engine.getState()
    if (connection !== 'open' || asking) return undefined
    return dueQuote({ sale, insuranceSign: session?.insuranceSign ?? 'signed-out', activity, failed })
  }
  const ask = async (): Promise<void> => {
    const subject = due()
    waitingFor = undefined
    if (subject === undefined) return
    asking = true
    const quoted = await client.call('insurance.quote', {})
    asking = false
    if (!quoted.ok) {
      const stale =
        quoted.problem.kind === 'refused' && quoted.problem.refusal.code === 'INSURANCE_QUOTE_OUTDATED'
      // a basket that changed meanwhile has a trial of its own coming
      if (!stale || due() === subject) {
        failed = subject
        view.setState({ notice: noticeOf(quoted.problem) })
      }
    }
    consider()
  }
  const consider = (): void => {
    const subject = due()
    if (subject === waitingFor) return
    clearTimeout(timer)
    waitingFor = subject
    if (subject !== undefined) timer = setTimeout(() => void ask(), QUOTE_AFTER_MS)
  }
  engine.subscribe(consider)
}

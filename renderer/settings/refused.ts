import type { CallProblem } from '../connection/engine-client.ts'
import { say } from '../text/say.ts'
import { noticeOf } from '../till/notice-of.ts'
import type { SettingsTools } from './settings-store.ts'

/** A missing right asks for somebody who has it; a wrong answer asks again; anything else is said. */
export function refused(
  { store }: SettingsTools,
  ask: { readonly what: 'save' | 'drawer'; readonly answered: boolean },
  problem: CallProblem,
): void {
  const code = problem.kind === 'refused' ? problem.refusal.code : undefined
  const { what, answered } = ask
  const again = code === 'OPERATOR_WRONG' || code === 'OPERATOR_LOCKED_OUT'
  if (problem.kind === 'refused' && (code === 'RIGHT_NEEDED' || again)) {
    const right = say(what === 'save' ? 'secondPerson.right.devices' : 'secondPerson.right.drawer')
    store.setState({ asking: { what, right, refusal: answered ? problem.refusal : null } })
    return
  }
  store.setState({ notice: noticeOf(problem) })
}

import type { RefusalView } from '../../engine/contract/common.ts'
import type { CallProblem } from '../connection/engine-client.ts'
import type { Command } from '../input/command.ts'
import type { Notice } from '../stores/view-store.ts'

/** What is said of a call that gave no value. */
export function noticeOf(problem: CallProblem): Notice {
  switch (problem.kind) {
    case 'refused':
      return { tone: 'refused', refusal: problem.refusal }
    case 'lost':
      return { tone: 'trouble', text: 'notice.lost', parameters: {} }
    case 'unreadable':
      return {
        tone: 'trouble',
        text: 'notice.unreadable',
        parameters: { method: problem.method, where: problem.where },
      }
  }
}

/** Outcomes that are not known stand in a band of their own: they are on the screen already, and no failure. */
const UNKNOWN_OUTCOMES: ReadonlySet<string> = new Set([
  'INSURANCE_SETTLEMENT_UNKNOWN',
  'TENDER_OUTCOME_UNKNOWN',
  'TENDER_REFUND_UNKNOWN',
  'RETURN_CANCEL_UNKNOWN',
  'RETURN_REFUND_UNKNOWN',
])

/** True for a refusal that says that an outcome is not known. */
export const isUnknownOutcome = (refusal: RefusalView): boolean => UNKNOWN_OUTCOMES.has(refusal.code)

/** What is said of a command that did not succeed. */
export function noticeOfCommand(command: Command, problem: CallProblem): Notice | null {
  if (problem.kind !== 'refused' || !isUnknownOutcome(problem.refusal)) return noticeOf(problem)
  switch (command.do) {
    case 'resolve':
      return { tone: 'waiting', text: 'notice.stillUnknown', parameters: {} }
    case 'ask-tender':
    case 'give-up-tender':
    case 'proceed-return':
      return stillUnknownAtAcquirer(problem.refusal)
    default:
      return null
  }
}

function stillUnknownAtAcquirer({ code }: RefusalView): Notice | null {
  if (code === 'TENDER_REFUND_UNKNOWN') {
    return { tone: 'waiting', text: 'notice.refundStillUnknown', parameters: {} }
  }
  return code === 'TENDER_OUTCOME_UNKNOWN'
    ? { tone: 'waiting', text: 'notice.tenderStillUnknown', parameters: {} }
    : null
}

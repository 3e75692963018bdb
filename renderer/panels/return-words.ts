import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import type { ReturnStepView, ReturnView } from '../../engine/contract/returns.ts'
import { currentStep } from '../input/offers-of-return-steps.ts'
import { say, type TextKey } from '../text/say.ts'

/** What a step of a return is called. */
export function stepName({ kind, tenderKind }: Pick<ReturnStepView, 'kind' | 'tenderKind'>): string {
  return kind === 'refund' ? say(`return.step.refund.${tenderKind ?? 'cash'}`) : say(`return.step.${kind}`)
}

/** What is to be done now, as the one sentence at the bottom. */
export function nextReturnStep(view: ReturnView): string {
  if (view.state === 'completed' || view.state === 'abandoned') return say('next.return-completed')
  const step = currentStep(view)
  return say(nextOf(step), { amount: groupedYuan(step?.amount ?? 0) })
}

function nextOf(step: ReturnStepView | undefined): TextKey {
  switch (step?.kind) {
    case 'identify':
      return 'next.return.identify'
    case 'cancel-settlement':
      return step.state === 'unknown' ? 'next.return.cancel-unknown' : 'next.return.cancel-settlement'
    case 'refund':
      if (step.state === 'unknown') return 'next.return.refund-unknown'
      if (step.refused) return 'next.return.refused'
      if (step.tenderKind === 'cash') return 'next.return.cash'
      return step.tenderKind === 'qr' ? 'next.return.qr' : 'next.return.card'
    case 'report':
    case 'settle-rest':
    case undefined:
      return 'next.return.report'
  }
}

/** What is to be done now, in one or two sentences; `atCounter`: what was kept stands there to be settled again. */
export function explanationOf(view: ReturnView, atCounter: boolean): TextKey {
  if (view.state === 'abandoned') return 'return.explain.abandoned'
  if (view.state === 'completed') {
    if (view.resaleId === null) return 'return.explain.completed'
    return atCounter ? 'return.explain.resale' : 'return.explain.resaleHeld'
  }
  return explanationOfStep(currentStep(view))
}

function explanationOfStep(step: ReturnStepView | undefined): TextKey {
  switch (step?.kind) {
    case 'identify':
      return 'return.explain.identify'
    case 'cancel-settlement':
      return step.state === 'unknown' ? 'return.explain.cancel-unknown' : 'return.explain.cancel-settlement'
    case 'refund':
      return explanationOfRefund(step)
    case 'report':
    case 'settle-rest':
    case undefined:
      return 'return.explain.report'
  }
}

function explanationOfRefund(step: ReturnStepView): TextKey {
  if (step.state === 'unknown') return 'return.explain.refund.unknown'
  if (step.refused) return 'return.explain.refund.refused'
  switch (step.tenderKind) {
    case 'bank-card':
    case 'account-card':
      return 'return.explain.refund.card'
    case 'qr':
      return 'return.explain.refund.qr'
    case 'cash':
    case null:
      return 'return.explain.refund.cash'
  }
}

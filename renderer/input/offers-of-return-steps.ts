import type { ReturnStepView, ReturnView } from '../../engine/contract/returns.ts'
import type { Command } from './command.ts'
import { EMPTY_FORM, type Facts, type InputState, type StateOf } from './input-state.ts'
import { keep } from './lists.ts'
import { readCardOffers } from './offers-of-devices.ts'
import { keysOfOpenTender } from './offers-of-paying.ts'
import { nextCredential } from './offers-in-panels.ts'
import { offer, type Offer } from './offer.ts'
import { identifyCommand } from './read-fields.ts'
import { restState } from './rest-state.ts'

/** The step that somebody has to do something about. */
export function currentStep(view: ReturnView): ReturnStepView | undefined {
  return view.steps.find((step) => step.state === 'now' || step.state === 'unknown')
}

/** Whether a refund is given by a person with the number of a slip. */
export function wantsReference(step: ReturnStepView | undefined): boolean {
  return step?.kind === 'refund' && step.state === 'now' && step.byHand && step.tenderKind !== 'cash'
}

type StepsState = StateOf<'return-steps'>

export function returnStepsOffers(facts: Facts, state: StepsState): Offer[] {
  const { view } = state
  if (view.state === 'completed' || view.state === 'abandoned') {
    return [
      offer(facts, 'Enter', 'key.returnEnd', { state: restState(facts.sale) }),
      offer(facts, 'F9', 'key.printReturn', {
        state,
        command: { do: 'print-return', returnId: view.id },
        when: view.state === 'completed',
      }),
      offer(facts, 'Escape', 'key.returnEnd', { state: restState(facts.sale) }),
    ]
  }
  return [
    ...stepOffers(facts, state, currentStep(view)),
    ...abandonOffers(facts, view),
    offer(facts, 'Escape', 'key.returnLater', { state: restState(facts.sale) }),
  ]
}

/** Only while nothing has moved; with a refund in doubt the key belongs to that. */
function abandonOffers(facts: Facts, view: ReturnView): Offer[] {
  const step = currentStep(view)
  if (step?.kind === 'refund' && step.state === 'unknown') return []
  return [
    offer(facts, 'Delete', 'key.abandonReturn', {
      state: { kind: 'confirm-abandon', view },
      when: view.state === 'open' && facts.connected,
    }),
  ]
}

/** The keys of the step that is to be done now. */
function stepOffers(facts: Facts, state: StepsState, step: ReturnStepView | undefined): Offer[] {
  const { view } = state
  const proceed: Command = { do: 'proceed-return', returnId: view.id }
  switch (step?.kind) {
    case 'identify':
      return [
        offer(facts, 'F3', 'key.identifyReturn', {
          state: { kind: 'return-identify', view, credential: '02', form: EMPTY_FORM },
          when: facts.connected,
        }),
      ]
    case 'cancel-settlement':
      return step.state === 'unknown'
        ? [askCancellation(facts, state)]
        : [offer(facts, 'F9', 'key.cancelSettlement', { state, command: proceed })]
    case 'refund':
      return step.state === 'unknown' ? unknownRefundOffers(facts, state) : refundOffers(facts, state, step)
    case 'report':
    case 'settle-rest':
    case undefined:
      return [offer(facts, 'F9', 'key.completeReturn', { state, command: proceed })]
  }
}

function askCancellation(facts: Facts, state: StepsState): Offer {
  const { settlementId } = state.view
  return offer(facts, 'F9', 'key.resolve', {
    state,
    command: settlementId === null ? undefined : { do: 'resolve', settlementId },
    when: settlementId !== null,
  })
}

function unknownRefundOffers(facts: Facts, state: StepsState): Offer[] {
  const returnId = state.view.id
  const tenderId = facts.tenders.find((tender) => tender.returnId === returnId)?.tenderId
  const money = { tenderId: tenderId ?? '', tenderState: 'refund-unknown', returnId } as const
  return keysOfOpenTender(facts, state, money, tenderId !== undefined)
}

function refundOffers(facts: Facts, state: StepsState, step: ReturnStepView): Offer[] {
  const returnId = state.view.id
  const refundId = step.refundId ?? ''
  const reference = state.text.trim() === '' ? null : state.text.trim()
  const byHand: Command = { do: 'refund-by-hand', refund: { returnId, refundId, reference } }
  if (step.byHand) {
    const isCash = step.tenderKind === 'cash'
    return [
      offer(facts, 'F9', isCash ? 'key.cashGiven' : 'key.cardRefunded', {
        state,
        command: byHand,
        when: isCash || reference !== null,
      }),
    ]
  }
  const again = offer(facts, 'F9', 'key.refund', { state, command: { do: 'proceed-return', returnId } })
  return step.refused ? [again, offer(facts, 'F8', 'key.cashInstead', { state, command: byHand })] : [again]
}

export function returnIdentifyOffers(facts: Facts, state: StateOf<'return-identify'>): Offer[] {
  const identified = identifyCommand(state)
  const { view } = state
  return [
    offer(facts, 'Enter', 'key.identify', {
      state,
      command:
        identified === undefined
          ? undefined
          : { do: 'identify-return', identification: { ...identified.credential, returnId: view.id } },
      when: identified !== undefined,
    }),
    ...readCardOffers(facts, state),
    offer(facts, 'F3', 'key.otherCredential', {
      state: { ...state, credential: nextCredential(state.credential), form: EMPTY_FORM },
    }),
    offer(facts, 'Escape', 'key.back', { state: { kind: 'return-steps', view, text: '' } }),
  ]
}

export function confirmAbandonOffers(facts: Facts, state: StateOf<'confirm-abandon'>): Offer[] {
  const steps: InputState = { kind: 'return-steps', view: state.view, text: '' }
  return [
    ...keep(facts, steps),
    offer(facts, 'Delete', 'key.confirmAbandon', {
      state: steps,
      command: { do: 'abandon-return', returnId: state.view.id },
    }),
  ]
}

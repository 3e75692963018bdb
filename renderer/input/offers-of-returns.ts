import { readQuantity } from '../../engine/contract/messages/amounts.ts'
import type { ReturnStepView, ReturnView } from '../../engine/contract/returns.ts'
import type { Command } from './command.ts'
import { EMPTY_FORM, type Facts, type InputState, type ReturnPicking, type StateOf } from './input-state.ts'
import { arrows, back, keep, reasonKeys } from './lists.ts'
import { keysOfOpenTender } from './offers-of-paying.ts'
import { nextCredential } from './offers-in-panels.ts'
import { offer, type Offer } from './offer.ts'
import { identifyCommand } from './read-fields.ts'
import { RETURN_REASONS } from './reasons.ts'
import {
  byBoxes,
  isEmpty,
  pickAll,
  pickQuantity,
  returnLines,
  stepQuantity,
  toggleCode,
} from './return-picks.ts'
import { restState } from './rest-state.ts'

type Line = ReturnPicking['sale']['lines'][number]

/** Finding the sale by number or box; before anything was looked for, the unfinished returns stand there. */
export function returnFindOffers(facts: Facts, state: StateOf<'return-find'>): Offer[] {
  const length = state.sales?.length ?? facts.returns.length
  const text = state.text.trim()
  const unfinished = state.sales === undefined ? facts.returns[state.index] : undefined
  const sale = state.sales?.[state.index]
  return [
    text !== ''
      ? offer(facts, 'Enter', 'key.find', { state, command: { do: 'find-return', text } })
      : offer(facts, 'Enter', 'key.choose', {
          state: sale === undefined ? state : pickFrom(sale),
          command: unfinished === undefined ? undefined : { do: 'load-return', returnId: unfinished.id },
          when: sale !== undefined || unfinished !== undefined,
        }),
    ...arrows(facts, state.index, length, (index) => ({ ...state, index })),
    back(facts),
  ]
}

/** A sale of which nothing is picked yet. */
export function pickFrom(sale: ReturnPicking['sale']): ReturnPicking {
  const first = sale.lines.findIndex((line) => line.returnable > 0)
  return { kind: 'return-lines', sale, index: Math.max(0, first), picks: {} }
}

export function returnLinesOffers(facts: Facts, state: ReturnPicking): Offer[] {
  const line = state.sale.lines[state.index]
  return [
    ...(line === undefined ? [] : lineOffers(facts, state, line)),
    offer(facts, 'F8', 'key.returnAll', { state: { ...state, picks: pickAll(state.sale) } }),
    offer(facts, 'F9', 'key.returnGoOn', {
      state: { kind: 'return-reason', picking: state, index: 0 },
      when: !isEmpty(state.picks),
    }),
    ...arrows(facts, state.index, state.sale.lines.length, (index) => ({ ...state, index })),
    offer(facts, 'Escape', 'key.back', {
      state: { kind: 'return-find', text: '', sales: undefined, index: 0 },
    }),
  ]
}

/** Boxes that carry codes come back one by one, by their codes; of anything else so much. */
function lineOffers(facts: Facts, picking: ReturnPicking, line: Line): Offer[] {
  const when = line.returnable > 0
  const { lineId } = line
  if (byBoxes(line)) {
    const state: InputState = { kind: 'return-codes', picking, lineId, index: 0 }
    return [offer(facts, 'Enter', 'key.returnCodes', { state, when })]
  }
  const stepped = (by: 1 | -1): InputState => ({ ...picking, picks: stepQuantity(picking.picks, line, by) })
  return [
    offer(facts, 'ArrowLeft', 'key.less', { state: stepped(-1), when }),
    offer(facts, 'ArrowRight', 'key.more', { state: stepped(1), when }),
    offer(facts, 'F4', 'key.quantity', {
      state: { kind: 'return-quantity', picking, lineId, text: '' },
      when,
    }),
  ]
}

const lineOf = (picking: ReturnPicking, lineId: string): Line | undefined =>
  picking.sale.lines.find((line) => line.lineId === lineId)

export function returnQuantityOffers(facts: Facts, state: StateOf<'return-quantity'>): Offer[] {
  const { picking, lineId, text } = state
  const line = lineOf(picking, lineId)
  const read = readQuantity(text)
  const leave = offer(facts, 'Escape', 'key.back', { state: picking })
  if (!read.ok || line === undefined) {
    const refusal = read.ok ? undefined : { code: read.refusal.code, params: read.refusal.params }
    const command: Command | undefined = refusal === undefined ? undefined : { do: 'say', refusal }
    return [offer(facts, 'Enter', 'key.confirm', { state, command }), leave]
  }
  const tooMany: Command = { do: 'tell', text: 'return.tooMany' }
  const fits = read.value <= line.returnable
  const picks = pickQuantity(picking.picks, line, read.value)
  return [
    fits
      ? offer(facts, 'Enter', 'key.confirm', { state: { ...picking, picks } })
      : offer(facts, 'Enter', 'key.confirm', { state, command: tooMany }),
    leave,
  ]
}

export function returnCodesOffers(facts: Facts, state: StateOf<'return-codes'>): Offer[] {
  const { picking, lineId } = state
  const line = lineOf(picking, lineId)
  const code = line?.traceCodes[state.index]
  const length = line?.traceCodes.length ?? 0
  const toggled =
    line === undefined || code === undefined ? picking.picks : toggleCode(picking.picks, line, code)
  return [
    offer(facts, 'Enter', 'key.toggle', {
      state: { ...state, picking: { ...picking, picks: toggled } },
      when: code !== undefined,
    }),
    ...arrows(facts, state.index, length, (index) => ({ ...state, index })),
    offer(facts, 'F9', 'key.returnDone', { state: picking }),
    offer(facts, 'Escape', 'key.back', { state: picking }),
  ]
}

export function returnReasonOffers(facts: Facts, state: StateOf<'return-reason'>): Offer[] {
  const { picking, index } = state
  const reason = RETURN_REASONS[index]
  return [
    offer(facts, 'F9', 'key.beginReturn', {
      state,
      command:
        reason === undefined
          ? undefined
          : { do: 'begin-return', saleId: picking.sale.saleId, lines: returnLines(picking.picks), reason },
      when: reason !== undefined,
    }),
    ...reasonKeys(facts, index, RETURN_REASONS.length, (to) => ({ ...state, index: to })),
    offer(facts, 'Escape', 'key.back', { state: picking }),
  ]
}

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

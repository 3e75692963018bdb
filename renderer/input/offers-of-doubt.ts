import type { CaseView, OpenSettlement } from '../../engine/contract/resolving.ts'
import { openSale, type Facts, type InputState, type StateOf } from './input-state.ts'
import { arrows, back, keep } from './lists.ts'
import { offer, type Offer } from './offer.ts'
import { holdOffer, looks, takeBackOffer } from './offers-at-rest.ts'
import { keysOfOpenTender } from './offers-of-paying.ts'
import { restState } from './rest-state.ts'
import { markedMatter, openMatters, type Matter } from './open-matters.ts'

/** Nothing can be done but look; what happens next comes from the centre. */
export function waitingOffers(facts: Facts): Offer[] {
  return looks(facts)
}

function reverseOffer(facts: Facts, settlementId: string, back: InputState, when: boolean): Offer {
  return offer(facts, 'F8', 'key.reverse', {
    state: { kind: 'confirm-reverse', settlementId, back },
    when: when && facts.connected && !facts.busy,
  })
}

/** Asking is always safe; a reversal is offered only where the engine says that no query proves anything. */
export function unknownOffers(facts: Facts, state: InputState): Offer[] {
  const settlement = openSale(facts.sale)?.settlement ?? undefined
  const mayReverse = settlement?.resolving?.nextStep === 'reverse'
  return [
    offer(facts, 'F9', 'key.resolve', { state, command: { do: 'resolve' } }),
    ...(settlement !== undefined && mayReverse ? [reverseOffer(facts, settlement.id, state, true)] : []),
    holdOffer(facts, state),
    ...looks(facts),
  ]
}

/** Only the centre's people can tell; asking again does no harm. */
export function disputedOffers(facts: Facts, state: InputState): Offer[] {
  return [
    offer(facts, 'F9', 'key.resolve', {
      state,
      command: { do: 'resolve' },
      when: openSale(facts.sale)?.settlement?.resolving != null,
    }),
    holdOffer(facts, state),
    ...looks(facts),
  ]
}

/** An answer came too late: the way to undo it leads through the list of what is open. */
export function caseOffers(facts: Facts, state: InputState): Offer[] {
  return [
    offer(facts, 'F9', 'key.toCase', {
      state: { kind: 'open-matters', at: openSale(facts.sale)?.openCaseId ?? null },
      when: facts.connected,
    }),
    holdOffer(facts, state),
    ...looks(facts),
  ]
}

/** The safe answer is not to settle. F9 asked the question, so F9 must not answer it: a finger may press twice. */
export function confirmRepeatOffers(facts: Facts, state: InputState): Offer[] {
  return [
    ...keep(facts, restState(facts.sale), 'key.notSettle'),
    offer(facts, 'Shift+F9', 'key.settleAgain', {
      state,
      command: { do: 'settle', repeatConfirmed: true },
    }),
  ]
}

export function confirmReverseOffers(facts: Facts, state: StateOf<'confirm-reverse'>): Offer[] {
  return [
    ...keep(facts, state.back, 'key.notReverse'),
    offer(facts, 'F8', 'key.confirmReverse', {
      state: state.back,
      command: { do: 'reverse', settlementId: state.settlementId },
    }),
  ]
}

export function openMattersOffers(facts: Facts, state: StateOf<'open-matters'>): Offer[] {
  const matters = openMatters(facts)
  const index = markedMatter(matters, state.at)
  const matter = matters[index]
  const at = (to: number): InputState => ({ ...state, at: matters[to]?.id ?? null })
  return [
    ...(matter === undefined ? [] : keysOfMatter(facts, at(index), matter)),
    ...arrows(facts, index, matters.length, at),
    back(facts),
  ]
}

function keysOfMatter(facts: Facts, state: InputState, matter: Matter): Offer[] {
  switch (matter.kind) {
    case 'settlement':
      return keysOfSettlement(facts, state, matter.view)
    case 'case':
      return keysOfCase(facts, state, matter.view)
    case 'paid-aside':
      return [takeBackOffer(facts, state, 'F9', matter.view.saleId)]
    case 'tender':
      return keysOfOpenTender(facts, state, {
        tenderId: matter.id,
        tenderState: matter.view.state,
        returnId: matter.view.returnId,
      })
  }
}

function keysOfSettlement(facts: Facts, state: InputState, view: OpenSettlement): Offer[] {
  const { settlementId } = view
  return [
    offer(facts, 'F9', 'key.resolve', { state, command: { do: 'resolve', settlementId } }),
    reverseOffer(facts, settlementId, state, view.nextStep === 'reverse'),
  ]
}

function keysOfCase(facts: Facts, state: InputState, view: CaseView): Offer[] {
  const mayUndo = view.nextStep === 'undo' || view.nextStep === 'ask' || view.nextStep === 'wait'
  return [
    offer(facts, 'F9', view.state === 'undo-unknown' ? 'key.askCase' : 'key.undoCase', {
      state,
      command: { do: 'undo-case', caseId: view.id },
      when: mayUndo,
    }),
    offer(facts, 'F8', 'key.closeCase', {
      state: { kind: 'close-case', caseId: view.id, text: '' },
      when: facts.connected,
    }),
  ]
}

export function closeCaseOffers(facts: Facts, state: StateOf<'close-case'>): Offer[] {
  const note = state.text.trim()
  return [
    offer(facts, 'Enter', 'key.closeCase', {
      state,
      command: { do: 'close-case', caseId: state.caseId, note },
      when: note !== '',
    }),
    offer(facts, 'Escape', 'key.back', { state: { kind: 'open-matters', at: state.caseId } }),
  ]
}

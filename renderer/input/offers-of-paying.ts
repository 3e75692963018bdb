import type { Facts, InputState, PayingState, StateOf } from './input-state.ts'
import { keep, reasonKeys } from './lists.ts'
import { offer, type Offer } from './offer.ts'
import { drawerOffer } from './offers-of-devices.ts'
import { holdOffer, looks } from './offers-at-rest.ts'
import { UNDO_REASONS } from './reasons.ts'
import { cardCommand, cashCommand, readAmount } from './read-fields.ts'
import { askLabel, restState, tenderInFlight, tendersTaken, type Tender } from './rest-state.ts'

/** Money that is on its way, or that nobody knows where it is; `returnId` where a return gives it back. */
type OpenMoney = {
  readonly tenderId: string
  readonly tenderState: Tender['state'] | undefined
  readonly returnId: string | null
}

/** The way to another way of paying. The account card is offered wherever it might be asked for, to say why not. */
function ways(facts: Facts, state: PayingState): Offer[] {
  const payable = facts.sale?.payableBy ?? []
  const card = state.kind === 'card' ? state.card : undefined
  return [
    offer(facts, 'F2', 'key.payCash', {
      state: { kind: 'paying', text: '' },
      when: state.kind !== 'paying' && payable.includes('cash'),
    }),
    offer(facts, 'F3', 'key.payBankCard', {
      state: { kind: 'card', card: 'bank-card', amount: '', reference: '' },
      when: card !== 'bank-card' && payable.includes('bank-card'),
    }),
    offer(facts, 'F4', 'key.payCode', {
      state: { kind: 'pay-code', text: '' },
      when: state.kind !== 'pay-code' && payable.includes('qr'),
    }),
    showCodeOffer(facts, state),
    accountCardOffer(facts, state),
    undoTenderOffer(facts),
  ]
}

/** The till shows a code for what stands in the field, or for all that is owed. */
function showCodeOffer(facts: Facts, state: PayingState): Offer {
  const text = state.kind === 'paying' || state.kind === 'pay-code' ? state.text : ''
  const typed = readAmount(text)
  const owed = facts.sale?.totals.outstanding ?? 0
  const amount = 'fen' in typed ? typed.fen : undefined
  const fits = amount === null || (amount !== undefined && amount > 0 && amount <= owed)
  return offer(facts, 'Shift+F4', 'key.showCode', {
    state,
    command: fits ? { do: 'show-code', amount } : undefined,
    when: fits && facts.sale?.payableBy.includes('qr') === true,
  })
}

/** No POS terminal may be swiped for an account that the settlement has debited already. */
function accountCardOffer(facts: Facts, state: PayingState): Offer {
  const accountPaidFen = facts.sale?.settlement?.split?.accountPaid ?? 0
  if (facts.sale?.settlement?.state === 'settled' && accountPaidFen !== 0) {
    const refusal = { code: 'TENDER_ACCOUNT_ALREADY_DEBITED', params: { accountPaidFen } } as const
    return offer(facts, 'F8', 'key.payAccountCard', { state, command: { do: 'say', refusal } })
  }
  return offer(facts, 'F8', 'key.payAccountCard', {
    state: { kind: 'card', card: 'account-card', amount: '', reference: '' },
    when: facts.sale?.payableBy.includes('account-card') === true,
  })
}

/** What the insurance left to pay must be paid, and so must the rest of what was paid in part. */
function leave(facts: Facts): Offer {
  const mustBePaid = restState(facts.sale).kind === 'paying'
  return offer(facts, 'Escape', 'key.back', { state: { kind: 'idle' }, when: !mustBePaid })
}

export function payingOffers(facts: Facts, state: StateOf<'paying'>): Offer[] {
  const typed = readAmount(state.text)
  const part = 'fen' in typed && typed.fen !== null && typed.fen > 0 ? typed.fen : undefined
  const owed = facts.sale?.totals.outstanding ?? 0
  return [
    offer(facts, 'Enter', state.text.trim() === '' ? 'key.payExact' : 'key.payTyped', {
      state,
      command: cashCommand(state.text),
    }),
    offer(facts, 'F9', 'key.payPart', {
      state,
      command: part === undefined ? undefined : { do: 'take-cash', amount: part },
      when: part !== undefined && part < owed,
    }),
    ...ways(facts, state),
    drawerOffer(facts, state),
    ...looks(facts),
    leave(facts),
  ]
}

/** Esc leads from another way of paying back to cash; where cash alone may not pay, to where the keyboard rests. */
function toCash(facts: Facts): Offer {
  return facts.sale?.payableBy.includes('cash') === true
    ? offer(facts, 'Escape', 'key.payCash', { state: { kind: 'paying', text: '' } })
    : offer(facts, 'Escape', 'key.back', { state: restState(facts.sale) })
}

export function cardOffers(facts: Facts, state: StateOf<'card'>): Offer[] {
  const command = cardCommand(state)
  return [
    offer(facts, 'Enter', 'key.takeSlip', { state, command, when: command !== undefined }),
    ...ways(facts, state),
    ...looks(facts),
    toCash(facts),
  ]
}

/** The customer's code is scanned; there is nothing to press. */
export function payCodeOffers(facts: Facts, state: StateOf<'pay-code'>): Offer[] {
  return [...ways(facts, state), ...looks(facts), toCash(facts)]
}

const whyUndo = (tenderId: string): InputState => ({ kind: 'undo-reason', tenderId, index: 0 })

/** Which payment goes back is asked only where there are several. */
function undoTenderOffer(facts: Facts): Offer {
  const [first, ...others] = tendersTaken(facts.sale)
  const single = first !== undefined && others.length === 0
  return offer(facts, 'Shift+Delete', 'key.undoTender', {
    state: single ? whyUndo(first.id) : { kind: 'undo-tender', index: 0 },
    when: first !== undefined,
  })
}

export function undoTenderOffers(facts: Facts, state: StateOf<'undo-tender'>): Offer[] {
  const taken = tendersTaken(facts.sale)
  const tender = taken[state.index]
  return [
    ...reasonKeys(facts, state.index, taken.length, (index) => ({ ...state, index })),
    offer(facts, 'Shift+Delete', 'key.undoTender', {
      state: tender === undefined ? state : whyUndo(tender.id),
      when: tender !== undefined,
    }),
    ...keep(facts),
  ]
}

export function undoReasonOffers(facts: Facts, state: StateOf<'undo-reason'>): Offer[] {
  const reason = UNDO_REASONS[state.index]
  return [
    ...reasonKeys(facts, state.index, UNDO_REASONS.length, (index) => ({ ...state, index })),
    offer(facts, 'Shift+Delete', 'key.confirmUndoTender', {
      state,
      command: reason === undefined ? undefined : { do: 'undo-tender', tenderId: state.tenderId, reason },
      when: reason !== undefined,
    }),
    ...keep(facts),
  ]
}

/** A payment by code that the customer must confirm, or whose outcome nobody knows. Asking moves no money. */
export function tenderOpenOffers(facts: Facts, state: InputState): Offer[] {
  const tender = tenderInFlight(facts.sale)
  const open = tender !== undefined && ['paying', 'unknown', 'refund-unknown'].includes(tender.state)
  return [
    ...keysOfOpenTender(
      facts,
      state,
      { tenderId: tender?.id ?? '', tenderState: tender?.state, returnId: null },
      open,
    ),
    ...(open ? [holdOffer(facts, state)] : []),
    ...looks(facts),
  ]
}

/**
 * Asking, and what moves on when asking does not: a payment is given up, which has its order closed; a refund that never
 * arrived is asked for again under its own number, which the acquirer does once.
 */
export function keysOfOpenTender(facts: Facts, state: InputState, money: OpenMoney, when = true): Offer[] {
  const { tenderId, tenderState, returnId } = money
  const giveUp = (): Offer =>
    offer(facts, 'Delete', 'key.giveUpTender', { state, command: { do: 'give-up-tender', tenderId }, when })
  const again = (): Offer =>
    offer(facts, 'Delete', 'key.refundAgain', {
      state,
      // the engine keeps the reason of the first time
      command:
        returnId === null
          ? { do: 'undo-tender', tenderId, reason: 'other' }
          : { do: 'proceed-return', returnId },
      when,
    })
  return [
    offer(facts, 'F9', askLabel(tenderState), { state, command: { do: 'ask-tender', tenderId }, when }),
    tenderState === 'refund-unknown' ? again() : giveUp(),
  ]
}

import type { ApprovableCommand } from './command.ts'
import {
  EMPTY_FORM,
  openSale,
  type ApprovalState,
  type CredentialType,
  type Facts,
  type InputState,
  type StateOf as Of,
} from './input-state.ts'
import { arrows, back, keep, reasonKeys } from './lists.ts'
import { offer, type Offer } from './offer.ts'
import { takeBackOffer } from './offers-at-rest.ts'
import { readCardOffers } from './offers-of-devices.ts'
import { discountCommand, identifyCommand, priceCommand, quantityCommand, readSearch } from './read-fields.ts'
import { REMOVE_REASONS, VOID_REASONS } from './reasons.ts'
import { restState } from './rest-state.ts'

export function searchOffers(facts: Facts, state: Of<'search'>): Offer[] {
  const hit = state.hits[state.index]
  const { quantity } = readSearch(state.text)
  return [
    ...arrows(facts, state.index, state.hits.length, (index) => ({ ...state, index })),
    offer(facts, 'Enter', 'key.addGoods', {
      state,
      command: hit === undefined ? undefined : { do: 'add-goods', goodsId: hit.goodsId, quantity },
      when: hit !== undefined,
    }),
    back(facts),
  ]
}

export function quantityOffers(facts: Facts, state: Of<'quantity'>): Offer[] {
  return [
    offer(facts, 'Enter', 'key.confirm', { state, command: quantityCommand(state) }),
    offer(facts, 'F4', state.split ? 'key.toPacks' : 'key.toSplit', {
      state: { ...state, split: !state.split },
    }),
    back(facts),
  ]
}

export function discountOffers(facts: Facts, state: Of<'discount'>): Offer[] {
  return [
    offer(facts, 'Enter', 'key.confirm', { state, command: discountCommand(state) }),
    offer(facts, 'F8', state.wholeSale ? 'key.toLineDiscount' : 'key.toSaleDiscount', {
      state: { ...state, wholeSale: !state.wholeSale },
    }),
    back(facts),
  ]
}

export function priceOffers(facts: Facts, state: Of<'price'>): Offer[] {
  return [offer(facts, 'Enter', 'key.confirm', { state, command: priceCommand(state) }), back(facts)]
}

/** The second person's word goes with the command that was refused; without it nothing happens. */
export function approvalOffers(facts: Facts, state: ApprovalState): Offer[] {
  const { operatorNumber, password } = state
  const isFilled = operatorNumber.trim() !== '' && password !== ''
  const command: ApprovableCommand = {
    ...state.command,
    approval: { operatorNumber: operatorNumber.trim(), password },
  }
  return [
    offer(facts, 'Enter', 'key.approve', { state, command, when: isFilled }),
    offer(facts, 'Escape', 'key.noApproval', { state: state.back }),
  ]
}

/** Taking a sale back to the counter; the one that stands there is put aside for it. */
export function heldOffers(facts: Facts, state: Of<'held'>): Offer[] {
  const saleId = state.sales?.[state.index]?.id
  return [
    takeBackOffer(facts, state, 'Enter', saleId),
    ...arrows(facts, state.index, state.sales?.length ?? 0, (index) => ({ ...state, index })),
    back(facts),
  ]
}

export function traceCodeOffers(facts: Facts, state: Of<'trace-codes'>): Offer[] {
  const codes = openSale(facts.sale)?.lines.find((line) => line.id === state.lineId)?.trace.codes ?? []
  const code = codes[state.index]
  return [
    ...arrows(facts, state.index, codes.length, (index) => ({ ...state, index })),
    offer(facts, 'Delete', 'key.removeTraceCode', {
      state,
      command: code === undefined ? undefined : { do: 'remove-trace-code', lineId: state.lineId, code },
      when: code !== undefined,
    }),
    back(facts),
  ]
}

const NEXT_CREDENTIAL: Readonly<Record<CredentialType, CredentialType>> = {
  '02': '03',
  '03': '01',
  '01': '02',
}

export const nextCredential = (credential: CredentialType): CredentialType => NEXT_CREDENTIAL[credential]

export function identifyOffers(facts: Facts, state: Of<'identify'>): Offer[] {
  const command = identifyCommand(state)
  return [
    offer(facts, 'Enter', 'key.identify', { state, command, when: command !== undefined }),
    offer(facts, 'F3', 'key.otherCredential', {
      state: { ...state, credential: nextCredential(state.credential), form: EMPTY_FORM },
    }),
    ...readCardOffers(facts, state),
    back(facts),
  ]
}

export function chooseInsuranceOffers(facts: Facts, state: Of<'choose-insurance'>): Offer[] {
  const options = openSale(facts.sale)?.insured?.options ?? []
  const option = options[state.index]
  return [
    ...arrows(facts, state.index, options.length, (index) => ({ ...state, index })),
    offer(facts, 'Enter', 'key.choose', {
      state,
      command: option === undefined ? undefined : { do: 'choose-insurance', position: option.position },
      when: option?.normal === true,
    }),
    offer(facts, 'F3', 'key.otherPerson', {
      state: { kind: 'identify', credential: '02', form: EMPTY_FORM },
    }),
    offer(facts, 'Delete', 'key.clearPerson', { state, command: { do: 'clear-person' } }),
    back(facts),
  ]
}

/** The question after the one that is answered or dropped. */
export function afterGoodsQuestion(facts: Facts, state: Of<'choose-goods'>): InputState {
  const [choices, ...waiting] = state.waiting
  return choices === undefined ? restState(facts.sale) : { kind: 'choose-goods', choices, index: 0, waiting }
}

export function chooseGoodsOffers(facts: Facts, state: Of<'choose-goods'>): Offer[] {
  const choice = state.choices[state.index]
  return [
    ...arrows(facts, state.index, state.choices.length, (index) => ({ ...state, index })),
    offer(facts, 'Enter', 'key.choose', {
      state: afterGoodsQuestion(facts, state),
      command:
        choice === undefined ? undefined : { do: 'add-goods', goodsId: choice.goodsId, quantity: 10_000 },
      when: choice !== undefined,
    }),
    offer(facts, 'Escape', 'key.dropScan', { state: afterGoodsQuestion(facts, state) }),
  ]
}

export function confirmRemoveOffers(facts: Facts, state: Of<'confirm-remove'>): Offer[] {
  const reason = REMOVE_REASONS[state.index]
  return [
    offer(facts, 'Delete', 'key.confirmRemove', {
      state,
      command: reason === undefined ? undefined : { do: 'remove-line', lineId: state.lineId, reason },
      when: reason !== undefined,
    }),
    ...reasonKeys(facts, state.index, REMOVE_REASONS.length, (index) => ({ ...state, index })),
    ...keep(facts),
  ]
}

export function confirmVoidOffers(facts: Facts, state: Of<'confirm-void'>): Offer[] {
  const reason = VOID_REASONS[state.index]
  return [
    offer(facts, 'Shift+Delete', 'key.confirmVoid', {
      state,
      command: reason === undefined ? undefined : { do: 'void', reason },
      when: reason !== undefined,
    }),
    ...reasonKeys(facts, state.index, VOID_REASONS.length, (index) => ({ ...state, index })),
    ...keep(facts),
  ]
}

export function confirmSignOutOffers(facts: Facts, state: Of<'confirm-sign-out'>): Offer[] {
  return [
    offer(facts, 'Shift+F12', 'key.confirmSignOut', { state, command: { do: 'sign-out' } }),
    offer(facts, 'Enter', 'key.stay', { state: restState(facts.sale) }),
    offer(facts, 'Escape', 'key.stay', { state: restState(facts.sale) }),
  ]
}

export function recentOffers(facts: Facts, state: Of<'recent'>): Offer[] {
  const sale = state.sales?.[state.index]
  const completed = sale?.state === 'completed'
  return [
    ...arrows(facts, state.index, state.sales?.length ?? 0, (index) => ({ ...state, index })),
    offer(facts, 'F9', 'key.printCopy', {
      state,
      command: completed ? { do: 'print-copy', saleId: sale.id } : undefined,
      when: completed,
    }),
    back(facts),
  ]
}

export function uploadsOffers(facts: Facts, state: Of<'uploads'>): Offer[] {
  return [
    offer(facts, 'F9', 'key.sendUploads', {
      state,
      command: { do: 'send-uploads' },
      when: (state.uploads ?? []).length > 0,
    }),
    back(facts),
  ]
}

export function helpOffers(facts: Facts): Offer[] {
  return [back(facts)]
}

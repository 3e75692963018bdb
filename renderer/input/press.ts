import type { Command } from './command.ts'
import type { Facts, InputKind, InputState, StateOf } from './input-state.ts'
import type { Key } from './keys.ts'
import type { Offer } from './offer.ts'
import { idleOffers, resultOffers } from './offers-at-rest.ts'
import {
  approvalOffers,
  chooseGoodsOffers,
  chooseInsuranceOffers,
  confirmRemoveOffers,
  confirmSignOutOffers,
  confirmVoidOffers,
  discountOffers,
  heldOffers,
  helpOffers,
  identifyOffers,
  priceOffers,
  quantityOffers,
  recentOffers,
  searchOffers,
  traceCodeOffers,
  uploadsOffers,
} from './offers-in-panels.ts'
import {
  caseOffers,
  closeCaseOffers,
  confirmRepeatOffers,
  confirmReverseOffers,
  disputedOffers,
  openMattersOffers,
  unknownOffers,
  waitingOffers,
} from './offers-of-doubt.ts'
import {
  cardOffers,
  payCodeOffers,
  payingOffers,
  tenderOpenOffers,
  undoReasonOffers,
  undoTenderOffers,
} from './offers-of-paying.ts'
import { confirmAbandonOffers, returnIdentifyOffers, returnStepsOffers } from './offers-of-return-steps.ts'
import {
  returnCodesOffers,
  returnFindOffers,
  returnLinesOffers,
  returnQuantityOffers,
  returnReasonOffers,
} from './offers-of-returns.ts'
import { openDrawerOffers } from './offers-of-devices.ts'

/** So long the result stays whatever is pressed: a second Enter of the payment must not wipe the change away. */
export const RESULT_LEAST_MS = 600

type OffersOf<Kind extends InputKind> = (facts: Facts, state: StateOf<Kind>) => readonly Offer[]

/** The keys of every state. */
const OFFERS: { readonly [Kind in InputKind]: OffersOf<Kind> } = {
  idle: idleOffers,
  result: resultOffers,
  search: searchOffers,
  quantity: quantityOffers,
  discount: discountOffers,
  price: priceOffers,
  'trace-codes': traceCodeOffers,
  identify: identifyOffers,
  'choose-insurance': chooseInsuranceOffers,
  'choose-goods': chooseGoodsOffers,
  'confirm-remove': confirmRemoveOffers,
  'confirm-void': confirmVoidOffers,
  'confirm-sign-out': confirmSignOutOffers,
  'open-drawer': openDrawerOffers,
  approval: approvalOffers,
  recent: recentOffers,
  uploads: uploadsOffers,
  held: heldOffers,
  help: helpOffers,
  paying: payingOffers,
  card: cardOffers,
  'pay-code': payCodeOffers,
  'undo-tender': undoTenderOffers,
  'undo-reason': undoReasonOffers,
  'tender-waiting': tenderOpenOffers,
  'tender-unknown': tenderOpenOffers,
  waiting: waitingOffers,
  unknown: unknownOffers,
  disputed: disputedOffers,
  case: caseOffers,
  'confirm-repeat': confirmRepeatOffers,
  'open-matters': openMattersOffers,
  'confirm-reverse': confirmReverseOffers,
  'close-case': closeCaseOffers,
  'return-find': returnFindOffers,
  'return-lines': returnLinesOffers,
  'return-quantity': returnQuantityOffers,
  'return-codes': returnCodesOffers,
  'return-reason': returnReasonOffers,
  'return-steps': returnStepsOffers,
  'return-identify': returnIdentifyOffers,
  'confirm-abandon': confirmAbandonOffers,
}

/** Every key that means something in a state, in the order of the key bar. The one source of what is shown and done. */
export function offersFor(state: InputState, facts: Facts): readonly Offer[] {
  // the table gives each kind its own function; TypeScript cannot correlate the union
  const offers = OFFERS[state.kind] as OffersOf<InputKind>
  return offers(facts, state)
}

export type Pressed = { readonly state: InputState; readonly command?: Command }

const MAY_REPEAT: ReadonlySet<Key> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

/**
 * What pressing a key leads to. `ignored`: the key is the till's but does nothing now. Undefined: not the till's key
 * here, so it keeps its usual meaning (arrows in a list of the form, for instance).
 */
export function press(
  state: InputState,
  key: Key,
  facts: Facts,
  repeats = false,
): Pressed | 'ignored' | undefined {
  const found = offersFor(state, facts).find((one) => one.key === key)
  if (found === undefined) return key.includes('F') ? 'ignored' : undefined
  if (!found.enabled || (repeats && !MAY_REPEAT.has(key))) return 'ignored'
  const closesResult = state.kind === 'result' && (key === 'Enter' || key === 'Escape')
  if (closesResult && facts.now - state.since < RESULT_LEAST_MS) return 'ignored'
  return found.command === undefined ? { state: found.state } : { state: found.state, command: found.command }
}

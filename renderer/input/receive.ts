import type { RefusalView } from '../../engine/contract/common.ts'
import type { GoodsHit } from '../../engine/contract/goods.ts'
import type { ReturnableSale, ReturnView } from '../../engine/contract/returns.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { ScanOutcome } from '../../engine/contract/scan.ts'
import type { UploadView } from '../../engine/contract/status.ts'
import type { ApprovableCommand, CommandName } from './command.ts'
import {
  stateBehind,
  type CredentialForm,
  type Facts,
  type HeldSale,
  type InputKind,
  type InputState,
  type RecentSale,
} from './input-state.ts'
import { currentStep } from './offers-of-return-steps.ts'
import { pickFrom } from './offers-of-returns.ts'
import { afterSaleChanged } from './receive-sale.ts'
import { restState } from './rest-state.ts'
import { SCAN_EFFECT } from './scan-effect.ts'

/** Fields of states that have more than one. */
export type FieldName = 'amount' | 'reference' | 'operatorNumber' | 'password'

/** What reaches the keyboard's state besides keys. */
export type InputEvent =
  | { readonly type: 'sale-changed'; readonly before: SaleView | null }
  | { readonly type: 'scan-handled'; readonly outcome: ScanOutcome }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'field'; readonly field: FieldName; readonly text: string }
  | { readonly type: 'form'; readonly change: Partial<CredentialForm> }
  | { readonly type: 'hits'; readonly text: string; readonly hits: readonly GoodsHit[] }
  | { readonly type: 'recent'; readonly sales: readonly RecentSale[] }
  | { readonly type: 'held'; readonly sales: readonly HeldSale[] }
  | { readonly type: 'uploads'; readonly uploads: readonly UploadView[] }
  | { readonly type: 'returnable'; readonly sales: readonly ReturnableSale[] }
  /** A return as it is now: one that was just begun or loaded, or one that changed. */
  | { readonly type: 'return'; readonly view: ReturnView; readonly opens: boolean }
  | { readonly type: 'right-needed'; readonly command: ApprovableCommand; readonly right: string }
  | { readonly type: 'approval-refused' }
  | { readonly type: 'repeat-warned'; readonly warning: RefusalView }
  /** A command succeeded; `given` is the state that it was given in. */
  | { readonly type: 'done'; readonly command: CommandName; readonly given: InputKind }

/** Commands that stay where they were given when they succeed; all others come to rest. */
const STAYS_OPEN: ReadonlySet<CommandName> = new Set([
  'select-line',
  'remove-trace-code',
  'set-account-used',
  'load-recent',
  'load-held',
  'load-uploads',
  'send-uploads',
  'print-copy',
  'say',
  'tell',
  'go',
  'add-goods',
  'find-return',
  'load-return',
  'begin-return',
  'identify-return',
  'present-for-return',
  'read-return-card',
  'proceed-return',
  'refund-by-hand',
  'abandon-return',
  'print-return',
])

/** Commands that are given from a list of what is open as well as at the counter; the list stays. */
const STAYS_IN_A_LIST: ReadonlySet<CommandName> = new Set([
  'resolve',
  'reverse',
  'ask-tender',
  'give-up-tender',
  'undo-tender',
  'undo-case',
])

const IDENTIFIES_A_RETURN: ReadonlySet<CommandName> = new Set([
  'identify-return',
  'present-for-return',
  'read-return-card',
])

/** The keyboard's state after an event. `facts.sale` is the sale as it is after the event. */
export function receive(state: InputState, event: InputEvent, facts: Facts): InputState {
  switch (event.type) {
    case 'sale-changed':
      return afterSaleChanged(state, event.before, facts)
    case 'scan-handled':
      return afterScan(state, event.outcome, facts)
    case 'text':
      return withText(state, event.text)
    case 'field':
      return withField(state, event.field, event.text)
    case 'form':
      return state.kind === 'identify' || state.kind === 'return-identify'
        ? { ...state, form: { ...state.form, ...event.change } }
        : state
    case 'hits':
      // an answer to what was typed before says nothing about what stands there now
      return state.kind === 'search' && state.text === event.text
        ? { ...state, hits: event.hits, index: 0 }
        : state
    case 'recent':
      return state.kind === 'recent' ? { ...state, sales: event.sales } : state
    case 'held':
      return state.kind === 'held' ? { ...state, sales: event.sales, index: 0 } : state
    case 'returnable':
      return state.kind === 'return-find' ? afterFound(state, event.sales) : state
    case 'return':
      return afterReturn(state, event)
    case 'right-needed':
      return rightNeeded(state, event.command, event.right)
    case 'approval-refused':
      return state.kind === 'approval' ? { ...state, password: '' } : state
    case 'repeat-warned':
      return { kind: 'confirm-repeat', warning: event.warning }
    case 'uploads':
      return state.kind === 'uploads' ? { ...state, uploads: event.uploads } : state
    case 'done':
      // somebody who has gone on meanwhile is not pulled back
      return state.kind === event.given ? afterDone(state, event.command, facts) : state
  }
}

function withText(state: InputState, text: string): InputState {
  switch (state.kind) {
    case 'search':
    case 'quantity':
    case 'discount':
    case 'price':
    case 'paying':
    case 'pay-code':
    case 'close-case':
    case 'return-quantity':
    case 'return-steps':
      return { ...state, text }
    case 'return-find':
      // what was found before says nothing about what stands there now
      return { ...state, text, sales: undefined, index: 0 }
    default:
      return state
  }
}

function withField(state: InputState, field: FieldName, text: string): InputState {
  if (state.kind === 'card' && (field === 'amount' || field === 'reference')) {
    return { ...state, [field]: text }
  }
  if (state.kind === 'approval' && (field === 'operatorNumber' || field === 'password')) {
    return { ...state, [field]: text }
  }
  return state
}

function afterFound(
  state: Extract<InputState, { kind: 'return-find' }>,
  sales: readonly ReturnableSale[],
): InputState {
  const [only] = sales
  if (only !== undefined && sales.length === 1 && only.openReturnId === null) return pickFrom(only)
  return { ...state, text: '', sales, index: 0 }
}

function afterReturn(
  state: InputState,
  { view, opens }: { readonly view: ReturnView; readonly opens: boolean },
): InputState {
  if (opens) return { kind: 'return-steps', view, text: '' }
  if (!('view' in state) || state.view.id !== view.id) return state
  const before = currentStep(state.view)
  const now = currentStep(view)
  // what is being typed belongs to the step that it was typed for
  const isSame = before?.kind === now?.kind && before?.refundId === now?.refundId
  if (state.kind === 'return-steps') return { ...state, view, text: isSame ? state.text : '' }
  return isSame && view.state === state.view.state
    ? { ...state, view }
    : { kind: 'return-steps', view, text: '' }
}

/** A second person is asked; who is asked already is asked for the same. */
function rightNeeded(state: InputState, command: ApprovableCommand, right: string): InputState {
  const back = state.kind === 'approval' ? state.back : state
  return { kind: 'approval', command, right, operatorNumber: '', password: '', back }
}

function afterDone(state: InputState, command: CommandName, facts: Facts): InputState {
  if (command === 'add-goods' && state.kind === 'search') return restState(facts.sale)
  if (IDENTIFIES_A_RETURN.has(command) && state.kind === 'return-identify') {
    return { kind: 'return-steps', view: state.view, text: '' }
  }
  if (command === 'open-drawer') return stateBehind(state)
  if (STAYS_OPEN.has(command) || state.kind === 'result') return state
  if (STAYS_IN_A_LIST.has(command) && staysInList(state)) return state
  if (command === 'undo-case' || command === 'close-case') return { kind: 'open-matters', at: null }
  return restState(facts.sale)
}

/** Something else than the sale at the counter was asked about. */
function staysInList(state: InputState): boolean {
  return state.kind === 'open-matters' || state.kind === 'return-steps'
}

function afterScan(state: InputState, outcome: ScanOutcome, facts: Facts): InputState {
  if (outcome.kind === 'choose-goods') {
    return state.kind === 'choose-goods'
      ? { ...state, waiting: [...state.waiting, outcome.choices] }
      : { kind: 'choose-goods', choices: outcome.choices, index: 0, waiting: [] }
  }
  // a refused scan changed nothing, so what was typed stays
  if (outcome.kind === 'refused' || SCAN_EFFECT[state.kind] !== 'close') return state
  return restState(facts.sale)
}

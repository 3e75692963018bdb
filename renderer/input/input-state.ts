import type { RefusalView } from '../../engine/contract/common.ts'
import type { DeviceStateView } from '../../engine/contract/devices.ts'
import type { GoodsHit } from '../../engine/contract/goods.ts'
import type { MethodResult } from '../../engine/contract/contract.ts'
import type { CaseView, OpenSettlement } from '../../engine/contract/resolving.ts'
import type { ReturnableSale, ReturnView } from '../../engine/contract/returns.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { ScanOutcome } from '../../engine/contract/scan.ts'
import type { InsuredView } from '../../engine/contract/insured.ts'
import type { UploadView } from '../../engine/contract/status.ts'
import type { OpenTender } from '../../engine/contract/tenders.ts'
import type { ApprovableCommand } from './command.ts'
import type { Picks } from './return-picks.ts'

export type CredentialType = InsuredView['credentialType']
export type GoodsChoice = ScanOutcome['choices'][number]
export type RecentSale = MethodResult<'sale.recent'>['sales'][number]
export type HeldSale = MethodResult<'sale.held'>['sales'][number]

/** What a person types to be identified by hand. */
export type CredentialForm = {
  readonly number: string
  readonly cardSerial: string
  /** Empty: an identity card, permit or foreigner's card, told by the number itself. */
  readonly documentKind: string
  readonly personName: string
}

/** Everything that the till's keyboard can be in. Each has its keys, an effect of Esc, and an effect of a scan. */
export type InputState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'search'
      readonly text: string
      readonly hits: readonly GoodsHit[]
      readonly index: number
    }
  | { readonly kind: 'quantity'; readonly lineId: string; readonly text: string; readonly split: boolean }
  | { readonly kind: 'discount'; readonly lineId: string; readonly wholeSale: boolean; readonly text: string }
  | { readonly kind: 'price'; readonly lineId: string; readonly text: string }
  | { readonly kind: 'trace-codes'; readonly lineId: string; readonly index: number }
  | { readonly kind: 'identify'; readonly credential: CredentialType; readonly form: CredentialForm }
  | { readonly kind: 'choose-insurance'; readonly index: number }
  | {
      readonly kind: 'choose-goods'
      readonly choices: readonly GoodsChoice[]
      readonly index: number
      /** Questions of scans that came while this one was open. */
      readonly waiting: readonly (readonly GoodsChoice[])[]
    }
  | { readonly kind: 'confirm-remove'; readonly lineId: string; readonly index: number }
  | { readonly kind: 'confirm-void'; readonly index: number }
  | { readonly kind: 'confirm-sign-out' }
  /** Why the drawer is opened; `back` is where the key was pressed. */
  | { readonly kind: 'open-drawer'; readonly index: number; readonly back: InputState }
  | { readonly kind: 'result'; readonly saleId: string; readonly since: number }
  | { readonly kind: 'recent'; readonly sales: readonly RecentSale[] | undefined; readonly index: number }
  | { readonly kind: 'uploads'; readonly uploads: readonly UploadView[] | undefined }
  | { readonly kind: 'held'; readonly sales: readonly HeldSale[] | undefined; readonly index: number }
  | { readonly kind: 'help' }
  | PayingState
  | DoubtState
  | ApprovalState
  | ReturnState

/** Taking money: in cash, from a card at the POS terminal, by the customer's payment code. */
export type PayingState =
  | { readonly kind: 'paying'; readonly text: string }
  | {
      readonly kind: 'card'
      readonly card: 'bank-card' | 'account-card'
      /** Empty: all that is owed. */
      readonly amount: string
      readonly reference: string
    }
  | { readonly kind: 'pay-code'; readonly text: string }
  /** Which payment goes back, where there are several; then why. */
  | { readonly kind: 'undo-tender'; readonly index: number }
  | { readonly kind: 'undo-reason'; readonly tenderId: string; readonly index: number }
  | { readonly kind: 'tender-waiting' }
  | { readonly kind: 'tender-unknown' }

/** What is not known, or came too late, and what is done about it. */
export type DoubtState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'case' }
  | { readonly kind: 'confirm-repeat'; readonly warning: RefusalView }
  /** `at` is the id of what is marked: the list changes under the mark. */
  | { readonly kind: 'open-matters'; readonly at: string | null }
  | { readonly kind: 'confirm-reverse'; readonly settlementId: string; readonly back: InputState }
  | { readonly kind: 'close-case'; readonly caseId: string; readonly text: string }

/** A second person answers for what the first may not do alone. */
export type ApprovalState = {
  readonly kind: 'approval'
  /** What is done again with the second person's word. */
  readonly command: ApprovableCommand
  readonly right: string
  readonly operatorNumber: string
  readonly password: string
  readonly back: InputState
}

/** Goods come back: which sale, which boxes, why, and then one step after another. */
export type ReturnState =
  | {
      readonly kind: 'return-find'
      readonly text: string
      /** Undefined: nothing was looked for; the unfinished returns are listed. */
      readonly sales: readonly ReturnableSale[] | undefined
      readonly index: number
    }
  | ReturnPicking
  | {
      readonly kind: 'return-quantity'
      readonly picking: ReturnPicking
      readonly lineId: string
      readonly text: string
    }
  | {
      readonly kind: 'return-codes'
      readonly picking: ReturnPicking
      readonly lineId: string
      readonly index: number
    }
  | { readonly kind: 'return-reason'; readonly picking: ReturnPicking; readonly index: number }
  | { readonly kind: 'return-steps'; readonly view: ReturnView; readonly text: string }
  | {
      readonly kind: 'return-identify'
      readonly view: ReturnView
      readonly credential: CredentialType
      readonly form: CredentialForm
    }
  | { readonly kind: 'confirm-abandon'; readonly view: ReturnView }

export type ReturnPicking = {
  readonly kind: 'return-lines'
  readonly sale: ReturnableSale
  readonly index: number
  readonly picks: Picks
}

export type InputKind = InputState['kind']
export type StateOf<Kind extends InputKind> = Extract<InputState, { kind: Kind }>

/** What the keyboard's meaning depends on besides its own state. */
export type Facts = {
  readonly connected: boolean
  /** A call to the centre, or one that moves money, is under way. */
  readonly busy: boolean
  readonly sale: SaleView | null
  readonly settlements: readonly OpenSettlement[]
  readonly cases: readonly CaseView[]
  readonly tenders: readonly OpenTender[]
  /** Returns that are not finished. */
  readonly returns: readonly ReturnView[]
  /** What is set up at this till. */
  readonly devices: readonly DeviceStateView[]
  /** Milliseconds of the page's clock. */
  readonly now: number
}

/** The sale that is being rung up, if any: a completed one is history. */
export function openSale(sale: SaleView | null): SaleView | undefined {
  return sale?.state === 'open' ? sale : undefined
}

/** What stands behind a question that is answered or dropped; any other state stands for itself. */
export function stateBehind(state: InputState): InputState {
  switch (state.kind) {
    case 'approval':
    case 'open-drawer':
      return stateBehind(state.back)
    default:
      return state
  }
}

export const EMPTY_FORM: CredentialForm = { number: '', cardSerial: '', documentKind: '', personName: '' }

import type { MethodInput } from '../../engine/contract/contract.ts'
import type { RefusalView } from '../../engine/contract/common.ts'
import type { TextKey } from '../text/say.ts'
import type { DrawerReason, RemoveReason, ReturnReason, UndoReason, VoidReason } from './reasons.ts'

/** What a second person shows. */
export type Approval = { readonly operatorNumber: string; readonly password: string }
export type ReturnLines = MethodInput<'returns.begin'>['lines']

/** Commands that may need a second person; they are given again with that person's word. */
export type ApprovableCommand = { readonly approval?: Approval } & (
  | { readonly do: 'set-discount'; readonly lineId: string | null; readonly discount: number }
  | { readonly do: 'set-price'; readonly lineId: string; readonly unitPrice: number }
  | { readonly do: 'remove-line'; readonly lineId: string; readonly reason: RemoveReason }
  | { readonly do: 'void'; readonly reason: VoidReason }
  | {
      readonly do: 'begin-return'
      readonly saleId: string
      readonly lines: ReturnLines
      readonly reason: ReturnReason
    }
  | { readonly do: 'undo-tender'; readonly tenderId: string; readonly reason: UndoReason }
  | { readonly do: 'open-drawer'; readonly reason: DrawerReason }
  | { readonly do: 'undo-case'; readonly caseId: string }
  | { readonly do: 'close-case'; readonly caseId: string; readonly note: string }
)

/** What a key asks the engine to do. */
export type Command =
  | ApprovableCommand
  | { readonly do: 'select-line'; readonly lineId: string }
  | {
      readonly do: 'set-quantity'
      readonly lineId: string
      readonly quantity: number
      readonly split: boolean
    }
  | { readonly do: 'remove-trace-code'; readonly lineId: string; readonly code: string }
  | { readonly do: 'add-goods'; readonly goodsId: number; readonly quantity: number }
  | { readonly do: 'identify'; readonly credential: MethodInput<'insurance.identify'> }
  /** Reads the card that lies on a reader. */
  | { readonly do: 'read-card'; readonly medium: MethodInput<'devices.readCard'>['medium'] }
  | { readonly do: 'choose-insurance'; readonly position: number }
  | { readonly do: 'set-account-used'; readonly used: boolean }
  | { readonly do: 'clear-person' }
  | { readonly do: 'quote' }
  /** `repeatConfirmed`: the cashier saw that the same person settled the same amount a moment ago. */
  | { readonly do: 'settle'; readonly repeatConfirmed?: true }
  /** Without an id: the settlement of the sale at the counter. */
  | { readonly do: 'resolve'; readonly settlementId?: string }
  | { readonly do: 'reverse'; readonly settlementId: string }
  | { readonly do: 'hold' }
  | { readonly do: 'load-held' }
  | { readonly do: 'recall'; readonly saleId: string }
  /** Puts the sale at the counter aside and takes another back. */
  | { readonly do: 'swap-held'; readonly saleId: string }
  | { readonly do: 'pay-cash'; readonly received: number | null }
  | { readonly do: 'take-cash'; readonly amount: number }
  | { readonly do: 'take-card'; readonly card: MethodInput<'tender.takeCard'> }
  | { readonly do: 'pay-by-code'; readonly code: string; readonly amount: number | null }
  /** Shows a code that the customer scans; null: for all that is owed. */
  | { readonly do: 'show-code'; readonly amount: number | null }
  | { readonly do: 'ask-tender'; readonly tenderId: string }
  | { readonly do: 'give-up-tender'; readonly tenderId: string }
  | { readonly do: 'find-return'; readonly text: string }
  | { readonly do: 'load-return'; readonly returnId: string }
  | { readonly do: 'identify-return'; readonly identification: MethodInput<'returns.identify'> }
  | { readonly do: 'present-for-return'; readonly returnId: string; readonly code: string }
  | { readonly do: 'read-return-card'; readonly card: MethodInput<'devices.readReturnCard'> }
  | { readonly do: 'proceed-return'; readonly returnId: string }
  | { readonly do: 'refund-by-hand'; readonly refund: MethodInput<'returns.refundByHand'> }
  | { readonly do: 'abandon-return'; readonly returnId: string }
  | { readonly do: 'print-return'; readonly returnId: string }
  | { readonly do: 'sign-in-at-centre' }
  | { readonly do: 'sign-out' }
  | { readonly do: 'load-recent' }
  | { readonly do: 'load-uploads' }
  | { readonly do: 'send-uploads' }
  | { readonly do: 'print-copy'; readonly saleId: string }
  /** Leads to a workplace beside the counter. */
  | { readonly do: 'go'; readonly place: 'settings' | 'printing' }
  /** Nothing is asked of the engine: the reason stands at the bottom of the screen. */
  | { readonly do: 'say'; readonly refusal: RefusalView }
  | { readonly do: 'tell'; readonly text: TextKey }

export type CommandName = Command['do']

const APPROVABLE: ReadonlySet<CommandName> = new Set<ApprovableCommand['do']>([
  'set-discount',
  'set-price',
  'remove-line',
  'void',
  'begin-return',
  'undo-tender',
  'open-drawer',
  'undo-case',
  'close-case',
])

/** True for a command that may be given again with a second person's word. */
export function isApprovable(command: Command): command is ApprovableCommand {
  return APPROVABLE.has(command.do)
}

/** Commands that call the centre or move money: none of them may start while another is under way. */
export const EXCLUSIVE_COMMANDS: ReadonlySet<CommandName> = new Set([
  'identify',
  'read-card',
  'quote',
  'settle',
  'resolve',
  'reverse',
  'undo-case',
  'pay-cash',
  'take-cash',
  'take-card',
  'pay-by-code',
  'show-code',
  'ask-tender',
  'give-up-tender',
  'undo-tender',
  'begin-return',
  'identify-return',
  'present-for-return',
  'read-return-card',
  'proceed-return',
  'refund-by-hand',
  'abandon-return',
  'void',
  'sign-in-at-centre',
  'sign-out',
  'send-uploads',
])

/** Commands that ask nothing of the engine. */
export function isOnlyWords(command: Command): boolean {
  return command.do === 'say' || command.do === 'tell'
}

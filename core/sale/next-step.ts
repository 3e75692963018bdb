import type { SettlementState } from '../settlement/state.ts'
import type { TenderState } from '../tender/state.ts'

/** The sentences that may stand at the bottom of the till. */
export const NEXT_STEPS = [
  'SCAN_FIRST_BOX',
  'SCAN_TRACE_CODE',
  'SCAN_OR_PAY',
  'CHOOSE_INSURANCE',
  'QUOTE',
  'CONFIRM_SETTLEMENT',
  'AFTER_REFUSAL',
  'WAIT_FOR_SETTLEMENT',
  'TAKE_CASH',
  'RESOLVE_UNKNOWN',
  'WAIT_FOR_REVERSAL',
  'CALL_FOR_HELP_DISPUTED',
  'WAIT_FOR_ACQUIRER',
  'WAIT_FOR_TENDER',
  'WAIT_FOR_REFUND',
  'ASK_TENDER',
  'CLOSE_CASE',
  'SALE_COMPLETED',
  'SALE_VOIDED',
] as const
export type NextStepCode = (typeof NEXT_STEPS)[number]

export type NextStep = {
  readonly code: NextStepCode
  readonly params: Readonly<Record<string, string | number>>
}

/** What the next step depends on. */
export type NextStepFacts = {
  readonly saleState: 'open' | 'held' | 'completed' | 'voided'
  readonly lineCount: number
  /** First line that still needs codes. */
  readonly missingTrace: { readonly position: number; readonly count: number } | undefined
  readonly person: 'none' | 'choice-needed' | 'chosen'
  readonly settlement: SettlementState | undefined
  /** The tender whose money is on its way, if one is. */
  readonly tender: { readonly state: TenderState; readonly amountFen: number } | undefined
  readonly outstandingFen: number
  readonly accountUsed: boolean
  /** The centre refused the settlement, and the account card may be swiped at the POS terminal in its place. */
  readonly accountCardAllowed: boolean
  /** An answer came after the till had gone on, and nobody has undone it yet. */
  readonly caseOpen: boolean
}

const step = (code: NextStepCode, params: NextStep['params'] = {}): NextStep => ({ code, params })

function settlementStep(state: SettlementState, facts: NextStepFacts): NextStep | undefined {
  switch (state) {
    case 'prepared':
    case 'sent':
    case 'cancelling':
      return step('WAIT_FOR_SETTLEMENT')
    case 'reversing':
      return step('WAIT_FOR_REVERSAL')
    case 'unknown':
    case 'cancel-unknown':
    case 'reverse-unknown':
      return step('RESOLVE_UNKNOWN')
    case 'disputed':
      return step('CALL_FOR_HELP_DISPUTED')
    case 'settled':
      return step('TAKE_CASH', { outstandingFen: facts.outstandingFen })
    case 'draft':
    case 'quoted':
    case 'refused':
    case 'cancelled':
    case 'reversed':
      return undefined
  }
}

function tenderStep(tender: NonNullable<NextStepFacts['tender']>): NextStep | undefined {
  const params = { amountFen: tender.amountFen }
  switch (tender.state) {
    case 'prepared':
    case 'sent':
      return step('WAIT_FOR_ACQUIRER', params)
    case 'paying':
      return step('WAIT_FOR_TENDER', params)
    case 'unknown':
    case 'refund-unknown':
      return step('ASK_TENDER', params)
    case 'refunding':
      return step('WAIT_FOR_REFUND', params)
    case 'taken':
    case 'refused':
    case 'refunded':
      return undefined
  }
}

/** The next step towards the settlement of the person who is chosen. */
function personStep(facts: NextStepFacts): NextStep {
  switch (facts.settlement) {
    case 'quoted':
      return step('CONFIRM_SETTLEMENT', { accountUsed: facts.accountUsed ? 1 : 0 })
    case 'refused':
      return step('AFTER_REFUSAL', { accountCard: facts.accountCardAllowed ? 1 : 0 })
    default:
      return step('QUOTE')
  }
}

/** The one thing to do next at the counter. */
export function nextStep(facts: NextStepFacts): NextStep {
  if (facts.saleState === 'completed') return step('SALE_COMPLETED')
  if (facts.saleState === 'voided') return step('SALE_VOIDED')
  const fromTender = facts.tender === undefined ? undefined : tenderStep(facts.tender)
  if (fromTender !== undefined) return fromTender
  const fromSettlement = facts.settlement === undefined ? undefined : settlementStep(facts.settlement, facts)
  // what is under way is waited for first; before anything else is taken the late answer must be undone
  if (fromSettlement !== undefined && fromSettlement.code !== 'TAKE_CASH') return fromSettlement
  if (facts.caseOpen) return step('CLOSE_CASE')
  if (fromSettlement !== undefined) return fromSettlement
  if (facts.lineCount === 0) return step('SCAN_FIRST_BOX')
  if (facts.missingTrace !== undefined) {
    return step('SCAN_TRACE_CODE', { position: facts.missingTrace.position, count: facts.missingTrace.count })
  }
  if (facts.person === 'choice-needed') return step('CHOOSE_INSURANCE')
  if (facts.person === 'chosen') return personStep(facts)
  return step('SCAN_OR_PAY', { outstandingFen: facts.outstandingFen })
}

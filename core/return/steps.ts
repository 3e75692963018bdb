import type { Fen } from '../money/fen.ts'
import type { SaleState } from '../sale/state.ts'
import type { SettlementState } from '../settlement/state.ts'
import type { RefundState, TenderKind } from '../tender/tender.ts'
import type { ReturnState, ReturnStepKind, ReturnStepState } from './step.ts'

/** What stands in the records about a return. */
export type ReturnFacts = {
  readonly state: ReturnState
  /** The settlement that has to be cancelled; undefined when there is none. */
  readonly settlement: { readonly state: SettlementState; readonly givesBack: Fen } | undefined
  readonly identified: boolean
  /** In the order they are given. */
  readonly refunds: readonly {
    readonly id: string
    readonly kind: TenderKind
    readonly state: RefundState
    readonly amount: Fen
  }[]
  /** The centre took the report; undefined while there is none. */
  readonly reported: boolean | undefined
  readonly settlesAgain: boolean
  readonly resale: SaleState | undefined
}

export type ReturnStep = {
  readonly kind: ReturnStepKind
  readonly state: ReturnStepState
  readonly amount: Fen | null
  readonly refundId: string | null
  readonly tenderKind: TenderKind | null
  /** A person gives it and says so. */
  readonly byHand: boolean
  /** Was refused: it may be tried again or given in cash. */
  readonly refused: boolean
}

/** How far something is by itself, before asking whether it is its turn. */
type Progress = 'done' | 'due' | 'unknown'

function cancelProgress(state: SettlementState): Progress {
  switch (state) {
    case 'cancelled':
    case 'reversed':
      return 'done'
    case 'settled':
      return 'due'
    case 'cancelling':
    case 'cancel-unknown':
    case 'disputed':
    case 'draft':
    case 'quoted':
    case 'prepared':
    case 'sent':
    case 'refused':
    case 'unknown':
    case 'reversing':
    case 'reverse-unknown':
      return 'unknown'
  }
}

function refundProgress(state: RefundState): Progress {
  switch (state) {
    case 'done':
      return 'done'
    case 'planned':
    case 'refused':
      return 'due'
    case 'prepared':
    case 'sent':
    case 'unknown':
      return 'unknown'
  }
}

type Entry = Omit<ReturnStep, 'state'> & { readonly progress: Progress | 'waiting' }

const plain = (kind: ReturnStepKind, progress: Entry['progress'], amount: Fen | null = null): Entry => ({
  kind,
  progress,
  amount,
  refundId: null,
  tenderKind: null,
  byHand: false,
  refused: false,
})

function settlementEntries(facts: ReturnFacts): Entry[] {
  const { settlement } = facts
  if (settlement === undefined) return []
  const progress = cancelProgress(settlement.state)
  return [
    // once the settlement is gone nobody has to show anything any more
    plain('identify', facts.identified || progress === 'done' ? 'done' : 'due'),
    plain('cancel-settlement', progress, settlement.givesBack),
  ]
}

function refundEntries(facts: ReturnFacts): Entry[] {
  return facts.refunds.map((refund) => ({
    kind: 'refund',
    progress: refundProgress(refund.state),
    amount: refund.amount,
    refundId: refund.id,
    tenderKind: refund.kind,
    byHand: refund.kind !== 'qr',
    refused: refund.state === 'refused',
  }))
}

/** The goods are booked by the till itself when all money is back; their report then goes out by itself. */
function reportProgress(facts: ReturnFacts): Entry['progress'] {
  if (facts.reported === undefined) return 'due'
  return facts.reported ? 'done' : 'waiting'
}

function resaleProgress(facts: ReturnFacts): Entry['progress'] {
  if (facts.resale === undefined) return 'waiting'
  return facts.resale === 'completed' || facts.resale === 'voided' ? 'done' : 'due'
}

/**
 * The steps of a return with where each stands. At most one is `now`: the first that is not done, unless its outcome is
 * not known. Nothing is `now` in a return that was abandoned.
 */
export function returnSteps(facts: ReturnFacts): ReturnStep[] {
  const entries = [
    ...settlementEntries(facts),
    ...refundEntries(facts),
    plain('report', reportProgress(facts)),
    ...(facts.settlesAgain ? [plain('settle-rest', resaleProgress(facts))] : []),
  ]
  let turnTaken = facts.state === 'abandoned'
  return entries.map(({ progress, ...entry }) => {
    const state = stateOf(progress, turnTaken)
    if (state === 'now' || state === 'unknown') turnTaken = true
    return { ...entry, state }
  })
}

function stateOf(progress: Entry['progress'], turnTaken: boolean): ReturnStepState {
  if (progress === 'due') return turnTaken ? 'waiting' : 'now'
  return progress
}

/** The step that somebody has to do something about; undefined when there is none. */
export function currentStep(facts: ReturnFacts): ReturnStep | undefined {
  return returnSteps(facts).find((step) => step.state === 'now' || step.state === 'unknown')
}

/** True when money of the return has moved or may have: then it can only be brought to its end. */
export function moneyMoved(facts: Pick<ReturnFacts, 'settlement' | 'refunds'>): boolean {
  const { settlement, refunds } = facts
  if (settlement !== undefined && cancelProgress(settlement.state) !== 'due') return true
  return refunds.some((refund) => refundProgress(refund.state) !== 'due')
}

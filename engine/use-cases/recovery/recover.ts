import { nextSettlementState, type SettlementEvent } from '../../../core/settlement/transitions.ts'
import { ENGINE, ENGINE_STARTED } from '../../../db/audit/engine-start.ts'
import { recordChange } from '../../../db/audit/recorder.ts'
import { casesBeingUndone, moveCase, type CaseRow } from '../../../db/cases/case-repository.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import {
  ENDED_BY_RESTART,
  exchangeOutcome,
  insertExchangeStep,
  lastExchangeId,
  unfinishedExchanges,
  type ExchangeOutcomeStep,
} from '../../../db/journal/exchange-repository.ts'
import {
  moveSettlement,
  unresolvedSettlements,
  type SettlementRow,
} from '../../../db/settlements/settlement-repository.ts'
import type { Clock } from '../../ports/clock.ts'
import { recoverTenders } from '../tenders/recover-tenders.ts'

export type Recovery = {
  /** Exchanges that a crash left before a byte of them left. */
  readonly notSent: number
  /** Exchanges that had left and whose outcome nobody knows. */
  readonly unknown: number
}

/**
 * Closes what a crash left open, before anything else runs (invariant 10). A request without its `sent` step never left;
 * one with it may have arrived. Nothing is sent again; what is unknown afterwards is asked about. The audit keeps which exchanges were closed by this start: those
 * up to `lastExchange` all have an outcome from now on.
 */
export function recover(db: WritableDb, clock: Clock): Recovery {
  return db.transaction(() => {
    let notSent = 0
    let unknown = 0
    for (const exchange of unfinishedExchanges(db)) {
      const left = exchange.sent === 1
      insertExchangeStep(db, {
        exchangeId: exchange.id,
        step: left ? 'unknown' : 'not-sent',
        at: clock.now(),
        detail: ENDED_BY_RESTART,
      })
      if (left) unknown += 1
      else notSent += 1
    }
    for (const settlement of unresolvedSettlements(db)) closeInterrupted(db, clock, settlement)
    for (const undoing of casesBeingUndone(db)) closeInterruptedUndo(db, clock, undoing)
    recoverTenders(db, clock.now())
    recordChange(db, {
      name: ENGINE_STARTED,
      subject: ENGINE,
      detail: { lastExchange: lastExchangeId(db), notSent, unknown },
    })
    return { notSent, unknown }
  })
}

/** How the exchange ended; one that is not there was never prepared. */
function outcomeOf(db: WritableDb, exchangeId: number | null): ExchangeOutcomeStep {
  return exchangeId === null ? 'not-sent' : (exchangeOutcome(db, exchangeId) ?? 'unknown')
}

/**
 * What the restart says of a settlement that was on its way: by its state, and by how the exchange ended that put it there.
 * An answer that was journaled without its effect counts as missing: queries tell the whole of it.
 */
function interruption(db: WritableDb, settlement: SettlementRow): SettlementEvent | undefined {
  switch (settlement.state) {
    case 'prepared':
      return 'request-not-sent'
    case 'sent':
      return 'answer-missing'
    case 'cancelling':
      return outcomeOf(db, settlement.cancel_exchange_id) === 'not-sent'
        ? 'cancel-not-sent'
        : 'cancel-answer-missing'
    case 'reversing':
      switch (outcomeOf(db, settlement.reversal_exchange_id)) {
        case 'unknown':
          return 'reversal-answer-missing'
        case 'not-sent':
          return 'reversal-not-sent'
        case 'refused':
          return 'reversal-refused'
        case 'accepted':
          return undefined
      }
    default:
      return undefined
  }
}

function closeInterrupted(db: WritableDb, clock: Clock, settlement: SettlementRow): void {
  const event = interruption(db, settlement)
  if (event === undefined) return
  const next = nextSettlementState(settlement.state, event)
  if (!next.ok) return
  moveSettlement(db, {
    settlementId: settlement.id,
    event,
    from: settlement.state,
    to: next.value,
    exchangeId: exchangeBehind(settlement),
    operatorId: null,
    at: clock.now(),
  })
}

function exchangeBehind(settlement: SettlementRow): number | null {
  if (settlement.state === 'cancelling') return settlement.cancel_exchange_id
  return settlement.state === 'reversing' ? settlement.reversal_exchange_id : settlement.settle_exchange_id
}

function closeInterruptedUndo(db: WritableDb, clock: Clock, undoing: CaseRow): void {
  const left = outcomeOf(db, undoing.undo_exchange_id) !== 'not-sent'
  moveCase(db, {
    caseId: undoing.id,
    from: 'undoing',
    to: left ? 'undo-unknown' : 'open',
    at: clock.now(),
    operatorId: null,
  })
}

import { isAsked } from '../../../core/settlement/state.ts'
import { caseOfUndo, insertCase } from '../../../db/cases/case-repository.ts'
import {
  exchangeByMsgid,
  recordLateAnswer,
  type ExchangeHead,
} from '../../../db/journal/exchange-repository.ts'
import { settlementOfExchange, type SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import type { LateAnswer } from '../../../insurance/gateway/gateway.ts'
import { interpretBody, type Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import { rowOf, textOf } from '../../../insurance/mapping/answer-reader.ts'
import { readSettlement } from '../../../insurance/mapping/settlement-answer.ts'
import { concludeUndo } from '../cases/undo-case.ts'
import { advanceFirst, advanceIfPossible } from '../insurance/advance.ts'
import { changeSale, completeWhenCovered } from '../insurance/complete-when-covered.ts'
import type { Desk } from '../insurance/desk.ts'
import { judgeSettlement, keepAnswer } from '../insurance/settlement-answer.ts'
import { concludeReversal } from './reverse.ts'

/** What is told of a late answer, for the log. */
export type LateAnswerTold = { readonly infno: string; readonly outcome: Outcome['kind'] } | undefined

type Accepted = Extract<Outcome, { kind: 'accepted' }>

/**
 * Takes in an answer that came after the till had given up on it: kept in the journal, interpreted as if it had come in
 * time, and brought into the records in the same transaction. What is still open is decided by it; what was decided
 * otherwise meanwhile becomes a case for a person. Taking the same answer in again changes nothing.
 */
export function takeLateAnswer(desk: Desk, msgid: string, answer: LateAnswer): LateAnswerTold {
  const { db } = desk.counter
  const exchange = exchangeByMsgid(db, msgid)
  if (exchange === undefined) return undefined
  const outcome = interpretBody({ infno: exchange.infno, msgid }, answer, desk.profile)
  const keep = (): void =>
    recordLateAnswer(db, exchange.id, {
      at: answer.at,
      httpStatus: answer.httpStatus,
      responseText: answer.bodyText,
      detail: outcome.kind,
    })
  const { sale_id: saleId } = exchange
  try {
    if (saleId === null) db.transaction(keep)
    else {
      changeSale(desk, saleId, () => {
        keep()
        return conclude(desk, exchange, saleId, outcome)
      })
    }
  } catch (error) {
    // whatever went wrong with our own records, the answer itself must not be lost
    db.transaction(keep)
    throw error
  }
  return { infno: exchange.infno, outcome: outcome.kind }
}

/** Whether the sale completed by it. */
function conclude(desk: Desk, exchange: ExchangeHead, saleId: string, outcome: Outcome): boolean {
  const { db } = desk.counter
  const by = { exchangeId: exchange.id, operatorId: null }
  const undoing = caseOfUndo(db, exchange.id)
  if (undoing !== undefined) {
    return concludeUndo(desk, undoing.id, outcome, null) && completeWhenCovered(desk, saleId)
  }
  const settlement = settlementOfExchange(db, saleId, exchange.id)
  if (settlement === undefined) return false
  if (settlement.reversal_exchange_id === exchange.id) {
    if (outcome.kind !== 'unknown') concludeReversal(desk, settlement.id, outcome, by)
    return false
  }
  if (settlement.cancel_exchange_id === exchange.id) {
    concludeCancellation(desk, settlement, outcome, by)
    return false
  }
  return concludeSettlement(desk, exchange, settlement, outcome)
}

function concludeCancellation(
  desk: Desk,
  settlement: SettlementRow,
  outcome: Outcome,
  by: { readonly exchangeId: number; readonly operatorId: null },
): void {
  if (outcome.kind === 'accepted') {
    advanceFirst(desk, settlement.id, ['cancel-accepted', 'late-undo-accepted'], by)
  } else if (outcome.kind === 'refused') advanceIfPossible(desk, settlement.id, 'cancel-refused', by)
}

function concludeSettlement(
  desk: Desk,
  exchange: ExchangeHead,
  settlement: SettlementRow,
  outcome: Outcome,
): boolean {
  const by = { exchangeId: exchange.id, operatorId: null }
  if (outcome.kind === 'refused') advanceIfPossible(desk, settlement.id, 'answer-refused', by)
  if (outcome.kind !== 'accepted') return false
  const answer = readSettlement(outcome.output)
  if (settlement.state === 'sent' || isAsked(settlement.state)) {
    // an answer tells nothing new of what was settled, and is being cancelled
    if (settlement.state === 'cancel-unknown') return false
    if (answer.ok) keepAnswer(desk, settlement.id, answer.value)
    const { adopted } = judgeSettlement(answer, {
      claimed: settlement.claimed_fen,
      personNumber: settlement.person_number,
      accountUsed: settlement.account_used === 1,
      msgid: exchange.msgid,
    })
    const inTime = settlement.state === 'sent' ? 'answer-accepted' : 'late-answer-accepted'
    advanceIfPossible(desk, settlement.id, adopted ? inTime : 'answer-does-not-add-up', by)
    return completeWhenCovered(desk, settlement.sale_id)
  }
  openCaseFor(desk, exchange, settlement, outcome)
  return false
}

/** A settlement that the till has ended otherwise stands at the centre: somebody must undo it. */
function openCaseFor(
  desk: Desk,
  exchange: ExchangeHead,
  settlement: SettlementRow,
  accepted: Accepted,
): void {
  const { db, clock } = desk.counter
  const row = rowOf(accepted.output, 'setlinfo')
  const setlId = row === undefined ? undefined : textOf(row, 'setl_id')
  // settled by this very answer's settlement, or cancelled after it: nothing new
  if (setlId !== undefined && setlId === settlement.setl_id) return
  const mdtrtId = row === undefined ? undefined : textOf(row, 'mdtrt_id')
  const answer = readSettlement(accepted.output)
  insertCase(db, {
    id: clock.newId(),
    kind: 'late-settlement',
    sale_id: settlement.sale_id,
    settlement_id: settlement.id,
    tender_id: null,
    exchange_id: exchange.id,
    setl_id: setlId ?? null,
    mdtrt_id: mdtrtId ?? null,
    fund_paid_fen: answer.ok ? answer.value.fundPaid : null,
    account_paid_fen: answer.ok ? answer.value.accountPaid : null,
    opened_at: clock.now(),
  })
}

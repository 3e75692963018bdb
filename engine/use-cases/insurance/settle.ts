import { ok, refuse, type Result } from '../../../core/result.ts'
import { isLive } from '../../../core/settlement/state.ts'
import { isUniqueViolation } from '../../../db/connection/sqlite-errors.ts'
import {
  linkExchange,
  sameSettlementSince,
  settlementInFlightOf,
  type SettlementRow,
} from '../../../db/settlements/settlement-repository.ts'
import type { Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import { buildSettlement, type SettlementRequest } from '../../../insurance/mapping/settlement-request.ts'
import { readSettlement } from '../../../insurance/mapping/settlement-answer.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { ExchangeRequest, Exchanges } from '../exchange/exchange-service.ts'
import { checkTraceComplete } from '../sale/payable-sale.ts'
import { announceSale, changeableSale, currentSale } from '../sale/counter.ts'
import { basketFingerprint, checkNoCase, type StoredSale } from '../sale/sale-state.ts'
import { advance } from './advance.ts'
import { completeWhenCovered } from './complete-when-covered.ts'
import { callerOf, type Desk, type SignedInShift } from './desk.ts'
import { knownPerson } from './identify.ts'
import { refusalOf } from './outcome-refusal.ts'
import { settlementRequestOf } from './settlement-request-of.ts'
import { keepAnswer, judgeSettlement } from './settlement-answer.ts'

/** A quoted settlement that may be sent now, with everything its request needs. */
type ReadyToSettle = {
  readonly shift: SignedInShift
  readonly stored: StoredSale
  readonly settlement: SettlementRow
  readonly request: SettlementRequest
}

const MINUTE_MS = 60_000

/** One person is in one open settlement of this till: INSURANCE_PERSON_BUSY {number}. */
function checkPersonFree(desk: Desk, personNumber: string): Result<null> {
  const busy = settlementInFlightOf(desk.counter.db, personNumber)
  return busy === undefined ? ok(null) : refuse('INSURANCE_PERSON_BUSY', { number: busy.sale_number })
}

/** The same person settled the same amount a moment ago: INSURANCE_REPEAT_WARNING {number, minutes, amountFen}. */
function checkNoRepeat(desk: Desk, settlement: SettlementRow): Result<null> {
  const { db, clock } = desk.counter
  const windowMs = desk.warnings.repeatWindowMinutes * MINUTE_MS
  const now = clock.now()
  const before =
    windowMs === 0
      ? undefined
      : sameSettlementSince(db, {
          personNumber: settlement.person_number,
          claimed: settlement.claimed_fen,
          since: now - windowMs,
        })
  if (before === undefined) return ok(null)
  return refuse('INSURANCE_REPEAT_WARNING', {
    number: before.sale_number,
    minutes: Math.max(1, Math.round((now - before.settled_at) / MINUTE_MS)),
    amountFen: settlement.claimed_fen,
  })
}

function readyToSettle(desk: Desk, repeatConfirmed: boolean): Result<ReadyToSettle> {
  const current = currentSale(desk.counter)
  if (!current.ok) return current
  const undone = checkNoCase(current.value)
  if (!undone.ok) return undone
  const live = current.value.settlement
  if (live !== undefined && isLive(live.state)) {
    return refuse('INSURANCE_SETTLEMENT_LIVE', { number: current.value.sale.number, state: live.state })
  }
  const known = knownPerson(desk, changeableSale(desk.counter))
  if (!known.ok) return known
  const { stored, shift } = known.value
  const { settlement, identification } = stored
  if (settlement?.state !== 'quoted' || identification === undefined) return refuse('INSURANCE_NOT_QUOTED')
  if (settlement.basket_fingerprint !== basketFingerprint(stored.lines, identification)) {
    return refuse('INSURANCE_QUOTE_OUTDATED')
  }
  const traced = checkTraceComplete(stored)
  if (!traced.ok) return traced
  const free = checkPersonFree(desk, settlement.person_number)
  if (!free.ok) return free
  const single = repeatConfirmed ? ok(null) : checkNoRepeat(desk, settlement)
  if (!single.ok) return single
  const request = settlementRequestOf(desk, known.value)
  return request.ok ? ok({ shift, stored, settlement, request: request.value }) : request
}

/**
 * Settles what was quoted (2102A or the region's variant). The request is durable before it leaves and is never sent
 * again. Accepted and adding up → settled; with nothing left to pay the sale completes in the same transaction. Accepted
 * but not adding up → disputed, kept whole. No answer → unknown. `repeatConfirmed` passes INSURANCE_REPEAT_WARNING.
 */
export function settle(desk: Desk, repeatConfirmed = false): Promise<Result<SaleView>> {
  return desk.queue.run('settle', async () => {
    const ready = readyToSettle(desk, repeatConfirmed)
    if (!ready.ok) return ready
    const { shift, stored, settlement, request } = ready.value
    const wire = buildSettlement(desk.profile, request)
    if (!wire.ok) return wire
    const by = (exchangeId: number): { exchangeId: number; operatorId: number } => ({
      exchangeId,
      operatorId: shift.operatorId,
    })
    let msgid = ''
    const asked = await performOnce(desk, {
      purpose: 'settle',
      wire: wire.value,
      saleId: stored.sale.id,
      personNumber: request.personNumber,
      amount: settlement.claimed_fen,
      insuredPlace: settlement.insured_place,
      ...callerOf(shift),
      onPrepared: (exchangeId, preparedMsgid) => {
        msgid = preparedMsgid
        linkExchange(desk.counter.db, settlement.id, 'settle', exchangeId)
        advance(desk, settlement, 'request-stored', by(exchangeId))
      },
      onSent: (exchangeId) => {
        advance(desk, { id: settlement.id, state: 'prepared' }, 'request-sent', by(exchangeId))
        announceSale(desk.counter, stored.sale.id)
      },
      onOutcome: (outcome, exchangeId) => {
        concludeSettlement(desk, settlement, { outcome, msgid, ...by(exchangeId) })
      },
    })
    if (!asked.ok) return asked
    const view = announceSale(desk.counter, stored.sale.id)
    if (!view.ok) return view
    if (view.value.state === 'completed') desk.onCompleted()
    return answerFor(view.value, asked.value.outcome, wire.value.infno, asked.value.msgid)
  })
}

type Concluded = {
  readonly outcome: Outcome
  readonly msgid: string
  readonly exchangeId: number
  readonly operatorId: number
}

/** Brings the outcome of a settlement request into the records, in the transaction that journals it. */
function concludeSettlement(desk: Desk, settlement: SettlementRow, concluded: Concluded): void {
  const sent = { id: settlement.id, state: 'sent' } as const
  switch (concluded.outcome.kind) {
    case 'refused':
      advance(desk, sent, 'answer-refused', concluded)
      return
    case 'not-sent':
      advance(desk, sent, 'request-not-sent', concluded)
      return
    case 'unknown':
      advance(desk, sent, 'answer-missing', concluded)
      return
    case 'accepted': {
      const answer = readSettlement(concluded.outcome.output)
      const judged = judgeSettlement(answer, {
        claimed: settlement.claimed_fen,
        personNumber: settlement.person_number,
        accountUsed: settlement.account_used === 1,
        msgid: concluded.msgid,
      })
      if (answer.ok) keepAnswer(desk, settlement.id, answer.value)
      advance(desk, sent, judged.adopted ? 'answer-accepted' : 'answer-does-not-add-up', concluded)
      if (judged.adopted) completeWhenCovered(desk, settlement.sale_id)
    }
  }
}

/** The unique index over people is the last guard, below the check: what it says is the same refusal, and nothing was sent. */
async function performOnce(desk: Desk, request: ExchangeRequest): ReturnType<Exchanges['perform']> {
  try {
    return await desk.exchanges.perform(request)
  } catch (error) {
    if (!isUniqueViolation(error, 'settlement.person_number')) throw error
    const busy = settlementInFlightOf(desk.counter.db, request.personNumber ?? '')
    return refuse('INSURANCE_PERSON_BUSY', { number: busy?.sale_number ?? '' })
  }
}

function answerFor(view: SaleView, outcome: Outcome, infno: string, msgid: string): Result<SaleView> {
  if (outcome.kind === 'refused' || outcome.kind === 'not-sent') return refusalOf(outcome, infno, msgid)
  const state = view.settlement?.state
  if (state === 'unknown') return refuse('INSURANCE_SETTLEMENT_UNKNOWN', { number: view.number }, msgid)
  if (state === 'disputed') return refuse('INSURANCE_SETTLEMENT_DISPUTED', { number: view.number }, msgid)
  return ok(view)
}

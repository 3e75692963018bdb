import { ok, refuse, type Result } from '../../../core/result.ts'
import { exchangeById } from '../../../db/journal/exchange-repository.ts'
import { insertCancellation, saleInFlightOf } from '../../../db/settlements/cancellation-repository.ts'
import { linkExchange, type SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import { violatedSums } from '../../../insurance/checks/sums.ts'
import type { Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import {
  buildCancellation,
  readCancellation,
  type CancellationAnswer,
} from '../../../insurance/mapping/cancellation.ts'
import { callerOf, signedInShift, type Desk } from './desk.ts'
import { advance } from './advance.ts'

/** What became of 2103. Only `cancelled` means that the money is back where it came from. */
export type Cancelled =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly msgid: string }
  | { readonly kind: 'not-sent'; readonly reason: string; readonly msgid: string }
  | { readonly kind: 'unknown'; readonly msgid: string }

export type CancelHooks = {
  /** In the transaction after which bytes may leave. */
  readonly onSent: () => void
  /** In the transaction that proves that the settlement still stands. */
  readonly onStands: () => void
}

/**
 * Whether an accepted answer undoes this settlement: its visit, a msgid that is this request's or the settlement's (the norm
 * does not say which), and its amounts with the one sign or the other. Anything else may have undone it all the same, so a
 * query has to tell.
 */
function undoes(
  answer: CancellationAnswer,
  settlement: SettlementRow,
  msgids: readonly (string | undefined)[],
): boolean {
  if (answer.visitId !== settlement.mdtrt_id) return false
  if (answer.msgid !== undefined && !msgids.includes(answer.msgid)) return false
  const pairs: readonly (readonly [number, number | null])[] = [
    [answer.total, settlement.claimed_fen],
    [answer.fundPaid, settlement.fund_paid_fen],
    [answer.accountPaid, settlement.account_paid_fen],
  ]
  return pairs.every(([told, settled]) => Math.abs(told) === settled) && violatedSums(answer).length === 0
}

/** Brings the outcome of 2103 into the records, in the transaction that journals it. */
function conclude(
  desk: Desk,
  settlement: SettlementRow,
  outcome: Outcome,
  by: { readonly exchangeId: number; readonly operatorId: number },
  onStands: () => void,
): boolean {
  const sent = { id: settlement.id, state: 'cancelling' } as const
  switch (outcome.kind) {
    case 'refused':
    case 'not-sent':
      advance(desk, sent, outcome.kind === 'refused' ? 'cancel-refused' : 'cancel-not-sent', by)
      onStands()
      return false
    case 'unknown':
      advance(desk, sent, 'cancel-answer-missing', by)
      return false
    case 'accepted': {
      const answer = readCancellation(outcome.output)
      if (answer.ok) {
        insertCancellation(desk.counter.db, {
          settlement_id: settlement.id,
          exchange_id: by.exchangeId,
          setl_id: answer.value.settlementId,
          total_fen: answer.value.total,
          fund_paid_fen: answer.value.fundPaid,
          account_paid_fen: answer.value.accountPaid,
          balance_after_fen: answer.value.balanceAfter ?? null,
          at: desk.counter.clock.now(),
        })
      }
      const { db } = desk.counter
      const msgids = [settlement.settle_exchange_id ?? 0, by.exchangeId].map(
        (id) => exchangeById(db, id)?.msgid,
      )
      const done = answer.ok && undoes(answer.value, settlement, msgids)
      advance(desk, sent, done ? 'cancel-accepted' : 'cancel-answer-missing', by)
      return done
    }
  }
}

/**
 * Cancels a whole settlement (2103), in the caller's turn at the queue: the person was identified before. The request is
 * durable before it leaves and is never sent again by itself. Accepted and the same amounts → cancelled; accepted otherwise or
 * no answer → cancel-unknown; refused or not sent → it still stands. Refuses with SESSION_NOT_SIGNED_IN,
 * INSURANCE_NOT_SIGNED_IN, or INSURANCE_PERSON_BUSY {number} while another settlement of the person is on its way.
 */
export async function cancelSettlement(
  desk: Desk,
  settlement: SettlementRow,
  hooks: CancelHooks,
): Promise<Result<Cancelled>> {
  const shift = signedInShift(desk)
  if (!shift.ok) return shift
  const busy = saleInFlightOf(desk.counter.db, settlement.person_number)
  if (busy !== undefined) return refuse('INSURANCE_PERSON_BUSY', { number: busy })
  const wire = buildCancellation({
    personNumber: settlement.person_number,
    settlementId: settlement.setl_id ?? '',
    visitId: settlement.mdtrt_id ?? '',
  })
  if (!wire.ok) return wire
  const by = (exchangeId: number): { exchangeId: number; operatorId: number } => ({
    exchangeId,
    operatorId: shift.value.operatorId,
  })
  let done = false
  const asked = await desk.exchanges.perform({
    purpose: 'cancel',
    wire: wire.value,
    saleId: settlement.sale_id,
    personNumber: settlement.person_number,
    amount: settlement.claimed_fen,
    insuredPlace: settlement.insured_place,
    ...callerOf(shift.value),
    onSent: (exchangeId) => {
      linkExchange(desk.counter.db, settlement.id, 'cancel', exchangeId)
      advance(desk, settlement, 'cancel-sent', by(exchangeId))
      hooks.onSent()
    },
    onOutcome: (outcome, exchangeId) => {
      done = conclude(desk, settlement, outcome, by(exchangeId), hooks.onStands)
    },
  })
  if (!asked.ok) return asked
  const { outcome, msgid } = asked.value
  switch (outcome.kind) {
    case 'refused':
      return ok({ kind: 'refused', code: outcome.code, message: outcome.message, msgid })
    case 'not-sent':
      return ok({ kind: 'not-sent', reason: outcome.reason, msgid })
    case 'unknown':
      return ok({ kind: 'unknown', msgid })
    case 'accepted':
      return ok(done ? { kind: 'cancelled' } : { kind: 'unknown', msgid })
  }
}

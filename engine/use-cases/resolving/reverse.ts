import { mayReverse } from '../../../core/settlement/proof.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  linkExchange,
  settlementById,
  type SettlementRow,
} from '../../../db/settlements/settlement-repository.ts'
import { openResolutionOf, postponeResolution } from '../../../db/resolutions/resolution-repository.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import type { Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import { buildReversal, isReversible } from '../../../insurance/mapping/reversal.ts'
import type { WireRequest } from '../../../insurance/mapping/wire-request.ts'
import {
  advance,
  advanceFirst,
  advanceIfPossible,
  pauseBefore,
  type EventCause,
} from '../insurance/advance.ts'
import { changeSale } from '../insurance/complete-when-covered.ts'
import { callerOf, type Desk, type SignedInShift } from '../insurance/desk.ts'
import { refusalOf } from '../insurance/outcome-refusal.ts'
import { soughtOf, type Sought } from './sought.ts'

type Reversible = {
  readonly settlement: SettlementRow
  readonly sought: Sought
  readonly wire: WireRequest
}

function reversible(desk: Desk, settlementId: string): Result<Reversible> {
  const { db } = desk.counter
  const settlement = settlementById(db, settlementId)
  const sought = settlement === undefined ? undefined : soughtOf(db, settlement)
  if (settlement === undefined || sought === undefined) return refuse('SETTLEMENT_NOT_FOUND')
  const { state } = settlement
  if (state !== 'unknown') return refuse('SALE_STATE_FORBIDS', { state, event: 'reverse' })
  if (!isReversible(desk.profile, sought.infno)) {
    return refuse('SETTLEMENT_NOT_REVERSIBLE', { infno: sought.infno })
  }
  const attempts = openResolutionOf(db, settlementId)?.attempts ?? 0
  if (!mayReverse({ state, attempts, reversible: true })) {
    return refuse('SETTLEMENT_ASK_FIRST', { number: saleById(db, settlement.sale_id)?.number ?? '' })
  }
  const wire = buildReversal(desk.profile, {
    personNumber: sought.personNumber,
    originalMsgid: sought.msgid,
    originalInfno: sought.infno,
  })
  return wire.ok ? ok({ settlement, sought, wire: wire.value }) : wire
}

/**
 * 2601 for an unknown settlement. Accepted is not reversed: the settlement stays `reversing` until a query no longer finds
 * it. No answer → `reverse-unknown`; refused → unknown again, and INSURANCE_REFUSED. Refuses before anything is sent with
 * SETTLEMENT_NOT_FOUND, SALE_STATE_FORBIDS, SETTLEMENT_NOT_REVERSIBLE, SETTLEMENT_ASK_FIRST.
 */
export async function reverseSettlement(
  desk: Desk,
  shift: SignedInShift,
  settlementId: string,
  operatorId: number | null,
): Promise<Result<null>> {
  const ready = reversible(desk, settlementId)
  if (!ready.ok) return ready
  const { settlement, sought, wire } = ready.value
  const asked = await desk.exchanges.perform({
    purpose: 'reverse',
    wire,
    saleId: sought.saleId,
    personNumber: sought.personNumber,
    insuredPlace: sought.insuredPlace,
    amount: sought.claimed,
    ...callerOf(shift),
    onSent: (exchangeId) => {
      linkExchange(desk.counter.db, settlementId, 'reversal', exchangeId)
      advance(desk, settlement, 'reversal-sent', { exchangeId, operatorId })
    },
    onOutcome: (outcome, exchangeId) => {
      concludeReversal(desk, settlementId, outcome, { exchangeId, operatorId })
    },
  })
  if (!asked.ok) return asked
  changeSale(desk, sought.saleId, () => false)
  const { outcome, msgid } = asked.value
  return outcome.kind === 'refused' || outcome.kind === 'not-sent'
    ? refusalOf(outcome, wire.infno, msgid)
    : ok(null)
}

/** Brings the outcome of a 2601 into the records, in the transaction that journals it; also one that came late. */
export function concludeReversal(desk: Desk, settlementId: string, outcome: Outcome, by: EventCause): void {
  const { db, clock } = desk.counter
  switch (outcome.kind) {
    case 'accepted':
      // while the settlement is reversing this is what was expected, and no proof of anything
      advanceFirst(desk, settlementId, ['reversal-accepted', 'late-undo-accepted'], by)
      return
    case 'refused': {
      if (advanceIfPossible(desk, settlementId, 'reversal-refused', by) === undefined) return
      const next = clock.now() + pauseBefore(desk, 1)
      postponeResolution(db, settlementId, next, outcome.message.slice(0, 200))
      return
    }
    case 'not-sent':
      linkExchange(db, settlementId, 'reversal', null)
      advanceIfPossible(desk, settlementId, 'reversal-not-sent', by)
      return
    case 'unknown':
      advanceIfPossible(desk, settlementId, 'reversal-answer-missing', by)
  }
}

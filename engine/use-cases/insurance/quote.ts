import { ok, refuse, type Result } from '../../../core/result.ts'
import { insurableTotal } from '../../../core/sale/line.ts'
import { violatedSums } from '../../../insurance/checks/sums.ts'
import type { Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import { readTrial, type SettlementAnswer } from '../../../insurance/mapping/settlement-answer.ts'
import { buildTrial } from '../../../insurance/mapping/settlement-request.ts'
import {
  insertSettlement,
  linkExchange,
  settlementById,
  storeSplit,
  updateSettlementTerms,
} from '../../../db/settlements/settlement-repository.ts'
import type { SaleView } from '../../contract/sale.ts'
import { checkTraceComplete } from '../sale/payable-sale.ts'
import { announceSale, changeableSale } from '../sale/counter.ts'
import { basketFingerprint, type StoredSale } from '../sale/sale-state.ts'
import { callerOf, type Desk } from './desk.ts'
import { knownPerson, type KnownPerson } from './identify.ts'
import { refusalOf } from './outcome-refusal.ts'
import { advance } from './advance.ts'
import { splitOf } from './settlement-answer.ts'
import { settlementRequestOf } from './settlement-request-of.ts'

function readyToQuote(desk: Desk): Result<KnownPerson> {
  const known = knownPerson(desk, changeableSale(desk.counter))
  if (!known.ok) return known
  const { lines } = known.value.stored
  if (lines.length === 0) return refuse('SALE_EMPTY')
  const traced = checkTraceComplete(known.value.stored)
  if (!traced.ok) return traced
  return claimOf(known.value.stored) === 0 ? refuse('INSURANCE_NOTHING_INSURABLE') : known
}

function claimOf(stored: StoredSale): ReturnType<typeof insurableTotal> {
  return insurableTotal(
    stored.lines.map((line) => ({ amount: line.amount_fen, nationalCode: line.national_code ?? undefined })),
  )
}

/**
 * Asks the centre who would pay what (2101A or the region's variant). Moves no money. An answer that does not add up is
 * refused with INSURANCE_ANSWER_DOES_NOT_ADD_UP {equation, left, right}; nothing is settled from it.
 */
export function quote(desk: Desk): Promise<Result<SaleView>> {
  return desk.queue.run('trial', async () => {
    const ready = readyToQuote(desk)
    if (!ready.ok) return ready
    const request = settlementRequestOf(desk, ready.value)
    if (!request.ok) return request
    const wire = buildTrial(desk.profile, request.value)
    if (!wire.ok) return wire
    const { stored, shift, personNumber, insuredPlace } = ready.value
    let kept = ok(stored.sale.id) as Result<string>
    const asked = await desk.exchanges.perform({
      purpose: 'trial',
      wire: wire.value,
      saleId: stored.sale.id,
      personNumber,
      insuredPlace,
      amount: claimOf(stored),
      ...callerOf(shift),
      // with the answer or not at all, in one commit
      onOutcome: (outcome, exchangeId) => {
        if (outcome.kind !== 'accepted') return
        const answer = acceptedTrial(desk, ready.value, outcome)
        kept = answer.ok ? storeTrial(desk, ready.value, answer.value, exchangeId) : answer
      },
    })
    if (!asked.ok) return asked
    const { outcome, msgid } = asked.value
    if (outcome.kind !== 'accepted') return refusalOf(outcome, wire.value.infno, msgid)
    if (!kept.ok) return refuse(kept.refusal.code, kept.refusal.params, msgid)
    return announceSale(desk.counter, kept.value)
  })
}

function acceptedTrial(
  desk: Desk,
  known: KnownPerson,
  outcome: Extract<Outcome, { kind: 'accepted' }>,
): Result<SettlementAnswer> {
  const answer = readTrial(outcome.output)
  if (!answer.ok) return answer
  const [violation] = violatedSums(answer.value, {
    total: claimOf(known.stored),
    accountUsed: known.stored.identification?.account_used === 1,
  })
  if (violation === undefined) return answer
  return refuse('INSURANCE_ANSWER_DOES_NOT_ADD_UP', {
    infno: desk.profile.variants.trial,
    equation: violation.equation,
    leftFen: violation.leftFen,
    rightFen: violation.rightFen,
  })
}

/** Keeps a trial, in the transaction that journals its answer; refuses before anything is written. */
function storeTrial(
  desk: Desk,
  known: KnownPerson,
  answer: SettlementAnswer,
  exchangeId: number,
): Result<string> {
  const { counter } = desk
  const now = changeableSale(counter)
  if (!now.ok) return now
  const { identification, sale, lines, settlement } = now.value
  const before = known.stored.identification
  if (sale.id !== known.stored.sale.id || identification === undefined || before === undefined) {
    return refuse('INSURANCE_QUOTE_OUTDATED')
  }
  const fingerprint = basketFingerprint(lines, identification)
  // the basket may have changed while the centre was thinking
  if (fingerprint !== basketFingerprint(known.stored.lines, before)) return refuse('INSURANCE_QUOTE_OUTDATED')
  const terms = {
    insurance_type: known.insuranceType,
    insured_place: known.insuredPlace,
    account_used: identification.account_used,
    basket_fingerprint: fingerprint,
    claimed_fen: claimOf(now.value),
  }
  let id = settlement?.id
  if (id === undefined || (settlement?.state !== 'draft' && settlement?.state !== 'quoted')) {
    id = counter.clock.newId()
    insertSettlement(counter.db, {
      id,
      sale_id: sale.id,
      identification_id: identification.id,
      person_number: identification.person_number,
      changed_at: counter.clock.now(),
      ...terms,
    })
  } else {
    updateSettlementTerms(counter.db, id, terms)
  }
  linkExchange(counter.db, id, 'trial', exchangeId)
  // `balc` of a trial is the balance before: what is left will be the settlement's to say
  storeSplit(counter.db, id, { ...splitOf(answer), balanceAfter: null })
  const row = settlementById(counter.db, id)
  advance(desk, { id, state: row?.state ?? 'draft' }, 'trial-accepted', {
    exchangeId,
    operatorId: known.shift.operatorId,
  })
  return ok(sale.id)
}

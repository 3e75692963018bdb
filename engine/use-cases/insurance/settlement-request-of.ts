import { effectiveUnitPrice } from '../../../core/money/decimal.ts'
import { refuse, type Result, ok } from '../../../core/result.ts'
import { insurableTotal } from '../../../core/sale/line.ts'
import type { SettlementRequest } from '../../../insurance/mapping/settlement-request.ts'
import type { StoredLine } from '../sale/sale-state.ts'
import type { Desk } from './desk.ts'
import type { KnownPerson } from './identify.ts'

/**
 * The request that trial and settlement share (2101A, 2102A): the lines with a national code, at the price that their
 * amount after discounts gives. Refuses with INSURANCE_NO_PERSON when nobody is identified.
 */
export function settlementRequestOf(desk: Desk, known: KnownPerson): Result<SettlementRequest> {
  const { identification, lines } = known.stored
  if (identification === undefined) return refuse('INSURANCE_NO_PERSON')
  const now = desk.counter.clock.now()
  const insured = lines.flatMap((line) => {
    const detail = lineOf(line, now)
    return detail === undefined ? [] : [detail]
  })
  return ok({
    personNumber: known.personNumber,
    credential: {
      type: identification.credential_type,
      number: identification.credential_number,
      ...(identification.card_serial !== null && { cardSerial: identification.card_serial }),
    },
    insuranceType: known.insuranceType,
    accountUsed: identification.account_used === 1,
    medicalType: desk.profile.fixedValues.medicalType,
    beginTime: now,
    total: insurableTotal(insured.map((line) => ({ amount: line.amount, nationalCode: line.nationalCode }))),
    lines: insured,
  })
}

function lineOf(line: StoredLine, now: number): SettlementRequest['lines'][number] | undefined {
  if (line.national_code === null) return undefined
  const discounted = line.own_discount_fen + line.shared_discount_fen > 0
  return {
    feeDetailNumber: String(line.position),
    nationalCode: line.national_code,
    shopCode: line.code,
    amount: line.amount_fen,
    quantity: line.quantity_e4,
    price: discounted ? effectiveUnitPrice(line.amount_fen, line.quantity_e4) : line.unit_price_micro,
    occurredAt: now,
    traceCodes: line.traceCodes.map((trace) => ({ code: trace.code, split: trace.split === 1 })),
  }
}

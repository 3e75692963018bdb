import { checkCredential } from '../../../core/identity/check-credential.ts'
import { chooseInsurance, isUsable } from '../../../core/identity/choose-insurance.ts'
import type { Credential, Person } from '../../../core/identity/person.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { currentStep } from '../../../core/return/steps.ts'
import { setReturnIdentification } from '../../../db/returns/return-repository.ts'
import { insertPassingIdentification } from '../../../db/settlements/identification-repository.ts'
import type { SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import { buildPersonQuery, readPerson } from '../../../insurance/mapping/person.ts'
import type { ReturnView } from '../../contract/returns.ts'
import { callerOf, signedInShift, type Desk } from '../insurance/desk.ts'
import { refusalOf } from '../insurance/outcome-refusal.ts'
import { credentialOfCode } from '../insurance/present-code.ts'
import { announceReturn } from './return-view.ts'
import { factsOf, unfinishedReturn, type StoredReturn } from './stored-return.ts'

/** The settlement whose person has to show who they are, while it still stands. */
function settlementToProve(stored: StoredReturn): Result<SettlementRow> {
  const { settlement, row } = stored
  const step = currentStep(factsOf(stored))
  const wanted = step?.kind === 'identify' || (step?.kind === 'cancel-settlement' && step.state === 'now')
  return wanted && settlement !== undefined
    ? ok(settlement)
    : refuse('RETURN_STEP_FORBIDS', { number: row.number })
}

/**
 * The settlement whose person a return waits for. Refuses with RETURN_NOT_FOUND, RETURN_CLOSED or RETURN_STEP_FORBIDS.
 */
export function settlementOfReturn(desk: Desk, returnId: string): Result<SettlementRow> {
  const stored = unfinishedReturn(desk.counter.db, returnId)
  return stored.ok ? settlementToProve(stored.value) : stored
}

/** The insurance that was settled with; else the one that a sale would take; null where somebody has to choose. */
function positionOf(desk: Desk, person: Person, settlement: SettlementRow): number | null {
  const same = person.insurances.findIndex(
    (insurance) =>
      isUsable(insurance) &&
      insurance.insuranceType === settlement.insurance_type &&
      insurance.place === settlement.insured_place,
  )
  if (same !== -1) return same
  const choice = chooseInsurance(person, desk.profile.insuranceTypePreference)
  return choice.ok && choice.value.kind === 'chosen'
    ? person.insurances.indexOf(choice.value.insurance)
    : null
}

/**
 * Identifies the person of a return's settlement again (1101), as 2103 wants it done. Refuses with
 * INSURANCE_CREDENTIAL_INVALID, RETURN_STEP_FORBIDS, RETURN_OTHER_PERSON {number}, or with what the centre refused.
 */
export async function identifyForReturn(
  desk: Desk,
  returnId: string,
  presented: Credential,
): Promise<Result<ReturnView>> {
  const credential = checkCredential(presented)
  if (!credential.ok) return credential
  return desk.queue.run('identify', async () => {
    const shift = signedInShift(desk)
    if (!shift.ok) return shift
    const stored = unfinishedReturn(desk.counter.db, returnId)
    if (!stored.ok) return stored
    const settlement = settlementToProve(stored.value)
    if (!settlement.ok) return settlement
    const query = buildPersonQuery(credential.value)
    if (!query.ok) return query
    const asked = await desk.exchanges.perform({
      purpose: 'identify',
      wire: query.value,
      saleId: settlement.value.sale_id,
      ...callerOf(shift.value),
    })
    if (!asked.ok) return asked
    const { outcome, msgid, exchangeId } = asked.value
    if (outcome.kind !== 'accepted') return refusalOf(outcome, query.value.infno, msgid)
    const person = readPerson(outcome.output)
    if (!person.ok) return person
    if (person.value.personNumber !== settlement.value.person_number) {
      return refuse('RETURN_OTHER_PERSON', { number: stored.value.sold.sale.number })
    }
    return keepPerson(desk, returnId, {
      exchangeId,
      credential: credential.value,
      person: person.value,
      settlement: settlement.value,
    })
  })
}

type Proven = {
  readonly exchangeId: number
  readonly credential: Credential
  readonly person: Person
  readonly settlement: SettlementRow
}

function keepPerson(desk: Desk, returnId: string, proven: Proven): Result<ReturnView> {
  const { counter } = desk
  const { credential, settlement, person } = proven
  const kept = counter.db.attempt((): Result<null> => {
    // it may have been given up while the centre was thinking
    const now = unfinishedReturn(counter.db, returnId)
    if (!now.ok) return now
    const id = counter.clock.newId()
    insertPassingIdentification(counter.db, {
      id,
      saleId: settlement.sale_id,
      exchangeId: proven.exchangeId,
      credential: {
        type: credential.type,
        number: credential.number,
        cardSerial: credential.cardSerial ?? null,
      },
      person,
      chosenPosition: positionOf(desk, person, settlement),
      accountUsed: settlement.account_used === 1,
      at: counter.clock.now(),
    })
    setReturnIdentification(counter.db, returnId, id)
    return ok(null)
  })
  return kept.ok ? announceReturn(counter, returnId) : kept
}

/** The same by an insurance code, as it was scanned. Refuses with what the centre refused of it besides. */
export async function presentForReturn(
  desk: Desk,
  returnId: string,
  code: string,
): Promise<Result<ReturnView>> {
  const credential = await credentialOfCode(desk, code)
  return credential.ok ? identifyForReturn(desk, returnId, credential.value) : credential
}

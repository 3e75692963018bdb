import { checkCredential } from '../../../core/identity/check-credential.ts'
import { chooseInsurance, isUsable } from '../../../core/identity/choose-insurance.ts'
import type { Credential, Person } from '../../../core/identity/person.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import {
  chooseIdentifiedInsurance,
  dropIdentification,
  insertIdentification,
  setAccountUsed,
} from '../../../db/settlements/identification-repository.ts'
import { buildPersonQuery, readPerson } from '../../../insurance/mapping/person.ts'
import type { SaleView } from '../../contract/sale.ts'
import { saleForAdding } from '../sale/add-goods.ts'
import { announceSale, changeableSale, type Counter } from '../sale/counter.ts'
import type { StoredSale } from '../sale/sale-state.ts'
import { outdateTrial } from '../sale/trial-outdated.ts'
import { callerOf, signedInShift, type Desk, type SignedInShift } from './desk.ts'
import { refusalOf } from './outcome-refusal.ts'

/**
 * Identifies the person at the counter by a credential (1101) and chooses the insurance, opening a sale when there is
 * none. What the safety control gave for somebody else does not go along, and is gone once this person is the one.
 * Refuses with INSURANCE_CREDENTIAL_INVALID before asking, with what the centre refused, or INSURANCE_NONE_NORMAL.
 */
export async function identify(
  desk: Desk,
  presented: Credential,
  readBy: 'till' | 'safety-control' = 'till',
): Promise<Result<SaleView>> {
  const credential = checkCredential(presented)
  if (!credential.ok) return credential
  return desk.queue.run('identify', async () => {
    if (readBy === 'safety-control') return askAndStore(desk, credential.value)
    const putBack = desk.visitCredential.setAside()
    const identified = await askAndStore(desk, credential.value)
    if (!identified.ok) putBack()
    return identified
  })
}

async function askAndStore(desk: Desk, credential: Credential): Promise<Result<SaleView>> {
  const { counter } = desk
  const shift = signedInShift(desk)
  if (!shift.ok) return shift
  const query = buildPersonQuery(credential)
  if (!query.ok) return query
  const saleId = saleForPerson(counter, shift.value)
  if (!saleId.ok) return saleId
  let stored = saleId as Result<string>
  const asked = await desk.exchanges.perform({
    purpose: 'identify',
    wire: query.value,
    saleId: saleId.value,
    ...callerOf(shift.value),
    // with the answer or not at all: a second commit would only be a moment in which one is there without the other
    onOutcome: (outcome, exchangeId) => {
      if (outcome.kind !== 'accepted') return
      const person = readPerson(outcome.output)
      stored = person.ok
        ? storePerson(desk, { saleId: saleId.value, exchangeId, credential, person: person.value })
        : person
    },
  })
  if (!asked.ok) return asked
  const { outcome, msgid } = asked.value
  if (outcome.kind !== 'accepted') return refusalOf(outcome, query.value.infno, msgid)
  if (!stored.ok) return refuse(stored.refusal.code, stored.refusal.params, msgid)
  return announceSale(counter, stored.value)
}

/** The sale at the counter, opened when there is none. */
function saleForPerson(counter: Counter, shift: SignedInShift): Result<string> {
  const open = openSaleOf(counter.db, counter.till)
  // one that is there needs no commit of its own
  const sale =
    open === undefined
      ? counter.db.attempt(() => saleForAdding(counter, shift))
      : saleForAdding(counter, shift)
  return sale.ok ? ok(sale.value.sale.id) : sale
}

type Identified = {
  readonly saleId: string
  readonly exchangeId: number
  readonly credential: Credential
  readonly person: Person
}

/** Keeps who was identified, in the transaction that journals the answer; refuses before anything is written. */
function storePerson(desk: Desk, identified: Identified): Result<string> {
  const { counter } = desk
  const { person, credential } = identified
  const choice = chooseInsurance(person, desk.profile.insuranceTypePreference)
  if (!choice.ok) return choice
  // the sale may have been paid or given up while the centre was thinking
  const sale = changeableSale(counter)
  if (!sale.ok) return sale
  if (sale.value.sale.id !== identified.saleId) return refuse('SALE_NONE_OPEN')
  outdateTrial(counter, sale.value)
  insertIdentification(counter.db, {
    id: counter.clock.newId(),
    saleId: identified.saleId,
    exchangeId: identified.exchangeId,
    credential: {
      type: credential.type,
      number: credential.number,
      cardSerial: credential.cardSerial ?? null,
    },
    person,
    chosenPosition: choice.value.kind === 'chosen' ? person.insurances.indexOf(choice.value.insurance) : null,
    accountUsed: desk.profile.accountUsedByDefault,
    at: counter.clock.now(),
  })
  return ok(identified.saleId)
}

type PersonEdit = (stored: StoredSale, identificationId: string) => Result<null>

/** Changes something about the person of the open sale; a trial made before is outdated by it. */
function editPerson(desk: Desk, edit: PersonEdit): Result<SaleView> {
  const { counter } = desk
  const edited = counter.db.attempt(() => {
    const stored = changeableSale(counter)
    if (!stored.ok) return stored
    if (stored.value.identification === undefined) return refuse('INSURANCE_NO_PERSON')
    outdateTrial(counter, stored.value)
    const done = edit(stored.value, stored.value.identification.id)
    return done.ok ? ok(stored.value.sale.id) : done
  })
  return edited.ok ? announceSale(counter, edited.value) : edited
}

/** Takes one of the insurances that 1101 gave. Refuses with INSURANCE_CHOICE_INVALID {position}. */
export function chooseByPosition(desk: Desk, position: number): Result<SaleView> {
  return editPerson(desk, (stored, identificationId) => {
    const insurance = stored.insurances.find((candidate) => candidate.position === position)
    if (insurance === undefined || !isUsable(insurance))
      return refuse('INSURANCE_CHOICE_INVALID', { position })
    chooseIdentifiedInsurance(desk.counter.db, identificationId, position)
    return ok(null)
  })
}

/** Stores what the person said about the personal account (`acct_used_flag`). */
export function setAccountUse(desk: Desk, used: boolean): Result<SaleView> {
  return editPerson(desk, (_stored, identificationId) => {
    setAccountUsed(desk.counter.db, identificationId, used)
    return ok(null)
  })
}

/** Drops the identified person; the sale goes on without insurance. */
export function clearPerson(desk: Desk): Result<SaleView> {
  const { counter } = desk
  const cleared = counter.db.attempt(() => {
    const stored = changeableSale(counter)
    if (!stored.ok) return stored
    outdateTrial(counter, stored.value)
    dropIdentification(counter.db, stored.value.sale.id, counter.clock.now())
    return ok(stored.value.sale.id)
  })
  return cleared.ok ? announceSale(counter, cleared.value) : cleared
}

/** The person and the insurance that the open sale is for, and who asks; what every query about a person needs. */
export type KnownPerson = {
  readonly shift: SignedInShift
  readonly stored: StoredSale
  readonly personNumber: string
  readonly insuredPlace: string
  readonly insuranceType: string
}

/** Refuses with SALE_NONE_OPEN, INSURANCE_NO_PERSON or INSURANCE_CHOICE_NEEDED when there is no such person yet. */
export function knownPerson(desk: Desk, stored: Result<StoredSale>): Result<KnownPerson> {
  const shift = signedInShift(desk)
  if (!shift.ok) return shift
  if (!stored.ok) return stored
  const { identification, insurances } = stored.value
  if (identification === undefined) return refuse('INSURANCE_NO_PERSON')
  const chosen = insurances.find((insurance) => insurance.position === identification.chosen_position)
  if (chosen === undefined) return refuse('INSURANCE_CHOICE_NEEDED')
  return ok({
    shift: shift.value,
    stored: stored.value,
    personNumber: identification.person_number,
    insuredPlace: chosen.place,
    insuranceType: chosen.insuranceType,
  })
}

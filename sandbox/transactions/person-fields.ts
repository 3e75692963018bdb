import { wireDate } from '../../insurance/catalogue/wire-time.ts'
import type { InsuranceRecord, PersonRecord } from '../ledger/people.ts'

/** Whole years between a birth date (yyyy-MM-dd) and a moment. */
export function ageOn(birthDate: string, at: number): number {
  const today = wireDate(at)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Who the person is, as every answer about one says it. */
export function personFields(person: PersonRecord, at: number): Record<string, string> {
  return {
    psn_no: person.personNumber,
    psn_cert_type: person.documentKind,
    certno: person.documentNumber,
    psn_name: person.name,
    gend: person.gender,
    naty: person.nation,
    brdy: person.birthDate,
    age: String(ageOn(person.birthDate, at)),
  }
}

/** How the person is insured, as settlements say it. */
export function insuranceFields(insurance: InsuranceRecord): Record<string, string> {
  return {
    insutype: insurance.insuranceType,
    psn_type: insurance.personType,
    cvlserv_flag: insurance.civilServant,
  }
}

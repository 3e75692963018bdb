import type { CardFields } from '../../device-twins/identity-card.ts'
import type { NewPerson } from '../admin/shapes.ts'
import { SEED_PEOPLE } from '../seed/people.ts'

/** A chip card as the reader's twin takes it: its type mark and its fields. */
export type ChipCard = { readonly mark: string; readonly fields: CardFields }

const COMMON = {
  validFrom: '20200101',
  validTo: '20400101',
  issuer: '练习公安局',
  address: '练习市练习路1号',
}

/** The card of a practice person; undefined when their document is none that a reader reads. */
function cardOf(person: NewPerson): ChipCard | undefined {
  const birthDate = person.birthDate.replaceAll('-', '')
  const shared = {
    ...COMMON,
    name: person.name,
    sex: person.gender,
    birthDate,
    number: person.documentNumber,
  }
  if (person.documentKind === '01') return { mark: '', fields: { ...shared, nation: person.nation } }
  if (person.documentKind.startsWith('17')) {
    return { mark: 'J', fields: { ...shared, passNumber: 'H12345678', issueCount: '01' } }
  }
  return undefined
}

/** The card of the practice person with this name; undefined when there is none. */
export function cardNamed(name: string): ChipCard | undefined {
  const person = SEED_PEOPLE.find((one) => one.name === name)
  return person && cardOf(person)
}

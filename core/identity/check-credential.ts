import { ok, refuse, type Refused, type Result } from '../result.ts'
import { toHalfWidth } from '../text/half-width.ts'
import type { Credential } from './person.ts'
import { readResidentNumber, type ResidentNumberKind, type ResidentNumberProblem } from './resident-number.ts'

/** What can be wrong with a credential: `reason` of INSURANCE_CREDENTIAL_INVALID. */
export type CredentialProblem =
  | 'token-unreadable'
  | ResidentNumberProblem
  | 'document-kind-needed'
  | 'document-kind-mismatch'
  | 'card-number-unreadable'
  | 'card-serial-missing'
  | 'card-serial-unreadable'

/** `psn_cert_type` of the documents whose number tells what it is. */
const DOCUMENT_KIND: Readonly<Record<ResidentNumberKind, string>> = {
  resident: '01',
  'residence-permit': '17',
  'foreign-permanent-resident': '07',
}

/** Document kinds (`psn_cert_type`) whose number must be of a certain sort; other kinds have numbers of any shape. */
const EXPECTED: ReadonlyMap<string, readonly ResidentNumberKind[]> = new Map([
  // permits and foreigners' cards are registered as 01 in some places
  ['01', ['resident', 'residence-permit', 'foreign-permanent-resident']],
  ['20', ['resident']],
  ['07', ['foreign-permanent-resident']],
  ['17', ['residence-permit']],
  ['1701', ['residence-permit']],
  ['1702', ['residence-permit']],
  ['1703', ['residence-permit']],
])

const TOKEN = /^[!-~]{1,50}$/
const CARD = /^[!-~]{1,50}$/
const CARD_SERIAL = /^[!-~]{1,32}$/
/** Foreign permanent resident card before 2023: three letters of the nationality and twelve digits. */
const OLD_FOREIGN_CARD = /^[A-Z]{3}\d{12}$/
/** Passports, travel permits, officers' cards: letters, digits, Chinese characters (军字第…号) and a few signs. */
const OTHER_DOCUMENT = /^[\p{Script=Han}0-9A-Z()\-/.]{3,50}$/u

const invalid = (reason: CredentialProblem): Refused => refuse('INSURANCE_CREDENTIAL_INVALID', { reason })

const tidy = (text: string): string => toHalfWidth(text).trim()

function checkDocument(credential: Credential): Result<Credential> {
  const number = tidy(credential.number).toUpperCase()
  const kind = credential.documentKind
  if (kind !== undefined && !EXPECTED.has(kind)) {
    return OTHER_DOCUMENT.test(number) ? ok({ ...credential, number }) : invalid('number-unreadable')
  }
  const read = OLD_FOREIGN_CARD.test(number) ? 'foreign-permanent-resident' : readResidentNumber(number)
  if (read === 'number-unreadable' && kind === undefined && number.length !== 18) {
    return invalid(OTHER_DOCUMENT.test(number) ? 'document-kind-needed' : 'number-unreadable')
  }
  if (read === 'number-unreadable' || read === 'birth-day' || read === 'check-digit') return invalid(read)
  if (kind === undefined) return ok({ ...credential, number, documentKind: DOCUMENT_KIND[read] })
  return EXPECTED.get(kind)?.includes(read) === true
    ? ok({ ...credential, number })
    : invalid('document-kind-mismatch')
}

function checkCard(credential: Credential): Result<Credential> {
  const number = tidy(credential.number)
  if (!CARD.test(number)) return invalid('card-number-unreadable')
  const cardSerial = tidy(credential.cardSerial ?? '')
  if (cardSerial === '') return invalid('card-serial-missing')
  return CARD_SERIAL.test(cardSerial)
    ? ok({ ...credential, number, cardSerial })
    : invalid('card-serial-unreadable')
}

/**
 * Checks what a person presented before it goes to the centre, and brings it into its written form (half-width, no
 * blanks, X in capitals). Type 01: 1 to 50 printable ASCII characters. Type 02: with no document kind, or one of an ID
 * card, permit or foreigner's card, the number's shape, birth day and check digit (GB 11643); `documentKind` is filled in
 * (01, 17, 07) when it was absent; other documents need their kind and pass by a loose shape. Type 03: card number and
 * `cardSerial`. Refuses with INSURANCE_CREDENTIAL_INVALID {reason}, a {@link CredentialProblem}; never holds the number.
 */
export function checkCredential(credential: Credential): Result<Credential> {
  switch (credential.type) {
    case '01': {
      const number = tidy(credential.number)
      return TOKEN.test(number) ? ok({ ...credential, number }) : invalid('token-unreadable')
    }
    case '02':
      return checkDocument(credential)
    case '03':
      return checkCard(credential)
  }
}

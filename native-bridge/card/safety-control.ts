import { isCalendarDay, isDocumentNumber } from '../../core/identity/resident-number.ts'
import { isFitText } from './fit-text.ts'
import { barFields, readSocialSecurityCard, type SocialSecurityCard } from './social-security-card.ts'

/** What the safety control is called for: a visit, and the number of the last transaction that the visit will make. */
export type SafetyPurpose = {
  /** The till's own name of the visit: the sale. */
  readonly visit: string
  /** Such as 2102A. The control is called once for a visit, so it must be the last one's. */
  readonly transactionNumber: string
  /** Transactions of the visit before the last one, which the credential serves as well. One public source (Sichuan). */
  readonly alsoFor: readonly string[]
}

/** What `ReadSFZ` says of an identity card. Personal data: never log it. Days are yyyy-MM-dd. */
export type SafetyIdentity = {
  readonly name: string
  /** As the control writes it, in words or as a code: no public source says which. */
  readonly sex: string
  /** As the control writes it. */
  readonly nation: string
  readonly birthDate: string
  readonly address: string
  readonly number: string
}

/** What the safety control gave: the business credential (业务介质) for the centre, and who was there. */
export type SafetyCredential = SafetyPurpose & {
  /** Opaque text for the centre; holds personal data, never log it. */
  readonly businessCredential: string
} & (
    | { readonly medium: 'card'; readonly card: SocialSecurityCard }
    | { readonly medium: 'identity-card'; readonly identity: SafetyIdentity }
    | { readonly medium: 'code' }
  )

export type SafetyReading =
  | { readonly ok: true; readonly credential: SafetyCredential }
  | { readonly ok: false; readonly problem: 'business-credential' | 'card' | 'identity' }

/** Whether a credential may be used for a transaction of a visit: never for another visit. */
export function covers(credential: SafetyPurpose, visit: string, transactionNumber: string): boolean {
  return (
    credential.visit === visit &&
    (credential.transactionNumber === transactionNumber || credential.alsoFor.includes(transactionNumber))
  )
}

/** The buffers of the control are 8192 bytes. */
const BUSINESS_MAXIMUM = 8_191

function businessOf(text: string | undefined, purpose: SafetyPurpose): string | undefined {
  const tidy = text?.trim() ?? ''
  // a control that wrote nothing leaves what it was given
  if (tidy === '' || tidy === purpose.transactionNumber) return undefined
  return tidy.length <= BUSINESS_MAXIMUM && isFitText(tidy) ? tidy : undefined
}

const written = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

/** 姓名|性别|民族|出生|地址|身份证号|发卡日期|有效期|签发机关: at least nine. */
function identityOf(text: string): SafetyIdentity | undefined {
  const fields = barFields(text.slice(0, BUSINESS_MAXIMUM))
  const [name = '', sex = '', nation = '', birthDate = '', address = '', given = ''] = fields
  const number = given.toUpperCase()
  if (fields.length < 9 || name === '' || !isFitText(text)) return undefined
  if (!isCalendarDay(birthDate) || !isDocumentNumber(number)) return undefined
  return { name, sex, nation, birthDate: written(birthDate), address, number }
}

/** What the bridge's outputs of one call were; only what the call has is there. */
export type SafetyOutputs = Readonly<Partial<Record<'card' | 'identity' | 'business', string>>>

/**
 * Makes a credential of what the safety control wrote. Every text comes from a vendor's library and is checked; nothing
 * of it is in a problem. Never throws.
 */
export function readSafetyOutputs(outputs: SafetyOutputs, purpose: SafetyPurpose): SafetyReading {
  const businessCredential = businessOf(outputs.business, purpose)
  if (businessCredential === undefined) return { ok: false, problem: 'business-credential' }
  const common = { ...purpose, businessCredential }
  if (outputs.card !== undefined) {
    const read = readSocialSecurityCard(outputs.card)
    return read.ok
      ? { ok: true, credential: { ...common, medium: 'card', card: read.card } }
      : { ok: false, problem: 'card' }
  }
  if (outputs.identity !== undefined) {
    const identity = identityOf(outputs.identity)
    return identity === undefined
      ? { ok: false, problem: 'identity' }
      : { ok: true, credential: { ...common, medium: 'identity-card', identity } }
  }
  return { ok: true, credential: { ...common, medium: 'code' } }
}

import type { Credential } from '../../core/identity/person.ts'
import { isCalendarDay } from '../../core/identity/resident-number.ts'
import { isFitText } from './fit-text.ts'

/** What `iReadCardBas` says of a social-security card. Personal data: never log it. Days are yyyy-MM-dd. */
export type SocialSecurityCard = {
  /** 发卡地区代码, six digits. */
  readonly issuerArea: string
  /** 社会保障号码: the holder's 18 characters, or another number of a foreigner. */
  readonly socialSecurityNumber: string
  /** 卡号 */
  readonly cardNumber: string
  /** 卡识别码, 32 hexadecimal digits: `card_sn`. */
  readonly cardSerial: string
  readonly name: string
  /** 规范版本, such as 1.00 or 3.00. */
  readonly version: string
  readonly issuedOn?: string
  readonly validTo?: string
  /** 终端机编号 and 终端设备号 of the reader. */
  readonly terminal: string
  readonly device: string
}

type FieldName = keyof SocialSecurityCard | 'resetInformation'

export type SocialSecurityCardReading =
  | { readonly ok: true; readonly card: SocialSecurityCard }
  /** `field` is missing when the text as a whole is not eleven fields. */
  | { readonly ok: false; readonly field?: FieldName }

/** Longest text that is looked at, in characters. */
const TEXT_MAXIMUM = 2_048
const DAY = /^(?:\d{8})?$/

/** The fields in their order, with their shapes. */
const FIELDS: readonly (readonly [name: FieldName, shape: RegExp])[] = [
  ['issuerArea', /^\d{6}$/],
  ['socialSecurityNumber', /^[0-9A-Z]{6,20}$/],
  ['cardNumber', /^[0-9A-Z]{1,20}$/],
  ['cardSerial', /^[0-9A-F]{32}$/],
  ['name', /^.{1,60}$/],
  ['resetInformation', /^[0-9A-F]{0,64}$/],
  ['version', /^[0-9A-Za-z.]{0,10}$/],
  ['issuedOn', DAY],
  ['validTo', DAY],
  ['terminal', /^.{0,60}$/],
  ['device', /^.{0,60}$/],
]

/** The fields of a text such as `a|b|c|`; the sign at the end is optional. */
export function barFields(text: string): readonly string[] {
  return text
    .replace(/\|$/, '')
    .split('|')
    .map((field) => field.trim())
}

const written = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

/**
 * Reads the text of `iReadCardBas` and `ReadCardBas`: eleven fields with `|` between and, mostly, at the end. More fields
 * than eleven are let be. Never throws; a problem holds nothing of the text.
 */
export function readSocialSecurityCard(text: string): SocialSecurityCardReading {
  if (text.length > TEXT_MAXIMUM) return { ok: false }
  const fields = barFields(text)
  if (fields.length < FIELDS.length) return { ok: false }
  const found: Partial<Record<FieldName, string>> = {}
  for (const [at, [field, shape]] of FIELDS.entries()) {
    const value =
      field === 'name' || field === 'device' ? (fields[at] ?? '') : (fields[at] ?? '').toUpperCase()
    if (!isFitText(value) || !shape.test(value)) return { ok: false, field }
    if (shape === DAY && value !== '' && !isCalendarDay(value)) return { ok: false, field }
    found[field] = value
  }
  const value = (field: FieldName): string => found[field] ?? ''
  return {
    ok: true,
    card: {
      issuerArea: value('issuerArea'),
      socialSecurityNumber: value('socialSecurityNumber'),
      cardNumber: value('cardNumber'),
      cardSerial: value('cardSerial'),
      name: value('name'),
      version: value('version'),
      ...(value('issuedOn') !== '' && { issuedOn: written(value('issuedOn')) }),
      ...(value('validTo') !== '' && { validTo: written(value('validTo')) }),
      terminal: value('terminal'),
      device: value('device'),
    },
  }
}

/** Which number of the card `mdtrt_cert_no` is: the card number, or in some regions the social security number. */
export type CardNumberChoice = 'card-number' | 'social-security-number'

/** The credential of type 03 that the centre wants of a card. */
export function credentialOfCard(card: SocialSecurityCard, choice: CardNumberChoice): Credential {
  return {
    type: '03',
    number: choice === 'card-number' ? card.cardNumber : card.socialSecurityNumber,
    cardSerial: card.cardSerial,
    personName: card.name,
  }
}

import { isCalendarDay, readResidentNumber } from '../../core/identity/resident-number.ts'
import { isFitText } from './fit-text.ts'
import {
  IDENTITY_LAYOUTS,
  IDENTITY_TEXT_LENGTH,
  TYPE_MARK_OFFSET,
  type IdentityDocumentKind,
  type IdentityFieldName,
  type IdentityLayout,
  type IdentityNumberRule,
} from './identity-layout.ts'

/** Sex by GB/T 2261.1: 1 male, 2 female, 0 unknown, 9 not stated. */
export type Sex = 'male' | 'female' | 'unknown' | 'not-stated'

/** What a card says of its holder. Personal data: never log it. Days are yyyy-MM-dd. */
export type IdentityDocument = {
  readonly kind: IdentityDocumentKind
  /** In Chinese where the card has it so, in Latin letters otherwise. */
  readonly name: string
  readonly latinName?: string
  readonly sex: Sex
  /** People (民族) of a resident: two digits of GB/T 3304. */
  readonly nation?: string
  /** Nationality of a foreigner by GB/T 2659: three letters, or the three digits of the cards of 2023. */
  readonly nationality?: string
  readonly birthDate: string
  readonly address?: string
  /** 18 characters with a right check character; 15 on foreigners' cards of 2017. */
  readonly number: string
  /** Who issued it: a name, or the code of four characters of foreigners' cards of 2017. */
  readonly issuer?: string
  readonly validFrom: string
  readonly validTo: string
  /** Number of the travel permit of a resident of Hong Kong, Macau or Taiwan. */
  readonly passNumber?: string
  readonly issueCount?: number
}

/** What `validTo` is where the card never runs out. */
export const LONG_TERM = 'long-term'

type FieldReason = 'characters' | 'empty' | 'value' | 'day' | 'number' | 'check-digit'

/** Why a card's text is no document. Holds nothing of the text but an unknown type mark. */
export type IdentityTextProblem =
  | { readonly kind: 'length' }
  /** `mark` is fit to show: a letter or digit, or U+ and the code of what else stands there. */
  | { readonly kind: 'unknown-type'; readonly mark: string }
  | { readonly kind: 'field'; readonly field: IdentityFieldName; readonly reason: FieldReason }

export type IdentityText =
  | { readonly ok: true; readonly document: IdentityDocument }
  | { readonly ok: false; readonly problem: IdentityTextProblem }

const SEXES: ReadonlyMap<string | undefined, Sex> = new Map([
  ['0', 'unknown'],
  ['1', 'male'],
  ['2', 'female'],
  ['9', 'not-stated'],
])
const LONG_TERM_ON_CARD = '长期'
const FOREIGN_2017 = /^[A-Z]{3}\d{12}$/
const FREE_TEXT = /^/
/** What is read, with the shape that it has where it is not empty. The other fields nobody needs. */
const SHAPES = {
  name: FREE_TEXT,
  latinName: /^[\x20-\x7e]+$/,
  sex: /^[0129]$/,
  nation: /^\d\d$/,
  nationality: /^(?:[A-Z]{3}|\d{3})$/,
  birthDate: /^\d{8}$/,
  address: FREE_TEXT,
  number: /^[0-9A-Z]+$/,
  issuer: FREE_TEXT,
  issuerCode: /^[0-9A-Za-z]+$/,
  validFrom: /^\d{8}$/,
  validTo: /^(?:\d{8}|长期)$/,
  passNumber: /^[0-9A-Z]{8,9}$/,
  issueCount: /^\d{1,2}$/,
} as const satisfies Partial<Record<IdentityFieldName, RegExp>>

type ReadField = keyof typeof SHAPES
// what has a shape is what is read
const READ_FIELDS = Object.keys(SHAPES) as readonly ReadField[]

type Fields = Readonly<Partial<Record<ReadField, string>>>
type FieldProblem = { readonly field: IdentityFieldName; readonly reason: FieldReason }

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le')
}

/** Without the padding: blanks, or zeros at the end. */
const unpadded = (text: string): string => text.replace(/[\0 \u3000]+$/, '').replace(/^[ \u3000]+/, '')

function partsOf(bytes: Uint8Array, layout: IdentityLayout): ReadonlyMap<IdentityFieldName, string> {
  const parts = new Map<IdentityFieldName, string>()
  let at = 0
  for (const [name, length] of layout.fields) {
    parts.set(name, decode(bytes.subarray(at, at + length)))
    at += length
  }
  return parts
}

function fieldsOf(bytes: Uint8Array, layout: IdentityLayout): Fields {
  const parts = partsOf(bytes, layout)
  const text = (name: IdentityFieldName): string => parts.get(name) ?? ''
  const fields: Partial<Record<ReadField, string>> = {}
  for (const name of READ_FIELDS) {
    // a long Latin name goes on in a second field; a blank may stand where it was cut
    const found = unpadded(name === 'latinName' ? text(name) + text('latinNameRest') : text(name))
    if (found !== '') fields[name] = name === 'number' ? found.toUpperCase() : found
  }
  return fields
}

function shapeProblem(fields: Fields): FieldProblem | undefined {
  for (const field of READ_FIELDS) {
    const text = fields[field]
    if (text === undefined) continue
    if (!isFitText(text)) return { field, reason: 'characters' }
    if (!SHAPES[field].test(text)) return { field, reason: 'value' }
  }
  return undefined
}

function numberProblem(number: string, rule: IdentityNumberRule): FieldReason | undefined {
  if (rule === 'foreign-2017') return FOREIGN_2017.test(number) ? undefined : 'number'
  const read = readResidentNumber(number)
  if (read === 'check-digit') return 'check-digit'
  return read === rule ? undefined : 'number'
}

/** yyyyMMdd as yyyy-MM-dd. */
const written = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

/** The last day of a card's life; `undefined` when it is no day, or one before the first. */
function lastDayOf(text: string | undefined, first: string): string | undefined {
  return text === undefined || !isCalendarDay(text) || text < first ? undefined : written(text)
}

/** What not every card has. */
function optionalOf(
  fields: Fields,
): Pick<
  IdentityDocument,
  'latinName' | 'nation' | 'nationality' | 'address' | 'issuer' | 'passNumber' | 'issueCount'
> {
  const { latinName, nation, nationality, address, passNumber, issueCount } = fields
  const issuer = fields.issuer ?? fields.issuerCode
  return {
    ...(latinName !== undefined && { latinName }),
    ...(nation !== undefined && { nation }),
    ...(nationality !== undefined && { nationality }),
    ...(address !== undefined && { address }),
    ...(issuer !== undefined && { issuer }),
    ...(passNumber !== undefined && { passNumber }),
    ...(issueCount !== undefined && { issueCount: Number(issueCount) }),
  }
}

function documentOf(fields: Fields, layout: IdentityLayout): IdentityDocument | FieldProblem {
  const { number, birthDate, validFrom, validTo } = fields
  const name = fields.name ?? fields.latinName
  const sex = SEXES.get(fields.sex)
  if (name === undefined) return { field: 'name', reason: 'empty' }
  if (sex === undefined) return { field: 'sex', reason: 'empty' }
  if (number === undefined) return { field: 'number', reason: 'empty' }
  const reason = numberProblem(number, layout.number)
  if (reason !== undefined) return { field: 'number', reason }
  if (birthDate === undefined || !isCalendarDay(birthDate)) return { field: 'birthDate', reason: 'day' }
  if (validFrom === undefined || !isCalendarDay(validFrom)) return { field: 'validFrom', reason: 'day' }
  const lastDay = validTo === LONG_TERM_ON_CARD ? LONG_TERM : lastDayOf(validTo, validFrom)
  if (lastDay === undefined) return { field: 'validTo', reason: 'day' }
  return {
    kind: layout.kind,
    name,
    sex,
    birthDate: written(birthDate),
    number,
    validFrom: written(validFrom),
    validTo: lastDay,
    ...optionalOf(fields),
  }
}

/** A type mark as a message may show it. */
function shownMark(mark: string): string {
  return /^[0-9A-Za-z]$/.test(mark)
    ? mark
    : `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

const wrong = (problem: IdentityTextProblem): IdentityText => ({ ok: false, problem })

/**
 * Reads the text of an identity card's chip: 256 bytes of UTF-16LE in the layout that its type mark tells. Every field is
 * checked: characters that can be shown, days of the calendar, codes, the number with its check character (GB 11643). An
 * unknown type mark is told, never guessed. Never throws.
 */
export function readIdentityText(bytes: Uint8Array): IdentityText {
  if (bytes.length !== IDENTITY_TEXT_LENGTH) return wrong({ kind: 'length' })
  const mark = unpadded(decode(bytes.subarray(TYPE_MARK_OFFSET, TYPE_MARK_OFFSET + 2)))
  const layout = Object.hasOwn(IDENTITY_LAYOUTS, mark) ? IDENTITY_LAYOUTS[mark] : undefined
  if (layout === undefined) return wrong({ kind: 'unknown-type', mark: shownMark(mark) })
  const fields = fieldsOf(bytes, layout)
  const shape = shapeProblem(fields)
  if (shape !== undefined) return wrong({ kind: 'field', ...shape })
  const read = documentOf(fields, layout)
  return 'reason' in read ? wrong({ kind: 'field', ...read }) : { ok: true, document: read }
}

/**
 * The 256 bytes of text inside the data of an answer to `read`: two bytes each for the lengths of text and photo, the
 * text, the photo. `undefined` when the lengths are others. The photo (WLT) is not kept.
 */
export function identityTextOf(data: Uint8Array): Uint8Array | undefined {
  const [high = 0, low = 0, photoHigh = 0, photoLow = 0] = data
  const length = high * 256 + low
  const photoLength = photoHigh * 256 + photoLow
  if (length !== IDENTITY_TEXT_LENGTH || data.length !== 4 + length + photoLength) return undefined
  return data.slice(4, 4 + length)
}

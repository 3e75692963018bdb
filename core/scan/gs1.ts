import { hasGtinCheckDigit } from './check-digit.ts'
import { GROUP_SEPARATOR } from './normalise.ts'

/** One element of a GS1 element string: application identifier and its value. */
export type Gs1Element = { readonly identifier: string; readonly value: string }

type ElementFormat = { readonly digitsOnly: boolean; readonly fixed: boolean; readonly length: number }

const digits = (length: number): ElementFormat => ({ digitsOnly: true, fixed: true, length })
const digitsUpTo = (length: number): ElementFormat => ({ digitsOnly: true, fixed: false, length })
const textUpTo = (length: number): ElementFormat => ({ digitsOnly: false, fixed: false, length })

/** Application identifiers that drugs and medical devices carry (GS1 General Specifications, section 3). */
const FORMATS: ReadonlyMap<string, ElementFormat> = new Map([
  ['00', digits(18)],
  ['01', digits(14)],
  ['02', digits(14)],
  ['10', textUpTo(20)],
  ['11', digits(6)],
  ['12', digits(6)],
  ['13', digits(6)],
  ['15', digits(6)],
  ['16', digits(6)],
  ['17', digits(6)],
  ['20', digits(2)],
  ['21', textUpTo(20)],
  ['22', textUpTo(20)],
  ['30', digitsUpTo(8)],
  ['37', digitsUpTo(8)],
  ['240', textUpTo(30)],
  ['241', textUpTo(30)],
  ['250', textUpTo(30)],
  ['251', textUpTo(30)],
  ['710', textUpTo(20)],
  ['711', textUpTo(20)],
  ['712', textUpTo(20)],
  ['713', textUpTo(20)],
  ['714', textUpTo(20)],
  ['715', textUpTo(20)],
  ['716', textUpTo(20)],
  ['90', textUpTo(30)],
  ['91', textUpTo(90)],
  ['92', textUpTo(90)],
  ['93', textUpTo(90)],
  ['94', textUpTo(90)],
  ['95', textUpTo(90)],
  ['96', textUpTo(90)],
  ['97', textUpTo(90)],
  ['98', textUpTo(90)],
  ['99', textUpTo(90)],
])

const DATES = new Set(['11', '12', '13', '15', '16', '17'])
const GTINS = new Set(['01', '02'])
const DIGITS = /^\d+$/
/** The characters that GS1 data may hold (AI encodable character set 82). */
const TEXT = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/

/**
 * A GS1 date YYMMDD as yyyy-MM-dd; day 00 is the last day of the month. The century is 20: drugs and devices live for a
 * few years. `undefined` when there is no such day.
 */
export function readGs1Date(value: string): string | undefined {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(value)
  if (match === null) return undefined
  const [, year = '', month = '', day = ''] = match
  const last = daysInMonth(2000 + Number(year), Number(month))
  if (last === undefined || Number(day) > last) return undefined
  return `20${year}-${month}-${day === '00' ? String(last) : day}`
}

function daysInMonth(year: number, month: number): number | undefined {
  // years 2000 to 2099: every fourth one is a leap year
  const february = year % 4 === 0 ? 29 : 28
  return [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

function isValidElement({ identifier, value }: Gs1Element): boolean {
  const format = FORMATS.get(identifier)
  if (format === undefined || value.length > format.length) return false
  if (format.fixed && value.length !== format.length) return false
  if (!(format.digitsOnly ? DIGITS : TEXT).test(value)) return false
  if (GTINS.has(identifier) && !hasGtinCheckDigit(value)) return false
  return !DATES.has(identifier) || readGs1Date(value) !== undefined
}

function checked(elements: readonly Gs1Element[]): readonly Gs1Element[] | undefined {
  const identifiers = new Set(elements.map((element) => element.identifier))
  const wellFormed = identifiers.size === elements.length && elements.every(isValidElement)
  return wellFormed && elements.length > 0 ? elements : undefined
}

/** Reads `(01)06901234567892(17)271231(10)A1(21)S1`, the form that people read. Values hold no parentheses. */
function readBracketed(text: string): readonly Gs1Element[] | undefined {
  if (!/^(?:\(\d{2,4}\)[^()]+)+$/.test(text)) return undefined
  const elements = Array.from(text.matchAll(/\((\d{2,4})\)([^()]+)/g), ([, identifier = '', value = '']) => ({
    identifier,
    value,
  }))
  return checked(elements)
}

/** Reads the transmitted form: fixed-length elements run on, others end with GS or the text's end. */
function readTransmitted(text: string): readonly Gs1Element[] | undefined {
  const elements: Gs1Element[] = []
  let rest = text
  while (rest !== '') {
    const identifier = [rest.slice(0, 2), rest.slice(0, 3)].find((candidate) => FORMATS.has(candidate))
    const format = identifier === undefined ? undefined : FORMATS.get(identifier)
    if (identifier === undefined || format === undefined) return undefined
    const separator = rest.indexOf(GROUP_SEPARATOR)
    const group = separator === -1 ? rest.length : separator
    const end = format.fixed ? identifier.length + format.length : group
    if (end > group) return undefined
    elements.push({ identifier, value: rest.slice(identifier.length, end) })
    rest = rest.slice(rest[end] === GROUP_SEPARATOR ? end + 1 : end)
  }
  return checked(elements)
}

/**
 * Reads a GS1 element string: bracketed, or as transmitted with GS after variable-length values and perhaps one in
 * front. Everything must fit: known identifiers, each once, lengths, characters, GTIN check digit, real dates.
 * `undefined` otherwise.
 */
export function readElementString(text: string): readonly Gs1Element[] | undefined {
  if (text.startsWith('(')) return readBracketed(text)
  return readTransmitted(text.startsWith(GROUP_SEPARATOR) ? text.slice(1) : text)
}

/** Writes elements one after the other without brackets or separators, in the order of the mark. */
export function writeElements(elements: readonly Gs1Element[]): string {
  return elements.map((element) => element.identifier + element.value).join('')
}

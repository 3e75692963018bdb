const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/** Province codes of GB/T 2260 that a resident ID card may begin with, and 81–83 of residence permits. */
const RESIDENT = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{15}[\dX]$/
const PERMIT = /^8[1-3]/
const FOREIGN = /^9\d{16}[\dX]$/

/** The check character of an 18-character number's first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function residentCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (first17.charCodeAt(index) - 48), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** True when yyyyMMdd is a day of the calendar between 1850 and 2099. */
export function isCalendarDay(text: string): boolean {
  const match = /^(18[5-9]\d|19\d\d|20\d\d)(\d\d)(\d\d)$/.exec(text)
  if (match === null) return false
  const year = Number(match[1])
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(match[2]) - 1] ?? 0
  return Number(match[3]) >= 1 && Number(match[3]) <= days
}

/** What an 18-character number belongs to. */
export type ResidentNumberKind = 'resident' | 'residence-permit' | 'foreign-permanent-resident'

/** Why an 18-character number is none. */
export type ResidentNumberProblem = 'number-unreadable' | 'birth-day' | 'check-digit'

/**
 * Reads an 18-character number: resident ID card; residence permit for Hong Kong, Macau (81, 82) and Taiwan (83);
 * foreign permanent resident ID card of 2023 (begins with 9). All hold the birth day as yyyyMMdd in places 7 to 14 and a
 * check character 0–9 or X at the end (GB 11643).
 */
export function readResidentNumber(number: string): ResidentNumberKind | ResidentNumberProblem {
  const foreign = FOREIGN.test(number)
  if (!foreign && !RESIDENT.test(number)) return 'number-unreadable'
  if (!isCalendarDay(number.slice(6, 14))) return 'birth-day'
  if (residentCheckCharacter(number) !== number.charAt(17)) return 'check-digit'
  if (foreign) return 'foreign-permanent-resident'
  return PERMIT.test(number) ? 'residence-permit' : 'resident'
}

/** True for an 18-character number that is somebody's: any of the kinds that {@link readResidentNumber} knows. */
export function isDocumentNumber(number: string): boolean {
  const read = readResidentNumber(number)
  return read === 'resident' || read === 'residence-permit' || read === 'foreign-permanent-resident'
}

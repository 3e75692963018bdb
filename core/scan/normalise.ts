import { maskDocumentNumber } from '../identity/mask.ts'
import { isDocumentNumber } from '../identity/resident-number.ts'
import { ok, refuse, type Refused, type Result } from '../result.ts'
import { toHalfWidth } from '../text/half-width.ts'

/** Longest scan that is looked at; the contract allows the same. */
export const SCAN_LENGTH_MAXIMUM = 512

/** FNC1 as scanners transmit it inside GS1 data. */
export const GROUP_SEPARATOR = '\u001d'

const SHOWN_LENGTH = 40

// C0 but GS, DEL, C1, invisible format characters, halves of surrogate pairs, and the mark of bytes that were no text
const REJECTED = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd]/u
const NOT_SHOWN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

const POSSIBLE_DOCUMENT = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g

/** Numbers that check as somebody's document number are masked: a message may reach a customer's display or a log. */
function withoutDocuments(text: string): string {
  return text.replace(POSSIBLE_DOCUMENT, (number) =>
    isDocumentNumber(number.toUpperCase()) ? maskDocumentNumber(number) : number,
  )
}

/**
 * A scan as a message may show it: at most 40 characters, invisible ones written as `\x1D` or `\u200B`, document numbers
 * masked.
 */
export function showScan(text: string): string {
  const characters = [...withoutDocuments(text.slice(0, SCAN_LENGTH_MAXIMUM)).slice(0, SHOWN_LENGTH + 2)]
  const shortened =
    characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH).join('')}…` : characters.join('')
  return shortened.replace(NOT_SHOWN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`
  })
}

/** SCAN_UNKNOWN_SHAPE {text}, with the text made fit to show. */
export function unknownShape(text: string): Refused {
  return refuse('SCAN_UNKNOWN_SHAPE', { text: showScan(text) })
}

/**
 * Brings a scan into one form: one CR, LF or CRLF at the end goes, full-width letters, digits and signs become
 * half-width, blanks at both ends go. Doing it twice changes nothing more. Refuses with SCAN_TOO_LONG {length, limit},
 * or SCAN_UNKNOWN_SHAPE {text} when nothing is left or a control character other than GS (GS1 data) is inside.
 */
export function normaliseScan(text: string): Result<string> {
  if (text.length > SCAN_LENGTH_MAXIMUM) {
    return refuse('SCAN_TOO_LONG', { length: text.length, limit: SCAN_LENGTH_MAXIMUM })
  }
  const normal = toHalfWidth(text.replace(/(?:\r\n|\r|\n)$/, '')).replace(/^ +| +$/g, '')
  return normal === '' || REJECTED.test(normal.replaceAll(GROUP_SEPARATOR, ''))
    ? unknownShape(text)
    : ok(normal)
}

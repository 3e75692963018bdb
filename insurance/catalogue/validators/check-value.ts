import { parseWireDate, parseWireDateTime } from '../wire-time.ts'
import type { Field } from '../types.ts'
import type { Problem } from './issue.ts'

/** Says what is wrong with a filled-in scalar's text, if anything. */
export type TextCheck = (text: string) => Problem | undefined

const DECIMAL = /^-?(\d+)(?:\.(\d+))?$/
const INTEGER = /^-?(\d+)$/
const BOOLEAN = new Set(['true', 'false', '0', '1'])

const lengthOf = (field: Field): number | undefined => {
  const { length } = field
  return typeof length === 'number' && length > 0 ? length : undefined
}

/** Characters, not UTF-16 units: a rare name character counts once. */
function longerThan(text: string, maximum: number): boolean {
  if (text.length <= maximum) return false
  if (text.length > maximum * 2) return true
  return [...text].length > maximum
}

function textCheck(field: Field): TextCheck {
  const maximum = lengthOf(field)
  if (maximum === undefined) return () => undefined
  return (text) => (longerThan(text, maximum) ? 'length' : undefined)
}

/** `16,2`: sixteen digits in all, two of them after the point. Zeros that say nothing do not count. */
function decimalCheck(field: Field): TextCheck {
  const digits = lengthOf(field)
  const decimals = field.decimals ?? undefined
  return (text) => {
    const match = DECIMAL.exec(text)
    if (match === null) return 'type'
    const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '')
    const fraction = (match[2] ?? '').replace(/0+$/, '')
    if (decimals !== undefined && fraction.length > decimals) return 'decimals'
    if (digits !== undefined && whole.length > digits - (decimals ?? 0)) return 'length'
    return undefined
  }
}

function integerCheck(field: Field): TextCheck {
  const digits = lengthOf(field)
  return (text) => {
    const match = INTEGER.exec(text)
    if (match === null) return 'type'
    const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '')
    return digits !== undefined && whole.length > digits ? 'length' : undefined
  }
}

const dateCheck: TextCheck = (text) => (parseWireDate(text) === undefined ? 'date' : undefined)

/** Editions disagree on whether some moments carry a time of day (1101 `begntime`): both forms pass as a moment. */
const dateTimeCheck: TextCheck = (text) =>
  parseWireDateTime(text) === undefined && parseWireDate(text) === undefined ? 'date' : undefined

const booleanCheck: TextCheck = (text) => (BOOLEAN.has(text) ? undefined : 'type')

/** What a field's value may be: text of a kind, or something with an inside. */
export type ValueKind = 'scalar' | 'object' | 'objects' | 'texts' | 'anything'

/** The check for a field's text, made once. */
export function checkOf(field: Field): TextCheck {
  switch (field.type) {
    case 'decimal':
      return decimalCheck(field)
    case 'int':
      return integerCheck(field)
    case 'date':
      return dateCheck
    case 'datetime':
      return dateTimeCheck
    case 'boolean':
      return booleanCheck
    default:
      return textCheck(field)
  }
}

/** Extension members travel as text in some editions and as an object in others. */
const EXTENSIONS = new Set(['exp_content', 'expContent', 'extData'])

/** Whether a field is a scalar or has an inside. */
export function kindOf(field: Field): ValueKind {
  if (EXTENSIONS.has(field.name)) return 'anything'
  switch (field.type) {
    case 'object':
    case 'Map<String,String>':
      return 'object'
    case 'object[]':
      return 'objects'
    case 'string[]':
      return 'texts'
    case 'unconfirmed':
      return 'anything'
    default:
      return 'scalar'
  }
}

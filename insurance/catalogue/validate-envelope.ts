import { envelopeData } from './data-files.ts'
import type { Field } from './types.ts'
import { checkOf, type TextCheck } from './validators/check-value.ts'
import type { Issue, Problem } from './validators/issue.ts'

type EnvelopeField = { readonly field: Field; readonly check: TextCheck }

const LENGTH_SAID_ELSEWHERE = ['older_sources_say', 'newest_says'] as const

/** The norm prints 4 and uses 5 (2102A) and 9 (CFYYJG106). */
const NUMBER_LENGTH = 20

/** Editions print different maxima for the same member; the widest one is not an error anywhere. */
function widest(field: Field & { readonly newest_says?: unknown }): Field {
  if (field.name === 'infno') return { ...field, length: NUMBER_LENGTH }
  const lengths = LENGTH_SAID_ELSEWHERE.map((key) => field[key])
    .map((said) => (typeof said === 'object' && said !== null && 'length' in said ? said.length : undefined))
    .filter((length) => typeof length === 'number')
  const own = typeof field.length === 'number' ? [field.length] : []
  const all = [...own, ...lengths]
  return all.length === 0 ? field : { ...field, length: Math.max(...all) }
}

let fields: readonly EnvelopeField[] | undefined

function requestFields(): readonly EnvelopeField[] {
  fields ??= envelopeData().request.fields.map((field) => {
    const wide = widest(field)
    return { field: wide, check: checkOf(wide) }
  })
  return fields
}

/**
 * Checks the members around `input` of a request (table 3): required ones, lengths, the time. Members that a region adds
 * are no finding. `input` itself is only required to be there, as an object or as text.
 */
export function validateRequestEnvelope(envelope: unknown): Issue[] {
  if (typeof envelope !== 'object' || envelope === null || Array.isArray(envelope)) {
    return [issueOf('', 'type', 'envelope')]
  }
  const members = new Map<string, unknown>(Object.entries(envelope))
  return requestFields().flatMap(({ field, check }) => {
    const problem = problemOf(members.get(field.name), field, check)
    return problem === undefined ? [] : [issueOf(field.name, problem, field.label)]
  })
}

function problemOf(value: unknown, field: Field, check: TextCheck): Problem | undefined {
  const absent = value === undefined || value === null || value === ''
  if (absent) return field.required === true ? 'missing' : undefined
  if (field.name === 'input')
    return typeof value === 'object' || typeof value === 'string' ? undefined : 'type'
  return typeof value === 'string' ? check(value) : 'type'
}

function issueOf(field: string, problem: Problem, label: string): Issue {
  return { path: field, node: '', field, label, problem, severity: 'error' }
}

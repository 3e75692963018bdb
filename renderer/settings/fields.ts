import { z } from 'zod'

/** How one option of a driver is filled in. `pairs`: one `name=value` on each line, values as JSON. */
export type FieldForm = 'text' | 'number' | 'hexadecimal' | 'choice' | 'switch' | 'pairs'

/** One option of a driver, as a form needs it. */
export type Field = {
  readonly name: string
  readonly form: FieldForm
  /** Null means something of its own: nothing is asked for. */
  readonly nullable: boolean
  /** Has neither a default nor null, so somebody must fill it in. */
  readonly required: boolean
  readonly choices: readonly (string | number)[]
  readonly longest: number
  /** What stands there when nobody set it. */
  readonly fallback: unknown
}

/** What stands in the form: text for everything but switches. */
export type Draft = Readonly<Record<string, string | boolean>>

const LONGEST = 500
/** USB numbers are printed in hexadecimal everywhere else, too. */
const HEXADECIMAL: ReadonlySet<string> = new Set(['vendorId', 'productId'])

const propertySchema = z.looseObject({
  type: z.string().optional(),
  const: z.union([z.string(), z.number()]).optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  default: z.unknown().optional(),
  maxLength: z.number().optional(),
  anyOf: z.array(z.unknown()).optional(),
})
type Property = z.infer<typeof propertySchema>

const objectSchema = z.looseObject({
  properties: z.record(z.string(), propertySchema).default({}),
  required: z.array(z.string()).default([]),
})

/** The alternatives of a property without null, nested ones laid flat. */
function alternativesOf(property: Property): Property[] {
  if (property.anyOf === undefined) return [property]
  return property.anyOf.flatMap((one) => {
    const parsed = propertySchema.safeParse(one)
    return parsed.success ? alternativesOf(parsed.data) : []
  })
}

function choicesOf(alternatives: readonly Property[]): (string | number)[] {
  return alternatives.flatMap((one) => one.enum ?? (one.const === undefined ? [] : [one.const]))
}

function formOf(name: string, alternatives: readonly Property[]): FieldForm {
  if (choicesOf(alternatives).length > 0) return 'choice'
  const type = alternatives[0]?.type
  if (type === 'boolean') return 'switch'
  if (type === 'object') return 'pairs'
  if (type === 'integer' || type === 'number') return HEXADECIMAL.has(name) ? 'hexadecimal' : 'number'
  return 'text'
}

/**
 * The fields of a driver's options from their JSON Schema, as `devices.drivers` gives it. A schema of another shape has
 * no fields.
 */
export function fieldsOf(schema: unknown): Field[] {
  const parsed = objectSchema.safeParse(schema)
  if (!parsed.success) return []
  return Object.entries(parsed.data.properties).map(([name, property]) => {
    const all = alternativesOf(property)
    const nullable = all.some((one) => one.type === 'null')
    const alternatives = all.filter((one) => one.type !== 'null')
    return {
      name,
      form: formOf(name, alternatives),
      nullable,
      required: !nullable && property.default === undefined && parsed.data.required.includes(name),
      choices: choicesOf(alternatives),
      longest: Math.min(LONGEST, alternatives[0]?.maxLength ?? LONGEST),
      fallback: property.default ?? null,
    }
  })
}

function pairsText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([name, one]) => `${name}=${JSON.stringify(one)}`)
    .join('\n')
}

function textOf(field: Field, value: unknown): string | boolean {
  if (field.form === 'switch') return value === true
  if (field.form === 'pairs') return pairsText(value)
  if (typeof value === 'number' && field.form === 'hexadecimal') {
    return value.toString(16).toUpperCase().padStart(4, '0')
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The form of a device as it is set up; what is not set shows its default. */
export function draftOf(fields: readonly Field[], options: Readonly<Record<string, unknown>>): Draft {
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      textOf(field, Object.hasOwn(options, field.name) ? options[field.name] : field.fallback),
    ]),
  )
}

export type ReadOptions =
  | { readonly ok: true; readonly options: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly field: string; readonly problem: 'missing' | 'invalid' }

const UNREADABLE = Symbol('unreadable')

function numberOf(text: string, hexadecimal: boolean): number | typeof UNREADABLE {
  const pattern = hexadecimal ? /^(?:0x)?[0-9a-f]{1,4}$/i : /^-?\d{1,9}$/
  if (!pattern.test(text)) return UNREADABLE
  return Number.parseInt(text, hexadecimal ? 16 : 10)
}

function pairsOf(text: string): Record<string, unknown> | typeof UNREADABLE {
  const pairs: [string, unknown][] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const cut = line.indexOf('=')
    if (cut < 1) return UNREADABLE
    try {
      pairs.push([line.slice(0, cut).trim(), JSON.parse(line.slice(cut + 1))])
    } catch {
      return UNREADABLE
    }
  }
  return Object.fromEntries(pairs)
}

function valueOf(field: Field, given: string | boolean): unknown {
  if (field.form === 'switch') return given === true
  const text = String(given)
  switch (field.form) {
    case 'pairs':
      return pairsOf(text)
    case 'number':
      return numberOf(text.trim(), false)
    case 'hexadecimal':
      return numberOf(text.trim(), true)
    case 'choice':
      return field.choices.find((choice) => String(choice) === text) ?? UNREADABLE
    case 'text':
      return text
  }
}

/** Options from what stands in the form. An empty field is null where that means something, else its default. */
export function readDraft(fields: readonly Field[], draft: Draft): ReadOptions {
  const options: [string, unknown][] = []
  for (const field of fields) {
    const given = draft[field.name] ?? ''
    const empty = given === ''
    if (empty && field.required) return { ok: false, field: field.name, problem: 'missing' }
    if (empty && field.nullable) {
      options.push([field.name, null])
      continue
    }
    // an empty text or list may be meant; an empty number never is
    if (empty && field.form !== 'text' && field.form !== 'pairs') continue
    const value = valueOf(field, given)
    if (value === UNREADABLE) return { ok: false, field: field.name, problem: 'invalid' }
    options.push([field.name, value])
  }
  return { ok: true, options: Object.fromEntries(options) }
}

import { invariant } from '../result.ts'

/** What canonical JSON is made of. Numbers are integers: an amount, a quantity or a time has no fraction here. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }
export type JsonObject = { readonly [name: string]: JsonValue }

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/**
 * One text for one value: members in the order of their names (UTF-16 code units), no blanks, integers only. Equal values
 * give the same text and different values different ones, so that a hash over the text is a hash over the value.
 * Throws on a fraction or an unsafe integer: that is a bug, not input.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), `not an integer: ${value}`)
    return String(value === 0 ? 0 : value)
  }
  // lone halves of a surrogate pair come out escaped, so the text survives every encoding
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`)
  return `{${members.join(',')}}`
}

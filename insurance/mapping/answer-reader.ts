import { parseYuan, type Fen } from '../../core/money/fen.ts'
import { ok, refuse, type Refused, type Result } from '../../core/result.ts'
import { isWireObject, type WireObject, type WireValue } from '../catalogue/exact-json.ts'

/** Refuses an answer that cannot be read: INSURANCE_ANSWER_INVALID {infno, where, problem}. */
export function answerInvalid(infno: string, field: string, problem: string): Refused {
  return refuse('INSURANCE_ANSWER_INVALID', { infno, where: field, problem })
}

/** The members of `node` as rows, whether the platform sent one object or an array. Absent or null gives none. */
export function rowsOf(output: WireValue | undefined, node: string): readonly WireObject[] {
  const value = isWireObject(output) && Object.hasOwn(output, node) ? output[node] : undefined
  if (isWireObject(value)) return [value]
  return Array.isArray(value) ? value.filter(isWireObject) : []
}

/** The one row of `node`; of several the first. Undefined when there is none. */
export function rowOf(output: WireValue | undefined, node: string): WireObject | undefined {
  return rowsOf(output, node)[0]
}

/** A member's text, trimmed; undefined when absent, null, empty or no scalar. */
export function textOf(row: WireObject, name: string): string | undefined {
  const value = Object.hasOwn(row, name) ? row[name] : undefined
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' ? undefined : text
}

/** A member that must be there. */
export function requiredText(infno: string, row: WireObject, name: string): Result<string> {
  const text = textOf(row, name)
  return text === undefined ? answerInvalid(infno, name, 'missing') : ok(text)
}

export type AmountRule = {
  /** A cancelled settlement is told in negative amounts. */
  readonly negativeAllowed?: boolean
}

/**
 * An amount, or undefined when absent. Refuses a third decimal, an exponent, an absurd size (`unreadable`) and a negative
 * amount (`negative`) with INSURANCE_ANSWER_INVALID. The value is not told: it stands in the journal.
 */
export function optionalAmount(
  infno: string,
  row: WireObject,
  name: string,
  rule: AmountRule = {},
): Result<Fen | undefined> {
  const value = Object.hasOwn(row, name) ? row[name] : undefined
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
    return ok(undefined)
  const parsed = typeof value === 'string' ? parseYuan(value) : answerInvalid(infno, name, 'type')
  if (!parsed.ok) return answerInvalid(infno, name, 'unreadable')
  if (parsed.value < 0 && rule.negativeAllowed !== true) return answerInvalid(infno, name, 'negative')
  return parsed
}

/** An amount that must be there. */
export function requiredAmount(
  infno: string,
  row: WireObject,
  name: string,
  rule: AmountRule = {},
): Result<Fen> {
  const amount = optionalAmount(infno, row, name, rule)
  if (!amount.ok) return amount
  return amount.value === undefined ? answerInvalid(infno, name, 'missing') : ok(amount.value)
}

/**
 * Reads several members at once: the first refusal, or all values. Keeps the readers of answers with thirty amounts short.
 */
export function readAll<Shape extends Readonly<Record<string, Result<unknown>>>>(
  results: Shape,
): Result<{ readonly [Key in keyof Shape]: Shape[Key] extends Result<infer Value> ? Value : never }> {
  const values: [string, unknown][] = []
  for (const [key, result] of Object.entries(results)) {
    if (!result.ok) return result
    values.push([key, result.value])
  }
  // every key of Shape was visited and held a success, so the values have the types that Shape promises
  return ok(
    Object.fromEntries(values) as {
      readonly [Key in keyof Shape]: Shape[Key] extends Result<infer Value> ? Value : never
    },
  )
}

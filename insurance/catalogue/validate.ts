import { transaction } from './catalogue.ts'
import { NO_OVERRIDES, type CatalogueOverrides } from './overrides.ts'
import type { SideName } from './types.ts'
import { compileSide, type CompiledSide } from './validators/compile.ts'
import type { Issue } from './validators/issue.ts'
import { walk } from './validators/walk.ts'

const compiled = new WeakMap<CatalogueOverrides, Map<string, CompiledSide>>()

function sideOf(infno: string, side: SideName, overrides: CatalogueOverrides): CompiledSide | undefined {
  let ofRegion = compiled.get(overrides)
  if (ofRegion === undefined) {
    ofRegion = new Map()
    compiled.set(overrides, ofRegion)
  }
  const key = `${side} ${infno}`
  const known = ofRegion.get(key)
  if (known !== undefined) return known
  const found = transaction(infno)
  if (found === undefined) return undefined
  const made = compileSide(found, side, overrides)
  ofRegion.set(key, made)
  return made
}

function unknownTransaction(infno: string): Issue[] {
  return [
    { path: '', node: '', field: infno, label: infno, problem: 'unknown-transaction', severity: 'error' },
  ]
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/**
 * Checks a request's `input` (the object, before it is put into text) against the tables of `infno`: nodes and fields that
 * the table does not have, missing required ones, types, lengths (maxima, in characters), decimals, dates, codes.
 * Values are text; numbers of JavaScript pass when their text does. A number without a public field list gives
 * `unknown-transaction`; one whose list has no fields on this side is not checked.
 */
export function validateInput(
  infno: string,
  input: unknown,
  overrides: CatalogueOverrides = NO_OVERRIDES,
): Issue[] {
  const side = sideOf(infno, 'input', overrides)
  return side === undefined ? unknownTransaction(infno) : walk(input, side, 'request')
}

/**
 * Checks an answer's `output` (parsed with `parseJsonExact`). Members that the table does not have are kept and are no
 * finding; too long text, odd row shapes and unknown codes are warnings. Nothing at all (null, empty text) gives no finding: many
 * transactions answer so on success, and whether that is enough is for the reader of the answer to say.
 */
export function validateOutput(
  infno: string,
  output: unknown,
  overrides: CatalogueOverrides = NO_OVERRIDES,
): Issue[] {
  const side = sideOf(infno, 'output', overrides)
  if (side === undefined) return unknownTransaction(infno)
  return isNothing(output) ? [] : walk(output, side, 'answer')
}

import { transaction } from '../catalogue/catalogue.ts'
import { isWireArray, isWireObject, type WireObject, type WireValue } from '../catalogue/exact-json.ts'
import type { CatalogueOverrides, NodeOverride } from '../catalogue/overrides.ts'
import type { PathStep } from '../catalogue/types.ts'

type Taken = { readonly rest: WireObject; readonly rows: readonly WireValue[] }

const rowsOf = (value: WireValue): readonly WireValue[] => (isWireArray(value) ? value : [value])

/** Takes the node at `path` out of `object`, out of every row on the way, and keeps the order of the rows. */
function take(object: WireObject, path: readonly PathStep[]): Taken {
  const [step, ...further] = path
  const value = step !== undefined && Object.hasOwn(object, step.name) ? object[step.name] : undefined
  if (step === undefined || value === undefined) return { rest: object, rows: [] }
  if (further.length === 0) {
    const { [step.name]: _taken, ...rest } = object
    return { rest, rows: rowsOf(value) }
  }
  const parts = rowsOf(value).map((row) => (isWireObject(row) ? take(row, further) : { rest: row, rows: [] }))
  const rest = parts.map((part) => part.rest)
  const [only] = rest
  const put: WireValue = isWireArray(value) || only === undefined ? rest : only
  return { rest: { ...object, [step.name]: put }, rows: parts.flatMap((part) => part.rows) }
}

function move(object: WireObject, from: readonly PathStep[], target: string): WireObject {
  const many = target.endsWith('[]')
  const name = many ? target.slice(0, -2) : target
  const { rest, rows } = take(object, from)
  const [first] = rows
  if (first === undefined) return object
  return { ...rest, [name]: many ? rows : first }
}

function pathOf(override: NodeOverride): readonly PathStep[] {
  return transaction(override.infno)?.[override.side].find((node) => node.key === override.node)?.path ?? []
}

/** Puts the nodes of a request, built by the catalogue's names, where the region wants them. */
export function moveRequestNodes(
  infno: string,
  input: WireObject,
  overrides: CatalogueOverrides,
): WireObject {
  return overrides.nodes
    .filter((override) => override.infno === infno && override.side === 'input')
    .reduce((current, override) => move(current, pathOf(override), override.moveTo), input)
}

/**
 * Brings an answer's nodes back under the catalogue's names. Only nodes of the root can be renamed in answers; an answer
 * that uses the catalogue's name stays as it is.
 */
export function restoreAnswerNodes(
  infno: string,
  output: WireValue,
  overrides: CatalogueOverrides,
): WireValue {
  if (!isWireObject(output)) return output
  return overrides.nodes
    .filter((override) => override.infno === infno && override.side === 'output')
    .reduce((current: WireObject, override) => {
      const [step, ...further] = pathOf(override)
      if (step === undefined || further.length > 0 || Object.hasOwn(current, step.name)) return current
      const sent = override.moveTo.replace(/\[\]$/, '')
      return move(current, [{ name: sent, many: step.many }], step.many ? `${step.name}[]` : step.name)
    }, output)
}

import type { CatalogueNode, Field, PathStep, SideName, Transaction } from './types.ts'

/** What a region says about one field, against the catalogue. Profile data: every one carries a note on where it is from. */
export type FieldOverride = {
  readonly infno: string
  readonly side: SideName
  /** Key of the node in the catalogue, e.g. `drugdetail[].drug_trac_info[]`. */
  readonly node: string
  readonly field: string
  readonly required?: boolean | undefined
  readonly length?: number | undefined
  readonly decimals?: number | undefined
  /** Adds a field that the catalogue's table does not have. */
  readonly add?:
    { readonly label: string; readonly type: 'string' | 'decimal' | 'int' | 'date' | 'datetime' } | undefined
  readonly note: string
}

/** A node that a region puts elsewhere or names otherwise: `moveTo` is a key like the catalogue's own. */
export type NodeOverride = {
  readonly infno: string
  readonly side: SideName
  readonly node: string
  readonly moveTo: string
  readonly note: string
}

/** Keep one object for one region: validators are compiled once for each. */
export type CatalogueOverrides = {
  readonly fields: readonly FieldOverride[]
  readonly nodes: readonly NodeOverride[]
}

export const NO_OVERRIDES: CatalogueOverrides = { fields: [], nodes: [] }

function overrideField(field: Field, override: FieldOverride): Field {
  return {
    ...field,
    ...(override.required === undefined ? {} : { required: override.required }),
    ...(override.length === undefined ? {} : { length: override.length }),
    ...(override.decimals === undefined ? {} : { decimals: override.decimals }),
    // what a region's profile says is confirmed there
    ...(override.required === true ? { confirmed: 99, status: 'confirmed by profile' } : {}),
  }
}

function addedField(override: FieldOverride, add: NonNullable<FieldOverride['add']>): Field {
  return {
    name: override.field,
    label: add.label,
    type: add.type,
    required: override.required ?? false,
    confirmed: 99,
    status: 'confirmed by profile',
    note: override.note,
    ...(override.length === undefined ? {} : { length: override.length }),
    ...(override.decimals === undefined ? {} : { decimals: override.decimals }),
  }
}

function fieldsWith(node: CatalogueNode, overrides: readonly FieldOverride[]): readonly Field[] {
  const mine = overrides.filter((override) => override.node === node.key)
  if (mine.length === 0) return node.fields
  const names = new Set(node.fields.map((field) => field.name))
  const changed = node.fields.map((field) =>
    mine
      .filter((override) => override.field === field.name)
      .reduce((current, override) => overrideField(current, override), field),
  )
  const added = mine.flatMap((override) =>
    override.add === undefined || names.has(override.field) ? [] : [addedField(override, override.add)],
  )
  return [...changed, ...added]
}

function stepsOf(key: string): PathStep[] {
  return key.split('.').map((text) => {
    const many = text.endsWith('[]')
    return { name: many ? text.slice(0, -2) : text, many }
  })
}

/** The nodes of one side as a region has them. */
export function nodesWith(
  transaction: Transaction,
  side: SideName,
  overrides: CatalogueOverrides,
): readonly CatalogueNode[] {
  const here = <T extends FieldOverride | NodeOverride>(override: T): boolean =>
    override.infno === transaction.infno && override.side === side
  const fields = overrides.fields.filter(here)
  const moves = overrides.nodes.filter(here)
  if (fields.length === 0 && moves.length === 0) return transaction[side]
  const movedPaths = transaction[side]
    .filter((node) => moves.some((move) => move.node === node.key))
    .map((node) => pathText(node.path))
  return transaction[side].map((node) => {
    const move = moves.find((candidate) => candidate.node === node.key)
    // a node that went elsewhere leaves no field of its name behind
    const stays = (field: Field): boolean =>
      !movedPaths.includes(pathText([...node.path, { name: field.name }]))
    return {
      ...node,
      ...(move === undefined ? {} : { path: stepsOf(move.moveTo), placement: 'node' as const }),
      fields: fieldsWith(node, fields).filter(stays),
    }
  })
}

const pathText = (path: readonly { readonly name: string }[]): string =>
  path.map((step) => step.name).join('.')

/**
 * Overrides that point at nothing: a node or field that the catalogue does not have (and that is not added).
 * Returns their positions as `fields.3`, `nodes.0`.
 */
export function danglingOverrides(
  overrides: CatalogueOverrides,
  lookUp: (infno: string) => Transaction | undefined,
): string[] {
  const nodeOf = (override: FieldOverride | NodeOverride): CatalogueNode | undefined =>
    lookUp(override.infno)?.[override.side].find((node) => node.key === override.node)
  const fields = overrides.fields.flatMap((override, index) => {
    const node = nodeOf(override)
    const known = node?.fields.some((field) => field.name === override.field) ?? false
    return node !== undefined && (known || override.add !== undefined) ? [] : [`fields.${index}`]
  })
  const nodes = overrides.nodes.flatMap((override, index) =>
    nodeOf(override) === undefined ? [`nodes.${index}`] : [],
  )
  return [...fields, ...nodes]
}

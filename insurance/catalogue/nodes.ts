import type { CatalogueNode, PathStep, Placement, RawNode, RawSide } from './types.ts'

const UNNAMED: ReadonlyMap<string, Placement> = new Map<string, Placement>([
  ['(no node)', 'root'],
  ['(top)', 'root'],
  ['(array)', 'array'],
  ['(stream)', 'stream'],
  ['(rows)', 'unplaced'],
  ['(trace node)', 'unplaced'],
])

const isNode = (value: RawNode | string | undefined): value is RawNode => typeof value === 'object'

/** `a.b[].c` → steps; only the last step's rows come from the node itself where the key does not say. */
function stepsOf(key: string, rows: RawNode['rows']): PathStep[] {
  const names = key.split('.')
  return names.map((text, index) => {
    const many = text.endsWith('[]')
    const last = index === names.length - 1
    return { name: many ? text.slice(0, -2) : text, many: last ? rows === 'many' : many }
  })
}

function pathOf(key: string, node: RawNode, side: RawSide): PathStep[] {
  const own = stepsOf(key, node.rows)
  if (node.parent === undefined) return own
  const parent = side[node.parent]
  const parentRows = isNode(parent) ? parent.rows : 'one'
  return [{ name: node.parent, many: parentRows === 'many' }, ...own]
}

/**
 * Brings the three ways in which the data says "nested" into one: a dotted key (`drugdetail[].drug_trac_info[]`,
 * `setlinfo.exp_content`), a `parent` member (`drugtracinfo` in `selinfoDetail`), and none (a node of the root).
 */
export function nodesOf(side: RawSide): CatalogueNode[] {
  const nodes: CatalogueNode[] = []
  for (const [key, node] of Object.entries(side)) {
    if (!isNode(node)) continue
    const placement = UNNAMED.get(key) ?? 'node'
    const path = placement === 'node' ? pathOf(key, node, side) : []
    nodes.push({ key, placement, path, fields: node.fields, note: node.note })
  }
  return nodes
}

import { dictionary, codeLabel } from '../catalogue.ts'
import { nodesWith, type CatalogueOverrides } from '../overrides.ts'
import type { CatalogueNode, Field, SideName, Transaction } from '../types.ts'
import { checkOf, kindOf, type TextCheck, type ValueKind } from './check-value.ts'

export type CompiledField = {
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly kind: ValueKind
  readonly check: TextCheck
  /** False for a code that a complete table does not have; undefined when nothing is known of the table. */
  readonly knowsCode: ((code: string) => boolean) | undefined
  readonly otherNames: readonly string[]
}

export type CompiledNode = {
  /** Key in the catalogue; empty for the side itself and for a node that only stands between others. */
  key: string
  many: boolean
  required: boolean
  /** The member may also hold text: the parent's table types it so. */
  textAllowed: boolean
  readonly fields: Map<string, CompiledField>
  readonly children: Map<string, CompiledNode>
}

export type CompiledSide = {
  readonly root: CompiledNode
  /** The side is an array of rows (5204). */
  readonly array: boolean
  /** Members that no table names may appear: a node whose name no source gives belongs to this side. */
  readonly open: boolean
  /** Nothing can be checked: a file, or no field list. */
  readonly unchecked: boolean
}

/**
 * What a trial or settlement answer must carry whatever the number of sources: without it nobody knows who paid what.
 */
const MONEY_FIELDS = ['medfee_sumamt', 'fund_pay_sumamt', 'psn_part_amt', 'acct_pay', 'psn_cash_pay'] as const
const ALWAYS_IN_TRIALS: ReadonlySet<string> = new Set(MONEY_FIELDS)
const ALWAYS_IN_SETTLEMENTS: ReadonlySet<string> = new Set([...MONEY_FIELDS, 'setl_id', 'mdtrt_id', 'psn_no'])

function alwaysRequired(infno: string, nodeKey: string, field: string): boolean {
  if (nodeKey !== 'setlinfo') return false
  if (/^2101A?$/.test(infno)) return ALWAYS_IN_TRIALS.has(field)
  return /^2102[AB]?$/.test(infno) && ALWAYS_IN_SETTLEMENTS.has(field)
}

const WEAK_STATUS = /single source|changelog|inferred|unconfirmed|weak/

/**
 * When a field's absence is an error. In requests: whatever the table marks `true` (we send it; it costs nothing).
 * In answers: only what two or more sources mark so for this very transaction. A field of one source, of a change list or
 * carried over from a sibling table is not enforced unless the region's profile says `required: true`: older platforms do
 * not send it (`hifdm_pay` is the example), and an answer about money must not be thrown away for it.
 */
function isRequired(infno: string, side: SideName, nodeKey: string, field: Field): boolean {
  if (side === 'input') return field.required === true
  if (alwaysRequired(infno, nodeKey, field.name)) return true
  const weak =
    (field.confirmed ?? 0) < 2 || field.required_basis !== undefined || WEAK_STATUS.test(field.status ?? '')
  return field.required === true && !weak
}

/** Nodes that only newer editions have: `regSninfo` of 1101, `result` of the goods transactions. */
function isOptionalNode(infno: string, side: SideName, node: CatalogueNode): boolean {
  if (/newer/.test(node.note ?? '')) return true
  return side === 'output' && node.key === 'result' && /^350[1-7][ABC]?$/.test(infno)
}

function codeCheck(field: Field): ((code: string) => boolean) | undefined {
  if (typeof field.code !== 'string') return undefined
  const table = field.code
  if (dictionary(table)?.complete !== true) return undefined
  return (code) => codeLabel(table, code) !== undefined
}

function compileField(infno: string, side: SideName, nodeKey: string, field: Field): CompiledField {
  return {
    name: field.name,
    label: field.label,
    required: isRequired(infno, side, nodeKey, field),
    kind: kindOf(field),
    check: checkOf(field),
    knowsCode: codeCheck(field),
    otherNames: field.alt_names ?? [],
  }
}

const emptyNode = (): CompiledNode => ({
  key: '',
  many: false,
  required: false,
  textAllowed: false,
  fields: new Map(),
  children: new Map(),
})

/** Finds or makes the node at `path`. */
function nodeAt(root: CompiledNode, node: CatalogueNode): CompiledNode {
  let current = root
  for (const step of node.path) {
    const known = current.children.get(step.name) ?? emptyNode()
    known.many = step.many
    current.children.set(step.name, known)
    current = known
  }
  return current
}

/** A member that is both a field of its parent and a node of its own is one thing: the node, required as the field is. */
function mergeFieldsWithChildren(node: CompiledNode): void {
  for (const [name, child] of node.children) {
    const field = node.fields.get(name)
    if (field !== undefined) {
      child.required = field.required
      child.textAllowed = field.kind === 'scalar' || field.kind === 'anything'
      node.fields.delete(name)
    }
    mergeFieldsWithChildren(child)
  }
}

/** Makes one side's tables into a tree that is quick to walk. */
export function compileSide(
  transaction: Transaction,
  side: SideName,
  overrides: CatalogueOverrides,
): CompiledSide {
  const { infno } = transaction
  const nodes = nodesWith(transaction, side, overrides)
  const root = emptyNode()
  for (const node of nodes) {
    if (node.placement === 'unplaced' || node.placement === 'stream') continue
    const place = nodeAt(root, node)
    place.key = node.key
    for (const field of node.fields) place.fields.set(field.name, compileField(infno, side, node.key, field))
    // a node of rows that a region takes out of them may be absent, as it may in them
    const topLevel = transaction[side].some((own) => own.key === node.key && own.path.length === 1)
    const filled = [...place.fields.values()].some((field) => field.required)
    const mayBeEmpty = side === 'output' && node.path.at(-1)?.many === true
    if (topLevel && filled && !mayBeEmpty && !isOptionalNode(infno, side, node)) place.required = true
  }
  mergeFieldsWithChildren(root)
  const array = nodes.some((node) => node.placement === 'array')
  root.many = array
  return {
    root,
    array,
    open: nodes.some((node) => node.placement === 'unplaced'),
    unchecked: nodes.length === 0 || nodes.some((node) => node.placement === 'stream'),
  }
}

import type { CatalogueNode, Field, SideName, Transaction } from './types.ts'

/** A node as the type text needs it: a tree of members. */
type TypeNode = {
  many: boolean
  optional: boolean
  readonly fields: Map<string, Field>
  readonly children: Map<string, TypeNode>
}

const emptyNode = (): TypeNode => ({ many: false, optional: true, fields: new Map(), children: new Map() })

function treeOf(nodes: readonly CatalogueNode[]): TypeNode {
  const root = emptyNode()
  for (const node of nodes) {
    if (node.placement === 'unplaced' || node.placement === 'stream') continue
    let current = root
    for (const step of node.path) {
      const next = current.children.get(step.name) ?? emptyNode()
      next.many = step.many
      current.children.set(step.name, next)
      current = next
    }
    if (node.placement === 'array') current.many = true
    for (const field of node.fields) current.fields.set(field.name, field)
    const named = node.path.length === 1 && !/newer/.test(node.note ?? '')
    if (named && node.fields.some((field) => field.required === true)) current.optional = false
  }
  return root
}

/** On the wire every scalar that we send is text; an answer may leave out or null anything. */
function scalarType(field: Field, side: SideName): string {
  switch (field.type) {
    case 'object':
    case 'Map<String,String>':
      return 'WireObject'
    case 'object[]':
      return 'readonly WireObject[]'
    case 'string[]':
      return 'readonly string[]'
    default:
      return side === 'input' ? 'string' : 'WireValue'
  }
}

const memberName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`)

function comment(field: Field): string {
  const size =
    typeof field.length === 'number'
      ? `(${field.length}${typeof field.decimals === 'number' ? `,${field.decimals}` : ''})`
      : ''
  const code = typeof field.code === 'string' ? ` 代码 ${field.code}` : ''
  const mark = field.required === true ? ' 必填' : field.required === 'conditional' ? ' 条件必填' : ''
  return `/** ${field.label.replaceAll('*/', '')} ${field.type}${size}${code}${mark} */`
}

function bodyOf(node: TypeNode, side: SideName, indent: string): string[] {
  const inner = `${indent}  `
  const lines: string[] = []
  for (const [name, field] of node.fields) {
    if (node.children.has(name)) continue
    const optional = side === 'output' || field.required !== true ? '?' : ''
    lines.push(
      `${inner}${comment(field)}`,
      `${inner}readonly ${memberName(name)}${optional}: ${scalarType(field, side)}`,
    )
  }
  for (const [name, child] of node.children) {
    const parentField = node.fields.get(name)
    const needed =
      side === 'input' && (parentField === undefined ? !child.optional : parentField.required === true)
    const text = parentField?.type === 'string' ? 'string | ' : ''
    lines.push(
      `${inner}readonly ${memberName(name)}${needed ? '' : '?'}: ${text}${typeOf(child, side, inner)}`,
    )
  }
  return lines
}

function typeOf(node: TypeNode, side: SideName, indent: string): string {
  const body = bodyOf(node, side, indent)
  const object = body.length === 0 ? 'WireObject' : `{\n${body.join('\n')}\n${indent}}`
  return node.many ? `readonly (${object})[]` : object
}

/** `2102A` → 2102A, `cn.nhsa.ec.auth` → CnNhsaEcAuth, `draft-7101` → Draft7101. */
export function typeSuffix(infno: string): string {
  return infno
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}

function hasFields(nodes: readonly CatalogueNode[]): boolean {
  return nodes.some((node) => node.fields.length > 0 && node.placement !== 'unplaced')
}

/** The declarations of one transaction: `Request…` and `Answer…`, for the sides that have fields. */
export function typesOf(transaction: Transaction): string[] {
  const suffix = typeSuffix(transaction.infno)
  const declaration = (side: SideName, prefix: string): string[] =>
    hasFields(transaction[side])
      ? [
          `/** ${transaction.infno} ${transaction.name} ${side} */`,
          `export type ${prefix}${suffix} = ${typeOf(treeOf(transaction[side]), side, '')}`,
          '',
        ]
      : []
  return [...declaration('input', 'Request'), ...declaration('output', 'Answer')]
}

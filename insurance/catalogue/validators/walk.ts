import type { CompiledField, CompiledNode, CompiledSide } from './compile.ts'
import type { Issue, Problem } from './issue.ts'

type Members = { readonly [name: string]: unknown }

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isBlank = (text: string): boolean => text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '')

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value))

/** Requests are ours and held to the letter; an answer's odd shapes are noted and read all the same. */
export type Strictness = 'request' | 'answer'

class Walk {
  readonly issues: Issue[] = []
  readonly #strictness: Strictness
  readonly #open: boolean

  constructor(strictness: Strictness, open: boolean) {
    this.#strictness = strictness
    this.#open = open
  }

  #note(path: string, node: CompiledNode, field: CompiledField | string, problem: Problem): void {
    const name = typeof field === 'string' ? field : field.name
    const label = typeof field === 'string' ? field : field.label
    const soft =
      problem === 'code' ||
      (this.#strictness === 'answer' && (problem === 'length' || problem === 'unexpected-shape'))
    this.issues.push({
      path,
      node: node.key,
      field: name,
      label,
      problem,
      severity: soft ? 'warning' : 'error',
    })
  }

  /** The value of a node: a row, rows, text where allowed. */
  node(value: unknown, node: CompiledNode, name: string, path: string): void {
    if (isAbsent(value)) {
      if (node.required) this.#note(path, node, name, 'missing')
      return
    }
    if (Array.isArray(value)) this.#rows(value, node, name, path)
    else if (isObject(value)) {
      if (node.many) this.#note(path, node, name, 'unexpected-shape')
      this.#row(value, node, path)
    } else if (!node.textAllowed || typeof value !== 'string') this.#note(path, node, name, 'type')
  }

  #rows(rows: readonly unknown[], node: CompiledNode, name: string, path: string): void {
    if (!node.many) this.#note(path, node, name, 'unexpected-shape')
    if (rows.length === 0 && node.required) this.#note(path, node, name, 'missing')
    for (const [index, row] of rows.entries()) {
      const rowPath = `${path}[${index}]`
      if (isObject(row)) this.#row(row, node, rowPath)
      else this.#note(rowPath, node, name, 'type')
    }
  }

  #row(row: Members, node: CompiledNode, path: string): void {
    const prefix = path === '' ? '' : `${path}.`
    for (const field of node.fields.values()) this.#field(row, field, node, prefix)
    for (const [name, child] of node.children) {
      this.node(Object.hasOwn(row, name) ? row[name] : undefined, child, name, prefix + name)
    }
    if (this.#strictness === 'request' && !this.#open) this.#unexpected(row, node, prefix)
  }

  #unexpected(row: Members, node: CompiledNode, prefix: string): void {
    for (const name of Object.keys(row)) {
      if (!node.fields.has(name) && !node.children.has(name)) {
        this.#note(prefix + name, node, name.slice(0, 40), 'unexpected-field')
      }
    }
  }

  #field(row: Members, field: CompiledField, node: CompiledNode, prefix: string): void {
    let value = Object.hasOwn(row, field.name) ? row[field.name] : undefined
    if (value === undefined && this.#strictness === 'answer') {
      const other = field.otherNames.find((name) => Object.hasOwn(row, name))
      if (other !== undefined) value = row[other]
    }
    if (isAbsent(value)) {
      if (field.required) this.#note(prefix + field.name, node, field, 'missing')
      return
    }
    const problem = problemOf(value, field, this.#strictness)
    if (problem !== undefined) this.#note(prefix + field.name, node, field, problem)
  }
}

function problemOf(value: unknown, field: CompiledField, strictness: Strictness): Problem | undefined {
  switch (field.kind) {
    case 'anything':
      return undefined
    case 'object':
      return isObject(value) || (strictness === 'answer' && typeof value === 'string') ? undefined : 'type'
    case 'objects':
      return Array.isArray(value) ? undefined : 'type'
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'type'
    case 'scalar':
      return scalarProblem(value, field, strictness)
  }
}

function scalarProblem(value: unknown, field: CompiledField, strictness: Strictness): Problem | undefined {
  let text: string
  if (typeof value === 'string') text = value
  else if (typeof value === 'number' || (typeof value === 'boolean' && strictness === 'answer'))
    text = String(value)
  else return 'type'
  const problem = field.check(text)
  if (problem !== undefined) return problem
  return field.knowsCode === undefined || field.knowsCode(text.trim()) ? undefined : 'code'
}

/** Walks a value along a compiled side. */
export function walk(value: unknown, side: CompiledSide, strictness: Strictness): Issue[] {
  if (side.unchecked) return []
  const visit = new Walk(strictness, side.open)
  // a request without an input is one whose every node is missing
  const whole = strictness === 'request' && isAbsent(value) && !side.array ? {} : value
  visit.node(whole, side.root, strictness === 'request' ? 'input' : 'output', '')
  return visit.issues
}

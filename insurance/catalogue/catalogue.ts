import { dictionaryData, namesData, TRANSACTION_FILES, transactionData } from './data-files.ts'
import { nodesOf } from './nodes.ts'
import type {
  CatalogueNode,
  Dictionary,
  RawTransaction,
  SideName,
  Transaction,
  TransactionName,
} from './types.ts'

const resolved = new Map<string, Transaction>()
const dictionaries = new Map<string, Dictionary>()

function rawTransaction(infno: string): RawTransaction | undefined {
  for (const file of TRANSACTION_FILES) {
    const found = transactionData(file).get(infno)
    if (found !== undefined) return found
  }
  return undefined
}

/** A side's own reference wins over the transaction's: 1320 is like 1302 but its sides are those of 1301. */
function sideOf(raw: RawTransaction, side: SideName): readonly CatalogueNode[] {
  const own = raw[side] ?? {}
  const reference = typeof own['same_as'] === 'string' ? own['same_as'] : undefined
  if (reference !== undefined) return transaction(reference)?.[side] ?? []
  const nodes = nodesOf(own)
  if (nodes.length > 0 || raw.same_as === undefined) return nodes
  return transaction(raw.same_as)?.[side] ?? []
}

/** One transaction with its nodes in place, or undefined when no public field list exists. */
export function transaction(infno: string): Transaction | undefined {
  const known = resolved.get(infno)
  if (known !== undefined) return known
  const raw = rawTransaction(infno)
  if (raw === undefined) return undefined
  const found: Transaction = {
    infno,
    name: raw.name,
    input: sideOf(raw, 'input'),
    output: sideOf(raw, 'output'),
    notes: raw.notes ?? [],
    status: raw.status,
  }
  resolved.set(infno, found)
  return found
}

/** Every number in the data files, in file order, without repeats. */
export function transactionNumbers(): readonly string[] {
  return [...new Set(TRANSACTION_FILES.flatMap((file) => [...transactionData(file).keys()]))]
}

/**
 * Every number that the notices name, and those that only the norm's list has. `hasFieldList` says whether
 * {@link transaction} knows at least one field.
 */
export function transactionNames(): readonly TransactionName[] {
  const named = namesData().map(({ infno, name, user }) => ({ infno, name, user }))
  const numbers = new Set(named.map((entry) => entry.infno))
  const others = transactionNumbers()
    .filter((infno) => !numbers.has(infno))
    .map((infno) => ({ infno, name: transaction(infno)?.name ?? infno, user: 'pharmacy' }))
  return [...named, ...others].map((entry) => ({ ...entry, hasFieldList: hasFields(entry.infno) }))
}

function hasFields(infno: string): boolean {
  const found = transaction(infno)
  return found !== undefined && [...found.input, ...found.output].some((node) => node.fields.length > 0)
}

/** Words with which the data says that regions add values to a table. */
const OPEN_ENDED = /provincial|selection|hundreds|more than 1000|local values|not certain|no value for/i

/** A code table by the name that a field gives; a camelCase name means the same table (`valiFlag` is `vali_flag`). */
export function dictionary(table: string): Dictionary | undefined {
  const known = dictionaries.get(table)
  if (known !== undefined) return known
  const data = dictionaryData()
  const name = table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const codes = name !== '_meta' && Object.hasOwn(data, name) ? data[name] : undefined
  if (codes === undefined) return undefined
  const meta = data._meta.tables[name]
  const words = `${meta?.label ?? ''} ${meta?.note ?? ''}`
  const complete =
    Object.keys(codes).length > 0 && meta?.provincial_values === undefined && !OPEN_ENDED.test(words)
  const found: Dictionary = {
    table: name,
    label: meta?.label ?? name,
    note: meta?.note,
    codes: new Map(Object.entries(codes)),
    complete,
  }
  dictionaries.set(table, found)
  return found
}

/**
 * What a code means, or undefined. Platforms drop and add leading zeros (`01` and `1`), so a code that is not in the
 * table as it stands is looked up without them.
 */
export function codeLabel(table: string, code: string): string | undefined {
  const codes = dictionary(table)?.codes
  if (codes === undefined) return undefined
  const exact = codes.get(code)
  if (exact !== undefined) return exact
  const bare = withoutZeros(code)
  for (const [value, label] of codes) if (withoutZeros(value) === bare) return label
  return undefined
}

const withoutZeros = (code: string): string => code.replace(/^0+(?=.)/, '')

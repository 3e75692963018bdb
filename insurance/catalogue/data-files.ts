import { readFileSync } from 'node:fs'
import type { Field, RawTransaction } from './types.ts'

/** The transaction files, in the order in which they are looked through: a number in two files is the first one's. */
export const TRANSACTION_FILES = ['settlement', 'trace', 'prescription', 'payment'] as const
export type TransactionFile = (typeof TRANSACTION_FILES)[number]

export type TransactionData = ReadonlyMap<string, RawTransaction>

export type EnvelopeData = {
  readonly request: { readonly fields: readonly Field[] }
  readonly response: { readonly fields: readonly Field[] }
  readonly transport: {
    readonly url_shapes: readonly { readonly paths?: Readonly<Record<string, string>> }[]
  }
}

export type DictionaryData = {
  readonly _meta: {
    readonly tables: Readonly<
      Record<string, { readonly label: string; readonly note?: string; readonly provincial_values?: string }>
    >
  }
} & Readonly<Record<string, Readonly<Record<string, string>>>>

export type NamesData = readonly {
  readonly infno: string
  readonly name: string
  readonly user: string
  readonly fieldList: boolean
}[]

/**
 * Reads one data file, when it is first asked for: a till that only settles never pays for the prescription tables.
 * A bundle carries the folder `data/` beside it. The files are part of the program and checked by a test, so their
 * shape is taken as given.
 */
function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${file}.json`, import.meta.url), 'utf8'))
}

const transactions = new Map<TransactionFile, TransactionData>()

/** The transactions of one file by number. */
export function transactionData(file: TransactionFile): TransactionData {
  const known = transactions.get(file)
  if (known !== undefined) return known
  // the program's own file, checked by a test
  const raw = read(`transactions-${file}`) as Readonly<Record<string, RawTransaction>>
  const data = new Map(Object.entries(raw).filter(([infno]) => infno !== '_meta'))
  transactions.set(file, data)
  return data
}

let envelope: EnvelopeData | undefined
/** The field tables of the two envelopes and the addresses seen. */
export function envelopeData(): EnvelopeData {
  envelope ??= read('envelope') as EnvelopeData
  return envelope
}

let dictionaries: DictionaryData | undefined
/** All code tables. */
export function dictionaryData(): DictionaryData {
  dictionaries ??= read('dictionaries') as DictionaryData
  return dictionaries
}

let names: NamesData | undefined
/** All numbers that the notices name. */
export function namesData(): NamesData {
  names ??= read('transaction-names') as NamesData
  return names
}

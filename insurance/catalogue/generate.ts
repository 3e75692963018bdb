/**
 * Writes `generated/*.ts`: one request and one answer type for every transaction with a field list.
 * Run by `node insurance/catalogue/generate.ts`; a test fails when the checked-in files differ from what this makes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transaction } from './catalogue.ts'
import { TRANSACTION_FILES, transactionData, type TransactionFile } from './data-files.ts'
import { typesOf } from './type-text.ts'
import type { Transaction } from './types.ts'

const HEADER = '// Made by insurance/catalogue/generate.ts from data/: do not edit.'

function importOf(text: string): string {
  const used = ['WireObject', 'WireValue'].filter((name) => text.includes(name))
  return `import type { ${used.join(', ')} } from '../exact-json.ts'\n`
}

/** The text of one generated file. */
export function generatedText(file: TransactionFile): string {
  const earlier = new Set(
    TRANSACTION_FILES.slice(0, TRANSACTION_FILES.indexOf(file)).flatMap((other) => [
      ...transactionData(other).keys(),
    ]),
  )
  const own = [...transactionData(file).keys()]
    .filter((infno) => !earlier.has(infno))
    .map((infno) => transaction(infno))
    .filter((found): found is Transaction => found !== undefined)
  const text = own.flatMap((found) => typesOf(found)).join('\n')
  return [HEADER, importOf(text), text].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('./generated/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const file of TRANSACTION_FILES) writeFileSync(`${folder}${file}.ts`, generatedText(file))
}

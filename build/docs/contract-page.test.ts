import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { METHODS } from '../../engine/contract/contract.ts'
import { ROOT } from '../paths.ts'
import { contractPage } from './contract-page.ts'

it('docs/contract.md is what the contract says today', async () => {
  expect(await readFile(join(ROOT, 'docs', 'contract.md'), 'utf8')).toBe(contractPage())
})

it('names every method', () => {
  const page = contractPage()
  for (const name of Object.keys(METHODS)) expect(page).toContain(`## ${name}\n`)
})

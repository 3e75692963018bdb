import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TRANSACTION_FILES } from './data-files.ts'
import { generatedText } from './generate.ts'

describe('generated types', () => {
  it.each(TRANSACTION_FILES)(
    '%s is what the data makes (else run: node insurance/catalogue/generate.ts)',
    (file) => {
      const checkedIn = readFileSync(new URL(`./generated/${file}.ts`, import.meta.url), 'utf8')
      expect(checkedIn).toBe(generatedText(file))
    },
  )

  it('spells nodes as each transaction does', () => {
    const settlement = generatedText('settlement')
    const trace = generatedText('trace')
    expect(settlement).toContain('readonly drug_trac_info?: readonly ({')
    expect(trace).toContain('readonly drugtracinfo?: readonly ({')
    expect(trace).not.toContain('drug_trac_info')
  })
})

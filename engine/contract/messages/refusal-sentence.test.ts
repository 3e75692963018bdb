import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../../core/refusal-codes.ts'
import { REFUSAL_PARAMETERS } from './refusal-parameters.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { REFUSAL_WORDS } from './refusal-words.ts'
import { REFUSAL_SENTENCES } from './zh-CN.ts'

const placeholdersOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')

describe('the sentences of the refusals', () => {
  it.each(REFUSAL_CODES)('%s has a sentence that uses only documented parameters', (code) => {
    const sentence = REFUSAL_SENTENCES[code]
    expect(sentence.length).toBeGreaterThan(5)
    // says what happened, then what to do: two clauses at least
    expect(sentence).toMatch(/[；，]/)
    expect(sentence).not.toMatch(/[。.]$/)
    const documented = REFUSAL_PARAMETERS[code] ?? []
    for (const name of placeholdersOf(sentence)) expect(documented).toContain(name)
    expect(sentence.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/)
  })

  it.each(Object.entries(REFUSAL_WORDS))(
    '%s has words only for parameters that it carries',
    (code, words) => {
      const documented = Object.entries(REFUSAL_PARAMETERS).find(([name]) => name === code)?.[1] ?? []
      for (const name of Object.keys(words)) expect(documented).toContain(name)
    },
  )

  it('are different from each other', () => {
    expect(new Set(Object.values(REFUSAL_SENTENCES)).size).toBe(REFUSAL_CODES.length)
  })
})

describe('refusalSentence', () => {
  it('fills the parameters and appends the code', () => {
    expect(
      refusalSentence({
        code: 'TRACE_ALREADY_SOLD',
        params: { code: '81234560000000000001', number: 'A-7' },
      }),
    ).toBe(
      '追溯码 81234560000000000001 已经在单号 A-7 售出，不能再卖；请换一盒，并把这一盒交给药师核对。[TRACE_ALREADY_SOLD]',
    )
  })

  it('writes amounts as yuan', () => {
    expect(refusalSentence({ code: 'TENDER_TOO_LITTLE', params: { outstandingFen: 123_450 } })).toContain(
      '1,234.50 元',
    )
  })

  it('puts stable tokens into words and leaves strange ones as they are', () => {
    const of = (reason: string): string =>
      refusalSentence({ code: 'INSURANCE_CREDENTIAL_INVALID', params: { reason } })
    expect(of('check-digit')).toContain('校验位不对')
    expect(of('constructor')).toContain('constructor')
  })

  it('shows a dash where a parameter is missing, and never throws', () => {
    expect(refusalSentence({ code: 'GOODS_UNKNOWN', params: {} })).toContain('条码 —')
    const params = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.integer()))
    fc.assert(
      fc.property(fc.constantFrom(...REFUSAL_CODES), params, (code, given) => {
        const sentence = refusalSentence({ code, params: given })
        expect(sentence.endsWith(`。[${code}]`)).toBe(true)
      }),
    )
  })

  it('does not read placeholders out of what a parameter holds', () => {
    const sentence = refusalSentence({
      code: 'INSURANCE_REFUSED',
      params: { infno: '{{message}}', code: '1', message: 'x' },
    })
    expect(sentence).toContain('（{{message}}）')
  })
})

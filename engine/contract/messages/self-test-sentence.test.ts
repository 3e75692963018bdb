import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selfTestSentence } from './self-test-sentence.ts'
import { SELF_TEST_FINDINGS, SELF_TEST_STEPS, SELF_TEST_TITLES, SELF_TEST_WORDS } from './self-test-words.ts'

describe('the sentences of the self-test', () => {
  it('name every step differently', () => {
    expect(new Set(Object.values(SELF_TEST_TITLES)).size).toBe(SELF_TEST_STEPS.length)
  })

  it.each(SELF_TEST_FINDINGS)('%s says in Chinese what was found', (finding) => {
    const { text } = SELF_TEST_WORDS[finding]
    expect(text).toMatch(/[\u4e00-\u9fff]/)
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
    const params = Object.fromEntries(names.map((name, index) => [name, `v${index}`]))
    const sentence = selfTestSentence({ finding, params })
    for (const [index] of names.entries()) expect(sentence.text).toContain(`v${index}`)
    expect(sentence.text).not.toMatch(/[{}]/)
  })

  it('put reasons into words, and show a dash for what is missing', () => {
    const faulted = selfTestSentence({ finding: 'device-faulted', params: { reason: 'unplugged' } })
    expect(faulted.text).toBe('不能用：被拔掉')
    expect(faulted.advice).not.toBe('')
    expect(selfTestSentence({ finding: 'line-down', params: {} }).text).toContain('—')
    expect(selfTestSentence({ finding: null, params: {} })).toEqual({ text: '—', advice: '' })
  })

  it('never throw', () => {
    const params = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double()))
    fc.assert(
      fc.property(fc.constantFrom(...SELF_TEST_FINDINGS), params, (finding, given) => {
        expect(typeof selfTestSentence({ finding, params: given }).text).toBe('string')
      }),
    )
  })
})

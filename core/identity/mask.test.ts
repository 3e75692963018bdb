import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskDocumentNumber, maskName } from './mask.ts'

const names = fc.string({ unit: fc.constantFrom(...'王明欧阳修远𠮷Anna·'), minLength: 0, maxLength: 12 })

describe('maskName', () => {
  it.each([
    ['', ''],
    ['王', '王'],
    ['王明', '王*'],
    ['王小明', '王*明'],
    ['欧阳修远', '欧**远'],
    ['𠮷小明', '𠮷*明'],
  ])('%j → %j', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('keeps the length and shows at most two characters', () => {
    fc.assert(
      fc.property(names, (name) => {
        const masked = [...maskName(name)]
        expect(masked).toHaveLength([...name].length)
        expect(masked.filter((character) => character !== '*').length).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('maskDocumentNumber', () => {
  it.each([
    ['441900199001011234', '4419**********1234'],
    ['44190019900101123X', '4419**********123X'],
    ['E12345678', 'E1*****78'],
    ['H1234567', 'H1****67'],
    ['123', '***'],
    ['', ''],
  ])('%j → %j', (number, masked) => {
    expect(maskDocumentNumber(number)).toBe(masked)
  })

  it('keeps the length and hides at least half', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{0,40}$/), (number) => {
        const masked = maskDocumentNumber(number)
        expect(masked).toHaveLength(number.length)
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(number.length / 2)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedYuan, quantityText, readQuantity, readYuan, unitPriceText, yuanText } from './amounts.ts'

const amounts = fc.integer({ min: -99_999_999_999_99, max: 99_999_999_999_99 })

describe('amounts as people read and type them', () => {
  it('come back from their shown form to the fen', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readYuan(yuanText(amount))).toEqual({ ok: true, value: amount })
        expect(readYuan(groupedYuan(amount).replaceAll(',', ''))).toEqual({ ok: true, value: amount })
        expect(groupedYuan(amount)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/)
      }),
    )
  })

  it('show quantities without idle zeros', () => {
    expect(quantityText(20_000)).toBe('2')
    expect(quantityText(15_000)).toBe('1.5')
    expect(quantityText(1)).toBe('0.0001')
    fc.assert(
      fc.property(fc.nat({ max: 99_990_000 }), (quantity) => {
        expect(readQuantity(quantityText(quantity).replaceAll(',', ''))).toEqual({
          ok: true,
          value: quantity,
        })
      }),
    )
  })

  it('show unit prices with two decimals or more, and never cut one off', () => {
    expect(unitPriceText(12_500_000)).toBe('12.50')
    expect(unitPriceText(333_333)).toBe('0.333333')
    expect(unitPriceText(1_234_500_000)).toBe('1,234.50')
    expect(unitPriceText(0)).toBe('0.00')
  })
})

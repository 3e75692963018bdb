import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvariantError } from '../result.ts'
import {
  effectiveUnitPrice,
  formatQuantity,
  formatUnitPrice,
  ONE_UNIT,
  parseQuantity,
  parseUnitPrice,
  priceTimesQuantity,
  quantity,
  unitPrice,
  units,
} from './decimal.ts'
import { fen } from './fen.ts'

const prices = fc.integer({ min: 0, max: 100_000_000_000 }).map(unitPrice)
const quantities = fc.integer({ min: 0, max: 9_999 * ONE_UNIT }).map(quantity)

describe('unit prices and quantities', () => {
  it('come back from their wire form', () => {
    fc.assert(
      fc.property(prices, quantities, (price, amount) => {
        expect(formatUnitPrice(price)).toMatch(/^\d+\.\d{6}$/)
        expect(formatQuantity(amount)).toMatch(/^\d+\.\d{4}$/)
        expect(parseUnitPrice(formatUnitPrice(price))).toEqual({ ok: true, value: price })
        expect(parseQuantity(formatQuantity(amount))).toEqual({ ok: true, value: amount })
      }),
    )
  })

  it('read zeros behind the last decimal, and refuse one decimal more', () => {
    expect(parseUnitPrice('12.34567800')).toEqual({ ok: true, value: 12_345_678 })
    expect(parseUnitPrice('12.3456781')).toMatchObject({ refusal: { code: 'PRICE_UNREADABLE' } })
    expect(parseQuantity('1.50000')).toEqual({ ok: true, value: 15_000 })
    expect(parseQuantity('1.50001')).toMatchObject({ refusal: { code: 'QUANTITY_UNREADABLE' } })
  })

  it.each(['-1', '1e2', '', '.', '1.', '.1', 'x', '12345678901', '10000000.000001', '9999999999'])(
    'refuse %j as a price',
    (text) => {
      expect(parseUnitPrice(text)).toEqual({
        ok: false,
        refusal: { code: 'PRICE_UNREADABLE', params: { text } },
      })
    },
  )

  it('never throw on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{0,12}\.?\d{0,12}$/)), (text) => {
        for (const result of [parseUnitPrice(text), parseQuantity(text)]) {
          if (result.ok) expect(Number.isSafeInteger(result.value)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('are not made from fractions, negatives or absurd sizes', () => {
    for (const bad of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER]) {
      expect(() => unitPrice(bad)).toThrow(InvariantError)
      expect(() => quantity(bad)).toThrow(InvariantError)
    }
  })
})

describe('priceTimesQuantity', () => {
  it('is the exact product, half a fen and more up', () => {
    fc.assert(
      fc.property(prices, quantities, (price, amount) => {
        const twice = BigInt(price) * BigInt(amount) * 2n
        const result = BigInt(priceTimesQuantity(price, amount)) * 200_000_000n
        // result − ½ fen ≤ exact < result + ½ fen
        expect(twice >= result - 100_000_000n && twice < result + 100_000_000n).toBe(true)
      }),
    )
  })

  it.each([
    ['12.50', '2', 2500],
    ['0.005', '1', 1],
    ['0.004999', '1', 0],
    ['0.333333', '3', 100],
    ['1.115', '1', 112],
    ['33.335', '0.5', 1667],
  ])('%s × %s = %i fen', (price, amount, expected) => {
    const parsedPrice = parseUnitPrice(price)
    const parsedAmount = parseQuantity(amount)
    expect(
      parsedPrice.ok && parsedAmount.ok && priceTimesQuantity(parsedPrice.value, parsedAmount.value),
    ).toBe(expected)
  })
})

describe('effectiveUnitPrice', () => {
  it('gives the total again for any whole quantity below 10 000', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.integer({ min: 1, max: 9_999 }), (total, count) => {
        const amount = units(count)
        expect(priceTimesQuantity(effectiveUnitPrice(fen(total), amount), amount)).toBe(total)
      }),
      { numRuns: 1000 },
    )
  })

  it('is the price itself when nothing was taken off a price in fen', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 999 }), (priceFen, count) => {
        const price = unitPrice(priceFen * 10_000)
        expect(effectiveUnitPrice(priceTimesQuantity(price, units(count)), units(count))).toBe(price)
      }),
    )
  })

  it('does not exist for nothing or less than nothing', () => {
    expect(() => effectiveUnitPrice(fen(1), quantity(0))).toThrow(InvariantError)
    expect(() => effectiveUnitPrice(fen(-1), units(1))).toThrow(InvariantError)
  })
})

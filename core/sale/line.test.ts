import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ONE_UNIT, quantity, unitPrice, units } from '../money/decimal.ts'
import { fen, sumFen, ZERO_FEN, type Fen } from '../money/fen.ts'
import {
  checkQuantity,
  insurableTotal,
  percentOf,
  priceSale,
  shrinkDiscount,
  SALE_LINES_MAXIMUM,
  SALE_TOTAL_MAXIMUM,
  type LineTerms,
} from './line.ts'

const terms: fc.Arbitrary<LineTerms> = fc
  .record({
    price: fc.integer({ min: 0, max: 500_000_000 }),
    count: fc.integer({ min: 1, max: 99 }),
    split: fc.boolean(),
    discountShare: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ price, count, split, discountShare }) => {
    const gross = Math.floor((price * count + 5_000) / 10_000)
    return {
      unitPrice: unitPrice(price),
      quantity: units(count),
      split,
      ownDiscount: fen(Math.floor((gross * discountShare) / 100)),
    }
  })
const baskets = fc.array(terms, { maxLength: SALE_LINES_MAXIMUM })

/** What is left of a basket after its lines' own discounts. */
function netOf(lines: readonly LineTerms[]): Fen {
  const priced = priceSale(lines)
  return priced.ok ? priced.value.total : ZERO_FEN
}

describe('priceSale', () => {
  it('adds up: amounts to the total, gross − discount to the total, each line by itself', () => {
    fc.assert(
      fc.property(baskets, fc.nat({ max: 100 }), (lines, share) => {
        const saleDiscount = fen(Math.floor((netOf(lines) * share) / 100))
        const priced = priceSale(lines, saleDiscount)
        if (!priced.ok) throw new Error(priced.refusal.code)
        const { value } = priced
        expect(value.lines).toHaveLength(lines.length)
        expect(sumFen(value.lines.map((line) => line.amount))).toBe(value.total)
        expect(sumFen(value.lines.map((line) => line.sharedDiscount))).toBe(saleDiscount)
        expect(value.gross - value.discount).toBe(value.total)
        for (const line of value.lines) {
          expect(line.amount).toBe(line.gross - line.ownDiscount - line.sharedDiscount)
          expect(line.amount).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('gives everything away at a discount of the whole, and not a fen more', () => {
    fc.assert(
      fc.property(baskets, (lines) => {
        const net = netOf(lines)
        const free = priceSale(lines, net)
        expect(free).toMatchObject({ ok: true, value: { total: 0 } })
        expect(priceSale(lines, fen(net + 1))).toEqual({
          ok: false,
          refusal: { code: 'SALE_DISCOUNT_TOO_LARGE', params: { discountFen: net + 1, limitFen: net } },
        })
        expect(priceSale(lines, fen(-1))).toMatchObject({ refusal: { code: 'SALE_DISCOUNT_TOO_LARGE' } })
      }),
      { numRuns: 100 },
    )
  })

  it('refuses a line’s own discount above its price or below zero', () => {
    const line = { unitPrice: unitPrice(1_000_000), quantity: units(2), split: false }
    expect(priceSale([{ ...line, ownDiscount: fen(201) }])).toMatchObject({
      refusal: { code: 'SALE_DISCOUNT_TOO_LARGE', params: { limitFen: 200 } },
    })
    expect(priceSale([{ ...line, ownDiscount: fen(-1) }])).toMatchObject({ ok: false })
    expect(priceSale([{ ...line, ownDiscount: fen(200) }])).toMatchObject({ ok: true, value: { total: 0 } })
  })

  it('does not depend on the other lines without a discount on the sale', () => {
    fc.assert(
      fc.property(baskets, terms, (lines, extra) => {
        const one = priceSale([extra])
        const all = priceSale([...lines, extra])
        expect(all.ok && one.ok && all.value.lines.at(-1)).toEqual(one.ok && one.value.lines[0])
      }),
    )
  })

  it('refuses totals that no pharmacy has, however large price and quantity are', () => {
    const line = {
      unitPrice: unitPrice(9_999_999_000_000),
      quantity: units(1),
      split: false,
      ownDiscount: ZERO_FEN,
    }
    expect(priceSale([line])).toMatchObject({ ok: true })
    expect(priceSale([line, line])).toMatchObject({
      refusal: { code: 'SALE_TOTAL_TOO_LARGE', params: { limitFen: SALE_TOTAL_MAXIMUM } },
    })
    const absurd = { ...line, unitPrice: unitPrice(10_000_000_000_000), quantity: units(9_999) }
    expect(priceSale([absurd])).toMatchObject({ refusal: { code: 'SALE_TOTAL_TOO_LARGE' } })
    const largest = { ...absurd, quantity: units(1_000_000) }
    expect(priceSale(Array.from({ length: SALE_LINES_MAXIMUM }, () => largest))).toMatchObject({
      refusal: { code: 'SALE_TOTAL_TOO_LARGE' },
    })
  })

  it('prices an empty basket at nothing', () => {
    expect(priceSale([])).toEqual({ ok: true, value: { lines: [], gross: 0, discount: 0, total: 0 } })
  })
})

describe('checkQuantity', () => {
  const box = {
    packSize: 24,
    splitPrice: unitPrice(500_000),
    name: '阿莫西林胶囊',
    tracePolicy: 'required',
  } as const

  it('takes whole boxes up to 9 999 and nothing else', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12_000 * ONE_UNIT }), (value) => {
        const fits = value > 0 && value % ONE_UNIT === 0 && value <= 9_999 * ONE_UNIT
        expect(checkQuantity(quantity(value), false, box).ok).toBe(fits)
      }),
    )
    expect(checkQuantity(units(9_999), false, box).ok).toBe(true)
    expect(checkQuantity(units(10_000), false, box).ok).toBe(false)
  })

  it('weighs goods without trace codes to four decimals', () => {
    const herb = { packSize: 1, splitPrice: undefined, name: '黄芪', tracePolicy: 'exempt' } as const
    expect(checkQuantity(quantity(125_500), false, herb)).toEqual({ ok: true, value: 125_500 })
    expect(checkQuantity(quantity(0), false, herb).ok).toBe(false)
  })

  it('splits into whole units, fewer than a pack', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 0, max: 600 }), (packSize, count) => {
        expect(checkQuantity(units(count), true, { ...box, packSize }).ok).toBe(count > 0 && count < packSize)
      }),
    )
    expect(checkQuantity(quantity(15_000), true, box).ok).toBe(false)
  })

  it('does not split what has no split price or one unit to a pack', () => {
    const refusal = { code: 'GOODS_SPLIT_NOT_ALLOWED', params: { name: box.name } }
    expect(checkQuantity(units(1), true, { ...box, splitPrice: undefined })).toEqual({ ok: false, refusal })
    expect(checkQuantity(units(1), true, { ...box, packSize: 1 })).toEqual({ ok: false, refusal })
  })
})

describe('shrinkDiscount', () => {
  it('never grows, in fen or in percent, and goes with all of the goods', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(amount, amount, amount, (a, b, after) => {
        const [discount, before] = [fen(Math.min(a, b)), Math.max(a, b)]
        const left = shrinkDiscount(discount, before, after)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThanOrEqual(discount)
        if (after < before) {
          expect(BigInt(left) * BigInt(before) <= BigInt(discount) * BigInt(after)).toBe(true)
        } else expect(left).toBe(discount)
      }),
    )
    expect(shrinkDiscount(fen(100), 1_000, 500)).toBe(50)
    expect(shrinkDiscount(fen(100), 1_000, 0)).toBe(0)
  })
})

describe('percentOf', () => {
  it('is within half a fen of the exact share, and whole at 100 percent', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: SALE_TOTAL_MAXIMUM }),
        fc.integer({ min: 0, max: 100 }),
        (amount, percent) => {
          const part = percentOf(fen(amount), percent)
          expect(Math.abs(part * 100 - amount * percent)).toBeLessThanOrEqual(50)
          expect(percentOf(fen(amount), 100)).toBe(amount)
        },
      ),
    )
  })
})

describe('insurableTotal', () => {
  it('counts exactly the lines with a national code', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 1_000_000 }), fc.boolean())), (rows) => {
        const lines = rows.map(([amount, coded]) => ({
          amount: fen(amount),
          nationalCode: coded ? 'XJ01CAA040E001010101445' : undefined,
        }))
        const coded = insurableTotal(lines)
        const others = insurableTotal(
          lines.map((line) => ({ ...line, nationalCode: line.nationalCode === undefined ? 'X' : undefined })),
        )
        expect(coded + others).toBe(sumFen(lines.map((line) => line.amount)))
      }),
    )
  })
})

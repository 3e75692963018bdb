import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvariantError } from '../result.ts'
import {
  addFen,
  fen,
  FEN_MAXIMUM,
  formatYuan,
  parseYuan,
  splitFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
} from './fen.ts'

const amounts = fc.integer({ min: -FEN_MAXIMUM, max: FEN_MAXIMUM }).map(fen)
const saleAmounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(fen)
const weights = fc.array(fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 1_000_000_000 })), {
  minLength: 1,
  maxLength: 60,
})

describe('fen', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, FEN_MAXIMUM + 1, -FEN_MAXIMUM - 1])(
    'is not made from %s',
    (value) => {
      expect(() => fen(value)).toThrow(InvariantError)
    },
  )

  it('knows one zero only', () => {
    expect(Object.is(fen(-0), ZERO_FEN)).toBe(true)
    expect(parseYuan('-0.00')).toEqual({ ok: true, value: ZERO_FEN })
  })
})

describe('parseYuan and formatYuan', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseYuan(formatYuan(amount))).toEqual({ ok: true, value: amount })
      }),
    )
  })

  it('read zeros behind the fen and shorter forms alike', () => {
    fc.assert(
      fc.property(amounts, fc.nat({ max: 8 }), (amount, zeros) => {
        const text = formatYuan(amount)
        expect(parseYuan(text + '0'.repeat(zeros))).toEqual({ ok: true, value: amount })
        const short = text.replace(/\.?0+$/, '')
        if (short !== '' && short !== '-' && text.includes('.')) {
          const restored = amount % 100 === 0 ? text.slice(0, -3) : short
          expect(parseYuan(restored)).toEqual({ ok: true, value: amount })
        }
      }),
    )
  })

  it.each([
    '1.234',
    '0.001',
    '1e3',
    '+1',
    '--1',
    '1,000.00',
    '1.',
    '.5',
    '',
    '元1',
    '１２',
    'NaN',
    '0x10',
    '1 2',
    '123456789012',
  ])('refuse %j', (text) => {
    expect(parseYuan(text)).toEqual({ ok: false, refusal: { code: 'AMOUNT_UNREADABLE', params: { text } } })
  })

  it('never throw, and never read more than two decimals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d{0,13}\.?\d{0,6}$/)), (text) => {
        const result = parseYuan(text)
        if (result.ok) expect(Number(text)).toBeCloseTo(result.value / 100, 6)
        else expect(String(result.refusal.params['text']).length).toBeLessThanOrEqual(40)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('sums', () => {
  it('do not depend on order or grouping', () => {
    fc.assert(
      fc.property(fc.array(saleAmounts), fc.array(saleAmounts), (left, right) => {
        const whole = sumFen([...left, ...right])
        expect(sumFen([...right, ...left])).toBe(whole)
        expect(addFen(sumFen(left), sumFen(right))).toBe(whole)
        expect(subtractFen(whole, sumFen(right))).toBe(sumFen(left))
      }),
    )
  })

  it('of nothing are zero', () => {
    expect(sumFen([])).toBe(ZERO_FEN)
  })
})

describe('splitFen', () => {
  it('adds up to the total, each part within one fen of its exact share', () => {
    fc.assert(
      fc.property(saleAmounts, weights, (total, parts) => {
        const split = splitFen(total, parts)
        expect(split).toHaveLength(parts.length)
        expect(sumFen(split)).toBe(total)
        const weightSum = parts.reduce((sum, weight) => sum + BigInt(weight), 0n)
        if (weightSum === 0n) return
        for (const [index, part] of split.entries()) {
          // |part × sum − total × weight| < sum: the exact share is less than a fen away
          const distance = BigInt(part) * weightSum - BigInt(total) * BigInt(parts[index] ?? 0)
          expect(distance < weightSum && distance > -weightSum).toBe(true)
        }
      }),
    )
  })

  it('is fair: a larger weight never gets less, of equal ones the earlier gets the odd fen', () => {
    fc.assert(
      fc.property(saleAmounts, weights, (total, parts) => {
        fc.pre(parts.some((weight) => weight > 0))
        const split = splitFen(total, parts).map(Math.abs)
        for (const [i, weight] of parts.entries()) {
          for (const [j, other] of parts.entries()) {
            const mine = split[i] ?? 0
            const theirs = split[j] ?? 0
            if (weight > other) expect(mine).toBeGreaterThanOrEqual(theirs)
            if (weight === other && i < j) expect(mine - theirs === 0 || mine - theirs === 1).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives nothing to weight zero, unless all are zero: then everything to the first', () => {
    fc.assert(
      fc.property(saleAmounts, weights, (total, parts) => {
        const split = splitFen(total, parts)
        if (parts.every((weight) => weight === 0)) expect(split[0]).toBe(total)
        else for (const [index, weight] of parts.entries()) if (weight === 0) expect(split[index]).toBe(0)
      }),
    )
  })

  it('gives a full share back when the total is the weights’ own sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 }), (parts) => {
        expect(splitFen(sumFen(parts.map(fen)), parts)).toEqual(parts)
      }),
    )
  })

  it('needs a part to give to, and sane weights', () => {
    expect(() => splitFen(fen(1), [])).toThrow(InvariantError)
    expect(() => splitFen(fen(1), [-1, 2])).toThrow(InvariantError)
    expect(() => splitFen(fen(1), [0.5])).toThrow(InvariantError)
  })
})

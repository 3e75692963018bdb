import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priceTimesQuantity, quantity, unitPrice } from '../../core/money/decimal.ts'
import { fen, sumFen } from '../../core/money/fen.ts'
import { DEFAULT_PLANS, planSchema, type Plan } from '../config/plans.ts'
import { deriveGoodPolicy } from './derive-good.ts'
import { shareOf, splitLine, type GoodPolicy, type LineSplit } from './split-line.ts'
import { splitSale } from './split-sale.ts'

const goods: fc.Arbitrary<GoodPolicy> = fc.record({
  level: fc.constantFrom('01', '02', '03'),
  selfPayRatio: fc.integer({ min: 0, max: 10_000 }),
  ceiling: fc.option(fc.integer({ min: 1, max: 900_000_000 }).map(unitPrice), { nil: undefined }),
})
const lines = fc
  .tuple(fc.nat({ max: 900_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), goods)
  .map(([price, count, good]): LineSplit => {
    const total = priceTimesQuantity(unitPrice(price), quantity(count))
    return splitLine(total, unitPrice(price), quantity(count), good)
  })
const amounts = fc.nat({ max: 50_000_000 }).map(fen)
const ratios = fc.integer({ min: 0, max: 10_000 })
const plans: fc.Arbitrary<Plan> = fc.record({
  accountCovers: fc.constantFrom('all', 'in-scope'),
  rules: fc.array(
    fc.record({
      medicalTypes: fc.constantFrom(['41'], ['14'], ['41', '14']),
      fundType: fc.constant('310102'),
      fundName: fc.constant('职工门诊统筹基金'),
      deductibleFen: amounts,
      ratio: ratios,
      yearCapFen: amounts,
      extras: fc.array(
        fc.record({
          amount: fc.constantFrom('cvlserv_pay', 'maf_pay', 'hifob_pay'),
          fundType: fc.constant('320100'),
          fundName: fc.constant('公务员医疗补助基金'),
          ratio: ratios,
          civilServantsOnly: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
})
const sales = fc.record({
  lines: fc.array(lines, { minLength: 1, maxLength: 30 }),
  plan: plans,
  medicalType: fc.constantFrom('41', '14'),
  civilServant: fc.boolean(),
  deductibleUsed: amounts,
  poolUsed: amounts,
  accountUsed: fc.boolean(),
  balance: amounts,
})

describe('splitLine', () => {
  it('takes a line apart without losing a fen', () => {
    fc.assert(
      fc.property(lines, (line) => {
        expect(sumFen([line.selfPaid, line.overLimit, line.firstSelfPaid, line.inScope])).toBe(line.total)
        for (const part of Object.values(line)) expect(part).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('knows the three levels and the price ceiling', () => {
    const split = (good: GoodPolicy): LineSplit =>
      splitLine(fen(3_000), unitPrice(15_000_000), quantity(20_000), good)
    const base = { total: 3_000, selfPaid: 0, overLimit: 0, firstSelfPaid: 0, inScope: 0 }
    expect(split({ level: '01', selfPayRatio: 1_000, ceiling: undefined })).toEqual({
      ...base,
      inScope: 3_000,
    })
    expect(split({ level: '02', selfPayRatio: 1_000, ceiling: undefined })).toEqual({
      ...base,
      firstSelfPaid: 300,
      inScope: 2_700,
    })
    expect(split({ level: '03', selfPayRatio: 0, ceiling: undefined })).toEqual({ ...base, selfPaid: 3_000 })
    expect(split({ level: '02', selfPayRatio: 500, ceiling: unitPrice(10_000_000) })).toEqual({
      ...base,
      overLimit: 1_000,
      firstSelfPaid: 100,
      inScope: 1_900,
    })
  })
})

describe('splitSale', () => {
  it('adds up for every basket, plan and balance', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const split = splitSale(sale)
        expect(split.total).toBe(sumFen(sale.lines.map((line) => line.total)))
        expect(split.fundPaid + split.personPart).toBe(split.total)
        expect(split.accountPaid + split.cashPaid).toBe(split.personPart)
        expect(split.selfPaid + split.overLimit + split.firstSelfPaid + split.inScope).toBe(split.total)
        expect(sumFen(split.funds.map((fund) => fund.paid))).toBe(split.fundPaid)
        for (const fund of split.funds) expect(fund.paid).toBeLessThanOrEqual(fund.limit)
        const parts = [split.fundPaid, split.personPart, split.accountPaid, split.cashPaid, split.deductible]
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never takes more than the account has, nothing when it is not used, and no fund pays what is out of scope', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const split = splitSale(sale)
        expect(split.accountPaid).toBeLessThanOrEqual(sale.accountUsed ? sale.balance : 0)
        expect(split.fundPaid).toBeLessThanOrEqual(split.inScope - split.deductible)
        if (sale.plan.accountCovers === 'in-scope') {
          expect(split.cashPaid).toBeGreaterThanOrEqual(split.selfPaid)
        }
        const pooled = split.funds.find((fund) => fund.amount === 'hifp_pay')?.paid ?? 0
        const rule = sale.plan.rules.find((candidate) => candidate.medicalTypes.includes(sale.medicalType))
        expect(pooled).toBeLessThanOrEqual(Math.max(0, (rule?.yearCapFen ?? 0) - sale.poolUsed))
      }),
      { numRuns: 2_000 },
    )
  })

  const inScope = (amount: number): LineSplit => ({
    total: fen(amount),
    selfPaid: fen(0),
    overLimit: fen(0),
    firstSelfPaid: fen(0),
    inScope: fen(amount),
  })
  const plan = (name: string): Plan => planSchema.parse(DEFAULT_PLANS[name])
  const sale = (name: string, amount: number, over: Partial<Parameters<typeof splitSale>[0]> = {}) =>
    splitSale({
      lines: [inScope(amount)],
      plan: plan(name),
      medicalType: '41',
      civilServant: false,
      deductibleUsed: fen(0),
      poolUsed: fen(0),
      accountUsed: true,
      balance: fen(1_000),
      ...over,
    })

  it('pays an ordinary purchase in Dongguan from the account, the rest in cash', () => {
    expect(sale('account-only', 3_000)).toMatchObject({
      fundPaid: 0,
      accountPaid: 1_000,
      cashPaid: 2_000,
      funds: [],
    })
    expect(sale('account-only', 3_000, { medicalType: '14' })).toMatchObject({ fundPaid: 2_400 })
  })

  it('takes the deductible off once, then the share, then the limit of the year', () => {
    expect(sale('outpatient-pool', 15_000)).toMatchObject({ deductible: 5_000, fundPaid: 6_000 })
    expect(sale('outpatient-pool', 15_000, { deductibleUsed: fen(5_000) })).toMatchObject({
      deductible: 0,
      fundPaid: 9_000,
    })
    expect(sale('outpatient-pool', 15_000, { poolUsed: fen(199_999) })).toMatchObject({ fundPaid: 1 })
  })

  it('adds the civil servants’ fund for civil servants alone', () => {
    const over = { deductibleUsed: fen(5_000) }
    expect(sale('outpatient-pool', 10_000, over).funds).toHaveLength(1)
    const funds = sale('outpatient-pool', 10_000, { ...over, civilServant: true }).funds
    expect(funds.map((fund) => [fund.amount, fund.paid])).toEqual([
      ['hifp_pay', 6_000],
      ['cvlserv_pay', 2_000],
    ])
  })
})

describe('shareOf', () => {
  it.each([
    [1, 5_000, 1],
    [1, 4_999, 0],
    [333, 3_333, 111],
    [10_000, 10_000, 10_000],
  ])('%i fen × %i/10000 = %i', (amount, ratio, expected) => {
    expect(shareOf(fen(amount), ratio)).toBe(expected)
  })
})

describe('deriveGoodPolicy', () => {
  it('is the same for the same code and uses all three levels', () => {
    const codes = Array.from({ length: 400 }, (_, index) => `XA02BCA${index}X0`)
    const levels = codes.map((code) => deriveGoodPolicy(code).level)
    expect(codes.map((code) => deriveGoodPolicy(code).level)).toEqual(levels)
    expect(new Set(levels)).toEqual(new Set(['01', '02', '03']))
  })
})

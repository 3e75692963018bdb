import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ONE_UNIT, quantity, units, type Quantity } from '../money/decimal.ts'
import { fen, splitFen, sumFen, ZERO_FEN } from '../money/fen.ts'
import { TENDER_KINDS, type InsuredSplit } from '../tender/tender.ts'
import {
  codesToName,
  planReturn,
  returnable,
  type ReturnPlan,
  type SoldLine,
  type SoldSale,
  type WantedLine,
} from './plan.ts'
import { portionAmount } from './share.ts'

const line: fc.Arbitrary<Omit<SoldLine, 'lineId' | 'name' | 'traceCodes' | 'gone'>> = fc.record({
  quantity: fc.integer({ min: 1, max: 12 }).map(units),
  split: fc.boolean(),
  tracePolicy: fc.constantFrom('required', 'exempt'),
  amount: fc.integer({ min: 0, max: 50_000 }).map(fen),
  insurable: fc.boolean(),
})

/** A sale whose money adds up: insurance over the insurable lines, the rest in tenders of any kinds. */
const sales: fc.Arbitrary<SoldSale> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    insuredShare: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    accountShare: fc.integer({ min: 0, max: 100 }),
    tenders: fc.array(
      fc.record({ kind: fc.constantFrom(...TENDER_KINDS), weight: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ lines: bare, insuredShare, accountShare, tenders }) => {
    const lines = bare.map((one, index): SoldLine => {
      const boxes = one.split ? 1 : one.quantity / ONE_UNIT
      const codes = one.tracePolicy === 'exempt' ? 0 : boxes
      return {
        ...one,
        lineId: `L${index}`,
        name: `药${index}`,
        gone: quantity(0),
        traceCodes: Array.from({ length: codes }, (_, box) => `L${index}-${box}`),
      }
    })
    const claimed = sumFen(lines.filter((one) => one.insurable).map((one) => one.amount))
    const total = sumFen(lines.map((one) => one.amount))
    const covered = fen(Math.floor((claimed * (insuredShare ?? 0)) / 100))
    const accountPaid = fen(Math.floor((covered * accountShare) / 100))
    const insured: InsuredSplit | undefined =
      insuredShare === undefined || claimed === 0
        ? undefined
        : { fundPaid: fen(covered - accountPaid), accountPaid, institutionBorne: ZERO_FEN }
    const rest = fen(total - (insured === undefined ? 0 : covered))
    const weights = tenders.map(({ weight }) => weight)
    const amounts = splitFen(rest, weights)
    return {
      number: 'S1',
      lines,
      insured,
      tenders: tenders.map(({ kind }, index) => ({
        tenderId: `T${index}`,
        kind,
        amount: amounts[index] ?? ZERO_FEN,
        refunded: ZERO_FEN,
      })),
    }
  })

/** Numbers in [0, 1) that a test draws its choices from. */
const choices = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 12, maxLength: 60 })

/** Some of what may still come back, with the codes that it wants; nothing when there is nothing left. */
function someOf(sale: SoldSale, draw: () => number): WantedLine[] {
  const left = sale.lines.filter((one) => returnable(one) > 0)
  const first = left[draw() % Math.max(1, left.length)]
  return left
    .filter((one) => one === first || draw() % 2 === 0)
    .map((one) => {
      const wanted = units(1 + (draw() % (returnable(one) / ONE_UNIT)))
      const codes = codesToName(one, wanted)
      return { lineId: one.lineId, quantity: wanted, traceCodes: one.traceCodes.slice(0, codes) }
    })
}

/** The sale after a return was done. */
function after(sale: SoldSale, plan: ReturnPlan): SoldSale {
  return {
    ...sale,
    insured: plan.cancelsSettlement ? undefined : sale.insured,
    lines: sale.lines.map((one) => {
      const off = plan.lines.find(({ lineId }) => lineId === one.lineId)
      if (off === undefined) return one
      const gone = quantity(one.gone + off.quantity + off.kept)
      const back = [...off.traceCodes, ...off.keptTraceCodes]
      return { ...one, gone, traceCodes: one.traceCodes.filter((code) => !back.includes(code)) }
    }),
    tenders: sale.tenders.map((tender) => {
      const refund = plan.refunds.find(({ tenderId }) => tenderId === tender.tenderId)
      return refund === undefined ? tender : { ...tender, refunded: fen(tender.refunded + refund.amount) }
    }),
  }
}

const planned = (sale: SoldSale, wanted: readonly WantedLine[]): ReturnPlan => {
  const plan = planReturn(sale, wanted)
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal))
  return plan.value
}

const codeOf = (sale: SoldSale, wanted: readonly WantedLine[]): string => {
  const plan = planReturn(sale, wanted)
  return plan.ok ? 'planned' : plan.refusal.code
}

const worthOf = (plan: ReturnPlan): number =>
  plan.lines.reduce((sum, one) => sum + one.amount + one.keptAmount, 0)
const refundOf = (plan: ReturnPlan): number => plan.refunds.reduce((sum, refund) => sum + refund.amount, 0)
const coveredBy = (split: InsuredSplit | undefined): number =>
  split === undefined ? 0 : split.fundPaid + split.accountPaid + split.institutionBorne

describe('portionAmount', () => {
  it('adds up to the line in any portions, and never takes anything back', () => {
    const portions = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), portions, (amount, sizes) => {
        const whole = { amount: fen(amount), quantity: quantity(sizes.reduce((a, b) => a + b, 0)) }
        let before = 0
        let sum = 0
        for (const size of sizes) {
          const part = portionAmount(whole, before, size)
          expect(part).toBeGreaterThanOrEqual(0)
          sum += part
          before += size
        }
        expect(sum).toBe(amount)
      }),
    )
  })
})

describe('planReturn', () => {
  it('gives back what the goods cost, less what the centre gives back, whatever the order and the portions', () => {
    fc.assert(
      fc.property(sales, choices, (sold, drawn) => {
        let next = 0
        const draw = (): number => drawn[next++ % drawn.length] ?? 0
        const total = sumFen(sold.lines.map((one) => one.amount))
        let sale = sold
        let [worth, back, byTheCentre] = [0, 0, 0]
        for (;;) {
          const wanted = someOf(sale, draw)
          if (wanted.length === 0) break
          const plan = planned(sale, wanted)
          expect(plan.lines.every((one) => one.amount >= 0 && one.keptAmount >= 0)).toBe(true)
          worth += worthOf(plan)
          back += refundOf(plan)
          if (plan.cancelsSettlement) byTheCentre += coveredBy(sale.insured)
          expect(back + byTheCentre).toBe(worth)
          sale = after(sale, plan)
          for (const tender of sale.tenders) expect(tender.refunded).toBeLessThanOrEqual(tender.amount)
        }
        expect(worth).toBe(total)
        // nothing that was ever paid stays
        for (const tender of sale.tenders) expect(tender.refunded).toBe(tender.amount)
        expect(back + byTheCentre).toBe(total)
        expect(codeOf(sale, [])).toBe('RETURN_NOTHING_LEFT')
      }),
    )
  })

  it('gives cash only when nothing electronic is left to give', () => {
    fc.assert(
      fc.property(sales, choices, (sale, drawn) => {
        let next = 0
        const plan = planned(
          sale,
          someOf(sale, () => drawn[next++ % drawn.length] ?? 0),
        )
        const kinds = plan.refunds.map(
          ({ tenderId }) => sale.tenders.find((tender) => tender.tenderId === tenderId)?.kind,
        )
        if (!kinds.includes('cash')) return
        expect(kinds.lastIndexOf('qr')).toBeLessThan(kinds.indexOf('cash'))
        const electronic = sale.tenders.filter((tender) => tender.kind !== 'cash' && tender.amount > 0)
        for (const tender of electronic) {
          expect(plan.refunds).toContainEqual({ tenderId: tender.tenderId, amount: tender.amount })
        }
      }),
    )
  })

  it('cancels the settlement whole as soon as any of its goods come back, and settles the rest again', () => {
    fc.assert(
      fc.property(sales, choices, (sale, drawn) => {
        let next = 0
        const wanted = someOf(sale, () => drawn[next++ % drawn.length] ?? 0)
        const plan = planned(sale, wanted)
        const touched = sale.lines.filter((one) => wanted.some(({ lineId }) => lineId === one.lineId))
        expect(plan.cancelsSettlement).toBe(
          sale.insured !== undefined && touched.some((one) => one.insurable),
        )
        const kept = plan.lines.filter((one) => one.kept > 0)
        expect(plan.settlesAgain).toBe(kept.length > 0)
        for (const one of sale.lines) {
          const off = plan.lines.find(({ lineId }) => lineId === one.lineId)
          const stays = one.quantity - (off?.quantity ?? 0) - (off?.kept ?? 0)
          // nothing of a settlement that is gone may stay on the sale, and nothing else may leave it
          if (plan.cancelsSettlement && one.insurable) expect(stays).toBe(0)
          else expect(off?.kept ?? 0).toBe(0)
          // every code of what leaves is either back or sold again
          if (stays === 0) {
            expect([...(off?.traceCodes ?? []), ...(off?.keptTraceCodes ?? [])].sort()).toEqual(
              [...one.traceCodes].sort(),
            )
          }
        }
      }),
    )
  })
})

describe('what a return is refused for', () => {
  const boxes: SoldLine = {
    lineId: 'L0',
    name: '阿莫西林胶囊',
    quantity: units(3),
    split: false,
    tracePolicy: 'required',
    amount: fen(3_750),
    insurable: true,
    gone: quantity(0),
    traceCodes: ['A', 'B', 'C'],
  }
  const sale: SoldSale = {
    number: 'S1',
    lines: [boxes],
    insured: undefined,
    tenders: [{ tenderId: 'T0', kind: 'cash', amount: fen(3_750), refunded: ZERO_FEN }],
  }
  const one = (count: Quantity, traceCodes: readonly string[]): WantedLine[] => [
    { lineId: 'L0', quantity: count, traceCodes },
  ]

  it.each([
    ['half a box', one(quantity(5_000), []), 'RETURN_QUANTITY_INVALID'],
    ['nothing', one(quantity(0), []), 'RETURN_QUANTITY_INVALID'],
    ['more than was sold', one(units(4), ['A', 'B', 'C']), 'RETURN_QUANTITY_TOO_LARGE'],
    ['a box of somebody else', one(units(1), ['X']), 'RETURN_CODE_NOT_SOLD'],
    ['a box without its code', one(units(2), ['A']), 'RETURN_CODES_MISSING'],
    ['one code for two boxes', one(units(2), ['A', 'A']), 'RETURN_CODES_MISSING'],
    ['two codes for one box', one(units(1), ['A', 'B']), 'RETURN_CODES_MISSING'],
    ['a line of another sale', [{ lineId: 'L9', quantity: units(1), traceCodes: [] }], 'SALE_LINE_NOT_FOUND'],
    ['a line twice', [...one(units(1), ['A']), ...one(units(1), ['B'])], 'SALE_LINE_NOT_FOUND'],
    ['no line at all', [], 'RETURN_NOTHING_LEFT'],
  ])('%s', (_, wanted, code) => {
    expect(codeOf(sale, wanted)).toBe(code)
  })

  it('what came back already', () => {
    const gone: SoldSale = { ...sale, lines: [{ ...boxes, gone: units(2), traceCodes: ['C'] }] }
    expect(codeOf(gone, one(units(2), ['A', 'C']))).toBe('RETURN_QUANTITY_TOO_LARGE')
    expect(codeOf(gone, one(units(1), ['A']))).toBe('RETURN_CODE_NOT_SOLD')
    expect(codeOf(gone, one(units(1), ['C']))).toBe('planned')
  })

  it('more than the tenders hold', () => {
    const tenders = [{ tenderId: 'T0', kind: 'cash', amount: fen(3_750), refunded: fen(3_000) }] as const
    expect(codeOf({ ...sale, tenders }, one(units(1), ['A']))).toBe('RETURN_EXCEEDS_PAID')
  })

  it('a split line without its code only where nothing of it stays out', () => {
    const split: SoldLine = { ...boxes, split: true, quantity: units(10), traceCodes: ['A'] }
    const capsules: SoldSale = { ...sale, lines: [split] }
    expect(codeOf(capsules, one(units(4), []))).toBe('planned')
    expect(codeOf(capsules, one(units(4), ['A']))).toBe('RETURN_CODES_MISSING')
    expect(codeOf(capsules, one(units(10), []))).toBe('RETURN_CODES_MISSING')
    expect(codeOf(capsules, one(units(10), ['A']))).toBe('planned')
  })

  it('weighed goods come back by weight', () => {
    const slices: SoldLine = { ...boxes, tracePolicy: 'exempt', quantity: quantity(12_345), traceCodes: [] }
    const plan = planned({ ...sale, lines: [slices] }, one(quantity(2_345), []))
    expect(plan.amount).toBe(712)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, FEN_MAXIMUM, ZERO_FEN, type Fen } from '../../core/money/fen.ts'
import type { FundParts, SettlementSplit } from '../mapping/settlement-split.ts'
import { violatedSums, type Equation } from './sums.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_00 }).map(fen)
const fundParts: fc.Arbitrary<FundParts> = fc.record({
  pooling: amount,
  civilServant: amount,
  employer: amount,
  seriousIllness: amount,
  largeMedical: amount,
  medicalAid: amount,
  disabled: amount,
  other: amount,
})

function splitOf(funds: FundParts, account: Fen, cash: Fen, institution: Fen, family: Fen): SettlementSplit {
  const fundPaid = fen(Object.values(funds).reduce((sum: number, part: number) => sum + part, 0))
  const personalPart = fen(account + cash)
  return {
    total: fen(fundPaid + personalPart + institution),
    fundPaid,
    funds,
    personalPart,
    accountPaid: account,
    familyAccountPaid: fen(Math.min(family, account)),
    cashPart: cash,
    institutionBorne: institution,
    balanceAfter: undefined,
    ownExpense: undefined,
    overLimit: undefined,
    selfPaidFirst: undefined,
    inScope: undefined,
  }
}

const split: fc.Arbitrary<SettlementSplit> = fc
  .tuple(fundParts, amount, amount, amount, amount)
  .map(([funds, account, cash, institution, family]) => splitOf(funds, account, cash, institution, family))

const equationsOf = (value: SettlementSplit, asked?: Parameters<typeof violatedSums>[1]): Equation[] =>
  violatedSums(value, asked).map((violation) => violation.equation)

describe('violatedSums', () => {
  it('finds nothing in a split that adds up', () => {
    fc.assert(
      fc.property(split, (value) => {
        expect(violatedSums(value)).toEqual([])
        expect(violatedSums(value, { total: value.total, accountUsed: true })).toEqual([])
      }),
    )
  })

  it('finds one fen in any amount', () => {
    const fields = [
      'total',
      'fundPaid',
      'personalPart',
      'accountPaid',
      'cashPart',
      'institutionBorne',
    ] as const
    fc.assert(
      fc.property(split, fc.constantFrom(...fields), fc.constantFrom(1, -1), (value, field, off) => {
        const wrong = { ...value, [field]: fen(value[field] + off) }
        expect(violatedSums(wrong).length).toBeGreaterThan(0)
      }),
    )
  })

  it('finds one fen in any fund', () => {
    fc.assert(
      fc.property(split, fc.nat(7), (value, index) => {
        const name = (Object.keys(value.funds) as (keyof FundParts)[])[index] ?? 'other'
        const funds = { ...value.funds, [name]: fen(value.funds[name] + 1) }
        expect(violatedSums({ ...value, funds })).toEqual([
          { equation: 'fund = sum of funds', leftFen: value.fundPaid, rightFen: value.fundPaid + 1 },
        ])
      }),
    )
  })

  it('tells both sides', () => {
    const value = splitOf(
      {
        pooling: fen(700),
        civilServant: ZERO_FEN,
        employer: ZERO_FEN,
        seriousIllness: ZERO_FEN,
        largeMedical: ZERO_FEN,
        medicalAid: ZERO_FEN,
        disabled: ZERO_FEN,
        other: ZERO_FEN,
      },
      fen(200),
      fen(100),
      ZERO_FEN,
      ZERO_FEN,
    )
    expect(violatedSums({ ...value, total: fen(1001) })).toEqual([
      { equation: 'total = fund + personal + institution', leftFen: 1001, rightFen: 1000 },
    ])
    expect(equationsOf({ ...value, accountPaid: fen(250) })).toEqual(['personal = account + cash'])
    expect(equationsOf({ ...value, familyAccountPaid: fen(201) })).toEqual(['family account ≤ account'])
  })

  it('holds the centre to what was asked', () => {
    fc.assert(
      fc.property(split, (value) => {
        expect(equationsOf(value, { total: fen(value.total + 1), accountUsed: true })).toEqual([
          'total = asked',
        ])
        expect(equationsOf(value, { total: value.total, accountUsed: false })).toEqual(
          value.accountPaid === 0 ? [] : ['account unused → account = 0'],
        )
        const own = value.accountPaid - value.familyAccountPaid
        expect(equationsOf(value, { total: value.total, accountUsed: true, balance: fen(own) })).toEqual([])
        if (own > 0) {
          expect(
            equationsOf(value, { total: value.total, accountUsed: true, balance: fen(own - 1) }),
          ).toEqual(['own account ≤ balance'])
        }
      }),
    )
  })

  it('holds for the mirror image of a cancelled settlement', () => {
    fc.assert(
      fc.property(split, (value) => {
        const mirror = (part: Fen): Fen => fen(0 - part)
        const funds = Object.fromEntries(
          Object.entries(value.funds).map(([name, part]) => [name, mirror(part)]),
        ) as FundParts
        const cancelled = {
          ...value,
          funds,
          total: mirror(value.total),
          fundPaid: mirror(value.fundPaid),
          personalPart: mirror(value.personalPart),
          accountPaid: mirror(value.accountPaid),
          familyAccountPaid: mirror(value.familyAccountPaid),
          cashPart: mirror(value.cashPart),
          institutionBorne: mirror(value.institutionBorne),
        }
        expect(violatedSums(cancelled)).toEqual([])
      }),
    )
  })

  it('tells absurd amounts instead of breaking on them', () => {
    const most = fen(FEN_MAXIMUM)
    const value = splitOf(
      {
        pooling: ZERO_FEN,
        civilServant: ZERO_FEN,
        employer: ZERO_FEN,
        seriousIllness: ZERO_FEN,
        largeMedical: ZERO_FEN,
        medicalAid: ZERO_FEN,
        disabled: ZERO_FEN,
        other: ZERO_FEN,
      },
      ZERO_FEN,
      ZERO_FEN,
      ZERO_FEN,
      ZERO_FEN,
    )
    const absurd = {
      ...value,
      total: most,
      fundPaid: most,
      personalPart: most,
      accountPaid: most,
      cashPart: most,
      institutionBorne: most,
    }
    expect(equationsOf(absurd)).toEqual([
      'total = fund + personal + institution',
      'personal = account + cash',
      'fund = sum of funds',
    ])
  })
})

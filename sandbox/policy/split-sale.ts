import { fen, sumFen, ZERO_FEN, type Fen } from '../../core/money/fen.ts'
import type { ExtraFund, FundRule, Plan } from '../config/plans.ts'
import { atMost, shareOf, type LineSplit } from './split-line.ts'

/** What one fund pays of a sale: a row of `setldetail`. */
export type FundShare = {
  /** The amount of `setlinfo` that it appears in. */
  readonly amount: 'hifp_pay' | ExtraFund['amount']
  readonly fundType: string
  readonly fundName: string
  readonly paid: Fen
  /** `crt_payb_lmt_amt`: what the fund could have paid at most. */
  readonly limit: Fen
}

export type SaleInput = {
  readonly lines: readonly LineSplit[]
  readonly plan: Plan
  readonly medicalType: string
  readonly civilServant: boolean
  /** Of this year, before the sale. */
  readonly deductibleUsed: Fen
  readonly poolUsed: Fen
  readonly accountUsed: boolean
  readonly balance: Fen
}

/**
 * Who pays what. total = fundPaid + personPart; personPart = accountPaid + cashPaid; fundPaid = Σ funds;
 * total = selfPaid + overLimit + firstSelfPaid + inScope.
 */
export type SaleSplit = {
  readonly total: Fen
  readonly selfPaid: Fen
  readonly overLimit: Fen
  readonly firstSelfPaid: Fen
  readonly inScope: Fen
  /** `act_pay_dedc` */
  readonly deductible: Fen
  /** `pool_prop_selfpay`, in ten-thousandths. */
  readonly poolRatio: number
  readonly funds: readonly FundShare[]
  readonly fundPaid: Fen
  readonly personPart: Fen
  readonly accountPaid: Fen
  readonly cashPaid: Fen
}

const ruleFor = (plan: Plan, medicalType: string): FundRule | undefined =>
  plan.rules.find((rule) => rule.medicalTypes.includes(medicalType))

function fundShares(rule: FundRule, base: Fen, input: SaleInput): FundShare[] {
  const limit = atMost(rule.yearCapFen - input.poolUsed, rule.yearCapFen)
  const pooled = atMost(shareOf(base, rule.ratio), limit)
  const funds: FundShare[] = [
    { amount: 'hifp_pay', fundType: rule.fundType, fundName: rule.fundName, paid: pooled, limit },
  ]
  let rest = fen(base - pooled)
  for (const extra of rule.extras) {
    if (extra.civilServantsOnly && !input.civilServant) continue
    const paid = shareOf(rest, extra.ratio)
    funds.push({
      amount: extra.amount,
      fundType: extra.fundType,
      fundName: extra.fundName,
      paid,
      limit: rest,
    })
    rest = fen(rest - paid)
  }
  return funds.filter((fund) => fund.paid > 0)
}

/** Splits a sale by a plan. All amounts ≥ 0; nothing is rounded but each fund's share, once. */
export function splitSale(input: SaleInput): SaleSplit {
  const sumOf = (part: keyof LineSplit): Fen => sumFen(input.lines.map((line) => line[part]))
  const total = sumOf('total')
  const selfPaid = sumOf('selfPaid')
  const inScope = sumOf('inScope')
  const rule = ruleFor(input.plan, input.medicalType)
  const deductible =
    rule === undefined ? ZERO_FEN : atMost(rule.deductibleFen - input.deductibleUsed, inScope)
  const funds = rule === undefined ? [] : fundShares(rule, fen(inScope - deductible), input)
  const fundPaid = sumFen(funds.map((fund) => fund.paid))
  const personPart = fen(total - fundPaid)
  const payable = input.plan.accountCovers === 'all' ? personPart : fen(personPart - selfPaid)
  const accountPaid = input.accountUsed ? atMost(input.balance, payable) : ZERO_FEN
  return {
    total,
    selfPaid,
    overLimit: sumOf('overLimit'),
    firstSelfPaid: sumOf('firstSelfPaid'),
    inScope,
    deductible,
    poolRatio: rule?.ratio ?? 0,
    funds,
    fundPaid,
    personPart,
    accountPaid,
    cashPaid: fen(personPart - accountPaid),
  }
}

import { unitPrice } from '../../../core/money/decimal.ts'
import { fen } from '../../../core/money/fen.ts'
import { deriveGoodPolicy, SELF_PAID } from '../../policy/derive-good.ts'
import { splitLine, type GoodPolicy, type LineSplit } from '../../policy/split-line.ts'
import { splitSale, type SaleSplit } from '../../policy/split-sale.ts'
import type { GoodRecord } from '../../ledger/goods.ts'
import { failed, passed, type Centre, type Checked } from '../call.ts'
import type { AskedLine, AskedSale } from './read-sale.ts'

/** A line with what the list says of its good and how it is taken apart. */
export type PricedLine = {
  readonly asked: AskedLine
  readonly good: GoodPolicy
  readonly known: GoodRecord | undefined
  readonly chargeType: string
  readonly split: LineSplit
}

export type PricedSale = {
  readonly asked: AskedSale
  readonly lines: readonly PricedLine[]
  readonly split: SaleSplit
}

/** 09 western drugs, 10 herbal slices, 11 Chinese patent drugs, 08 materials: by the first letter of the code. */
function chargeTypeOf(nationalCode: string): string {
  switch (nationalCode.charAt(0).toUpperCase()) {
    case 'Z':
      return '11'
    case 'T':
      return '10'
    case 'C':
      return '08'
    default:
      return '09'
  }
}

function policyOf(known: GoodRecord): GoodPolicy {
  return {
    level: known.level,
    selfPayRatio: known.selfPayRatio,
    ceiling: known.priceCeiling === null ? undefined : unitPrice(known.priceCeiling),
  }
}

function priceLine(asked: AskedLine, centre: Centre): Checked<PricedLine> {
  const known = centre.ledger.goods.byCode(asked.nationalCode)
  let good: GoodPolicy
  if (known !== undefined) good = policyOf(known)
  else if (centre.config.unknownGoods === 'derive') good = deriveGoodPolicy(asked.nationalCode)
  else if (centre.config.unknownGoods === 'self-paid') good = SELF_PAID
  else return failed(`医疗目录编码(med_list_codg)未在目录中：${asked.lineNumber}`)
  return passed({
    asked,
    good,
    known,
    chargeType: known?.chargeType ?? chargeTypeOf(asked.nationalCode),
    split: splitLine(asked.total, asked.price, asked.count, good),
  })
}

/** Takes every line apart and decides who pays what, by the plan of the person's insurance. */
export function priceSale(asked: AskedSale, centre: Centre): Checked<PricedSale> {
  const lines: PricedLine[] = []
  for (const line of asked.lines) {
    const priced = priceLine(line, centre)
    if (!priced.ok) return priced
    lines.push(priced.value)
  }
  const { insurance } = asked
  const plan = centre.config.plans[insurance.plan]
  if (plan === undefined) return failed('参保地待遇政策未配置')
  const split = splitSale({
    lines: lines.map((line) => line.split),
    plan,
    medicalType: asked.medicalType,
    civilServant: insurance.civilServant === '1',
    deductibleUsed: fen(insurance.deductibleUsed),
    poolUsed: fen(insurance.poolUsed),
    accountUsed: asked.accountUsed,
    balance: fen(insurance.balance),
  })
  return passed({ asked, lines, split })
}

import { productInFen, type Quantity, type UnitPrice } from '../../core/money/decimal.ts'
import { fen, ZERO_FEN, type Fen } from '../../core/money/fen.ts'

/** 收费项目等级 `chrgitm_lv`: 01 甲类, 02 乙类, 03 丙类. */
export type ListLevel = '01' | '02' | '03'

/** What the list says of a good. */
export type GoodPolicy = {
  readonly level: ListLevel
  /** 先行自付比例 of 乙类, in ten-thousandths. */
  readonly selfPayRatio: number
  /** 定价上限金额 of one unit; undefined where there is none. */
  readonly ceiling: UnitPrice | undefined
}

/** One line, taken apart: total = selfPaid + overLimit + firstSelfPaid + inScope. */
export type LineSplit = {
  readonly total: Fen
  /** `fulamt_ownpay_amt`: not on the list at all. */
  readonly selfPaid: Fen
  /** `overlmt_amt`: above the price ceiling. */
  readonly overLimit: Fen
  /** `preselfpay_amt`: the person's share before any fund pays. */
  readonly firstSelfPaid: Fen
  /** `inscp_scp_amt`: what the funds look at. */
  readonly inScope: Fen
}

export const RATIO_ONE = 10_000

/** A share of an amount, half a fen and more up. Amount ≥ 0, ratio in ten-thousandths. */
export function shareOf(amount: Fen, ratio: number): Fen {
  return fen(Number((BigInt(amount) * BigInt(ratio) + BigInt(RATIO_ONE / 2)) / BigInt(RATIO_ONE)))
}

/** The larger of nothing and the smaller of the two. */
export function atMost(amount: number, limit: number): Fen {
  return fen(Math.max(0, Math.min(amount, limit)))
}

/** Takes a line apart by the good's place on the list. `total` ≥ 0. */
export function splitLine(total: Fen, price: UnitPrice, count: Quantity, good: GoodPolicy): LineSplit {
  if (good.level === '03') {
    return { total, selfPaid: total, overLimit: ZERO_FEN, firstSelfPaid: ZERO_FEN, inScope: ZERO_FEN }
  }
  const allowed =
    good.ceiling === undefined || price <= good.ceiling
      ? total
      : atMost(productInFen(good.ceiling, count), total)
  const firstSelfPaid = shareOf(fen(allowed), good.level === '02' ? good.selfPayRatio : 0)
  return {
    total,
    selfPaid: ZERO_FEN,
    overLimit: fen(total - allowed),
    firstSelfPaid,
    inScope: fen(allowed - firstSelfPaid),
  }
}

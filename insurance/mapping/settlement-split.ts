import { ok, type Result } from '../../core/result.ts'
import { ZERO_FEN, type Fen } from '../../core/money/fen.ts'
import type { WireObject } from '../catalogue/exact-json.ts'
import { optionalAmount, readAll, requiredAmount, type AmountRule } from './answer-reader.ts'

/** What each fund paid; an absent part is zero. */
export type FundParts = {
  /** `hifp_pay` 基本医疗保险统筹基金 */
  readonly pooling: Fen
  /** `cvlserv_pay` 公务员医疗补助 */
  readonly civilServant: Fen
  /** `hifes_pay` 企业补充医疗保险基金 */
  readonly employer: Fen
  /** `hifmi_pay` 居民大病保险 */
  readonly seriousIllness: Fen
  /** `hifob_pay` 职工大额医疗费用补助 */
  readonly largeMedical: Fen
  /** `maf_pay` 医疗救助 */
  readonly medicalAid: Fen
  /** `hifdm_pay` 伤残人员医疗保障; newest editions only */
  readonly disabled: Fen
  /** `oth_pay` 其他 */
  readonly other: Fen
}

/** Who pays what of one settlement; all amounts in fen. */
export type SettlementSplit = {
  /** `medfee_sumamt` */
  readonly total: Fen
  /** `fund_pay_sumamt` */
  readonly fundPaid: Fen
  readonly funds: FundParts
  /** `psn_part_amt`; `psn_pay` in 2103 and 5203 */
  readonly personalPart: Fen
  /** `acct_pay`: debited from the personal account, family members' accounts included */
  readonly accountPaid: Fen
  /** `acct_mulaid_pay`: the share of it that family members' accounts bore */
  readonly familyAccountPaid: Fen
  /** `psn_cash_pay`; `cash_payamt` in 2103 and 5203 */
  readonly cashPart: Fen
  /** `hosp_part_amt`: borne by the shop; newest editions only */
  readonly institutionBorne: Fen
  /** `balc`: what the personal account holds afterwards */
  readonly balanceAfter: Fen | undefined
  /** `fulamt_ownpay_amt` */
  readonly ownExpense: Fen | undefined
  /** `overlmt_selfpay` */
  readonly overLimit: Fen | undefined
  /** `preselfpay_amt` */
  readonly selfPaidFirst: Fen | undefined
  /** `inscp_scp_amt` */
  readonly inScope: Fen | undefined
}

/** 2102 on one side, 2103 and 5203 on the other name the same two amounts differently. */
export type SplitNames = { readonly personalPart: string; readonly cashPart: string }
export const SETTLEMENT_NAMES: SplitNames = { personalPart: 'psn_part_amt', cashPart: 'psn_cash_pay' }
export const QUERY_NAMES: SplitNames = { personalPart: 'psn_pay', cashPart: 'cash_payamt' }

const FUND_FIELDS: Readonly<Record<keyof FundParts, string>> = {
  pooling: 'hifp_pay',
  civilServant: 'cvlserv_pay',
  employer: 'hifes_pay',
  seriousIllness: 'hifmi_pay',
  largeMedical: 'hifob_pay',
  medicalAid: 'maf_pay',
  disabled: 'hifdm_pay',
  other: 'oth_pay',
}

/** Reads the amounts of `setlinfo`. Refuses with INSURANCE_ANSWER_INVALID {infno, where, problem} for the first bad one. */
export function readSplit(
  infno: string,
  row: WireObject,
  names: SplitNames,
  rule: AmountRule = {},
): Result<SettlementSplit> {
  const needed = (name: string): Result<Fen> => requiredAmount(infno, row, name, rule)
  const wanted = (name: string): Result<Fen | undefined> => optionalAmount(infno, row, name, rule)
  const main = readAll({
    total: needed('medfee_sumamt'),
    fundPaid: needed('fund_pay_sumamt'),
    personalPart: needed(names.personalPart),
    accountPaid: needed('acct_pay'),
    cashPart: needed(names.cashPart),
    familyAccountPaid: wanted('acct_mulaid_pay'),
    institutionBorne: wanted('hosp_part_amt'),
    // an account may be overdrawn on paper after a correction; that is no reason to doubt a settlement
    balanceAfter: optionalAmount(infno, row, 'balc', { negativeAllowed: true }),
    ownExpense: wanted('fulamt_ownpay_amt'),
    overLimit: wanted('overlmt_selfpay'),
    selfPaidFirst: wanted('preselfpay_amt'),
    inScope: wanted('inscp_scp_amt'),
  })
  if (!main.ok) return main
  const parts = readAll({
    pooling: wanted(FUND_FIELDS.pooling),
    civilServant: wanted(FUND_FIELDS.civilServant),
    employer: wanted(FUND_FIELDS.employer),
    seriousIllness: wanted(FUND_FIELDS.seriousIllness),
    largeMedical: wanted(FUND_FIELDS.largeMedical),
    medicalAid: wanted(FUND_FIELDS.medicalAid),
    disabled: wanted(FUND_FIELDS.disabled),
    other: wanted(FUND_FIELDS.other),
  })
  if (!parts.ok) return parts
  const told = parts.value
  return ok({
    ...main.value,
    familyAccountPaid: main.value.familyAccountPaid ?? ZERO_FEN,
    institutionBorne: main.value.institutionBorne ?? ZERO_FEN,
    funds: {
      pooling: told.pooling ?? ZERO_FEN,
      civilServant: told.civilServant ?? ZERO_FEN,
      employer: told.employer ?? ZERO_FEN,
      seriousIllness: told.seriousIllness ?? ZERO_FEN,
      largeMedical: told.largeMedical ?? ZERO_FEN,
      medicalAid: told.medicalAid ?? ZERO_FEN,
      disabled: told.disabled ?? ZERO_FEN,
      other: told.other ?? ZERO_FEN,
    },
  })
}

import { wireDateTime } from '../../../insurance/catalogue/wire-time.ts'
import type { SettlementRecord, StoredFund } from '../../ledger/settlements.ts'
import type { Call, Centre } from '../call.ts'
import { insuranceFields, personFields } from '../person-fields.ts'
import { count, price, ratio, yuan } from '../wire.ts'
import type { PricedLine, PricedSale } from './price-sale.ts'

/** Amounts of a sale that both an answer and a stored settlement have. */
export type SplitAmounts = Pick<
  SettlementRecord,
  'total' | 'selfPaid' | 'overLimit' | 'firstSelfPaid' | 'inScope' | 'deductible' | 'poolRatio' | 'fundPaid'
> & { readonly funds: readonly StoredFund[] }

const FUND_AMOUNTS = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'hifdm_pay',
  'maf_pay',
  'oth_pay',
]

/** The amounts of `setlinfo` that every settlement transaction names alike; `sign` −1 for a cancellation told in positive amounts. */
export function fundFields(amounts: SplitAmounts, sign: 1 | -1 = 1): Record<string, string> {
  const paidBy = (amount: string): number =>
    amounts.funds.filter((fund) => fund.amount === amount).reduce((sum, fund) => sum + fund.paid, 0)
  const byFund = FUND_AMOUNTS.map((amount) => [amount, yuan(sign * paidBy(amount))] as const)
  return {
    medfee_sumamt: yuan(sign * amounts.total),
    fulamt_ownpay_amt: yuan(sign * amounts.selfPaid),
    overlmt_selfpay: yuan(sign * amounts.overLimit),
    preselfpay_amt: yuan(sign * amounts.firstSelfPaid),
    inscp_scp_amt: yuan(sign * amounts.inScope),
    act_pay_dedc: yuan(sign * amounts.deductible),
    pool_prop_selfpay: ratio(amounts.poolRatio),
    ...Object.fromEntries(byFund),
    fund_pay_sumamt: yuan(sign * amounts.fundPaid),
  }
}

/** `setldetail` */
export function fundRows(amounts: SplitAmounts, sign: 1 | -1 = 1): Record<string, string>[] {
  return amounts.funds.map((fund) => ({
    fund_pay_type: fund.fundType,
    inscp_scp_amt: yuan(sign * amounts.inScope),
    crt_payb_lmt_amt: yuan(fund.limit),
    fund_payamt: yuan(sign * fund.paid),
    fund_pay_type_name: fund.fundName,
    setl_proc_info: '',
  }))
}

/** `clr_type` by where the person is insured. */
export function clearingType(place: string, centre: Centre): string {
  const { localPrefixes, provincePrefix, clearing } = centre.config
  if (localPrefixes.some((prefix) => place.startsWith(prefix))) return clearing.local
  return place.startsWith(provincePrefix) ? clearing.inProvince : clearing.crossProvince
}

function cutRow(line: PricedLine): Record<string, string> {
  const { asked, good, known, split } = line
  return {
    feedetl_sn: asked.lineNumber,
    det_item_fee_sumamt: yuan(split.total),
    cnt: count(asked.count),
    pric: price(asked.price),
    pric_uplmt_amt: price(good.ceiling ?? 0),
    selfpay_prop: ratio(good.level === '03' ? 10_000 : good.selfPayRatio),
    fulamt_ownpay_amt: yuan(split.selfPaid),
    overlmt_amt: yuan(split.overLimit),
    preselfpay_amt: yuan(split.firstSelfPaid),
    inscp_scp_amt: yuan(split.inScope),
    chrgitm_lv: good.level,
    med_chrgitm_type: line.chargeType,
    bas_medn_flag: known?.essential ?? '0',
    hi_nego_drug_flag: known?.negotiated ?? '0',
    chld_medc_flag: '0',
    list_sp_item_flag: '0',
    drt_reim_flag: '0',
    memo: '',
  }
}

/** The output of a trial or settlement; `balance` is the account after it, `settlementId` is absent in a trial. */
export function saleOutput(
  call: Call,
  centre: Centre,
  sale: PricedSale,
  visit: { readonly visitId: string; readonly settlementId?: string; readonly balance: number },
): { readonly [node: string]: Record<string, string> | readonly Record<string, string>[] } {
  const { asked, split } = sale
  return {
    setlinfo: {
      ...(visit.settlementId === undefined ? {} : { setl_id: visit.settlementId }),
      mdtrt_id: visit.visitId,
      ...personFields(asked.person, call.at),
      ...insuranceFields(asked.insurance),
      setl_time: wireDateTime(call.at),
      mdtrt_cert_type: asked.credentialType,
      med_type: asked.medicalType,
      ...fundFields(split),
      hosp_part_amt: yuan(0),
      psn_part_amt: yuan(split.personPart),
      acct_pay: yuan(split.accountPaid),
      psn_cash_pay: yuan(split.cashPaid),
      balc: yuan(visit.balance),
      acct_mulaid_pay: yuan(0),
      medins_setl_id: call.msgid,
      clr_optins: asked.insurance.place,
      clr_way: centre.config.clearing.way,
      clr_type: clearingType(asked.insurance.place, centre),
    },
    setldetail: fundRows(split),
    detlcutinfo: sale.lines.map(cutRow),
  }
}

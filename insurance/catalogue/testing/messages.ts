import type { Issue } from '../validators/issue.ts'

export const DRUG_INFO = {
  psn_no: '44190000000000001',
  mdtrt_cert_type: '02',
  mdtrt_cert_no: '441900199001011234',
  begntime: '2026-01-31 10:00:00',
  medfee_sumamt: '12.50',
  insutype: '310',
  acct_used_flag: '1',
  med_type: '41',
}
export const LINE = {
  feedetl_sn: '1',
  rx_circ_flag: '0',
  fee_ocur_time: '2026-01-31 10:00:00',
  med_list_codg: 'XA01ABD075A002010100483',
  medins_list_codg: 'G001',
  det_item_fee_sumamt: '12.50',
  cnt: '1.0000',
  pric: '12.500000',
}
export const TRACE = { feedetl_sn: '1', drug_trac_codg: '88298420000560224025', trdn_flag: '0' }
export const REQUEST = { druginfo: DRUG_INFO, drugdetail: [{ ...LINE, drug_trac_info: [TRACE] }] }

export const brief = (issues: readonly Issue[]): string[] =>
  issues.map((issue) => `${issue.severity} ${issue.path} ${issue.problem}`)

export const answer = (setlinfo: Record<string, unknown>): unknown => ({ setlinfo })
export const SETTLED = {
  setl_id: 'S1',
  mdtrt_id: 'M1',
  psn_no: '44190000000000001',
  psn_name: '王小明',
  psn_cert_type: '01',
  certno: '441900199001011234',
  age: '36',
  insutype: '310',
  psn_type: '11',
  cvlserv_flag: '0',
  setl_time: '2026-01-31 10:00:05',
  med_type: '41',
  medfee_sumamt: '12.50',
  fulamt_ownpay_amt: '0.00',
  overlmt_selfpay: '0.00',
  preselfpay_amt: '0.00',
  inscp_scp_amt: '12.50',
  hifp_pay: '0.00',
  pool_prop_selfpay: '0.0000',
  cvlserv_pay: '0.00',
  hifes_pay: '0.00',
  hifmi_pay: '0.00',
  hifob_pay: '0.00',
  maf_pay: '0.00',
  oth_pay: '0.00',
  fund_pay_sumamt: '0.00',
  psn_part_amt: '12.50',
  acct_pay: '12.50',
  psn_cash_pay: '0.00',
  balc: '87.50',
  acct_mulaid_pay: '0.00',
  medins_setl_id: 'H44190000001202601311000000001',
  clr_type: '41',
}

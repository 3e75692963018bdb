import { createHash } from 'node:crypto'
import { parseQuantity } from '../../../core/money/decimal.ts'
import type { WireObject } from '../../../insurance/catalogue/exact-json.ts'
import type { ReportRecord } from '../../ledger/reports.ts'
import { failed, passed, type Call, type Checked } from '../call.ts'
import { rowsOf, textOf } from '../wire.ts'

/** A row of a sales or return report before the ledger has seen it. */
export type AskedReport = Omit<ReportRecord, 'id' | 'repeatOf'>

/** The node of the report's rows: one row in 3505 and 3506, many in 3505A and 3506A. */
const nodeOf = (infno: string): string => (infno.endsWith('A') ? 'selinfoDetail' : 'selinfo')

function readRow(row: WireObject, call: Call, position: number): Checked<AskedReport> {
  const amount = parseQuantity(textOf(row, 'sel_retn_cnt'))
  if (!amount.ok || amount.value === 0) return failed(`第${position + 1}行的销售/退货数量不合法`)
  const traceCodes = rowsOf(row, 'drugtracinfo')
    .map((trace) => textOf(trace, 'drug_trac_codg'))
    .filter((code) => code !== '')
  const kind = call.infno.startsWith('3505') ? 'sale' : 'return'
  const settlementId = textOf(row, 'setl_id')
  const insured = kind === 'sale' ? textOf(row, 'mdtrt_setl_type') === '1' : settlementId !== ''
  const content = {
    kind,
    shop: call.shop.code,
    settlementId,
    visitNumber: textOf(row, 'mdtrt_sn'),
    documentNumber: textOf(row, kind === 'sale' ? 'rtal_docno' : 'medins_prod_sel_no'),
    insured: insured ? 1 : 0,
    nationalCode: textOf(row, 'med_list_codg'),
    shopCode: textOf(row, 'fixmedins_hilist_id'),
    goodsName: textOf(row, 'fixmedins_hilist_name'),
    batchSerial: textOf(row, 'fixmedins_bchno'),
    count: amount.value,
    split: textOf(row, 'trdn_flag') === '1' ? 1 : 0,
    personNumber: textOf(row, 'psn_no'),
    documentKind: textOf(row, 'psn_cert_type'),
    personDocument: textOf(row, 'certno'),
    personName: textOf(row, 'psn_name'),
    operatorName: textOf(row, 'sel_retn_opter_name'),
    occurredAt: textOf(row, 'sel_retn_time'),
    traceCodes,
  } as const
  const contentKey = createHash('sha256')
    .update(JSON.stringify([position, content]))
    .digest('hex')
  return passed({ ...content, contentKey, msgid: call.msgid, infno: call.infno, at: call.at })
}

/** Reads the rows of 3505(A) and 3506(A). The content key is the same for the same row in the same place sent again. */
export function readReport(call: Call): Checked<readonly AskedReport[]> {
  const reports: AskedReport[] = []
  for (const [position, row] of rowsOf(call.input, nodeOf(call.infno)).entries()) {
    const report = readRow(row, call, position)
    if (!report.ok) return report
    reports.push(report.value)
  }
  return reports.length === 0 ? failed('上报的商品信息不能为空') : passed(reports)
}

import { parseWireDate, wireDateTime } from '../../../insurance/catalogue/wire-time.ts'
import type { WireObject } from '../../../insurance/catalogue/exact-json.ts'
import type { ReportRecord } from '../../ledger/reports.ts'
import { answered, refused, type Call, type Centre, type Handler, type Output, type Reply } from '../call.ts'
import { rowOf, textOf } from '../wire.ts'

const DAY_MS = 86_400_000

/** Filters of 3513 and what they look at. */
const FILTERS: readonly (readonly [string, (report: ReportRecord) => string])[] = [
  ['medins_list_codg', (report) => report.shopCode],
  ['fixmedins_bchno', (report) => report.batchSerial],
  ['med_list_codg', (report) => report.nationalCode],
  ['mdtrt_id', (report) => report.visitNumber],
  ['psn_no', (report) => report.personNumber],
  ['certno', (report) => report.personDocument],
  ['psn_name', (report) => report.personName],
]

function matches(report: ReportRecord, data: WireObject): boolean {
  const from = parseWireDate(textOf(data, 'begndate')) ?? 0
  const to = parseWireDate(textOf(data, 'enddate')) ?? Number.MAX_SAFE_INTEGER - DAY_MS
  if (report.at < from || report.at >= to + DAY_MS) return false
  return FILTERS.every(([name, read]) => {
    const wanted = textOf(data, name)
    return wanted === '' || wanted === read(report)
  })
}

function rowFor(report: ReportRecord, code: string): Output {
  const time = wireDateTime(report.at)
  return {
    fixmedinsCode: report.shop,
    medListCodg: report.nationalCode,
    medinsListCodg: report.shopCode,
    medinsListName: report.goodsName,
    fixmedinsBchno: report.batchSerial,
    mdtrtId: report.visitNumber,
    mdtrtSetlType: report.insured === 1 ? '1' : '2',
    bkkpSn: String(report.id),
    drugTracCodg: code,
    psnNo: report.personNumber,
    psnCertType: report.documentKind,
    certno: report.personDocument,
    psnName: report.personName,
    memo: '',
    trdnFlag: report.split === 1 ? '1' : '0',
    rid: `${report.id}-${code}`,
    updtTime: time,
    crteTime: time,
    optTime: time,
    opterName: report.operatorName,
    setlId: report.settlementId,
  }
}

/** 3513: the trace codes that arrived in sales reports of this shop, one row a code. */
export const findSold: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  if (textOf(data, 'fixmedins_code') !== call.shop.code) return refused('只能查询本机构的销售追溯信息')
  const wanted = textOf(data, 'drug_trac_codg')
  const rows = centre.ledger.reports
    .salesOf(call.shop.code)
    .filter((report) => matches(report, data))
    .flatMap((report) =>
      report.traceCodes
        .filter((code) => wanted === '' || code === wanted)
        .map((code) => rowFor(report, code)),
    )
  return answered({ output: rows })
}

import { formatQuantity, formatUnitPrice } from '../../core/money/decimal.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Request3506, Request3506A } from '../catalogue/generated/trace.ts'
import { wireDateTime } from '../catalogue/wire-time.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import type { GoodsReportBuyer, GoodsReportLine } from './goods-report.ts'
import { optional, requestInvalid, type WireRequest } from './wire-request.ts'

/** One return, reported after it was completed (3506, 3506A). */
export type GoodsReturnReport = {
  /** `medins_prod_sel_no`: the sale that the goods are from; `mdtrt_sn` when nobody is insured. */
  readonly saleNumber: string
  /** `sel_retn_time`, epoch milliseconds. */
  readonly returnedAt: number
  /** `sel_retn_opter_name` */
  readonly operatorName: string
  /** `memo`: the return's number and its reason. */
  readonly memo: string
  readonly buyer: GoodsReportBuyer
  /** What came back: quantity, and what one of it was given back for. */
  readonly lines: readonly GoodsReportLine[]
}

type Row = Request3506A['selinfoDetail'][number]

const MEMO_MAXIMUM = 500

function buyerMembers(
  report: GoodsReturnReport,
  profile: RegionProfile,
): Pick<Row, 'mdtrt_sn' | 'psn_cert_type'> & Partial<Row> {
  const { buyer } = report
  const { unknownDocumentKind } = profile.goodsReport
  if (buyer.kind === 'self-paid') {
    return { mdtrt_sn: report.saleNumber, psn_cert_type: unknownDocumentKind }
  }
  return {
    mdtrt_sn: buyer.visitId,
    setl_id: buyer.settlementId,
    psn_no: buyer.personNumber,
    psn_cert_type: buyer.documentKind === '' ? unknownDocumentKind : buyer.documentKind,
    ...optional('certno', buyer.documentNumber),
    ...optional('psn_name', buyer.personName),
  }
}

function rowOfLine(report: GoodsReturnReport, line: GoodsReportLine, profile: RegionProfile): Row {
  return {
    ...optional('med_list_codg', line.nationalCode),
    fixmedins_hilist_id: line.shopCode,
    fixmedins_hilist_name: line.name,
    fixmedins_bchno: line.batchSerial,
    ...buyerMembers(report, profile),
    manu_lotnum: line.lotNumber,
    // optional since V1.1.94, required before: always sent when it is known
    ...optional('manu_date', line.manufacturedOn),
    ...optional('expy_end', line.expiresOn),
    rx_flag: line.prescriptionClass === '2' ? profile.goodsReport.bothClasses : line.prescriptionClass,
    trdn_flag: line.split ? '1' : '0',
    finl_trns_pric: formatUnitPrice(line.price),
    sel_retn_cnt: formatQuantity(line.quantity),
    sel_retn_time: wireDateTime(report.returnedAt),
    sel_retn_opter_name: report.operatorName,
    ...optional('memo', report.memo.slice(0, MEMO_MAXIMUM)),
    medins_prod_sel_no: report.saleNumber,
    ...(line.traceCodes.length === 0
      ? {}
      : { drugtracinfo: line.traceCodes.map((code) => ({ drug_trac_codg: code })) }),
  }
}

/**
 * The requests that report one return: with 3506A one for each `rowsMaximum` lines, with 3506 one for each line, in a fixed
 * order, so that the same report always makes the same requests. Refuses with INSURANCE_REQUEST_INVALID when there is no line.
 */
export function buildGoodsReturnReports(
  profile: RegionProfile,
  report: GoodsReturnReport,
): Result<readonly WireRequest[]> {
  const infno = profile.variants.returnReport
  if (report.lines.length === 0) return requestInvalid(infno, 'selinfo', 'missing')
  const rows = report.lines.map((line) => rowOfLine(report, line, profile))
  if (infno === '3506') {
    return ok(
      rows.map((row) => {
        const input: Request3506 = { selinfo: row }
        return { infno, input }
      }),
    )
  }
  const { rowsMaximum } = profile.goodsReport
  const requests: WireRequest[] = []
  for (let from = 0; from < rows.length; from += rowsMaximum) {
    const input: Request3506A = { selinfoDetail: rows.slice(from, from + rowsMaximum) }
    requests.push({ infno, input })
  }
  return ok(requests)
}

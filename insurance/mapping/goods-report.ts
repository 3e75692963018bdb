import { formatQuantity, formatUnitPrice, type Quantity, type UnitPrice } from '../../core/money/decimal.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import type { PrescriptionClass } from '../../core/sale/goods.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import type { Request3505, Request3505A } from '../catalogue/generated/trace.ts'
import { wireDateTime } from '../catalogue/wire-time.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { rowsOf, textOf } from './answer-reader.ts'
import { optional, requestInvalid, type WireRequest } from './wire-request.ts'

/** One sold line as the centre wants to hear of it. Dates are yyyy-MM-dd. */
export type GoodsReportLine = {
  /** `med_list_codg` */
  readonly nationalCode: string | undefined
  /** `fixmedins_hilist_id`, `fixmedins_hilist_name` */
  readonly shopCode: string
  readonly name: string
  /** `fixmedins_bchno` */
  readonly batchSerial: string
  /** `manu_lotnum`, `manu_date`, `expy_end` */
  readonly lotNumber: string
  readonly manufacturedOn: string
  readonly expiresOn: string | undefined
  /** `rx_flag` */
  readonly prescriptionClass: PrescriptionClass
  /** `trdn_flag` */
  readonly split: boolean
  /** `sel_retn_cnt` */
  readonly quantity: Quantity
  /** `finl_trns_pric` */
  readonly price: UnitPrice
  /** `drug_prod_barc` */
  readonly barcode: string | undefined
  readonly traceCodes: readonly string[]
  readonly prescription?: {
    readonly number: string
    readonly external: boolean
    readonly doctorName?: string
    readonly doctorDocumentKind?: string
    readonly doctorDocumentNumber?: string
  }
}

/** Who bought: insured with the ids of the settlement, or paying it all. */
export type GoodsReportBuyer =
  | {
      readonly kind: 'insured'
      /** `setl_id`, `mdtrt_id` */
      readonly settlementId: string
      readonly visitId: string
      readonly personNumber: string
      /** `psn_cert_type`, `certno`, `psn_name` as 1101 gave them. */
      readonly documentKind: string
      readonly documentNumber: string
      readonly personName: string
      /** `hi_feesetl_type`: 1 local, 2 elsewhere. */
      readonly local: boolean
    }
  | { readonly kind: 'self-paid' }

/** One sale, reported after it completed (3505, 3505A). */
export type GoodsReport = {
  /** `rtal_docno`: the sale's own number; `mdtrt_sn` of a self-paid sale. */
  readonly saleNumber: string
  /** `sel_retn_time`, epoch milliseconds. */
  readonly soldAt: number
  /** `sel_retn_opter_name` */
  readonly operatorName: string
  readonly pharmacist?: { readonly name: string; readonly certificateNumber: string }
  readonly buyer: GoodsReportBuyer
  readonly lines: readonly GoodsReportLine[]
}

type Row = Request3505A['selinfoDetail'][number]

/** `hi_feesetl_type`: 0 not insured, 1 local, 2 elsewhere. `mdtrt_setl_type`: 1 insured, 2 self-paid. */
function buyerMembers(
  report: GoodsReport,
  profile: RegionProfile,
): Pick<Row, 'hi_feesetl_type' | 'mdtrt_sn' | 'psn_cert_type' | 'mdtrt_setl_type'> & Partial<Row> {
  const { buyer } = report
  if (buyer.kind === 'self-paid') {
    return {
      hi_feesetl_type: '0',
      mdtrt_setl_type: '2',
      mdtrt_sn: report.saleNumber,
      psn_cert_type: profile.goodsReport.unknownDocumentKind,
    }
  }
  return {
    hi_feesetl_type: buyer.local ? '1' : '2',
    mdtrt_setl_type: '1',
    mdtrt_sn: buyer.visitId,
    setl_id: buyer.settlementId,
    psn_no: buyer.personNumber,
    psn_cert_type: buyer.documentKind === '' ? profile.goodsReport.unknownDocumentKind : buyer.documentKind,
    ...optional('certno', buyer.documentNumber),
    ...optional('psn_name', buyer.personName),
  }
}

function prescriptionMembers(
  line: GoodsReportLine,
  nothing: string,
): Pick<Row, 'prsc_dr_name' | 'rx_circ_flag'> & Partial<Row> {
  const { prescription } = line
  return {
    prsc_dr_name: prescription?.doctorName ?? nothing,
    ...optional('prsc_dr_cert_type', prescription?.doctorDocumentKind),
    ...optional('prsc_dr_certno', prescription?.doctorDocumentNumber),
    rx_circ_flag: prescription?.external === true ? '1' : '0',
    ...optional('rxno', prescription?.number),
  }
}

function rowOfLine(report: GoodsReport, line: GoodsReportLine, profile: RegionProfile): Row {
  const { nothingToSay, bothClasses } = profile.goodsReport
  return {
    ...optional('med_list_codg', line.nationalCode),
    fixmedins_hilist_id: line.shopCode,
    fixmedins_hilist_name: line.name,
    fixmedins_bchno: line.batchSerial,
    ...prescriptionMembers(line, nothingToSay),
    // optional since V1.1.84, required before: always sent
    phar_name: report.pharmacist?.name ?? nothingToSay,
    phar_prac_cert_no: report.pharmacist?.certificateNumber ?? nothingToSay,
    ...buyerMembers(report, profile),
    manu_lotnum: line.lotNumber,
    manu_date: line.manufacturedOn,
    ...optional('expy_end', line.expiresOn),
    rx_flag: line.prescriptionClass === '2' ? bothClasses : line.prescriptionClass,
    trdn_flag: line.split ? '1' : '0',
    finl_trns_pric: formatUnitPrice(line.price),
    rtal_docno: report.saleNumber,
    ...optional('drug_prod_barc', line.barcode),
    sel_retn_cnt: formatQuantity(line.quantity),
    sel_retn_time: wireDateTime(report.soldAt),
    sel_retn_opter_name: report.operatorName,
    ...(line.traceCodes.length === 0
      ? {}
      : { drugtracinfo: line.traceCodes.map((code) => ({ drug_trac_codg: code })) }),
  }
}

/**
 * The requests that report one sale: with 3505A one for each `rowsMaximum` lines, with 3505 one for each line, in a fixed
 * order, so that the same report always makes the same requests. Refuses with INSURANCE_REQUEST_INVALID when there is no line.
 */
export function buildGoodsReports(
  profile: RegionProfile,
  report: GoodsReport,
): Result<readonly WireRequest[]> {
  const infno = profile.variants.report
  if (report.lines.length === 0) return requestInvalid(infno, 'selinfo', 'missing')
  const rows = report.lines.map((line) => rowOfLine(report, line, profile))
  if (infno === '3505') {
    return ok(
      rows.map((row) => {
        const input: Request3505 = { selinfo: row }
        return { infno, input }
      }),
    )
  }
  const { rowsMaximum } = profile.goodsReport
  const requests: WireRequest[] = []
  for (let from = 0; from < rows.length; from += rowsMaximum) {
    const input: Request3505A = { selinfoDetail: rows.slice(from, from + rowsMaximum) }
    requests.push({ infno, input })
  }
  return ok(requests)
}

/** Nodes in which the editions tell the business result: of the whole call, or of each failed batch. */
const RESULT_NODES = ['result', 'selinfoErrDetail'] as const

/**
 * Whether the centre took a report of goods sold or returned. `infcode` 0 is not enough where the region says so: `retRslt` must be 1 in every row
 * that is told. A platform of before V1.1.90 tells none: then `infcode` decides. Refuses with INSURANCE_REFUSED
 * {infno, code, message} when a row says no.
 */
export function readGoodsReport(
  infno: string,
  output: WireValue,
  profile: RegionProfile,
): Result<{ readonly rowsTold: number }> {
  const rows = RESULT_NODES.flatMap((node) => rowsOf(output, node))
  const told = rows.filter((row) => textOf(row, 'retRslt') !== undefined)
  if (!profile.goodsReport.businessResultCheck) return ok({ rowsTold: told.length })
  const failed = told.find((row) => textOf(row, 'retRslt') !== '1')
  if (failed === undefined) return ok({ rowsTold: told.length })
  return refuse('INSURANCE_REFUSED', {
    infno,
    code: `retRslt ${textOf(failed, 'retRslt')?.slice(0, 10) ?? ''}`,
    message: (textOf(failed, 'msgRslt') ?? textOf(failed, 'memo') ?? '').slice(0, 200),
  })
}

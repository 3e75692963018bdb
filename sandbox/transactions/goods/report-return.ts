import type { TraceRecord } from '../../ledger/traces.ts'
import { answered, refused, type Call, type Centre, type Handler, type Output, type Reply } from '../call.ts'
import { readReport, type AskedReport } from './read-report.ts'

/** The live sale of a code that a return of this shop can be about. */
function saleOf(code: string, report: AskedReport, centre: Centre): TraceRecord | undefined {
  return centre.ledger.traces
    .live(code)
    .find((trace) => trace.source === 'report' && trace.shop === report.shop)
}

function problemOf(report: AskedReport, centre: Centre): string | undefined {
  if (report.settlementId !== '') {
    const sale = centre.ledger.settlements.byId(report.settlementId)
    if (sale === undefined || sale.shop !== report.shop) return `结算ID不存在：${report.settlementId}`
  }
  const unknown = report.traceCodes.find((code) => saleOf(code, report, centre) === undefined)
  return unknown === undefined ? undefined : `未查询到追溯码的销售记录：${unknown}`
}

function store(report: AskedReport, centre: Centre, repeatOf: number | undefined): void {
  const { ledger } = centre
  ledger.reports.add({ ...report, repeatOf: repeatOf ?? null })
  if (repeatOf !== undefined) return
  for (const code of report.traceCodes) {
    const sale = saleOf(code, report, centre)
    if (sale !== undefined) ledger.traces.freeOne(sale.id, report.at)
  }
}

function errorRow(report: AskedReport, message: string): Output {
  return {
    med_list_codg: report.nationalCode,
    fixmedins_hilist_id: report.shopCode,
    fixmedins_hilist_name: report.goodsName,
    fixmedins_bchno: report.batchSerial,
    medins_prod_sel_no: report.documentNumber,
    retRslt: '0',
    msgRslt: message,
    memo: '',
    exp_content: '',
  }
}

/** 3506, 3506A: what was taken back. Rows that fail come back, the others are taken; repeats are taken without effect. */
export const reportReturn: Handler = (call: Call, centre: Centre): Reply => {
  const read = readReport(call)
  if (!read.ok) return refused(read.message)
  const errors: Output[] = []
  let firstProblem = ''
  for (const report of read.value) {
    const repeatOf = centre.ledger.reports.firstWith(report.contentKey)
    const problem =
      repeatOf === undefined
        ? problemOf(report, centre)
        : centre.config.repeatedReport === 'refuse'
          ? '退货信息重复上报'
          : undefined
    if (problem === undefined) store(report, centre, repeatOf)
    else {
      errors.push(errorRow(report, problem))
      firstProblem ||= problem
    }
  }
  const taken = read.value.length - errors.length
  const result = { retRslt: errors.length === 0 ? '1' : '0', msgRslt: firstProblem, exp_content: '' }
  const effect = taken === 0 ? '' : `returned ${taken}`
  if (call.infno === '3506') return answered({ result }, effect)
  return answered({ result, selinfoErrDetail: errors }, effect)
}

import { answered, refused, type Call, type Centre, type Handler, type Reply } from '../call.ts'
import { isSellable, traceCodeProblem } from '../sale/trace-rows.ts'
import { readReport, type AskedReport } from './read-report.ts'

const result = (done: boolean, message: string, effect = ''): Reply =>
  answered({ result: { retRslt: done ? '1' : '0', msgRslt: message, exp_content: '' } }, effect)

function insuredProblem(report: AskedReport, centre: Centre): string | undefined {
  if (report.settlementId === '') return '医保结算的销售必须上送结算ID(setl_id)'
  const sale = centre.ledger.settlements.byId(report.settlementId)
  if (sale === undefined || sale.state === 'reversed' || sale.kind !== 'sale' || sale.shop !== report.shop) {
    return `结算ID不存在：${report.settlementId}`
  }
  if (sale.visitId !== report.visitNumber) return '就医流水号(mdtrt_sn)与结算的就诊ID不一致'
  if (report.personNumber !== '' && report.personNumber !== sale.personNumber) return '人员编号与结算不一致'
  const settled = new Set(centre.ledger.traces.ofReference(sale.settlementId).map((trace) => trace.code))
  const strange = settled.size === 0 ? undefined : report.traceCodes.find((code) => !settled.has(code))
  return strange === undefined ? undefined : `追溯码与结算上传的不一致：${strange}`
}

function selfPaidProblem(report: AskedReport, centre: Centre): string | undefined {
  const sold = report.traceCodes.find(
    (code) => !isSellable(centre.ledger.traces.live(code), report.split === 1),
  )
  return sold === undefined ? undefined : `追溯码已销售：${sold}`
}

function problemOf(report: AskedReport, centre: Centre): string | undefined {
  if (new Set(report.traceCodes).size !== report.traceCodes.length) return '同一行的追溯码重复'
  for (const code of report.traceCodes) {
    const problem = traceCodeProblem(code)
    if (problem !== undefined) return `${problem}：${code}`
  }
  return report.insured === 1 ? insuredProblem(report, centre) : selfPaidProblem(report, centre)
}

function store(report: AskedReport, centre: Centre, repeatOf: number | undefined): void {
  const { ledger } = centre
  ledger.reports.add({ ...report, repeatOf: repeatOf ?? null })
  if (repeatOf !== undefined) return
  for (const code of report.traceCodes) {
    ledger.traces.add({
      code,
      source: 'report',
      reference: report.documentNumber,
      lineNumber: report.shopCode,
      shop: report.shop,
      insured: report.insured,
      split: report.split,
      soldAt: report.at,
    })
  }
}

/**
 * 3505, 3505A: what was sold. All rows are taken or none; a row that was taken before, word for word, is taken again
 * without effect (or refused, by configuration). The business result stands in `result`, beside `infcode`.
 */
export const reportSale: Handler = (call: Call, centre: Centre): Reply => {
  const read = readReport(call)
  if (!read.ok) return refused(read.message)
  const rows = read.value.map((report) => ({
    report,
    repeatOf: centre.ledger.reports.firstWith(report.contentKey),
  }))
  const codes = new Set<string>()
  for (const { report, repeatOf } of rows) {
    if (repeatOf !== undefined) {
      if (centre.config.repeatedReport === 'refuse') return result(false, '销售信息重复上报')
      continue
    }
    const problem = problemOf(report, centre)
    if (problem !== undefined) return result(false, problem)
    const twice = report.split === 0 ? report.traceCodes.find((code) => codes.has(code)) : undefined
    if (twice !== undefined) return result(false, `追溯码在本次上报中重复：${twice}`)
    for (const code of report.traceCodes) codes.add(code)
  }
  for (const { report, repeatOf } of rows) store(report, centre, repeatOf)
  const fresh = rows.filter((row) => row.repeatOf === undefined).length
  return result(true, '', `reported ${fresh} of ${rows.length}`)
}

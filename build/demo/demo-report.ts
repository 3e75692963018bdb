import { fen, formatYuan } from '../../core/money/fen.ts'
import { formatQuantity, quantity } from '../../core/money/decimal.ts'
import type { DemoRecord } from './run-demo.ts'

/** The object that `--json` prints; amounts in yuan with two decimals. */
export type DemoReport = {
  readonly sale: {
    readonly id: string
    readonly number: string
    readonly state: string
    readonly total: string
  }
  readonly settlement: {
    readonly setl_id: string
    readonly mdtrt_id: string
    readonly medfee_sumamt: string
    readonly fund_pay_sumamt: string
    readonly acct_pay: string
    readonly psn_cash_pay: string
  } | null
  readonly lines: readonly {
    readonly code: string
    readonly name: string
    readonly quantity: number
    readonly amount: string
    readonly traceCodes: readonly string[]
  }[]
  readonly tenders: readonly {
    readonly kind: string
    readonly amount: string
    readonly received: string
    readonly change: string
  }[]
  readonly uploads: readonly { readonly infno: string; readonly state: string }[]
  readonly exchanges: readonly { readonly infno: string; readonly msgid: string; readonly state: string }[]
  readonly receipt: string
}

const yuan = (amount: number): string => formatYuan(fen(amount))

/** What was sold, settled and reported. */
export function reportOf(record: DemoRecord): DemoReport {
  const { sale } = record
  const split = sale.settlement?.split ?? null
  return {
    sale: { id: sale.id, number: sale.number, state: sale.state, total: yuan(sale.totals.total) },
    settlement:
      sale.settlement === null || split === null
        ? null
        : {
            setl_id: sale.settlement.setlId ?? '',
            mdtrt_id: sale.settlement.mdtrtId ?? '',
            medfee_sumamt: yuan(sale.settlement.claimed),
            fund_pay_sumamt: yuan(split.fundPaid),
            acct_pay: yuan(split.accountPaid),
            psn_cash_pay: yuan(split.cashPart),
          },
    lines: sale.lines.map((line) => ({
      code: line.code,
      name: line.name,
      quantity: Number(formatQuantity(quantity(line.quantity))),
      amount: yuan(line.amount),
      traceCodes: line.trace.codes,
    })),
    tenders: sale.tenders.map((tender) => ({
      kind: tender.kind,
      amount: yuan(tender.amount),
      received: yuan(tender.received),
      change: yuan(tender.change),
    })),
    uploads: record.uploads.map(({ infno, state }) => ({ infno, state })),
    exchanges: record.exchanges.map(({ infno, msgid, state }) => ({ infno, msgid, state })),
    receipt: record.receipt,
  }
}

/**
 * What is wrong with the money or the reports; empty when insurance, account, shop's part and tenders make the total to
 * the fen, lines make the total, and the centre took every report.
 */
export function problemsOf(record: DemoRecord): string[] {
  const { sale, uploads } = record
  const problems: string[] = []
  const split = sale.settlement?.split ?? null
  const insured = split === null ? 0 : split.fundPaid + split.accountPaid + split.institutionBorne
  const tendered = sale.tenders.reduce((sum, tender) => sum + tender.amount, 0)
  const lines = sale.lines.reduce((sum, line) => sum + line.amount, 0)
  if (sale.state !== 'completed') problems.push(`销售没有完成：${sale.state}`)
  if (sale.settlement?.state !== 'settled')
    problems.push(`医保没有结算成功：${sale.settlement?.state ?? '无'}`)
  if (lines !== sale.totals.total)
    problems.push(`明细合计 ${yuan(lines)} 与总额 ${yuan(sale.totals.total)} 不符`)
  if (insured + tendered !== sale.totals.total) {
    problems.push(`医保 ${yuan(insured)} 加收款 ${yuan(tendered)} 与总额 ${yuan(sale.totals.total)} 不符`)
  }
  if (
    split !== null &&
    split.fundPaid + split.personalPart + split.institutionBorne !== sale.settlement?.claimed
  ) {
    problems.push('医保各部分之和与医疗费总额不符')
  }
  if (uploads.length === 0) problems.push('没有上报记录')
  for (const upload of uploads) {
    if (upload.state !== 'acknowledged')
      problems.push(`${upload.infno} 尚未上报成功：${upload.lastProblem ?? '等待'}`)
  }
  return problems
}

/** What a person reads. */
export function printedReport(report: DemoReport): string {
  const rows = [
    report.receipt.trimEnd(),
    '',
    `销售 ${report.sale.number}　总额 ${report.sale.total}`,
    ...(report.settlement === null
      ? []
      : [
          `医保结算 setl_id ${report.settlement.setl_id}　mdtrt_id ${report.settlement.mdtrt_id}`,
          `  医疗费 ${report.settlement.medfee_sumamt}　统筹 ${report.settlement.fund_pay_sumamt}　个账 ${report.settlement.acct_pay}　现金 ${report.settlement.psn_cash_pay}`,
        ]),
    ...report.tenders.map(
      (tender) => `收款 ${tender.kind}　${tender.amount}（收 ${tender.received}，找零 ${tender.change}）`,
    ),
    ...report.uploads.map((upload) => `上报 ${upload.infno}　${upload.state}`),
    '与中心的往来：',
    ...report.exchanges.map(
      (exchange) => `  ${exchange.infno.padEnd(6)}${exchange.msgid}　${exchange.state}`,
    ),
  ]
  return rows.join('\n')
}

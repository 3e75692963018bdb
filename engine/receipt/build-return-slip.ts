import { maskName } from '../../core/identity/mask.ts'
import { fen, formatYuan } from '../../core/money/fen.ts'
import { chinaTime } from '../ports/clock.ts'
import { TENDER_KIND_NAMES } from '../contract/messages/refusal-words.ts'
import { reprintMark, tail } from './build-receipt.ts'
import { lineHeading, lineRows } from './line-rows.ts'
import { amountRow, centredRow, COLUMNS, labelRow, RULE } from './mark-up.ts'
import type { ReceiptWidth } from './receipt-data.ts'
import type { ReturnSlipData, ReturnSlipInsured, ReturnSlipRefund } from './return-slip-data.ts'

const INDENT = 2

function head(data: ReturnSlipData, columns: number): string[] {
  const { shop, operator } = data
  return [
    centredRow(columns, shop.name, 'tall'),
    centredRow(columns, '退货小票'),
    ...reprintMark(data.copy, columns),
    labelRow(columns, '机构编码', shop.code),
    labelRow(columns, '退货单号', data.returnNumber),
    labelRow(columns, '原单号', data.saleNumber),
    labelRow(columns, '时间', chinaTime(data.completedAt)),
    labelRow(columns, '收银台', `${data.till} 收银员 ${operator.name}(${operator.number})`),
    labelRow(columns, '原因', data.reason),
  ]
}

function insuredRows(insured: ReturnSlipInsured, columns: number): string[] {
  const { balanceAfter, cancellationId } = insured
  return [
    centredRow(columns, '医保结算已撤销', 'bold'),
    labelRow(columns, '参保人', maskName(insured.personName)),
    amountRow(columns, '退回医保基金', formatYuan(insured.fundBack)),
    amountRow(columns, '退回个人账户', formatYuan(insured.accountBack)),
    ...(balanceAfter === undefined ? [] : [amountRow(columns, '个人账户余额', formatYuan(balanceAfter))]),
    labelRow(columns, '结算号', insured.settlementId),
    labelRow(columns, '就诊号', insured.visitId),
    ...(cancellationId === undefined ? [] : [labelRow(columns, '撤销记录号', cancellationId)]),
  ]
}

function refundRows(refund: ReturnSlipRefund, columns: number): string[] {
  const { kind, reference, insteadInCash } = refund
  const name = insteadInCash ? `${TENDER_KIND_NAMES[kind]}（改退现金）` : TENDER_KIND_NAMES[kind]
  return [
    amountRow(columns, `退${name}`, formatYuan(refund.amount)),
    ...(reference === undefined ? [] : [labelRow(columns, '参考号', reference, INDENT)]),
  ]
}

function moneyRows(data: ReturnSlipData, columns: number): string[] {
  const { paidAgain, refunds } = data
  const back = fen(refunds.reduce((sum, refund) => sum + refund.amount, 0))
  return [
    ...refunds.flatMap((refund) => refundRows(refund, columns)),
    amountRow(columns, '退给顾客', `￥${formatYuan(back)}`, { emphasis: 'tall' }),
    ...(paidAgain === undefined
      ? []
      : [
          amountRow(columns, '保留的药另单重新结算', formatYuan(paidAgain.amount)),
          labelRow(columns, '新单号', paidAgain.saleNumber, INDENT),
        ]),
  ]
}

/**
 * Makes the slip of a return as receiptline mark-up for paper of `width` mm, in the columns of the printer's model: what came back with every code, the settlement
 * that was cancelled, what was given back in which way. Pure, as the receipt of a sale.
 */
export function buildReturnSlip(data: ReturnSlipData, width: ReceiptWidth, columns = COLUMNS[width]): string {
  const { insured } = data
  const sections = [
    head(data, columns),
    lineHeading(width, columns),
    data.lines.flatMap((line, index) => lineRows(line, index + 1, insured !== undefined, width, columns)),
    [amountRow(columns, `退货合计（${data.lines.length}种）`, formatYuan(data.amount))],
    insured === undefined ? [] : insuredRows(insured, columns),
    moneyRows(data, columns),
    [labelRow(columns, '顾客签字', ''), ...tail(data, columns)],
  ]
  return sections
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.join('\n'))
    .join(`\n${RULE}\n`)
}

import { formatYuan } from '../../core/money/fen.ts'
import type { PaymentChannel } from '../../core/tender/payment-code.ts'
import { TENDER_KIND_NAMES } from '../contract/messages/refusal-words.ts'
import { chinaTime } from '../ports/clock.ts'
import { insuredRows } from './insured-rows.ts'
import { lineHeading, lineRows } from './line-rows.ts'
import { amountRow, centredRow, COLUMNS, labelRow, RULE } from './mark-up.ts'
import type { ReceiptData, ReceiptWidth } from './receipt-data.ts'

const CHANNEL_NAMES: Readonly<Record<PaymentChannel, string>> = {
  wechat: '微信支付',
  alipay: '支付宝',
  unionpay: '云闪付',
}
const INDENT = 2

/** The mark of every copy but the first. */
export function reprintMark(copy: number, columns: number): string[] {
  return copy > 1 ? [centredRow(columns, `重印 第${copy - 1}次`, 'bold')] : []
}

function head(data: ReceiptData, columns: number): string[] {
  const { shop, operator } = data
  return [
    centredRow(columns, shop.name, 'tall'),
    centredRow(columns, data.insured === undefined ? '销售小票' : '医保结算小票'),
    ...reprintMark(data.copy, columns),
    labelRow(columns, '机构编码', shop.code),
    labelRow(columns, '单号', data.saleNumber),
    labelRow(columns, '时间', chinaTime(data.completedAt)),
    labelRow(columns, '收银台', `${data.till} 收银员 ${operator.name}(${operator.number})`),
  ]
}

function totals(data: ReceiptData, columns: number): string[] {
  const total = amountRow(columns, `合计（${data.lines.length}种）`, `￥${formatYuan(data.total)}`, {
    emphasis: 'tall',
  })
  if (data.discount === 0) return [total]
  return [
    amountRow(columns, '小计', formatYuan(data.gross)),
    amountRow(columns, '优惠', `-${formatYuan(data.discount)}`),
    total,
  ]
}

function tenders(data: ReceiptData, columns: number): string[] {
  return data.tenders.flatMap(({ kind, amount, received, change, channel, reference }) => [
    amountRow(
      columns,
      channel === undefined ? TENDER_KIND_NAMES[kind] : CHANNEL_NAMES[channel],
      formatYuan(amount),
    ),
    ...(reference === undefined ? [] : [labelRow(columns, '凭证号', reference, INDENT)]),
    ...(received === amount
      ? []
      : [
          amountRow(columns, '实收', formatYuan(received), { indent: INDENT }),
          amountRow(columns, '找零', formatYuan(change), { indent: INDENT }),
        ]),
  ])
}

/** Who the shop is, when it was printed, the closing sentences. */
export function tail(
  data: Pick<ReceiptData, 'shop' | 'printedAt' | 'footer' | 'copy'>,
  columns: number,
): string[] {
  const { address, phone, creditCode } = data.shop
  return [
    ...(address === undefined ? [] : [labelRow(columns, '地址', address)]),
    ...(phone === undefined ? [] : [labelRow(columns, '电话', phone)]),
    ...(creditCode === undefined ? [] : [labelRow(columns, '税号', creditCode)]),
    labelRow(columns, '打印', chinaTime(data.printedAt)),
    ...data.footer.map((sentence) => centredRow(columns, sentence)),
    ...reprintMark(data.copy, columns),
  ]
}

/**
 * Makes a receipt as receiptline mark-up for paper of `width` mm (32 or 48 columns, unless the printer's model has others). Pure: the same data give the same
 * text. Everything foreign is escaped; nothing is cut off, what is too wide goes on in the next line. Holds every trace
 * code (a rule since 2026-01-01) and, after the first copy, the mark of a reprint at both ends.
 */
export function buildReceipt(data: ReceiptData, width: ReceiptWidth, columns = COLUMNS[width]): string {
  const { insured } = data
  const sections = [
    head(data, columns),
    lineHeading(width, columns),
    data.lines.flatMap((line, index) => lineRows(line, index + 1, insured !== undefined, width, columns)),
    totals(data, columns),
    insured === undefined ? [] : insuredRows(insured, columns),
    tenders(data, columns),
    tail(data, columns),
  ]
  return sections
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.join('\n'))
    .join(`\n${RULE}\n`)
}

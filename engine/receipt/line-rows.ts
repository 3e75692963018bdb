import { formatQuantity, formatUnitPrice, type Quantity, type UnitPrice } from '../../core/money/decimal.ts'
import { formatYuan } from '../../core/money/fen.ts'
import { amountRow, cell, labelRow, row, type Cell } from './mark-up.ts'
import { measure, printable } from './printable.ts'
import type { ReceiptLine, ReceiptWidth } from './receipt-data.ts'

/** Widths of quantity, price and amount; the name has what is left, or a line of its own. */
const NUMBER_WIDTHS: Readonly<Record<ReceiptWidth, readonly [number, number, number]>> = {
  '58': [10, 11, 11],
  '80': [8, 10, 10],
}
const INDENT = 2

/** 12.500000 → 12.50, 0.333333 stays: at least two decimals, no zeros behind. */
function shownPrice(price: UnitPrice): string {
  return formatUnitPrice(price).replace(/(\.\d\d\d*?)0+$/, '$1')
}

/** 2.0000 → 2, 0.5000 → 0.5 */
function shownQuantity(quantity: Quantity): string {
  return formatQuantity(quantity).replace(/\.?0+$/, '')
}

/** A name with three numbers: on one line where all fit, else the name on its own line and the numbers below. */
function nameAndNumbers(
  name: string,
  numbers: readonly string[],
  width: ReceiptWidth,
  columns: number,
): string[] {
  const widths = NUMBER_WIDTHS[width]
  const cells = numbers.map((text, index) => cell(text, { align: 'right', width: widths[index] ?? 'rest' }))
  const left = columns - widths.reduce((sum, own) => sum + own, 0)
  if (measure(printable(name)) < left) return [row(columns, cell(name), ...cells)]
  const [first, ...others] = cells
  const numberCells: Cell[] = first === undefined ? others : [{ ...first, width: 'rest' }, ...others]
  return [row(columns, cell(name)), row(columns, ...numberCells)]
}

/** The heading over the lines of a sale. */
export function lineHeading(width: ReceiptWidth, columns: number): string[] {
  return nameAndNumbers(
    width === '80' ? '品名/规格' : '品名/规格/厂家',
    ['数量', '单价', '金额'],
    width,
    columns,
  )
}

function nameOf(line: ReceiptLine, position: number, insured: boolean): string {
  const marks = `${line.split ? '[拆零]' : ''}${insured && !line.insurable ? '[自费]' : ''}`
  return `${position}.${marks}${line.name} ${line.specification}`
}

function moneyRows(line: ReceiptLine, name: string, width: ReceiptWidth, columns: number): string[] {
  const quantity = `${shownQuantity(line.quantity)}${line.unit}`
  const price = shownPrice(line.unitPrice)
  const amount = formatYuan(line.gross)
  const numbers = [quantity, price, amount]
  if (numbers.every((text, index) => measure(text) < (NUMBER_WIDTHS[width][index] ?? 0))) {
    return nameAndNumbers(name, numbers, width, columns)
  }
  // a number is never broken over two lines: where one does not fit its column, each has a line
  return [
    row(columns, cell(name)),
    labelRow(columns, '数量', quantity, INDENT),
    amountRow(columns, '单价', price, { indent: INDENT }),
    amountRow(columns, '金额', amount, { indent: INDENT }),
  ]
}

/** One line of the sale: name, numbers, maker, batch, every trace code, discount. */
export function lineRows(
  line: ReceiptLine,
  position: number,
  insured: boolean,
  width: ReceiptWidth,
  columns: number,
): string[] {
  const indented = (text: string): string => row(columns, cell('', { width: INDENT }), cell(text))
  const batch = [
    line.lotNumber === undefined ? '' : `批号 ${line.lotNumber}`,
    line.expiresOn === undefined ? '' : `效期 ${line.expiresOn}`,
  ].filter((text) => text !== '')
  return [
    ...moneyRows(line, nameOf(line, position, insured), width, columns),
    ...(line.manufacturer === '' ? [] : [indented(line.manufacturer)]),
    ...(batch.length === 0 ? [] : [indented(batch.join(' '))]),
    ...line.traceCodes.map((code) => labelRow(columns, '追溯码', code, INDENT)),
    ...(line.discount === 0
      ? []
      : [amountRow(columns, '优惠', `-${formatYuan(line.discount)}`, { indent: INDENT })]),
  ]
}

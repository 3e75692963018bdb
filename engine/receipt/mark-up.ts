import { measure, printable } from './printable.ts'
import type { ReceiptWidth } from './receipt-data.ts'
import { wrap, wrapEvenly } from './wrap.ts'

/** Columns of half-width characters on the paper. */
export const COLUMNS: Readonly<Record<ReceiptWidth, number>> = { '58': 32, '80': 48 }

/** A rule across the paper. */
export const RULE = '-'

/** Text as mark-up that prints exactly that text: every sign that could be mark-up is written by its code. */
export function escapeText(text: string): string {
  return text.replace(/[\\|{}~_"`^=-]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

export type Emphasis = 'plain' | 'bold' | 'tall'

/** One cell of a row: text as it should print, not mark-up. */
export type Cell = {
  readonly text: string
  readonly align: 'left' | 'centre' | 'right'
  readonly emphasis: Emphasis
  /** Half-width columns, or what the row's other cells leave. */
  readonly width: number | 'rest'
}

/** Makes a cell; plain, left and of the rest's width unless said otherwise. */
export function cell(text: string, how: Partial<Omit<Cell, 'text'>> = {}): Cell {
  return { text: printable(text), align: 'left', emphasis: 'plain', width: 'rest', ...how }
}

function decorated(text: string, emphasis: Emphasis): string {
  const escaped = escapeText(text)
  if (escaped === '') return ''
  switch (emphasis) {
    case 'plain':
      return escaped
    case 'bold':
      return `"${escaped}"`
    case 'tall':
      // two ^ double the height alone, so that columns stay where they are
      return `^^${escaped}^^`
  }
}

function placed(text: string, align: Cell['align']): string {
  switch (align) {
    case 'left':
      return `${text} `
    case 'centre':
      return ` ${text} `
    case 'right':
      return ` ${text}`
  }
}

/** A row of cells over `columns`; text that is wider than its cell goes on below, inside the cell. At most one cell takes the rest. */
export function row(columns: number, ...cells: readonly Cell[]): string {
  const fixed = cells.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0)
  const placedCells = cells.map(({ text, align, emphasis, width }) => {
    const own = width === 'rest' ? columns - fixed : width
    const lines = align === 'centre' ? wrapEvenly(text, own) : wrap(text, own)
    return { own, align, emphasis, lines }
  })
  const height = Math.max(...placedCells.map(({ lines }) => lines.length))
  const lines = Array.from({ length: height }, (_, index) =>
    placedCells
      .map(({ lines: own, align, emphasis }) => placed(decorated(own[index] ?? '', emphasis), align))
      .join('|'),
  )
  const widths = placedCells.map(({ own }) => own).join(',')
  return [`{border:none;width:${widths}}`, ...lines.map((line) => `|${line}|`)].join('\n')
}

/** Label on the left, amount on the right; the amount is never broken. */
export function amountRow(
  columns: number,
  label: string,
  amount: string,
  how: { readonly emphasis?: Emphasis; readonly indent?: number } = {},
): string {
  const { emphasis = 'plain', indent = 0 } = how
  return row(
    columns,
    ...(indent > 0 ? [cell('', { width: indent })] : []),
    cell(label, { emphasis }),
    cell(amount, { align: 'right', emphasis, width: measure(printable(amount)) }),
  )
}

/** Label and text on one line, the text going on under itself. */
export function labelRow(columns: number, label: string, text: string, indent = 0): string {
  return row(
    columns,
    ...(indent > 0 ? [cell('', { width: indent })] : []),
    cell(label, { width: measure(label) + 1 }),
    cell(text),
  )
}

/** Text in the middle. */
export function centredRow(columns: number, text: string, emphasis: Emphasis = 'plain'): string {
  return row(columns, cell(text, { align: 'centre', emphasis }))
}

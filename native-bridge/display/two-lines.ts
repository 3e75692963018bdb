import { formatYuan } from '../../core/money/fen.ts'
import type { AmountKind, DisplayContent, DisplayEncoder } from './content.ts'
import { fitColumns } from './fit-columns.ts'

const COLUMNS = 20
const ESC = 0x1b
const US = 0x1f
const CLEAR = 0x0c
const CR = 0x0d

const AMOUNT_WORDS: Readonly<Record<AmountKind, string>> = {
  price: '单价',
  total: '合计',
  received: '收款',
  change: '找零',
}

/** The two lines of a content, each exactly 20 columns; `undefined` for nothing. */
function linesOf(content: DisplayContent): readonly [Uint8Array, Uint8Array] | undefined {
  switch (content.kind) {
    case 'nothing':
      return undefined
    case 'text':
      return [fitColumns(content.upper, COLUMNS), fitColumns(content.lower, COLUMNS)]
    case 'amount':
      return [
        fitColumns(AMOUNT_WORDS[content.what], COLUMNS),
        fitColumns(`￥${formatYuan(content.amount)}`, COLUMNS, 'right'),
      ]
  }
}

const encodeWith =
  (upper: readonly number[], lower: readonly number[], end: readonly number[]) =>
  (content: DisplayContent): Uint8Array => {
    const lines = linesOf(content)
    if (lines === undefined) return Uint8Array.of(CLEAR)
    return Uint8Array.of(...upper, ...lines[0], ...end, ...lower, ...lines[1], ...end)
  }

/**
 * CD5220 and VFD220: ESC Q A and ESC Q B write a whole line up to CR. Until it is cleared, a display then takes no other
 * command, so nothing else is sent between.
 */
export const CD5220: DisplayEncoder = {
  initialise: Uint8Array.of(ESC, 0x40, CLEAR),
  encode: encodeWith([ESC, 0x51, 0x41], [ESC, 0x51, 0x42], [CR]),
}

/** LD220 in its first mode (Epson's customer displays): US $ goes to a column and line, text overwrites; US C 0 hides the cursor. */
export const LD220: DisplayEncoder = {
  initialise: Uint8Array.of(ESC, 0x40, CLEAR, US, 0x43, 0x00),
  encode: encodeWith([US, 0x24, 1, 1], [US, 0x24, 1, 2], []),
}

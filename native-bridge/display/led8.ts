import { formatYuan, type Fen } from '../../core/money/fen.ts'
import { AMOUNT_KINDS, type DisplayContent, type DisplayEncoder } from './content.ts'

const ESC = 0x1b
const STX = 0x02
const CLEAR = 0x0c
const CR = 0x0d
const DIGITS = 8
const ZERO = 0x30

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))

/** An amount for eight digits (the point takes none); one that does not fit is dashes: better no number than a wrong one. */
export function led8Number(amount: Fen): string {
  const text = formatYuan(amount)
  return text.replace('.', '').length > DIGITS ? '-'.repeat(DIGITS) : text
}

/** Which lamp is lit: 1 单价, 2 合计, 3 收款, 4 找零, 0 none. */
type Lamps = (lamp: number) => readonly number[]

const lampOf = (content: DisplayContent): number =>
  content.kind === 'amount' ? AMOUNT_KINDS.indexOf(content.what) + 1 : 0

function led8(lamps: Lamps): DisplayEncoder {
  return {
    initialise: Uint8Array.of(ESC, 0x40, CLEAR, ...lamps(0)),
    encode: (content) =>
      content.kind === 'amount'
        ? Uint8Array.of(
            ...lamps(lampOf(content)),
            ...[ESC, 0x51, 0x41],
            ...ascii(led8Number(content.amount)),
            CR,
          )
        : // it has no letters
          Uint8Array.of(CLEAR, ...lamps(0)),
  }
}

/** LED8: ESC Q A shows a number, ESC s n lights one lamp. */
export const LED8: DisplayEncoder = led8((lamp) => [ESC, 0x73, ZERO + lamp])

/** LED8N: the same numbers; STX L takes the four lamps one by one (LED8N Customer Display Users Manual). */
export const LED8N: DisplayEncoder = led8((lamp) => [
  STX,
  0x4c,
  ...AMOUNT_KINDS.map((_, index) => (index + 1 === lamp ? ZERO + 1 : ZERO)),
])

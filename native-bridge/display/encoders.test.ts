import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { FEN_MAXIMUM, fen } from '../../core/money/fen.ts'
import { AMOUNT_KINDS, type DisplayContent } from './content.ts'
import { DISPLAY_DRIVERS } from './drivers.ts'
import { fitColumns } from './fit-columns.ts'
import { led8Number } from './led8.ts'

const decode = (bytes: Iterable<number>): string => iconv.decode(Buffer.from([...bytes]), 'gb18030')
const columnsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0080' ? 1 : 2), 0)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('药', 'A', '㐂', '𠮷', '\u001b', '\u000c', '￥', '\u00a5', '\u0301', '\r', ' '),
    maxLength: 60,
  }),
  fc.string({ maxLength: 60 }),
)
const amounts = fc.integer({ min: -FEN_MAXIMUM, max: FEN_MAXIMUM }).map(fen)
const contents: fc.Arbitrary<DisplayContent> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), upper: hostileText, lower: hostileText }),
  fc.record({
    kind: fc.constant('amount' as const),
    what: fc.constantFrom(...AMOUNT_KINDS),
    amount: amounts,
  }),
  fc.constant({ kind: 'nothing' as const }),
)

describe('fitColumns', () => {
  it('fills the columns exactly, halves no character, and lets no control byte in', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('left', 'right'),
        (text, columns, align) => {
          const bytes = fitColumns(text, columns, align)
          const shown = decode(bytes)
          expect(bytes.length).toBe(columns)
          expect(columnsOf(shown)).toBe(columns)
          expect(shown).not.toContain('\ufffd')
          expect(bytes.every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('shows a text that fits as it is, and the beginning of one that does not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[药店收银A-Za-z0-9]{1,30}$/), (text) => {
        const shown = decode(fitColumns(text, 20)).trimEnd()
        if (columnsOf(text) <= 20) expect(shown).toBe(text)
        else expect(text.startsWith(shown) && columnsOf(shown) >= 19).toBe(true)
      }),
    )
  })

  it('leaves the last column blank where a Chinese character would be halved', () => {
    expect(decode(fitColumns('阿莫西林胶囊500mg药', 20))).toBe('阿莫西林胶囊500mg药 ')
    expect(decode(fitColumns('A阿莫西林胶囊阿莫西林胶囊', 20))).toBe('A阿莫西林胶囊阿莫西 ')
  })

  it('shows a square for what GBK has not', () => {
    expect(decode(fitColumns('㐂药𠮷', 8))).toBe('□药□  ')
    expect(decode(fitColumns('\u00a512', 6))).toBe('￥12  ')
  })
})

describe('displays of two lines', () => {
  const content: DisplayContent = { kind: 'text', upper: '欢迎光临', lower: 'WELCOME' }
  const upper = Buffer.from([
    ...iconv.encode('欢迎光临', 'gb18030'),
    ...Buffer.from(' '.repeat(12)),
  ]).toString('hex')
  const lower = Buffer.from('WELCOME'.padEnd(20)).toString('hex')

  it('CD5220: whole lines between ESC Q and CR', () => {
    expect(hex(DISPLAY_DRIVERS.cd5220.encoder.encode(content))).toBe(`1b5141${upper}0d1b5142${lower}0d`)
    expect(hex(DISPLAY_DRIVERS.vfd220.encoder.encode({ kind: 'nothing' }))).toBe('0c')
  })

  it('LD220: goes to the line and overwrites it', () => {
    expect(hex(DISPLAY_DRIVERS.ld220.encoder.encode(content))).toBe(`1f240101${upper}1f240102${lower}`)
  })

  it('an amount stands at the right, under what it is', () => {
    const bytes = DISPLAY_DRIVERS.cd5220.encoder.encode({
      kind: 'amount',
      what: 'total',
      amount: fen(128_50),
    })
    const [, first = '', second = ''] = decode(bytes).split('\u001bQ')
    expect(first).toBe(`A合计${' '.repeat(16)}\r`)
    expect(second).toBe(`B${' '.repeat(12)}￥128.50\r`)
  })

  it('every amount fits', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...AMOUNT_KINDS), (amount, what) => {
        const shown = decode(DISPLAY_DRIVERS.ld220.encoder.encode({ kind: 'amount', what, amount }))
        expect(shown.endsWith((amount / 100).toFixed(2).slice(-3))).toBe(true)
        expect(shown).toContain('￥')
      }),
    )
  })

  it('send nothing that a hostile text brought along', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom('cd5220' as const, 'ld220' as const), (shown, name) => {
        const { encoder } = DISPLAY_DRIVERS[name]
        const bytes = encoder.encode(shown)
        const own = [...bytes].filter((byte) => byte < 0x20)
        const expected = { cd5220: [0x1b, 0x0d, 0x1b, 0x0d], ld220: [0x1f, 1, 1, 0x1f, 1, 2] }[name]
        expect(own).toEqual(shown.kind === 'nothing' ? [0x0c] : expected)
        expect(bytes.length).toBeLessThanOrEqual(48)
      }),
    )
  })
})

describe('LED8', () => {
  it('shows a number and lights its lamp', () => {
    const total: DisplayContent = { kind: 'amount', what: 'total', amount: fen(128_50) }
    expect(hex(DISPLAY_DRIVERS.led8.encoder.encode(total))).toBe('1b73321b51413132382e35300d')
    expect(hex(DISPLAY_DRIVERS.led8n.encoder.encode(total))).toBe('024c303130301b51413132382e35300d')
    expect(hex(DISPLAY_DRIVERS.led8.encoder.encode({ kind: 'text', upper: '谢谢', lower: '' }))).toBe(
      '0c1b7330',
    )
    expect(hex(DISPLAY_DRIVERS.led8n.encoder.encode({ kind: 'nothing' }))).toBe('0c024c30303030')
  })

  it('shows the exact amount or dashes, never a cut number', () => {
    expect(led8Number(fen(999_999_99))).toBe('999999.99')
    expect(led8Number(fen(1_000_000_00))).toBe('--------')
    expect(led8Number(fen(-99_999_99))).toBe('-99999.99')
    expect(led8Number(fen(-100_000_00))).toBe('--------')
    fc.assert(
      fc.property(amounts, (amount) => {
        const shown = led8Number(amount)
        expect(shown.replace('.', '').length).toBeLessThanOrEqual(8)
        if (shown !== '--------') expect(Math.round(Number(shown) * 100)).toBe(amount)
      }),
    )
  })
})

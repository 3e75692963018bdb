import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure, printable } from './printable.ts'
import { wrap, wrapEvenly } from './wrap.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'阿莫西林胶囊0.25g×24粒（）【】[]，。 abc12345/-'), maxLength: 80 }),
)
const withoutBlanks = (text: string): string => text.replaceAll(' ', '')

describe('printable', () => {
  it('leaves nothing that a printer cannot print, and is done after one time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = printable(text)
        expect(clean).not.toMatch(/[\p{C}\p{Mn}\p{Me}\p{Zl}\p{Zp}]|^ | $| {2}/u)
        expect(printable(clean)).toBe(clean)
      }),
      { numRuns: 5000 },
    )
  })

  it('leaves no second blank and no loose jamo where a character went', () => {
    expect(printable('a \u200b b')).toBe('a b')
    expect(printable(printable('\u1100\u200b\u1161'))).toBe(printable('\u1100\u200b\u1161'))
    expect(printable(`${'1'.repeat(399)} 2`)).toHaveLength(399)
  })

  it('writes ¥ as ￥ and folds blanks', () => {
    expect(printable(' ¥1\t2\u3000\u00a03\r\n4\u0000 ')).toBe('￥1 2 3 4')
  })
})

describe('wrap', () => {
  it('fills no line beyond its width and loses nothing but blanks', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 48 }), (raw, width) => {
        const text = printable(raw)
        for (const lines of [wrap(text, width), wrapEvenly(text, width)]) {
          expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(width)
          expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(text))
          if (text !== '') expect(lines.every((line) => line !== '')).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no more lines when they are to be even', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 48 }), (raw, width) => {
        const text = printable(raw)
        expect(wrapEvenly(text, width)).toHaveLength(wrap(text, width).length)
      }),
    )
  })

  it.each([
    ['医用外科口罩 10只/袋', 16, ['医用外科口罩', '10只/袋']],
    ['阿莫西林胶囊 0.25g×24粒', 22, ['阿莫西林胶囊', '0.25g×24粒']],
    ['个人账户已扣 ￥1500.00，请勿再刷卡', 32, ['个人账户已扣 ￥1500.00，请勿再刷', '卡']],
    ['一二三，四', 6, ['一二', '三，四']],
    ['01069012345678921727', 8, ['01069012', '34567892', '1727']],
    ['', 8, ['']],
  ])('breaks %j at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  it('shares text that stands in the middle evenly', () => {
    expect(wrapEvenly('个人账户已扣 ￥1500.00，请勿再刷卡', 32)).toEqual([
      '个人账户已扣',
      '￥1500.00，请勿再刷卡',
    ])
    expect(wrapEvenly('东莞市康民大药房连锁有限公司南城店', 32)).toEqual([
      '东莞市康民大药房连',
      '锁有限公司南城店',
    ])
  })
})

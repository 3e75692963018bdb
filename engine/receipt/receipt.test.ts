import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitPrice, units } from '../../core/money/decimal.ts'
import { fen } from '../../core/money/fen.ts'
import { readEscPos } from '../../native-bridge/testing/read-esc-pos.ts'
import { buildReceipt } from './build-receipt.ts'
import { COLUMNS } from './mark-up.ts'
import { measure, printable } from './printable.ts'
import type { ReceiptData, ReceiptInsured, ReceiptWidth } from './receipt-data.ts'
import { toEscPos, toPlainText, toSvg } from './render.ts'
import { SAMPLE_INSURED, SAMPLE_LINE, SAMPLE_RECEIPT } from './testing/sample-receipt.ts'

const WIDTHS: readonly ReceiptWidth[] = ['58', '80']

const plain = (data: ReceiptData, width: ReceiptWidth): string =>
  toPlainText(buildReceipt(data, width), width)
const squeezed = (text: string): string => text.replace(/\s/g, '')

/** The text of an SVG image, line by line, as it stands in its elements. */
function svgText(svg: string): string {
  return Array.from(svg.matchAll(/<tspan x="\d+">([^<]*)<\/tspan>/g), ([, text = '']) => text)
    .join('')
    .replaceAll('&#xa0;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** What is wrong with the elements of an SVG image: unknown ones, or such that are not closed in order. */
function elementProblems(svg: string): string[] {
  const known = ['svg', 'g', 'text', 'tspan', 'path', 'rect']
  const open: string[] = []
  const problems: string[] = []
  for (const [, closing, name = '', rest = ''] of svg.matchAll(/<(\/?)([^\s/>]*)([^>]*)>/g)) {
    if (!known.includes(name)) problems.push(`<${name}>`)
    if (closing === '/' && open.pop() !== name) problems.push(`</${name}>`)
    if (closing !== '/' && !rest.endsWith('/')) open.push(name)
  }
  const stray = /[<>]|&(?!(?:amp|lt|gt|#xa0);)/.exec(svg.replace(/<[^>]*>/g, ''))
  return [...problems, ...open, ...(stray === null ? [] : [stray[0]])]
}

describe.each(WIDTHS)('a receipt on %s mm', (width) => {
  const text = plain(SAMPLE_RECEIPT, width)
  const lines = text.split('\n')

  it('holds the sale, the split and the numbers of the centre', () => {
    for (const part of [
      'P44190001234',
      '20260105-01-0007',
      '2026-01-05 10:20:30',
      '李梅(001)',
      '阿莫西林胶囊',
      '0.25g×24粒',
      'A230101',
      '2027-01-31',
      '参保人 王*明',
      '4419**********1234',
      '职工基本医疗保险（本地）',
      '441900G0000012345678',
      '441900M0000012345678',
      '个人账户已扣 ￥15.00，请勿再刷卡',
      '[拆零]复方甘草片',
      '[自费]医用外科口罩',
    ]) {
      expect(text).toContain(part)
    }
    for (const amount of [
      /^合计（3种） +￥37\.23$/m,
      /^优惠 +-1\.00$/m,
      /^医保费用总额 +27\.33$/m,
      /^医保基金支付 +10\.00$/m,
      /^个人账户支付 +15\.00$/m,
      /^个人现金支付 +2\.33$/m,
      /^个人账户余额 +1234\.56$/m,
      /^现金 +12\.23$/m,
      /^ {2}实收 +20\.00$/m,
      /^ {2}找零 +7\.77$/m,
      / 2盒 +12\.50 +25\.00$/m,
      / 10片 +0\.333333 +3\.33$/m,
    ]) {
      expect(text).toMatch(amount)
    }
    expect(text).not.toContain('王小明')
    expect(text).not.toContain('441900199001011234')
    expect(text).not.toContain('重印')
  })

  it('fits the paper, with every amount at its right edge', () => {
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(COLUMNS[width])
    for (const line of lines.filter((each) => /\d\.\d\d$/.test(each) && !each.includes(' - '))) {
      expect(measure(line)).toBe(COLUMNS[width])
    }
  })

  it('holds every trace code whole', () => {
    for (const code of SAMPLE_RECEIPT.lines.flatMap((line) => line.traceCodes)) {
      expect(squeezed(text)).toContain(code)
      if (code.length === 20) expect(text).toContain(`  追溯码 ${code}\n`)
    }
  })

  it('prints the same text in GB18030, the total tall, the warning bold, and cuts once', () => {
    const bytes = toEscPos(buildReceipt(SAMPLE_RECEIPT, width), width)
    const printed = readEscPos(bytes)
    expect(printed.cuts).toBe(1)
    expect(printed.lines.map((line) => line.text.trimEnd())).toEqual(lines.slice(0, -1))
    expect(printed.lines.filter((line) => line.tall).map((line) => line.text)).toContainEqual(
      expect.stringContaining('￥37.23'),
    )
    expect(printed.lines.filter((line) => line.bold).map((line) => line.text.trim())).toContainEqual(
      '个人账户已扣 ￥15.00，请勿再刷卡',
    )
    // ￥ is A3A4 in GBK; the half-width ¥ would be four bytes that old printers do not know
    expect(Buffer.from(bytes).toString('latin1')).toContain('\xa3\xa4\x33\x37')
  })

  it('draws the same text as one SVG image of the paper’s width, the same every time', () => {
    const doc = buildReceipt(SAMPLE_RECEIPT, width)
    const svg = toSvg(doc, width)
    expect(toSvg(doc, width)).toBe(svg)
    expect(svg).toMatch(
      new RegExp(`^<svg width="${COLUMNS[width] * 12 + 48}px" height="\\d+px" viewBox="-24 -24 `),
    )
    expect(elementProblems(svg)).toEqual([])
    const rules = new RegExp(`^-{${COLUMNS[width]}}$`, 'gm')
    expect(squeezed(svgText(svg))).toBe(squeezed(text.replace(rules, '')))
    const positions = Array.from(svg.matchAll(/<tspan x="(\d+)">/g), ([, x]) => Number(x))
    expect(Math.max(...positions)).toBeLessThan(COLUMNS[width] * 12)
  })

  it('marks every copy after the first at both ends', () => {
    for (const copy of [2, 3, 12]) {
      const again = plain({ ...SAMPLE_RECEIPT, copy }, width)
      const marks = again
        .split('\n')
        .flatMap((line, index) => (line.includes(`重印 第${copy - 1}次`) ? [index] : []))
      expect(marks).toHaveLength(2)
      expect(marks[0]).toBeLessThan(6)
      expect(marks[1]).toBe(again.split('\n').length - 2)
    }
  })

  it('of a cash sale says nothing of insurance', () => {
    const { insured, ...cash } = SAMPLE_RECEIPT
    expect(insured).toBe(SAMPLE_INSURED)
    const shown = plain(cash, width)
    expect(shown).toContain('销售小票')
    expect(shown).not.toMatch(/医保结算|参保人|自费|勿再刷卡/)
  })

  it('warns of the account only when it was debited', () => {
    const untouched: ReceiptInsured = { ...SAMPLE_INSURED, accountPaid: fen(0), cashPart: fen(17_33) }
    expect(plain({ ...SAMPLE_RECEIPT, insured: untouched }, width)).not.toContain('勿再刷卡')
  })

  it('gives numbers that do not fit their column a line each and breaks none', () => {
    const large = {
      ...SAMPLE_LINE,
      quantity: units(9_999),
      unitPrice: unitPrice(1_234_567_891),
      gross: fen(1_234_444_434),
      unit: '瓶(500ml)',
    }
    const shown = plain({ ...SAMPLE_RECEIPT, lines: [large] }, width)
    expect(shown).toMatch(/^ {2}数量 9999瓶\(500ml\)$/m)
    expect(shown).toMatch(/^ {2}单价 +1234\.567891$/m)
    expect(shown).toMatch(/^ {2}金额 +12344444\.34$/m)
  })

  it('prints hostile text as text: nothing is taken for mark-up, nothing is lost, no command gets in', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...'|{}\\"~_`^-=;:,*n\n\r\t x5c7e<>&\u001b\u001d\u0000\u1fef\u0327药'),
        maxLength: 60,
      }),
      fc.constantFrom(
        '---',
        '===',
        '{code:1234;option:qrcode}',
        '{image:AAAA}',
        '{command:\\x1bp\\x00}',
        '\\x1b@',
        'a|b|c',
        '^^^^big^^^^',
        '\\n\\n',
        '~~~',
        '"bold" _ul_ `iv`',
        '<script>alert(1)</script>',
        '\\',
        '\ud800',
      ),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        const data: ReceiptData = {
          ...SAMPLE_RECEIPT,
          shop: { name: two, code: three, address: one },
          operator: { number: '001', name: two },
          lines: [
            {
              ...SAMPLE_LINE,
              name: one,
              specification: '',
              manufacturer: two,
              lotNumber: three,
              traceCodes: [one, two],
              unit: '盒',
            },
          ],
          insured: { ...SAMPLE_INSURED, insuranceTypeName: three, settlementId: one },
          footer: [one, two, three],
        }
        const doc = buildReceipt(data, width)
        const shown = toPlainText(doc, width)
        const svg = toSvg(doc, width)
        for (const text of [one, two, three]) {
          expect(squeezed(shown)).toContain(squeezed(printable(text)))
        }
        expect(Math.max(...shown.split('\n').map(measure))).toBeLessThanOrEqual(COLUMNS[width])
        const printed = readEscPos(toEscPos(doc, width))
        expect(printed.cuts).toBe(1)
        expect(printed.lines.map((line) => line.text.trimEnd())).toEqual(shown.split('\n').slice(0, -1))
        expect(elementProblems(svg)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { residentCheckCharacter } from '../identity/resident-number.ts'
import { hasGtinCheckDigit } from './check-digit.ts'
import { normaliseScan, showScan } from './normalise.ts'
import { canonicalBarcode, routeScan } from './route-scan.ts'

const GS = '\u001d'

const digitsOf = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

/** `body` with the digit behind it that makes the check right, found by trying: an oracle apart from the code. */
function withCheckDigit(body: string): string {
  const weighted = [...body]
    .reverse()
    .reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return body + String((10 - (weighted % 10)) % 10)
}

const gtin = (length: number): fc.Arbitrary<string> => digitsOf(length - 1).map(withCheckDigit)
const traceCodes = digitsOf(19).map((rest) => `8${rest}`)
/** Text of GS1 variable-length values without brackets. */
const gs1Text = fc.string({
  unit: fc.constantFrom(...'ABCXYZabcxyz0123456789-/._'),
  minLength: 1,
  maxLength: 20,
})
const alphanumeric28 = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 28,
  maxLength: 28,
})

/** A result's refusal code, or what it was instead. */
function outcomeOf(text: string): string {
  const routed = routeScan(text)
  return routed.ok ? routed.value.kind : routed.refusal.code
}

/** Everything that a scanner may send: any code units, including halves of surrogate pairs, and bytes as Latin-1. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 600 })
    .map((units) => String.fromCharCode(...units)),
  fc.uint8Array({ maxLength: 600 }).map((bytes) => String.fromCharCode(...bytes)),
  fc.string({ unit: fc.constantFrom(...`0123456789()]dQCE${GS}/:ht８　\r\n`), maxLength: 80 }),
)

describe('normaliseScan', () => {
  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = normaliseScan(text)
        if (!once.ok) return
        expect(normaliseScan(once.value)).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes off one line end and blanks, and makes full-width half-width', () => {
    expect(normaliseScan('　６９０１２３４５６７８９２ \r\n')).toEqual({ ok: true, value: '6901234567892' })
    expect(normaliseScan('690\r')).toEqual({ ok: true, value: '690' })
    expect(normaliseScan('690\n')).toEqual({ ok: true, value: '690' })
  })

  it.each([
    '690\r\n\r\n',
    '69\u00000',
    '69\t0',
    '6\u200b90',
    '\ufeff690',
    '690\ud800',
    '69\ufffd0',
    '690\u0085',
    '',
    ' \r\n',
  ])('refuses %j', (text) => {
    const result = normaliseScan(text)
    expect(result.ok ? result.value : result.refusal.code).toBe('SCAN_UNKNOWN_SHAPE')
  })

  it('refuses what is longer than 512 characters and takes 512', () => {
    expect(normaliseScan('x'.repeat(512)).ok).toBe(true)
    expect(normaliseScan('x'.repeat(513))).toEqual({
      ok: false,
      refusal: { code: 'SCAN_TOO_LONG', params: { length: 513, limit: 512 } },
    })
  })
})

describe('showScan', () => {
  it('is short and shows no invisible character', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = showScan(text)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(shown.length).toBeLessThanOrEqual(41 * 6)
      }),
    )
  })

  it('escapes and shortens', () => {
    expect(showScan('a\u001db\u200b')).toBe('a\\x1Db\\u200B')
    expect(showScan('1'.repeat(50))).toBe(`${'1'.repeat(40)}…`)
  })

  it('masks a document number wherever it stands, and only a real one', () => {
    expect(showScan('ID:11010519491231002x;')).toBe('ID:1101**********002x;')
    expect(showScan('110105194912310021')).toBe('110105194912310021')
  })
})

describe('routeScan', () => {
  it('never throws, and says what it refused', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const routed = routeScan(text)
        if (routed.ok) return
        expect(['SCAN_UNKNOWN_SHAPE', 'SCAN_TOO_LONG', 'SCAN_BAD_CHECK_DIGIT']).toContain(routed.refusal.code)
        expect(Object.keys(routed.refusal.params).length).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives the same route with a line end, blanks or full-width digits around', () => {
    fc.assert(
      fc.property(fc.oneof(traceCodes, gtin(13), gtin(8), alphanumeric28), (text) => {
        const plain = routeScan(text)
        const wide = text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
        expect(routeScan(`  ${text}\r\n`)).toEqual(plain)
        expect(routeScan(`${wide}\n`)).toEqual(plain)
      }),
    )
  })

  describe('goods barcodes', () => {
    it('routes EAN-13, EAN-8 and UPC-A', () => {
      fc.assert(
        fc.property(fc.oneof(gtin(13), gtin(8), gtin(12)), (barcode) => {
          const expected = barcode.length === 12 ? `0${barcode}` : barcode
          expect(routeScan(barcode)).toEqual({
            ok: true,
            value: { kind: 'goods-barcode', barcode: expected },
          })
          expect(canonicalBarcode(barcode)).toEqual({ ok: true, value: expected })
        }),
      )
    })

    it('refuses any one wrong digit', () => {
      fc.assert(
        fc.property(
          fc.oneof(gtin(13), gtin(8), gtin(12)),
          fc.nat({ max: 12 }),
          fc.integer({ min: 1, max: 9 }),
          (barcode, place, difference) => {
            const at = place % barcode.length
            const digit = String((Number(barcode[at]) + difference) % 10)
            const wrong = barcode.slice(0, at) + digit + barcode.slice(at + 1)
            expect(outcomeOf(wrong)).toBe('SCAN_BAD_CHECK_DIGIT')
            expect(hasGtinCheckDigit(wrong)).toBe(false)
          },
        ),
      )
    })

    it('knows real ones', () => {
      for (const barcode of ['6901234567892', '4006381333931', '96385074', '036000291452']) {
        expect(outcomeOf(barcode)).toBe('goods-barcode')
      }
    })

    it('takes what an EAN identifier says at its word', () => {
      expect(outcomeOf(']E06901234567892')).toBe('goods-barcode')
      expect(outcomeOf(']E496385074')).toBe('goods-barcode')
      expect(outcomeOf(']E088298420000560224025')).toBe('SCAN_UNKNOWN_SHAPE')
    })

    it.each(['1', '12345', '123456789', '12345678901', '14900000000000'])('leaves %s alone', (text) => {
      expect(outcomeOf(text)).toBe('SCAN_UNKNOWN_SHAPE')
    })
  })

  describe('trace codes', () => {
    it('routes 20 digits from 8, also inside an address and under any symbology', () => {
      const frames = fc.constantFrom(
        (code: string) => code,
        (code: string) => `]C0${code}`,
        (code: string) => `]Q1https://m.example.cn/t/${code}`,
        (code: string) => `http://example.cn/?c=${code}&v=1`,
        (code: string) => `HTTPS://EXAMPLE.CN/${code}/${code}`,
      )
      fc.assert(
        fc.property(traceCodes, frames, (code, frame) => {
          expect(routeScan(frame(code))).toEqual({
            ok: true,
            value: { kind: 'trace-code', code, drugPrefix: code.slice(0, 7) },
          })
        }),
      )
    })

    it('does not choose between two codes, nor cut one out of a longer number or out of plain text', () => {
      fc.assert(
        fc.property(traceCodes, traceCodes, (one, other) => {
          fc.pre(one !== other)
          expect(outcomeOf(`https://example.cn/${one}/${other}`)).toBe('SCAN_UNKNOWN_SHAPE')
          expect(outcomeOf(`https://example.cn/${one}1`)).toBe('SCAN_UNKNOWN_SHAPE')
          expect(outcomeOf(`code ${one}`)).toBe('SCAN_UNKNOWN_SHAPE')
        }),
      )
    })

    it('refuses 20 digits that begin with neither 8 nor a payment prefix', () => {
      fc.assert(
        fc.property(digitsOf(20), (code) => {
          fc.pre(!/^(8|2[5-9]|30|01)/.test(code))
          expect(outcomeOf(code)).toBe('SCAN_UNKNOWN_SHAPE')
        }),
      )
    })
  })

  describe('payment codes', () => {
    it('routes Alipay by 16 to 24 digits from 25 to 30', () => {
      const codes = fc
        .tuple(fc.integer({ min: 25, max: 30 }), fc.integer({ min: 14, max: 22 }).chain(digitsOf))
        .map(([prefix, rest]) => `${prefix}${rest}`)
      fc.assert(
        fc.property(codes, (text) => {
          expect(routeScan(text)).toEqual({
            ok: true,
            value: { kind: 'payment-code', provider: 'alipay', text },
          })
        }),
      )
    })

    it('routes WeChat by 18 digits from 10 to 15', () => {
      fc.assert(
        fc.property(fc.integer({ min: 10, max: 15 }), digitsOf(16), (prefix, rest) => {
          // month 13: no resident's number
          const text = `${prefix}${rest.slice(0, 8)}13${rest.slice(10)}`
          expect(routeScan(text)).toEqual({
            ok: true,
            value: { kind: 'payment-code', provider: 'wechat', text },
          })
        }),
      )
    })

    it('does not take a resident number of Beijing for a WeChat code', () => {
      const first17 = '11010519491231001'
      const number = first17 + residentCheckCharacter(first17)
      expect(number).toMatch(/^\d{18}$/)
      expect(routeScan(`${number}\r`)).toEqual({
        ok: false,
        refusal: {
          code: 'SCAN_UNKNOWN_SHAPE',
          params: { text: `1101**********${number.slice(-4)}` },
        },
      })
    })
  })

  describe('insurance codes', () => {
    it('routes 28 letters and digits', () => {
      fc.assert(
        fc.property(alphanumeric28, (text) => {
          fc.pre(!text.startsWith('01'))
          expect(routeScan(text)).toEqual({ ok: true, value: { kind: 'insurance-code', text } })
        }),
      )
    })

    it.each([27, 29])('leaves %i characters alone', (length) => {
      expect(outcomeOf('A1'.repeat(15).slice(0, length))).toBe('SCAN_UNKNOWN_SHAPE')
    })
  })

  describe('GS1', () => {
    const marks = fc.record({
      gtin: gtin(14),
      lot: gs1Text,
      serial: gs1Text,
      expiry: fc.date({ min: new Date('2024-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
    })

    it('reads brackets, FNC1 and AIM forms of one mark alike', () => {
      fc.assert(
        fc.property(marks, ({ gtin: number, lot, serial, expiry }) => {
          const day = expiry.toISOString().slice(0, 10)
          const yymmdd = day.slice(2).replaceAll('-', '')
          const sent = `01${number}17${yymmdd}10${lot}${GS}21${serial}`
          const forms = [
            `(01)${number}(17)${yymmdd}(10)${lot}(21)${serial}`,
            sent,
            `${GS}${sent}`,
            `]d2${sent}`,
            `]C1${sent}${GS}`,
            `]Q3${GS}${sent}`,
          ]
          for (const form of forms) {
            const routed = routeScan(form)
            expect(routed).toMatchObject({
              ok: true,
              value: {
                kind: 'gs1',
                gtin: number,
                lot,
                serial,
                expiresOn: day,
                serialised: true,
                traceCode: sent.replaceAll(GS, ''),
              },
            })
          }
        }),
      )
    })

    it('refuses a wrong GTIN check digit, an impossible day, an unknown or doubled identifier', () => {
      for (const text of [
        ']d20106901234567891',
        '(01)06901234567891(21)A',
        '(01)06901234567892(17)271331(21)A',
        '(01)06901234567892(17)270230(21)A',
        '(01)06901234567892(88)1',
        '(01)06901234567892(01)06901234567892',
        '(01)06901234567892(21)',
        '(01)06901234567892(21)A(B',
        `]d2010690123456789221${'A'.repeat(21)}`,
        ']C1',
        ']d2hello',
      ]) {
        expect(outcomeOf(text)).toBe('SCAN_UNKNOWN_SHAPE')
      }
    })

    it('takes day 00 for the last of the month', () => {
      for (const [sent, day] of [
        ['270200', '2027-02-28'],
        ['280200', '2028-02-29'],
        ['271200', '2027-12-31'],
        ['270400', '2027-04-30'],
      ]) {
        expect(routeScan(`(01)06901234567892(17)${sent}`)).toMatchObject({
          ok: true,
          value: { expiresOn: day },
        })
      }
    })

    it('gives the goods barcode of a single pack and none of a case', () => {
      fc.assert(
        fc.property(gtin(13), (barcode) => {
          fc.pre(!barcode.startsWith('00000'))
          const routed = routeScan(`]d2010${barcode}21A`)
          expect(routed).toMatchObject({ ok: true, value: { kind: 'gs1', barcode } })
        }),
      )
      expect(routeScan('(01)00000096385074')).toMatchObject({ ok: true, value: { barcode: '96385074' } })
      const outer = routeScan(`(01)${withCheckDigit('1690123456789')}`)
      expect(outer).toMatchObject({ ok: true, value: { kind: 'gs1', serialised: false } })
      expect(outer.ok && 'barcode' in outer.value).toBe(false)
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routeScan } from '../scan/route-scan.ts'
import { PAYMENT_CHANNELS, PAYMENT_CODE_SHAPES, paymentChannelOf } from './payment-code.ts'

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

/** Codes of one shape, with the channel that they belong to. */
const codeOfShape = fc
  .constantFrom(...PAYMENT_CODE_SHAPES)
  .chain(({ channel, prefixes, lengths }) =>
    fc
      .tuple(fc.constantFrom(...prefixes), fc.integer({ min: lengths.minimum, max: lengths.maximum }))
      .chain(([prefix, length]) =>
        digits(length - prefix.length).map((rest) => ({ channel, code: prefix + rest })),
      ),
  )

describe('paymentChannelOf', () => {
  it('knows every shape', () => {
    fc.assert(
      fc.property(codeOfShape, ({ channel, code }) => {
        expect(paymentChannelOf(code)).toBe(channel)
      }),
    )
    expect(new Set(PAYMENT_CODE_SHAPES.map((shape) => shape.channel))).toEqual(new Set(PAYMENT_CHANNELS))
  })

  it('tells the shapes apart: no code belongs to two', () => {
    fc.assert(
      fc.property(codeOfShape, ({ code }) => {
        const fitting = PAYMENT_CODE_SHAPES.filter(
          ({ prefixes, lengths }) =>
            prefixes.some((prefix) => code.startsWith(prefix)) &&
            code.length >= lengths.minimum &&
            code.length <= lengths.maximum,
        )
        expect(fitting).toHaveLength(1)
      }),
    )
  })

  it('takes no trace code for a payment code: the first digit decides', () => {
    fc.assert(
      fc.property(digits(19), (rest) => {
        expect(paymentChannelOf(`8${rest}`)).toBeUndefined()
        expect(routeScan(`8${rest}`)).toMatchObject({ value: { kind: 'trace-code' } })
      }),
    )
  })

  it('takes nothing that is not digits, and no other length', () => {
    fc.assert(
      fc.property(codeOfShape, fc.constantFrom('', 'x', ' ', '-'), ({ code }, sign) => {
        if (sign !== '') expect(paymentChannelOf(code + sign)).toBeUndefined()
      }),
    )
    expect(paymentChannelOf('')).toBeUndefined()
    expect(paymentChannelOf('13'.padEnd(17, '1'))).toBeUndefined()
    expect(paymentChannelOf('13'.padEnd(19, '1'))).toBeUndefined()
    expect(paymentChannelOf('28'.padEnd(25, '1'))).toBeUndefined()
    expect(paymentChannelOf('62'.padEnd(18, '1'))).toBeUndefined()
    expect(paymentChannelOf('31'.padEnd(18, '1'))).toBeUndefined()
  })

  it('agrees with the routing of scans wherever that says payment code', () => {
    fc.assert(
      fc.property(codeOfShape, ({ channel, code }) => {
        const routed = routeScan(code)
        // a resident's number may look like a WeChat code: a scan of it is not routed at all
        if (!routed.ok) expect(channel).toBe('wechat')
        else expect(routed.value).toEqual({ kind: 'payment-code', provider: channel, text: code })
      }),
    )
  })
})

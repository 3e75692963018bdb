import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from './canonical-json.ts'

const { value: anyValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))

/** The same value with the members of every object in the opposite order. */
function turned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => turned(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]: [string, JsonValue]) => [name, turned(member)]),
  )
}

describe('canonicalJson', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('is different for different values', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (one, other) => {
        if (canonicalJson(one) === canonicalJson(other)) expect(one).toEqual(other)
        else expect(one).not.toEqual(other)
      }),
    )
    expect(canonicalJson(['1'])).not.toBe(canonicalJson([1]))
    expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['a,b']))
  })

  it('has one form: sorted, without blanks, zero without a sign', () => {
    expect(canonicalJson({ b: [1, -0, true], a: { d: null, c: '甲"\n' }, B: '' })).toBe(
      '{"B":"","a":{"c":"甲\\"\\n","d":null},"b":[1,0,true]}',
    )
  })

  it('survives an encoding as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        expect(canonicalJson(text + String.fromCharCode(half)).isWellFormed()).toBe(true)
      }),
    )
  })

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('throws on %d', (value) => {
    expect(() => canonicalJson({ value })).toThrow('not an integer')
  })
})

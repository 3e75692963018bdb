import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonExact, type WireValue } from './exact-json.ts'

/** What JSON.parse would give, with numbers as text. */
function withNumbersAsText(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? context?.source : value,
  )
}

const valueOf = (text: string): WireValue => {
  const parsed = parseJsonExact(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.value
}

describe('parseJsonExact', () => {
  it('keeps numbers as they were written', () => {
    expect(valueOf('{"a":12.10,"b":-0.005,"c":1e3,"d":12345678901234567890.12}')).toEqual({
      a: '12.10',
      b: '-0.005',
      c: '1e3',
      d: '12345678901234567890.12',
    })
  })

  it('agrees with JSON.parse on every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(valueOf(text)).toEqual(withNumbersAsText(text))
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with JSON.parse on what is no JSON', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '0',
      '1',
      '-',
      '.',
      'e',
      'true',
      'null',
      ' ',
      '\n',
      '\\u00e9',
      '\u0001',
      '\\"',
      '"k"',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        let native = true
        try {
          JSON.parse(text)
        } catch {
          native = false
        }
        const own = parseJsonExact(text)
        // the one difference: a repeated name
        if (!own.ok && own.problem === 'repeated-name') return
        expect(own.ok, text).toBe(native)
      }),
      { numRuns: 5000 },
    )
  })

  it('agrees with JSON.parse when a character of a document is changed or cut', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', '"', '\\', '}', ',', '0'),
        (value, where, piece) => {
          const text = JSON.stringify(value)
          const at = where % (text.length + 1)
          const broken = text.slice(0, at) + piece + text.slice(at + 1)
          let expected: unknown
          let native = true
          try {
            expected = withNumbersAsText(broken)
          } catch {
            native = false
          }
          const own = parseJsonExact(broken)
          if (!own.ok && own.problem === 'repeated-name') return
          expect(own.ok, broken).toBe(native)
          if (own.ok) expect(own.value).toEqual(expected)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('does not choose between two values of one name', () => {
    expect(parseJsonExact('{"acct_pay":"10.00","acct_pay":"0.00"}')).toEqual({
      ok: false,
      problem: 'repeated-name',
    })
    expect(parseJsonExact('{"a":1,"\\u0061":2}')).toEqual({ ok: false, problem: 'repeated-name' })
    expect(parseJsonExact('[{"a":1},{"a":2}]').ok).toBe(true)
  })

  it('stops at a depth bomb and at a length limit', () => {
    expect(parseJsonExact('['.repeat(200_000))).toEqual({ ok: false, problem: 'too-deep' })
    expect(parseJsonExact('{"a":'.repeat(100_000))).toEqual({ ok: false, problem: 'too-deep' })
    expect(parseJsonExact('"abcdef"', { depth: 4, length: 5 })).toEqual({ ok: false, problem: 'too-long' })
    expect(parseJsonExact('[[[[1]]]]', { depth: 4, length: 50 }).ok).toBe(true)
    expect(parseJsonExact('[[[[[1]]]]]', { depth: 4, length: 50 }).ok).toBe(false)
  })

  it('treats __proto__ as a name like any other', () => {
    const value = valueOf('{"__proto__":{"polluted":true},"constructor":1}')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it('takes a large answer whole', () => {
    const row = { a: '12.30', b: '名称', c: 'x'.repeat(50), d: 'with "escape" \n' }
    const text = JSON.stringify({ rows: Array.from({ length: 10_000 }, () => row) })
    expect(valueOf(text)).toEqual(JSON.parse(text))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactDateTime, parseWireDate, parseWireDateTime, wireDate, wireDateTime } from './wire-time.ts'

const NEW_YEAR = Date.UTC(2025, 11, 31, 16, 0, 0)

describe('wire time', () => {
  it('is China time wherever the machine stands', () => {
    expect(wireDateTime(NEW_YEAR)).toBe('2026-01-01 00:00:00')
    expect(wireDateTime(NEW_YEAR - 1)).toBe('2025-12-31 23:59:59')
    expect(wireDate(NEW_YEAR)).toBe('2026-01-01')
    expect(compactDateTime(NEW_YEAR + 3_723_000)).toBe('20260101010203')
  })

  it('reads back what it writes, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 1, 1), max: Date.UTC(2100, 11, 1) }), (at) => {
        const second = Math.floor(at / 1000) * 1000
        expect(parseWireDateTime(wireDateTime(at))).toBe(second)
        expect(wireDateTime(parseWireDate(wireDate(at)) ?? 0)).toBe(`${wireDate(at)} 00:00:00`)
      }),
    )
  })

  it('refuses moments that do not exist and other forms', () => {
    for (const text of [
      '2026-02-29 00:00:00',
      '2026-04-31 10:00:00',
      '2026-01-01 24:00:00',
      '2026-01-01 10:60:00',
      '2026-13-01 10:00:00',
      '0000-00-00 00:00:00',
      '2026-01-01T10:00:00',
      '20260101100000',
      '2026-01-01 10:00',
      '2026-1-1 10:00:00',
      '9999-12-31 00:00:00',
      '',
    ]) {
      expect(parseWireDateTime(text), text).toBeUndefined()
    }
    expect(parseWireDate('2024-02-29')).toBeDefined()
    expect(parseWireDate('2023-02-29')).toBeUndefined()
    expect(parseWireDate('2023-02-28 00:00:00')).toBeUndefined()
  })
})

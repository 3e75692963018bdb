import { describe, expect, it } from 'vitest'
import { firstSellableExpiry, isExpired } from './expiry.ts'

describe('expiry', () => {
  it('sells on the day of expiry and not on the day after', () => {
    expect(isExpired('2026-02-28', '2026-02-27')).toBe(false)
    expect(isExpired('2026-02-28', '2026-02-28')).toBe(false)
    expect(isExpired('2026-02-28', '2026-03-01')).toBe(true)
    expect(isExpired('2025-12-31', '2026-01-01')).toBe(true)
  })

  it('never expires without a date', () => {
    expect(isExpired(undefined, '9999-12-31')).toBe(false)
  })

  it('gives storage the same bound', () => {
    const today = '2026-02-28'
    for (const day of ['2026-02-27', '2026-02-28', '2026-03-01']) {
      expect(isExpired(day, today)).toBe(day < firstSellableExpiry(today))
    }
  })
})

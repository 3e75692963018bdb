import { describe, expect, it } from 'vitest'
import { say } from './say.ts'
import { clockText, dayAndMinuteText, elapsedText } from './time.ts'

describe('say', () => {
  it('fills placeholders, and leaves nothing of one without a value', () => {
    expect(say('header.till', { till: '1' })).toBe('1号机')
    expect(say('header.till')).toBe('号机')
  })
})

describe('times', () => {
  it("are China's, whatever the machine is set to", () => {
    const instant = Date.UTC(2026, 2, 9, 17, 4, 5)
    expect(clockText(instant)).toBe('01:04:05')
    expect(dayAndMinuteText(instant)).toBe('03/10 01:04')
  })

  it.each([
    [-5, '0 秒'],
    [8_900, '8 秒'],
    [188_000, '3 分 08 秒'],
    [7_500_000, '2 小时 05 分'],
  ])('%i ms is %s', (milliseconds, text) => {
    expect(elapsedText(milliseconds)).toBe(text)
  })
})

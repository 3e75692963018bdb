import { describe, expect, it } from 'vitest'
import { nextQuestionAt } from './tender-asker.ts'

const NOW = 1_000_000

describe('when a payment is asked about again', () => {
  it('is every two seconds for a minute, then ever later up to a minute', () => {
    const pauses = [1, 30, 31, 32, 35, 36, 500].map(
      (attempts) => nextQuestionAt(NOW, attempts, undefined) - NOW,
    )
    expect(pauses).toEqual([2_000, 2_000, 4_000, 8_000, 60_000, 60_000, 60_000])
  })

  it('is no later than when its shown code expires, and as ever once that has passed', () => {
    expect(nextQuestionAt(NOW, 40, NOW + 5_000)).toBe(NOW + 5_000)
    expect(nextQuestionAt(NOW, 1, NOW + 5_000)).toBe(NOW + 2_000)
    expect(nextQuestionAt(NOW, 40, NOW)).toBe(NOW + 60_000)
  })
})

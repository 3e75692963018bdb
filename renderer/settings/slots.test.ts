import { describe, expect, it } from 'vitest'
import { bytesApart } from './bytes-apart.ts'
import { shownSlots, slotName, testOf } from './slots.ts'

describe('the places for devices', () => {
  it('are all kinds, every scanner there is, and one more', () => {
    expect(shownSlots([]).slice(0, 2)).toEqual(['scanner-1', 'code-box'])
    expect(shownSlots(['scanner-1', 'scanner-3', 'printer']).slice(0, 4)).toEqual([
      'scanner-1',
      'scanner-2',
      'scanner-3',
      'code-box',
    ])
    const all = Array.from({ length: 8 }, (_, index) => `scanner-${index + 1}`)
    expect(shownSlots(all).filter((slot) => slot.startsWith('scanner'))).toEqual(all)
  })

  it('have names and something to try', () => {
    expect(slotName('scanner-2')).toBe('扫码枪 2')
    expect(slotName('printer')).toBe('小票打印机')
    expect(testOf('drawer')).toBe('drawer')
    expect(testOf('card-reader')).toBe('read')
  })
})

describe('raw bytes', () => {
  it('stand apart, sixteen to a line', () => {
    expect(bytesApart('36393031320d')).toBe('36 39 30 31 32 0D')
    expect(bytesApart('00'.repeat(17))).toBe(`${'00 '.repeat(15)}00\n00`)
    expect(bytesApart('')).toBe('')
  })
})

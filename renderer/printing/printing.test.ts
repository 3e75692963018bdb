import { describe, expect, it } from 'vitest'
import { PRINT_STATES, type PrintJobView } from '../../engine/contract/printing.ts'
import { printLine } from '../text/print-words.ts'
import { sheetStyle } from './paper-sheet.ts'
import { keysOf, paperOf } from './print-queue-store.ts'

const job = (state: PrintJobView['state'], problem: PrintJobView['problem'] = null): PrintJobView => ({
  id: state,
  what: 'receipt',
  saleId: 'sale',
  saleNumber: '1-0001',
  returnId: null,
  copy: 1,
  state,
  attempts: 1,
  problem,
  createdAt: 0,
  changedAt: 0,
})

describe('a job of the print queue', () => {
  it('that may be on paper is never printed again as the same copy', () => {
    expect(keysOf(job('uncertain')).again).toBe('reprint')
    expect(keysOf(job('incomplete')).again).toBe('reprint')
    expect(keysOf(job('waiting')).again).toBe('retry')
  })

  it('that is printing or done offers nothing', () => {
    for (const state of ['printing', 'printed', 'cancelled'] as const) {
      expect(keysOf(job(state))).toEqual({ again: null, system: false, cancel: false })
    }
    expect(keysOf(undefined)).toEqual({ again: null, system: false, cancel: false })
  })

  it('of a return is printed again as the slip of the return, not as the receipt of its sale', () => {
    const slip: PrintJobView = { ...job('uncertain'), what: 'return-slip', returnId: 'return' }
    expect(paperOf(slip)).toEqual({ of: 'return', id: 'return' })
    expect(paperOf(job('uncertain'))).toEqual({ of: 'sale', id: 'sale' })
    expect(paperOf({ ...job('uncertain'), saleId: null })).toBeUndefined()
  })

  it('without a sale has no receipt to print elsewhere', () => {
    for (const state of PRINT_STATES) {
      const { again, system } = keysOf({ ...job(state), saleId: null })
      expect(system).toBe(false)
      expect(again).not.toBe('reprint')
    }
  })
})

describe('the line about receipts', () => {
  it('says the most doubtful first, with its reason', () => {
    expect(printLine([job('waiting', 'paper-out'), job('waiting')])).toBe('2 张小票等着打印：没有纸')
    expect(printLine([job('waiting'), job('uncertain', 'interrupted')])).toBe(
      '1 张小票可能已经打出：打印时程序中断',
    )
  })

  it('is silent when nothing waits', () => {
    expect(printLine([])).toBeUndefined()
    expect(printLine([job('printing'), job('printed')])).toBeUndefined()
  })
})

describe('the sheet for paper', () => {
  it('is one page as long as the receipt', () => {
    expect(sheetStyle(576, 1152)).toContain('size: 80mm 161mm')
    expect(sheetStyle(0, 10)).toContain('size: 80mm')
  })
})

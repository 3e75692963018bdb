import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DisplayView } from '../../contract/devices.ts'
import type { SaleView } from '../../contract/sale.ts'
import { displayViewOf, poleContent } from './display-content.ts'

const NOW = 1_000_000
const IDLE = displayViewOf(null, NOW)
const line = (name: string, amount: number) => ({ name, quantity: 10_000, unit: '盒', amount })
const selling = (...lines: DisplayView['lines']): DisplayView => {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  return { ...IDLE, state: 'selling', lines, total, due: total }
}

describe('what a pole display shows', () => {
  it('is the line that was added, then what is due, then the change', () => {
    const one = selling(line('阿莫西林胶囊', 12_50))
    const two = selling(line('阿莫西林胶囊', 12_50), line('感冒灵颗粒', 20_00))
    expect(poleContent(IDLE, one, false)).toEqual({
      kind: 'text',
      upper: '阿莫西林胶囊',
      lower: '12.50 合计 12.50',
    })
    expect(poleContent(one, two, false)).toMatchObject({ upper: '感冒灵颗粒', lower: '20.00 合计 32.50' })
    expect(poleContent(one, two, true)).toEqual({ kind: 'amount', what: 'price', amount: 20_00 })
    // a line that went, or only what is due changed
    expect(poleContent(two, one, false)).toEqual({ kind: 'amount', what: 'total', amount: 12_50 })
    const paid = { ...two, due: 2_50 }
    expect(poleContent(two, paid, false)).toEqual({ kind: 'amount', what: 'total', amount: 2_50 })
    const thanks: DisplayView = { ...two, state: 'thanks', due: 0, received: 50_00, change: 17_50 }
    expect(poleContent(two, thanks, false)).toMatchObject({ upper: '找零 17.50' })
    expect(poleContent(two, thanks, true)).toEqual({ kind: 'amount', what: 'change', amount: 17_50 })
    expect(poleContent(thanks, IDLE, false)).toEqual({ kind: 'nothing' })
  })

  it('names the line whose quantity changed', () => {
    const before = selling(line('甲', 10_00), line('乙', 5_00))
    const after = selling(line('甲', 20_00), line('乙', 5_00))
    expect(poleContent(before, after, false)).toMatchObject({ upper: '甲', lower: '20.00 合计 25.00' })
  })

  it('can be made of any two views', () => {
    const lines = fc.array(fc.record({ name: fc.string(), amount: fc.nat(1_000_000) }), { maxLength: 5 })
    const view = lines.map((all) => selling(...all.map(({ name, amount }) => line(name, amount))))
    fc.assert(
      fc.property(view, view, fc.boolean(), (before, now, digitsOnly) => {
        const content = poleContent(before, now, digitsOnly)
        if (digitsOnly) expect(content.kind).not.toBe('text')
      }),
    )
  })
})

describe('what the customer may see of a sale', () => {
  const sale: SaleView = {
    id: 'sale-1',
    number: '1',
    state: 'open',
    openedAt: 0,
    lines: [],
    currentLineId: null,
    totals: { gross: 30_00, discount: 0, total: 30_00, insured: 10_00, tendered: 0, outstanding: 20_00 },
    insured: {
      credentialType: '01',
      personName: '陈*敏',
      documentNumber: '4419****4025',
      gender: '2',
      options: [],
      chosen: 0,
      accountUsed: true,
    },
    settlement: null,
    tenders: [],
    payableBy: [],
    openCaseId: null,
    locked: false,
    nextStep: { code: 'SCAN_OR_PAY', params: {} },
  }

  it('holds amounts and nothing about the person, not even masked', () => {
    const view = displayViewOf(sale, NOW)
    expect(view).toMatchObject({ state: 'selling', total: 30_00, due: 20_00, received: null, change: null })
    expect(JSON.stringify(view)).not.toMatch(/陈|4419/)
  })

  it('holds the code to scan with its amount until it has expired', () => {
    const tender: SaleView['tenders'][number] = {
      id: 'tender-1',
      kind: 'qr',
      state: 'paying',
      amount: 12_00,
      received: 12_00,
      change: 0,
      channel: null,
      reference: null,
      orderNumber: 'order-1',
      since: NOW,
      shownCode: { text: 'practice:order-1', expiresAt: NOW + 1 },
    }
    const waiting = { ...sale, tenders: [tender] }
    expect(displayViewOf(waiting, NOW).qr).toEqual({ text: 'practice:order-1', amount: 12_00 })
    expect(displayViewOf(waiting, NOW + 1).qr).toBeNull()
  })

  it('is nothing when the sale was put aside or given up', () => {
    expect(displayViewOf({ ...sale, state: 'held' }, NOW)).toEqual(IDLE)
    expect(displayViewOf({ ...sale, state: 'voided' }, NOW)).toEqual(IDLE)
  })
})

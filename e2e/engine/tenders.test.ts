import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { lastExchange, readCases, readJournal } from './testing/journal.ts'
import {
  ALIPAY,
  becomes,
  EXPIRED,
  heldCall,
  lastOf,
  moneyOf,
  NEARLY_EMPTY,
  saleOf,
  WAITS_FOR_EVER,
  WECHAT,
  WECHAT_CONFIRMS,
} from './payments.ts'
import { until } from '../../sandbox/testing/until.ts'
import { clearCounter, expectRefusal, quotedSale } from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter()
})
afterEach(async () => {
  await counter.centre.acquirer.clearFaults()
  await clearCounter(counter)
})
afterAll(() => counter.close())

const acquirer = () => counter.centre.acquirer
const sentTo = (operation: 'pay' | 'refund'): ReturnType<typeof readJournal> =>
  readJournal(counter, `acquirer.${operation}`)

describe('mixed tenders on one sale', () => {
  it('cash, card and code: completed with the last of them, each with its own reference on the receipt', async () => {
    const { id, totals } = await scanBoxes(counter, 2)
    const offered = (await saleOf(counter, id)).payableBy
    expect(offered).toEqual(['cash', 'bank-card', 'qr'])
    await counter.must('tender.takeCash', { amount: 5_00 })
    await counter.must('tender.takeCard', { kind: 'bank-card', amount: 10_00, reference: '000123' })
    const byCode = await counter.must('tender.payByCode', { code: WECHAT, amount: 7_00 })
    expect(byCode.sale).toMatchObject({ state: 'open', locked: true })
    expect(byCode.sale.totals).toMatchObject({ tendered: 22_00, outstanding: totals.total - 22_00 })
    const { sale, change } = await counter.must('sale.payCash', { received: totals.total })
    expect(change).toBe(22_00)
    expect(sale).toMatchObject({ state: 'completed', totals: { outstanding: 0 } })
    expect(sale.tenders.map(({ kind, state, amount, channel }) => [kind, state, amount, channel])).toEqual([
      ['cash', 'taken', 5_00, null],
      ['bank-card', 'taken', 10_00, null],
      ['qr', 'taken', 7_00, 'wechat'],
      ['cash', 'taken', totals.total - 22_00, null],
    ])
    const qr = sale.tenders[2]
    expect(await moneyOf(counter, qr?.orderNumber ?? null)).toEqual({ paid: 7_00, back: 0 })
    const { text } = await counter.must('receipt.preview', { saleId: id, width: '80' })
    expect(text).toMatch(/银行卡 +10\.00/)
    expect(text).toMatch(/微信支付 +7\.00/)
    expect(text).toContain('000123')
    expect(text).toContain(qr?.reference?.slice(0, 20) ?? 'no reference')
  })

  it('takes nothing beyond what is owed, and nothing when nothing is owed', async () => {
    const { totals } = await scanBoxes(counter)
    const more = totals.total + 1
    for (const refused of [
      await counter.call('tender.takeCash', { amount: more }),
      await counter.call('tender.takeCard', { kind: 'bank-card', amount: more, reference: '1' }),
      await counter.call('tender.payByCode', { code: WECHAT, amount: more }),
    ]) {
      expectRefusal(refused, 'TENDER_MORE_THAN_OWED')
    }
    expect(sentTo('pay').length).toBe(1)
  })

  it('counts each way of paying for itself at the end of the shift', async () => {
    const till = await openCounter()
    try {
      const { totals } = await scanBoxes(till)
      await till.must('tender.takeCash', { amount: 3_00 })
      const { sale } = await till.must('tender.payByCode', { code: ALIPAY, amount: null })
      expect(sale.state).toBe('completed')
      const summary = await till.must('session.signOut', {})
      expect(summary).toMatchObject({
        cashTotal: 3_00,
        expectedDrawer: 103_00,
        tenders: [
          { kind: 'cash', count: 1, amount: 3_00 },
          { kind: 'qr', count: 1, amount: totals.total - 3_00 },
        ],
      })
    } finally {
      await till.close()
    }
  })
})

describe('a payment by code', () => {
  it('is what a scanned code does while the sale waits for money, and nothing anywhere else', async () => {
    const early = await counter.must('scan.submit', { text: ALIPAY })
    expectRefusal(early.outcome, 'SCAN_NOT_EXPECTED')
    const { id, totals } = await scanBoxes(counter)
    const paid = await counter.must('scan.submit', { text: ALIPAY })
    expect(paid.outcome).toMatchObject({ kind: 'payment-presented', refusal: null })
    expect(paid.sale).toMatchObject({ id, state: 'completed' })
    expect(paid.sale?.tenders).toMatchObject([{ kind: 'qr', channel: 'alipay', amount: totals.total }])
  })

  it.each([
    [NEARLY_EMPTY, 'balance-too-low'],
    [EXPIRED, 'code-expired'],
    ['130000000000000099', 'code-unknown'],
  ])('%s is refused (%s), and the sale can be paid otherwise', async (code, reason) => {
    const { id } = await scanBoxes(counter)
    const refused = expectRefusal(
      await counter.call('tender.payByCode', { code, amount: null }),
      'TENDER_REFUSED',
    )
    expect(refused.params).toEqual({ reason })
    expect(await saleOf(counter, id)).toMatchObject({ locked: false, tenders: [{ state: 'refused' }] })
    expect((await counter.must('sale.payCash', { received: null })).sale.state).toBe('completed')
  })

  it('answered twice counts once', async () => {
    await scanBoxes(counter)
    await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'twice' } })
    const { sale } = await counter.must('tender.payByCode', { code: WECHAT, amount: null })
    expect(sale).toMatchObject({ state: 'completed', tenders: [{ state: 'taken' }] })
    expect(await moneyOf(counter, lastOf(sale).orderNumber)).toEqual({ paid: sale.totals.total, back: 0 })
  })

  it('asked for twice at once is one payment: the second press finds the first', async () => {
    const { id, totals } = await scanBoxes(counter)
    const both = await Promise.all([
      counter.call('tender.payByCode', { code: WECHAT, amount: null }),
      counter.call('tender.payByCode', { code: WECHAT, amount: null }),
    ])
    expect(both.filter((paid) => paid.ok)).toHaveLength(1)
    expect((await saleOf(counter, id)).totals).toMatchObject({ tendered: totals.total, outstanding: 0 })
  })

  it('journals every call, and never the key', async () => {
    await scanBoxes(counter)
    await counter.must('tender.payByCode', { code: WECHAT, amount: null })
    const last = lastExchange(counter, 'acquirer.pay')
    expect(last.steps.map(({ step }) => step)).toEqual(['sent', 'accepted'])
    expect(JSON.stringify(readJournal(counter))).not.toContain('practice-acquirer-key')
  })

  it('waits for the customer to confirm, and asks by itself', async () => {
    const { id } = await scanBoxes(counter)
    const { sale } = await counter.must('tender.payByCode', { code: WECHAT_CONFIRMS, amount: null })
    expect(sale).toMatchObject({ nextStep: { code: 'WAIT_FOR_TENDER' }, payableBy: [] })
    expect(lastOf(sale).state).toBe('paying')
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'TENDER_IN_FLIGHT')
    expectRefusal(await counter.call('tender.payByCode', { code: WECHAT, amount: null }), 'TENDER_IN_FLIGHT')
    expect((await becomes(counter, id, 'taken')).state).toBe('completed')
    expect(await moneyOf(counter, lastOf(sale).orderNumber)).toEqual({ paid: sale.totals.total, back: 0 })
  })

  it('is given up only when the acquirer has closed it; then the sale is paid under a new order', async () => {
    const { id } = await scanBoxes(counter)
    const { sale } = await counter.must('tender.payByCode', { code: WAITS_FOR_EVER, amount: null })
    const given = await counter.must('tender.giveUp', { tenderId: lastOf(sale).id })
    expect(lastOf(given.sale).state).toBe('refused')
    const again = await counter.must('tender.payByCode', { code: ALIPAY, amount: null })
    expect(again.sale).toMatchObject({ id, state: 'completed' })
    const [first, second] = again.sale.tenders
    expect(first?.orderNumber).not.toBe(second?.orderNumber)
    expect(await moneyOf(counter, first?.orderNumber ?? null)).toEqual({ paid: 0, back: 0 })
    // the customer takes the phone out again: too late
    await expect(acquirer().confirm(first?.orderNumber ?? '')).rejects.toThrow()
  })
})

describe('an answer that does not come', () => {
  it.each(['reset-after', 'half-body', 'http-status', 'garbage', 'wrong-answer'] as const)(
    '%s: unknown, asked about, taken; the wallet paid once',
    async (kind) => {
      const { id } = await scanBoxes(counter)
      await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind } })
      const refused = await counter.call('tender.payByCode', { code: WECHAT, amount: null })
      expectRefusal(refused, 'TENDER_OUTCOME_UNKNOWN')
      const before = sentTo('pay').length
      const { sale } = await counter.must('tender.ask', { tenderId: lastOf(await saleOf(counter, id)).id })
      expect(sale).toMatchObject({ id, state: 'completed' })
      expect(sentTo('pay')).toHaveLength(before)
      expect(await moneyOf(counter, lastOf(sale).orderNumber)).toEqual({ paid: sale.totals.total, back: 0 })
    },
  )

  it('is asked about by itself; nothing else is taken meanwhile', async () => {
    const { id } = await scanBoxes(counter)
    await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'reset-after' } })
    expectRefusal(
      await counter.call('tender.payByCode', { code: WECHAT, amount: null }),
      'TENDER_OUTCOME_UNKNOWN',
    )
    expect(await saleOf(counter, id)).toMatchObject({ locked: true, nextStep: { code: 'ASK_TENDER' } })
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'TENDER_IN_FLIGHT')
    expectRefusal(await counter.call('sale.void', { reason: '不要了' }), 'SALE_LOCKED')
    expect((await becomes(counter, id, 'taken')).state).toBe('completed')
  })

  it('not paid, closed, and paid again under a new order number', async () => {
    const { id } = await scanBoxes(counter)
    await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'reset-before' } })
    expectRefusal(
      await counter.call('tender.payByCode', { code: WECHAT, amount: null }),
      'TENDER_OUTCOME_UNKNOWN',
    )
    const tender = lastOf(await saleOf(counter, id))
    // that the acquirer knows of none proves nothing: it may still be on its way
    expectRefusal(await counter.call('tender.ask', { tenderId: tender.id }), 'TENDER_OUTCOME_UNKNOWN')
    const given = await counter.must('tender.giveUp', { tenderId: tender.id })
    expect(lastOf(given.sale).state).toBe('refused')
    const { sale } = await counter.must('tender.payByCode', { code: WECHAT, amount: null })
    expect(sale).toMatchObject({ id, state: 'completed' })
    expect(lastOf(sale).orderNumber).not.toBe(tender.orderNumber)
    expect(await moneyOf(counter, tender.orderNumber)).toEqual({ paid: 0, back: 0 })
  })

  it('is not given up while the acquirer says nothing', async () => {
    const { id } = await scanBoxes(counter)
    await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'reset-after' } })
    await counter.call('tender.payByCode', { code: WECHAT, amount: null })
    const tender = lastOf(await saleOf(counter, id))
    await acquirer().setLine({ listening: false })
    try {
      expectRefusal(await counter.call('tender.giveUp', { tenderId: tender.id }), 'TENDER_OUTCOME_UNKNOWN')
      const { tenders } = await counter.must('tender.open', {})
      expect(tenders).toMatchObject([{ tenderId: tender.id, saleId: id, state: 'unknown' }])
    } finally {
      await acquirer().setLine({ listening: true })
    }
    expect((await counter.must('tender.giveUp', { tenderId: tender.id })).sale.state).toBe('completed')
  })

  it('nothing left the till: refused, and nobody was debited', async () => {
    await scanBoxes(counter)
    await acquirer().setLine({ listening: false })
    try {
      expectRefusal(await counter.call('tender.payByCode', { code: WECHAT, amount: null }), 'TENDER_NOT_SENT')
    } finally {
      await acquirer().setLine({ listening: true })
    }
    expect(lastExchange(counter, 'acquirer.pay').steps.map(({ step }) => step)).toEqual(['sent', 'not-sent'])
  })

  it('comes late: adopted for its own order', async () => {
    const { id } = await scanBoxes(counter)
    await acquirer().addFaults(
      { operation: ['pay'], limit: 1, fault: { kind: 'late', delay: 'released' } },
      // questions learn nothing, so that only the late answer can tell
      { operation: ['query'], fault: { kind: 'http-status', status: 502, processed: false } },
    )
    expectRefusal(
      await counter.call('tender.payByCode', { code: WECHAT, amount: null }),
      'TENDER_OUTCOME_UNKNOWN',
    )
    await counter.centre.release(await heldCall(counter, 'pay'))
    expect((await becomes(counter, id, 'taken')).state).toBe('completed')
    expect(lastExchange(counter, 'acquirer.pay').steps.map(({ step }) => step)).toEqual([
      ...['sent', 'unknown', 'late-answer'],
    ])
  })

  it('comes late for what was given up and paid in cash: kept as a case, never counted', async () => {
    const { id } = await scanBoxes(counter)
    await acquirer().addFaults(
      { operation: ['pay'], limit: 1, fault: { kind: 'late', delay: 'released' } },
      // an acquirer that contradicts itself: paid, and said to be closed
      { operation: ['query', 'close'], fault: { kind: 'result-code', message: 'order-closed' } },
    )
    await counter.call('tender.payByCode', { code: WECHAT, amount: null })
    const tender = lastOf(await saleOf(counter, id))
    await counter.must('tender.giveUp', { tenderId: tender.id })
    const { sale } = await counter.must('sale.payCash', { received: null })
    expect(sale.state).toBe('completed')
    await counter.centre.release(await heldCall(counter, 'pay'))
    const cases = await until('the case', () => {
      const rows = readCases(counter)
      return Promise.resolve(rows.length > 0 && rows)
    })
    expect(cases).toMatchObject([{ kind: 'late-tender', state: 'open', sale_id: id, tender_id: tender.id }])
    expect((await saleOf(counter, id)).tenders.map(({ kind, state }) => [kind, state])).toEqual([
      ['qr', 'refused'],
      ['cash', 'taken'],
    ])
  })

  it('of another sale is put aside with it, and is told apart from the next customer’s', async () => {
    const first = await scanBoxes(counter)
    await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'reset-after' } })
    await counter.call('tender.payByCode', { code: WECHAT, amount: null })
    await counter.must('sale.hold', {})
    const second = await scanBoxes(counter, 2)
    await becomes(counter, first.id, 'taken')
    expect((await counter.must('sale.current', {})).sale?.id).toBe(second.id)
    await counter.must('sale.payCash', { received: null })
    // nobody would look for it: it is in both lists until it is taken back, which completes it
    expect((await counter.must('sale.held', {})).sales).toMatchObject([{ id: first.id, paid: true }])
    expect((await counter.must('tender.open', {})).tenders).toMatchObject([
      { saleId: first.id, state: 'taken', amount: first.totals.total },
    ])
    const { sale } = await counter.must('sale.recall', { saleId: first.id })
    expect(sale).toMatchObject({ id: first.id, state: 'completed', totals: { outstanding: 0 } })
    expect((await counter.must('tender.open', {})).tenders).toEqual([])
  })

  it('that pays only a part of a sale put aside leaves the rest to be paid when it is taken back', async () => {
    const { id } = await scanBoxes(counter)
    await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'reset-after' } })
    await counter.call('tender.payByCode', { code: WECHAT, amount: 1_00 })
    await counter.must('sale.hold', {})
    await becomes(counter, id, 'taken')
    expect((await counter.must('sale.held', {})).sales).toMatchObject([{ id, paid: false }])
    expect((await counter.must('tender.open', {})).tenders).toEqual([])
    const { sale } = await counter.must('sale.recall', { saleId: id })
    expect(sale.state).toBe('open')
    expect((await counter.must('sale.payCash', { received: null })).sale.state).toBe('completed')
  })
})

describe('an insured sale', () => {
  it('pays the rest by code, after the settlement and never before', async () => {
    const quoted = await quotedSale(counter, '林秀英')
    expect(quoted.payableBy).toEqual([])
    const scanned = await counter.must('scan.submit', { text: ALIPAY })
    expectRefusal(scanned.outcome, 'SCAN_NOT_EXPECTED')
    expect(scanned.sale).toEqual(quoted)
    expectRefusal(
      await counter.call('tender.payByCode', { code: ALIPAY, amount: null }),
      'SALE_STATE_FORBIDS',
    )
    const { sale: settled } = await counter.must('insurance.settle', {})
    expect(settled).toMatchObject({ state: 'open', totals: { insured: 3_50, outstanding: 25_00 } })
    const { sale } = await counter.must('tender.payByCode', { code: ALIPAY, amount: null })
    expect(sale).toMatchObject({ state: 'completed', tenders: [{ kind: 'qr', amount: 25_00 }] })
    const { text } = await counter.must('receipt.preview', { saleId: sale.id })
    expect(text).toContain('支付宝')
  })

  it('takes nothing while the settlement is unknown', async () => {
    await quotedSale(counter, '林秀英')
    await counter.centre.addFaults({ infno: ['2102A'], limit: 1, fault: { kind: 'reset-after' } })
    await counter.call('insurance.settle', {})
    for (const refused of [
      await counter.call('tender.takeCash', { amount: 1 }),
      await counter.call('tender.takeCard', { kind: 'bank-card', amount: 1, reference: '1' }),
      await counter.call('tender.payByCode', { code: ALIPAY, amount: 1 }),
    ]) {
      expectRefusal(refused, 'INSURANCE_SETTLEMENT_UNKNOWN')
    }
    await counter.call('insurance.resolve', {})
  })
})

it('after all of it both ledgers add up', async () => {
  expect(await acquirer().check()).toEqual([])
  expect(await counter.centre.check()).toEqual([])
  const { tenders } = await counter.must('tender.open', {})
  expect(tenders).toEqual([])
})

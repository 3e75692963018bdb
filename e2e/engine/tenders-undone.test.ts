import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { readJournal } from './testing/journal.ts'
import { ALIPAY, becomes, heldCall, lastOf, moneyOf, saleOf, WECHAT } from './payments.ts'
import { readTill } from './testing/returning.ts'
import { clearCounter, expectRefusal } from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter()
})
afterEach(async () => {
  await counter.centre.acquirer.clearFaults()
  await clearCounter(counter)
})
afterAll(() => counter.close())

const REASON = '收错了金额'
const reasonOf = (tenderId: string): string | null | undefined =>
  readTill<{ reason: string | null }>(
    counter,
    'SELECT undo_reason AS reason FROM tender WHERE id = ?',
    tenderId,
  )[0]?.reason

const acquirer = () => counter.centre.acquirer
const sentTo = (operation: 'pay' | 'refund'): ReturnType<typeof readJournal> =>
  readJournal(counter, `acquirer.${operation}`)

/** The refund number inside a journalled request. */
const refundNumberIn = (request: string): string | undefined => /"refundNumber":"(\w+)"/.exec(request)?.[1]

describe('a power cut', () => {
  it('while the payment is out: unknown after the start, asked about by itself, never sent again', async () => {
    const { id } = await scanBoxes(counter)
    await acquirer().addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'late', delay: 'released' } })
    const paying = counter.call('tender.payByCode', { code: WECHAT, amount: null }).catch(() => undefined)
    const requestId = await heldCall(counter, 'pay')
    await acquirer().setLine({ listening: false })
    await counter.restart()
    await paying
    expect(lastOf(await saleOf(counter, id)).state).toBe('unknown')
    const before = sentTo('pay').length
    await counter.centre.release(requestId)
    await acquirer().setLine({ listening: true })
    expect((await becomes(counter, id, 'taken')).state).toBe('completed')
    expect(sentTo('pay')).toHaveLength(before)
  })

  it('while a refund is out: unknown, then proven, and given back once', async () => {
    const { id } = await scanBoxes(counter)
    const { sale } = await counter.must('tender.payByCode', { code: WECHAT, amount: 1_00 })
    const tender = lastOf(sale)
    await acquirer().addFaults({
      operation: ['refund'],
      limit: 1,
      fault: { kind: 'late', delay: 'released' },
    })
    const undoing = counter
      .call('tender.undo', { tenderId: tender.id, reason: REASON })
      .catch(() => undefined)
    const requestId = await heldCall(counter, 'refund')
    await counter.restart()
    await undoing
    await counter.centre.release(requestId)
    await becomes(counter, id, 'refunded')
    expect(await moneyOf(counter, tender.orderNumber)).toEqual({ paid: 1_00, back: 1_00 })
    expect(sentTo('refund')).toHaveLength(1)
  })
})

describe('giving back before the sale is completed', () => {
  it('frees the sale: cash, card and code', async () => {
    const { id } = await scanBoxes(counter, 2)
    await counter.must('tender.takeCash', { amount: 1_00 })
    await counter.must('tender.takeCard', { kind: 'bank-card', amount: 2_00, reference: '77' })
    const { sale } = await counter.must('tender.payByCode', { code: ALIPAY, amount: 3_00 })
    expectRefusal(await counter.call('sale.void', { reason: '不要了' }), 'SALE_LOCKED')
    for (const tender of sale.tenders)
      await counter.must('tender.undo', { tenderId: tender.id, reason: REASON })
    const undone = await saleOf(counter, id)
    expect(undone.tenders.map(({ state }) => state)).toEqual(['refunded', 'refunded', 'refunded'])
    expect(undone).toMatchObject({ locked: false, totals: { tendered: 0 } })
    expect(await moneyOf(counter, sale.tenders[2]?.orderNumber ?? null)).toEqual({ paid: 3_00, back: 3_00 })
    expect(sale.tenders.map(({ id: tenderId }) => reasonOf(tenderId))).toEqual([REASON, REASON, REASON])
    await counter.must('sale.void', { reason: '不要了' })
  })

  it('a lost answer of a refund: asked about first, repeated under its own number, given back once', async () => {
    await scanBoxes(counter)
    const { sale } = await counter.must('tender.payByCode', { code: WECHAT, amount: 2_00 })
    const tender = lastOf(sale)
    await acquirer().addFaults({ operation: ['refund'], limit: 1, fault: { kind: 'reset-before' } })
    expectRefusal(
      await counter.call('tender.undo', { tenderId: tender.id, reason: REASON }),
      'TENDER_REFUND_UNKNOWN',
    )
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'TENDER_IN_FLIGHT')
    const done = await counter.must('tender.undo', { tenderId: tender.id, reason: '其他' })
    expect(lastOf(done.sale).state).toBe('refunded')
    expect(reasonOf(tender.id)).toBe(REASON)
    const refunds = readJournal(counter, 'acquirer.refund').slice(-2)
    const numbers = refunds.map(({ request }) => refundNumberIn(request))
    expect(numbers[0]).toBe(numbers[1])
    expect(await moneyOf(counter, tender.orderNumber)).toEqual({ paid: 2_00, back: 2_00 })
  })

  it('a refund that never arrived is asked for again also when its sale was put aside meanwhile', async () => {
    await scanBoxes(counter)
    const { sale } = await counter.must('tender.payByCode', { code: WECHAT, amount: 2_00 })
    const { id: tenderId, orderNumber } = lastOf(sale)
    await acquirer().addFaults({ operation: ['refund'], limit: 1, fault: { kind: 'reset-before' } })
    expectRefusal(await counter.call('tender.undo', { tenderId, reason: REASON }), 'TENDER_REFUND_UNKNOWN')
    await counter.must('sale.hold', {})
    // a question finds nothing, which proves nothing
    expectRefusal(await counter.call('tender.ask', { tenderId }), 'TENDER_REFUND_UNKNOWN')
    await counter.must('tender.undo', { tenderId, reason: REASON })
    expect(await moneyOf(counter, orderNumber)).toEqual({ paid: 2_00, back: 2_00 })
    const { sale: back } = await counter.must('sale.recall', { saleId: sale.id })
    expect(lastOf(back).state).toBe('refunded')
  })

  it('a refund that was done although its answer was lost is found, not repeated', async () => {
    await scanBoxes(counter)
    const { sale } = await counter.must('tender.payByCode', { code: WECHAT, amount: 2_00 })
    const before = sentTo('refund').length
    await acquirer().addFaults({ operation: ['refund'], limit: 1, fault: { kind: 'reset-after' } })
    const { id: tenderId, orderNumber } = lastOf(sale)
    expectRefusal(await counter.call('tender.undo', { tenderId, reason: REASON }), 'TENDER_REFUND_UNKNOWN')
    await counter.call('tender.undo', { tenderId, reason: REASON })
    await becomes(counter, sale.id, 'refunded')
    expect(sentTo('refund')).toHaveLength(before + 1)
    expect(await moneyOf(counter, orderNumber)).toEqual({ paid: 2_00, back: 2_00 })
  })
})

it('after all of it both ledgers add up', async () => {
  expect(await acquirer().check()).toEqual([])
  expect(await counter.centre.check()).toEqual([])
})

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SCANNING_WALLET } from '../../sandbox/acquirer/wallets.ts'
import { until } from '../../sandbox/testing/until.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { becomes, lastOf, moneyOf, saleOf } from './payments.ts'
import { readJournal } from './testing/journal.ts'
import { clearCounter, expectRefusal } from './testing/steps.ts'

/** What the practice customer does with a code that is shown, and how much the wallet holds. */
async function customerScans(counter: TestCounter, does: boolean, balance = 1_000_00): Promise<void> {
  const wallets = await counter.centre.acquirer.wallets()
  const phone = wallets.find(({ code }) => code === SCANNING_WALLET)
  if (phone === undefined) throw new Error('no such wallet')
  await counter.centre.acquirer.putWallets([{ ...phone, balance, mode: does ? 'pays' : 'confirms' }])
}

describe('a code that the till shows', () => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter()
  })
  afterEach(async () => {
    await counter.centre.acquirer.clearFaults()
    await customerScans(counter, true)
    await clearCounter(counter)
  })
  afterAll(() => counter.close())

  it('stands on the customer’s page until it is paid, which completes the sale', async () => {
    const { id, totals } = await scanBoxes(counter, 2)
    await counter.must('tender.takeCash', { amount: 7_00 })
    const { sale } = await counter.must('tender.showCode', { amount: null })
    const tender = lastOf(sale)
    expect(tender).toMatchObject({ kind: 'qr', state: 'paying', channel: null, amount: totals.total - 7_00 })
    expect(sale.locked).toBe(true)
    expect((await counter.must('display.view', {})).qr).toEqual({
      text: tender.shownCode?.text,
      amount: totals.total - 7_00,
    })
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'TENDER_IN_FLIGHT')
    // the till asks by itself; the customer has scanned by then
    const paid = await becomes(counter, id, 'taken')
    expect(paid).toMatchObject({ state: 'completed', totals: { outstanding: 0 } })
    expect(lastOf(paid).shownCode).toBeNull()
    expect((await counter.must('display.view', {})).qr).toBeNull()
    expect(await moneyOf(counter, tender.orderNumber)).toEqual({ paid: totals.total - 7_00, back: 0 })
    expect(readJournal(counter, 'acquirer.present')).toHaveLength(1)
    const { text } = await counter.must('receipt.preview', { saleId: id, width: '80' })
    expect(text).toContain('扫码')
  })

  it('is the same one after a crash', async () => {
    await customerScans(counter, false)
    const { id } = await scanBoxes(counter)
    const { sale } = await counter.must('tender.showCode', { amount: null })
    const shown = lastOf(sale).shownCode
    expect(shown?.text).not.toBeUndefined()
    await counter.restart()
    expect(lastOf(await saleOf(counter, id)).shownCode).toEqual(shown)
    expect((await counter.must('display.view', {})).qr?.text).toBe(shown?.text)
    await counter.must('tender.giveUp', { tenderId: lastOf(sale).id })
    expect(lastOf(await saleOf(counter, id)).state).toBe('refused')
  })

  it('whose answer was lost is not known, is never asked for twice, and is given up only when it is closed', async () => {
    await customerScans(counter, false)
    const { id } = await scanBoxes(counter)
    await counter.centre.acquirer.addFaults({
      operation: ['present'],
      limit: 1,
      fault: { kind: 'reset-after' },
    })
    expectRefusal(await counter.call('tender.showCode', { amount: null }), 'TENDER_OUTCOME_UNKNOWN')
    expectRefusal(await counter.call('tender.showCode', { amount: null }), 'TENDER_IN_FLIGHT')
    const tender = lastOf(await saleOf(counter, id))
    expect(tender.state).toBe('unknown')
    await counter.must('tender.ask', { tenderId: tender.id })
    // the order is there, but its code is not known: nobody can scan it
    expect(lastOf(await saleOf(counter, id))).toMatchObject({ state: 'paying', shownCode: null })
    await counter.must('tender.giveUp', { tenderId: tender.id })
    const { sale } = await counter.must('sale.payCash', { received: null })
    expect(sale.state).toBe('completed')
    expect(await moneyOf(counter, tender.orderNumber)).toEqual({ paid: 0, back: 0 })
  })

  it('whose answer was lost is found paid when the customer has paid it, once', async () => {
    const { id, totals } = await scanBoxes(counter)
    await counter.centre.acquirer.addFaults({
      operation: ['present'],
      limit: 1,
      fault: { kind: 'reset-after' },
    })
    expectRefusal(await counter.call('tender.showCode', { amount: null }), 'TENDER_OUTCOME_UNKNOWN')
    const paid = await becomes(counter, id, 'taken')
    expect(paid).toMatchObject({ state: 'completed', totals: { outstanding: 0 } })
    const { orderNumber } = lastOf(paid)
    expect(await moneyOf(counter, orderNumber)).toEqual({ paid: totals.total, back: 0 })
    const sent = readJournal(counter, 'acquirer.present').filter(({ request }) =>
      request.includes(orderNumber ?? 'none'),
    )
    expect(sent).toHaveLength(1)
  })

  it('that a wallet cannot pay is refused, and the sale is paid in another way', async () => {
    await customerScans(counter, true, 5)
    const { id } = await scanBoxes(counter)
    const { sale } = await counter.must('tender.showCode', { amount: null })
    const refused = await becomes(counter, id, 'refused')
    expect(refused).toMatchObject({ state: 'open', locked: false })
    expect((await counter.must('display.view', {})).qr).toBeNull()
    expect(await moneyOf(counter, lastOf(sale).orderNumber)).toEqual({ paid: 0, back: 0 })
    expect((await counter.must('sale.payCash', { received: null })).sale.state).toBe('completed')
  })

  it('is not made when nothing can be taken', async () => {
    const { totals } = await scanBoxes(counter)
    const more = { amount: totals.total + 1 }
    expectRefusal(await counter.call('tender.showCode', more), 'TENDER_MORE_THAN_OWED')
    await counter.centre.acquirer.setLine({ listening: false })
    expectRefusal(await counter.call('tender.showCode', { amount: null }), 'TENDER_NOT_SENT')
    await counter.centre.acquirer.setLine({ listening: true })
    expect((await counter.must('sale.payCash', { received: null })).sale.state).toBe('completed')
  })
})

describe('a code that nobody scans in time', () => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter({ shownCodeSeconds: 1 })
    await customerScans(counter, false)
  })
  afterAll(() => counter.close())

  it('is closed by itself, and the sale is paid in another way', async () => {
    const { id } = await scanBoxes(counter)
    const { sale } = await counter.must('tender.showCode', { amount: null })
    await becomes(counter, id, 'refused')
    expect((await counter.must('display.view', {})).qr).toBeNull()
    const [order] = await counter.centre.acquirer.payments()
    expect(order).toMatchObject({ orderNumber: lastOf(sale).orderNumber, state: 'closed' })
    expect((await counter.must('sale.payCash', { received: null })).sale.state).toBe('completed')
  })

  it('leaves the customer’s page also when nobody can close it, now and after a crash; it is not assumed unpaid', async () => {
    const { acquirer } = counter.centre
    const { id } = await scanBoxes(counter)
    const { sale } = await counter.must('tender.showCode', { amount: null })
    await acquirer.setLine({ listening: false })
    await until('the code is gone', async () => (await counter.must('display.view', {})).qr === null)
    expect(lastOf(await saleOf(counter, id))).toMatchObject({ id: lastOf(sale).id, state: 'paying' })
    await counter.restart()
    expect(lastOf(await saleOf(counter, id)).state).toBe('paying')
    expect((await counter.must('display.view', {})).qr).toBeNull()
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'TENDER_IN_FLIGHT')
    await acquirer.setLine({ listening: true })
    await becomes(counter, id, 'refused')
  })
})

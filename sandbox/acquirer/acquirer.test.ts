import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCentreProcess, type CentreProcess } from '../testing/centre-process.ts'
import { until } from '../testing/until.ts'
import type { Operation } from './shapes.ts'

let centre: CentreProcess
beforeAll(async () => {
  centre = await startCentreProcess()
})
afterAll(() => centre.stop())

const WECHAT = '130000000000000001'
type Answer = Readonly<Record<string, unknown>>

let serial = 0
/** A number that no test used before. */
const fresh = (prefix = 'O'): string => `${prefix}${(serial += 1)}`

/** A shop that speaks to the acquirer by hand. */
async function ask(operation: Operation, members: Answer, key = centre.acquirerKey): Promise<Answer> {
  const body = JSON.stringify({ operation, requestId: fresh('R'), ...members })
  const response = await fetch(`${centre.acquirerUrl}/${operation}`, {
    method: 'POST',
    body,
    headers: { 'x-acquirer-signature': createHmac('sha256', key).update(body).digest('hex') },
  })
  // the acquirer's own JSON
  return (await response.json()) as Answer
}

const pay = (orderNumber: string, over: Answer = {}): Promise<Answer> =>
  ask('pay', { orderNumber, amount: 500, code: WECHAT, subject: '药店', ...over })
const balance = async (code = WECHAT): Promise<number> =>
  (await centre.admin.acquirer.wallets()).find((wallet) => wallet.code === code)?.balance ?? -1

describe('the acquirer', () => {
  it('debits a wallet once for an order, however often it is asked', async () => {
    const before = await balance()
    const orderNumber = fresh()
    const first = await pay(orderNumber)
    expect(first).toMatchObject({ orderNumber, amount: 500, status: 'paid' })
    expect(await pay(orderNumber)).toMatchObject({ status: 'paid', reference: first['reference'] })
    expect(await balance()).toBe(before - 500)
  })

  it('gives a code to show, the same for the same order; whoever scans it pays, once', async () => {
    const before = await balance()
    const order = { orderNumber: fresh(), amount: 700 }
    const first = await ask('present', { ...order, subject: '药店' })
    expect(first).toMatchObject({ status: 'paying', amount: 700 })
    expect(first['codeText']).toContain(order.orderNumber)
    expect(await ask('present', { ...order, subject: '药店' })).toMatchObject({ codeText: first['codeText'] })
    expect(await ask('present', { ...order, amount: 701, subject: '药店' })).toMatchObject({
      status: 'rejected',
      reason: 'order-number-used',
    })
    expect(await ask('query', order)).toMatchObject({ status: 'paying' })
    expect(await ask('query', order)).toMatchObject({ status: 'paid' })
    expect(await ask('query', order)).toMatchObject({ status: 'paid' })
    expect(await balance()).toBe(before - 700)
    // closed before anybody scanned: nobody pays it any more
    const given = { orderNumber: fresh(), amount: 700 }
    await ask('present', { ...given, subject: '药店' })
    expect(await ask('close', given)).toMatchObject({ status: 'closed' })
    expect(await ask('present', { ...given, subject: '药店' })).toMatchObject({ status: 'refused' })
    expect(await balance()).toBe(before - 700)
  })

  it('takes no order number for another amount or another wallet', async () => {
    const orderNumber = fresh()
    await pay(orderNumber)
    const before = await balance()
    for (const over of [{ amount: 501 }, { code: '280000000000000001' }]) {
      expect(await pay(orderNumber, over)).toMatchObject({ status: 'rejected', reason: 'order-number-used' })
    }
    expect(await balance()).toBe(before)
  })

  it.each([
    ['130000000000000003', 'balance-too-low'],
    ['280000000000000004', 'code-expired'],
    ['139999999999999999', 'code-unknown'],
  ])('refuses %s: %s', async (code, reason) => {
    const orderNumber = fresh()
    expect(await pay(orderNumber, { code })).toMatchObject({ status: 'refused', reason })
    expect(await ask('query', { orderNumber, amount: 500 })).toMatchObject({ status: 'refused', reason })
  })

  it('waits for a customer who confirms after a question or two, or on the phone', async () => {
    const typed = fresh()
    const query = (orderNumber: string): Promise<Answer> => ask('query', { orderNumber, amount: 500 })
    expect(await pay(typed, { code: '130000000000000002' })).toMatchObject({ status: 'paying' })
    expect(await query(typed)).toMatchObject({ status: 'paying' })
    expect(await query(typed)).toMatchObject({ status: 'paid' })
    const away = fresh()
    await pay(away, { code: '280000000000000005' })
    expect(await query(away)).toMatchObject({ status: 'paying' })
    await centre.admin.acquirer.confirm(away)
    expect(await query(away)).toMatchObject({ status: 'paid' })
    await expect(centre.admin.acquirer.confirm(away)).rejects.toThrow('没有等待确认')
  })

  it('closes what is not paid, also what it never saw, and not what is paid', async () => {
    const unseen = fresh()
    expect(await ask('query', { orderNumber: unseen, amount: 500 })).toMatchObject({ status: 'absent' })
    expect(await ask('close', { orderNumber: unseen, amount: 500 })).toMatchObject({ status: 'closed' })
    const before = await balance()
    expect(await pay(unseen)).toMatchObject({ status: 'refused', reason: 'order-closed' })
    expect(await balance()).toBe(before)
    const paid = fresh()
    await pay(paid)
    expect(await ask('close', { orderNumber: paid, amount: 500 })).toMatchObject({ status: 'paid' })
  })

  it('gives back once for a refund number, in parts, and never more than was paid', async () => {
    const orderNumber = fresh()
    await pay(orderNumber)
    const before = await balance()
    const back = (refundNumber: string, refundAmount: number): Promise<Answer> =>
      ask('refund', { orderNumber, amount: 500, refundNumber, refundAmount })
    const first = fresh('F')
    expect(await back(first, 300)).toMatchObject({ status: 'refunded', refundNumber: first })
    expect(await back(first, 300)).toMatchObject({ status: 'refunded' })
    expect(await back(first, 200)).toMatchObject({ status: 'rejected', reason: 'order-number-used' })
    expect(await back(fresh('F'), 201)).toMatchObject({ status: 'refused', reason: 'refund-too-large' })
    expect(await back(fresh('F'), 200)).toMatchObject({ status: 'refunded' })
    expect(await balance()).toBe(before + 500)
    const asked = { orderNumber, amount: 500, refundNumber: 'none', refundAmount: 1 }
    expect(await ask('query-refund', asked)).toMatchObject({ status: 'absent' })
  })

  it('does nothing for who does not hold the key, or who says nothing it understands', async () => {
    const orderNumber = fresh()
    const order = { orderNumber, amount: 500, code: WECHAT, subject: '' }
    expect(await ask('pay', order, 'another-key')).toMatchObject({
      status: 'rejected',
      reason: 'bad-signature',
    })
    const plain = await fetch(`${centre.acquirerUrl}/pay`, { method: 'POST', body: '{"operation":"query"}' })
    expect(plain.status).toBe(400)
    expect(await ask('query', { orderNumber, amount: 500 })).toMatchObject({ status: 'absent' })
  })
})

describe('its faults', () => {
  it('hit the operation and the call that the rule names', async () => {
    await centre.admin.acquirer.addFaults({
      operation: ['query'],
      calls: [2],
      fault: { kind: 'http-status', status: 502 },
    })
    const orderNumber = fresh()
    await pay(orderNumber)
    const statuses: unknown[] = []
    for (let call = 0; call < 3; call += 1) {
      const answer = await ask('query', { orderNumber, amount: 500 }).catch(() => 'no answer')
      statuses.push(typeof answer === 'string' ? answer : answer['status'])
    }
    expect(statuses).toEqual(['paid', 'no answer', 'paid'])
    await centre.admin.acquirer.clearFaults()
  })

  it('hold a call until it is released, done or not', async () => {
    await centre.admin.acquirer.addFaults({
      operation: ['pay'],
      limit: 1,
      fault: { kind: 'late', delay: 'released', order: 'done-last' },
    })
    const orderNumber = fresh()
    const paying = pay(orderNumber)
    const held = await until('the held call', async () =>
      (await centre.admin.state()).held.find((call) => call.infno === 'acquirer.pay'),
    )
    expect(await ask('query', { orderNumber, amount: 500 })).toMatchObject({ status: 'absent' })
    await centre.admin.release(held.msgid)
    expect(await paying).toMatchObject({ status: 'paid' })
  })

  it('answer with another order’s words, or say a lie', async () => {
    const other = fresh()
    await pay(other)
    await centre.admin.acquirer.addFaults({ operation: ['pay'], limit: 1, fault: { kind: 'wrong-answer' } })
    expect(await pay(fresh())).toMatchObject({ orderNumber: other })
    await centre.admin.acquirer.addFaults({
      operation: ['pay'],
      limit: 1,
      fault: { kind: 'result-code', processed: true },
    })
    const lied = fresh()
    expect(await pay(lied)).toMatchObject({ status: 'refused' })
    expect(await ask('query', { orderNumber: lied, amount: 500 })).toMatchObject({ status: 'paid' })
  })
})

it('adds up, is kept over a kill, and is emptied by a reset', async () => {
  expect(await centre.admin.acquirer.check()).toEqual([])
  const payments = await centre.admin.acquirer.payments()
  await centre.end('SIGKILL')
  centre = await startCentreProcess({ folder: centre.folder })
  expect(await centre.admin.acquirer.payments()).toEqual(payments)
  await centre.admin.reset()
  expect(await centre.admin.acquirer.payments()).toEqual([])
  expect(await balance()).toBe(1_000_000_00)
})

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReturnView } from '../../engine/contract/returns.ts'
import type { OpenTender } from '../../engine/contract/tenders.ts'
import { until } from '../../sandbox/testing/until.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { lastOf, moneyOf, WECHAT } from './payments.ts'
import { readJournal } from './testing/journal.ts'
import { begin, findings, stepsOf } from './testing/returning.ts'
import { expectRefusal } from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter()
})
afterEach(async () => {
  await acquirer().clearFaults()
  expect(findings(counter)).toEqual([])
})
afterAll(() => counter.close())

const acquirer = (): TestCounter['centre']['acquirer'] => counter.centre.acquirer
const refundsSent = (): number => readJournal(counter, 'acquirer.refund').length
const openTenders = async (): Promise<OpenTender[]> => (await counter.must('tender.open', {})).tenders
const again = async (returned: ReturnView): Promise<ReturnView> =>
  (await counter.must('returns.get', { returnId: returned.id })).return

/** Two boxes paid by code, one of which comes back; the refund's answer is lost, and no question is answered. */
async function refundInDoubt(
  kind: 'reset-before' | 'reset-after',
): Promise<{ readonly returned: ReturnView; readonly tenderId: string; readonly order: string | null }> {
  await scanBoxes(counter, 2)
  const { sale } = await counter.must('tender.payByCode', { code: WECHAT, amount: null })
  const returned = await begin(counter, sale, 1)
  await acquirer().addFaults(
    { operation: ['refund'], limit: 1, fault: { kind } },
    { operation: ['query-refund'], fault: { kind: 'reset-before' } },
  )
  const proceeded = await counter.call('returns.proceed', { returnId: returned.id })
  expectRefusal(proceeded, 'TENDER_REFUND_UNKNOWN')
  const { id, orderNumber } = lastOf(sale)
  return { returned, tenderId: id, order: orderNumber }
}

describe('a refund in a return whose answer was lost', () => {
  it('is among what is open, with its own number and its return, until a person’s question tells', async () => {
    const { returned, tenderId, order } = await refundInDoubt('reset-after')
    const [open, ...others] = await openTenders()
    expect(others).toEqual([])
    expect(open).toMatchObject({
      tenderId,
      returnId: returned.id,
      saleNumber: returned.saleNumber,
      state: 'refund-unknown',
      amount: returned.amount,
      channel: 'wechat',
    })
    expect(open?.orderNumber).not.toBe(order)
    const unknown = expectRefusal(await counter.call('tender.ask', { tenderId }), 'TENDER_REFUND_UNKNOWN')
    expect(unknown.params).toEqual({ amountFen: returned.amount })
    await acquirer().clearFaults()
    // whoever is first to ask, the till itself or the person, the answer is the same
    expect((await counter.must('tender.ask', { tenderId })).sale.number).toBe(returned.saleNumber)
    expect(await openTenders()).toEqual([])
    expect(stepsOf(await again(returned))).toBe('refund:done report:now')
    expect(refundsSent()).toBe(1)
    expect(await moneyOf(counter, order)).toEqual({ paid: 2 * returned.amount, back: returned.amount })
    await counter.must('returns.proceed', { returnId: returned.id })
  })

  it('is found by the till itself, and the screens hear where the return stands then', async () => {
    const { returned } = await refundInDoubt('reset-after')
    const told: string[] = []
    counter.client().on('return.changed', (changed) => told.push(stepsOf(changed)))
    await acquirer().clearFaults()
    await until('the return is told', () => Promise.resolve(told.includes('refund:done report:now')))
    expect(await openTenders()).toEqual([])
    await counter.must('returns.proceed', { returnId: returned.id })
  })

  it('is not given by asking where it never arrived: only a person has it sent again, under its number', async () => {
    const { returned, tenderId, order } = await refundInDoubt('reset-before')
    const [open] = await openTenders()
    await acquirer().clearFaults()
    const before = refundsSent()
    expectRefusal(await counter.call('tender.ask', { tenderId }), 'TENDER_REFUND_UNKNOWN')
    expect(refundsSent()).toBe(before)
    expect(await moneyOf(counter, order)).toMatchObject({ back: 0 })
    const { return: done } = await counter.must('returns.proceed', { returnId: returned.id })
    expect(done.state).toBe('completed')
    expect(readJournal(counter, 'acquirer.refund').at(-1)?.request).toContain(open?.orderNumber ?? 'none')
    expect(await moneyOf(counter, order)).toMatchObject({ back: returned.amount })
    expect(await openTenders()).toEqual([])
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { openCounter, type TestCounter } from './counter.ts'
import { distort, expectRefusal, quotedSale } from './testing/steps.ts'

let counter: TestCounter | undefined
afterEach(() => counter?.close())

async function open(profile: string): Promise<TestCounter> {
  counter = await openCounter({ region: { profile } })
  return counter
}

/** A sale whose settlement the centre itself refused. */
async function refusedSale(till: TestCounter): Promise<void> {
  await quotedSale(till, '陈嘉敏')
  await distort(till, '2102A', { kind: 'result-code', message: '该参保人不能在本机构结算' })
  expectRefusal(await till.call('insurance.settle', {}), 'INSURANCE_REFUSED')
}

const swipe = (till: TestCounter, amount: number | null) =>
  till.call('tender.takeCard', { kind: 'account-card', amount, reference: '998877' })

describe('the personal account swiped at a POS terminal', () => {
  it('pays after the centre refused 2102A where the region allows it; the rest is paid in any way', async () => {
    const till = await open('dongguan-441900')
    await refusedSale(till)
    const { sale: before } = await till.must('sale.current', {})
    expect(before?.payableBy).toEqual(['account-card'])
    // cash alone would quietly sell without the insurance that was asked for
    expectRefusal(await till.call('sale.payCash', { received: null }), 'SALE_STATE_FORBIDS')
    const swiped = await swipe(till, 20_00)
    expect(swiped).toMatchObject({
      ok: true,
      value: {
        sale: { state: 'open', tenders: [{ kind: 'account-card', state: 'taken', reference: '998877' }] },
      },
    })
    const { sale } = await till.must('sale.payCash', { received: null })
    expect(sale).toMatchObject({ state: 'completed', totals: { outstanding: 0 } })
    const { text } = await till.must('receipt.preview', { saleId: sale.id })
    expect(text).toMatch(/个人账户刷卡 +20\.00/)
  })

  it('is refused in a region that does not allow it', async () => {
    const till = await open('panzhihua-510400')
    await refusedSale(till)
    const { sale } = await till.must('sale.current', {})
    expect(sale?.payableBy).toEqual([])
    expectRefusal(await swipe(till, null), 'TENDER_KIND_NOT_ALLOWED')
  })

  it('is refused after acct_pay took it, and when nothing was settled or refused', async () => {
    const till = await open('dongguan-441900')
    await quotedSale(till, '林秀英')
    expectRefusal(await swipe(till, null), 'TENDER_KIND_NOT_ALLOWED')
    const { sale } = await till.must('insurance.settle', {})
    expect(sale.settlement?.split?.accountPaid).toBeGreaterThan(0)
    expect(sale.payableBy).toEqual(['cash', 'bank-card', 'qr'])
    const refused = expectRefusal(await swipe(till, null), 'TENDER_ACCOUNT_ALREADY_DEBITED')
    expect(refused.params).toEqual({ accountPaidFen: sale.settlement?.split?.accountPaid })
  })

  it('is refused when the request never reached the centre: nobody there has refused anything', async () => {
    const till = await open('dongguan-441900')
    await quotedSale(till, '陈嘉敏')
    await till.centre.setLine({ listening: false })
    expectRefusal(await till.call('insurance.settle', {}), 'INSURANCE_OFFLINE')
    await till.centre.setLine({ listening: true })
    expectRefusal(await swipe(till, null), 'TENDER_KIND_NOT_ALLOWED')
  })
})

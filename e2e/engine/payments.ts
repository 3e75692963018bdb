import type { SaleView } from '../../engine/contract/sale.ts'
import { until } from '../../sandbox/testing/until.ts'
import type { TestCounter } from './counter.ts'

/** Payment codes of the practice customers. */
export const WECHAT = '130000000000000001'
export const ALIPAY = '280000000000000001'
export const WECHAT_CONFIRMS = '130000000000000002'
export const NEARLY_EMPTY = '130000000000000003'
export const EXPIRED = '280000000000000004'
export const WAITS_FOR_EVER = '280000000000000005'

type Tender = SaleView['tenders'][number]

/** The last tender of a sale. */
export function lastOf(sale: SaleView): Tender {
  const tender = sale.tenders.at(-1)
  if (tender === undefined) throw new Error('no tender')
  return tender
}

export async function saleOf(counter: TestCounter, saleId: string): Promise<SaleView> {
  return (await counter.must('sale.get', { saleId })).sale
}

/** Waits until the background has brought the last tender of a sale into a state. */
export function becomes(counter: TestCounter, saleId: string, state: Tender['state']): Promise<SaleView> {
  return until(`a tender becomes ${state}`, async () => {
    const sale = await saleOf(counter, saleId)
    return lastOf(sale).state === state && sale
  })
}

/** What the wallet paid for an order, and what came back of it. */
export async function moneyOf(
  counter: TestCounter,
  orderNumber: string | null,
): Promise<{ paid: number; back: number }> {
  const { acquirer } = counter.centre
  const paid = (await acquirer.payments()).filter(
    (payment) => payment.orderNumber === orderNumber && payment.state === 'paid',
  )
  const back = (await acquirer.refunds()).filter((refund) => refund.orderNumber === orderNumber)
  const sum = (rows: readonly { readonly amount: number }[]): number =>
    rows.reduce((total, row) => total + row.amount, 0)
  return { paid: sum(paid), back: sum(back) }
}

/** A call that the acquirer holds back. */
export function heldCall(counter: TestCounter, operation: string): Promise<string> {
  return until(`${operation} is held`, async () => {
    const { held } = await counter.centre.state()
    return held.find((call) => call.infno === `acquirer.${operation}`)?.msgid
  })
}

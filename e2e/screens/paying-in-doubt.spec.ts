import type { AdminClient } from '../../sandbox/admin-client.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, WALLETS } from '../pages/centre.ts'
import type { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

/** A payment that was made and whose answer got lost; until faults are cleared no question about it is answered. */
async function losePayment(counter: TillPage, acquirer: AdminClient['acquirer']): Promise<void> {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'F4')
  await counter.page.getByTestId('pay-code').waitFor()
  await acquirer.addFaults(
    { operation: ['pay'], limit: 1, fault: { kind: 'reset-after' } },
    { operation: ['query'], fault: { kind: 'reset-before' } },
  )
  await counter.scanner.scan(WALLETS.pays)
}

test('a payment whose answer was lost is neither paid nor unpaid until it is asked about', async ({
  counter,
  till,
  shop,
}) => {
  const { acquirer } = centreOf(shop)
  await losePayment(counter, acquirer)
  const band = till.getByTestId('band-tender-unknown')
  await expect(band).toContainText('28.50')
  await expect(counter.keys).not.toContainText('收款')
  // the till asks by itself as well; while it does, the key waits
  await counter.pressOffered('F9', '查询付款结果')
  await expect(counter.notice).not.toBeEmpty()
  await expect(band).toBeVisible()
  await acquirer.clearFaults()
  await counter.pressOffered('F9', '查询付款结果')
  await expect(counter.result).toBeVisible()
  expect((await acquirer.payments()).map(({ amount, state }) => ({ amount, state }))).toEqual([
    { amount: 2850, state: 'paid' },
  ])
})

test('a sale put aside that is paid meanwhile says so, and is done when it is taken back', async ({
  counter,
  till,
  shop,
}) => {
  const { acquirer } = centreOf(shop)
  await losePayment(counter, acquirer)
  await expect(till.getByTestId('band-tender-unknown')).toBeVisible()
  await counter.pressOffered('F5', '挂单')
  await till.getByTestId('basket-empty').waitFor()
  await acquirer.clearFaults()
  await counter.press('Shift+F6')
  await expect(till.getByTestId('matter')).toContainText('挂单已付清')
  await expect(till.getByTestId('open-matters')).toContainText('不要再收款')
  await counter.press('Escape', 'F6')
  await expect(till.getByTestId('held-sale')).toContainText('已付清')
  await counter.press('Escape', 'Shift+F6')
  await counter.pressOffered('F9', '取回')
  await expect(counter.result).toBeVisible()
  await expect(till.getByTestId('open-matters-count')).toBeHidden()
  expect((await acquirer.payments()).map(({ amount }) => amount)).toEqual([2850])
})

test('a payment in doubt is given up only when the acquirer has closed it', async ({
  counter,
  till,
  shop,
}) => {
  const { acquirer } = centreOf(shop)
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'F4')
  await acquirer.addFaults(
    { operation: ['pay'], limit: 1, fault: { kind: 'reset-before' } },
    { operation: ['close'], limit: 1, fault: { kind: 'reset-before' } },
  )
  await counter.scanner.scan(WALLETS.pays)
  const band = till.getByTestId('band-tender-unknown')
  await expect(band).toContainText('28.50')
  await counter.pressOffered('Delete', '放弃这笔')
  // nobody closed it: it stays in doubt
  await expect(counter.notice).not.toBeEmpty()
  await expect(band).toBeVisible()
  await counter.pressOffered('Delete', '放弃这笔')
  await expect(band).toBeHidden()
  await counter.payExact()
  await expect(counter.result).toContainText('现金')
  expect((await acquirer.payments()).filter(({ state }) => state === 'paid')).toEqual([])
})

test('a payment that is given up and was made after all is taken, not made twice', async ({
  counter,
  till,
  shop,
}) => {
  const { acquirer } = centreOf(shop)
  await losePayment(counter, acquirer)
  await expect(till.getByTestId('band-tender-unknown')).toBeVisible()
  await expect(counter.keys.getByRole('button', { name: '放弃这笔' })).toBeEnabled()
  await acquirer.clearFaults()
  await counter.press('Delete')
  await expect(counter.result).toBeVisible()
  expect((await acquirer.payments()).map(({ amount, state }) => ({ amount, state }))).toEqual([
    { amount: 2850, state: 'paid' },
  ])
})

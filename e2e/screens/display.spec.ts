import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, PEOPLE } from '../pages/centre.ts'
import { TillPage } from '../pages/till-page.ts'
import { openCustomerPage } from '../fixtures/customer-page.ts'
import { codeIn } from '../fixtures/code-in.ts'
import { expect, test } from '../fixtures/till-test.ts'

test.use({ flags: ['--customer-display', 'window'] })

test('the customer sees the basket grow, what is due and thanks, and nothing about a person', async ({
  till,
  opened,
}) => {
  const counter = new TillPage(till)
  const customer = await openCustomerPage(opened)
  await counter.open()
  await expect(customer.getByTestId('customer')).toHaveAttribute('data-state', 'idle')
  await expect(customer.getByText('欢迎光临')).toBeVisible()
  await counter.scanBoxes([traceCode(good(0), 1), traceCode(good(1), 1)])
  await expect(customer.getByTestId('customer-line')).toHaveCount(2)
  await expect(customer.getByTestId('customer-line').first()).toContainText(good(0).name)
  const total = (await counter.total.textContent()) ?? ''
  await expect(customer.getByTestId('customer-total')).toHaveText(total)
  await counter.scanner.scan(PEOPLE.nearlyEmpty.code)
  await expect(counter.account).not.toHaveText('—')
  const words = await customer.locator('body').innerText()
  for (const secret of [PEOPLE.nearlyEmpty.name, '4419', '林']) expect(words).not.toContain(secret)
  await counter.press('F9')
  await counter.received.waitFor()
  const due = (await counter.cash.textContent()) ?? ''
  await expect(customer.getByTestId('customer-due')).toHaveText(due)
  await counter.type('100')
  await counter.press('Enter')
  await expect(counter.result).toBeVisible()
  await expect(customer.getByTestId('customer')).toHaveAttribute('data-state', 'thanks')
  await expect(customer.getByTestId('customer-change')).toHaveText(
    (await counter.resultChange.textContent()) ?? '',
  )
})

test('the customer’s page hears of no sale and may do nothing', async ({ till, opened }) => {
  const counter = new TillPage(till)
  const customer = await openCustomerPage(opened)
  await counter.open()
  await customer.getByText('欢迎光临').waitFor()
  const shell = await customer.evaluate(async () => {
    const tools: unknown = Reflect.get(window, 'tillShell')
    if (typeof tools !== 'object' || tools === null) return ['refused', 'refused']
    const ask = async (name: string): Promise<string> => {
      const verb: unknown = Reflect.get(tools, name)
      if (typeof verb !== 'function') return 'missing'
      try {
        return String(await (Reflect.apply(verb, tools, ['a.txt', 'x']) as Promise<unknown>))
      } catch {
        return 'refused'
      }
    }
    return [await ask('saveReport'), await ask('printPage')]
  })
  expect(shell).toEqual(['refused', 'refused'])
})

test('a code is shown at the till and to the customer, who scans it', async ({ till, opened, shop }) => {
  const counter = new TillPage(till)
  const { acquirer } = centreOf(shop)
  // the practice customer is in no hurry
  await acquirer.putWallets((await acquirer.wallets()).map((wallet) => ({ ...wallet, mode: 'confirms' })))
  await counter.open()
  await counter.scanBoxes([traceCode(good(0), 1)])
  const customer = await openCustomerPage(opened)
  await counter.press('F9', 'Shift+F4')
  await expect(till.getByTestId('band-tender-waiting')).toContainText('28.50')
  const atTheTill = await codeIn(till.getByTestId('shown-code-picture'))
  expect(atTheTill).toContain('practice:')
  await expect(customer.getByTestId('customer-code')).toBeVisible()
  expect(await codeIn(customer.getByTestId('customer-code'))).toBe(atTheTill)
  // the till's screen goes by its own clock, and says that the code is no longer good
  await till.clock.setFixedTime(Date.now() + 3_600_000)
  await expect(till.getByTestId('band-tender-waiting')).toContainText('码已过期')
  await expect(till.getByTestId('shown-code-picture')).toBeHidden()
  const [order] = await acquirer.payments()
  await acquirer.confirm(order?.orderNumber ?? '')
  await expect(counter.result).toBeVisible()
  await expect(customer.getByTestId('customer-code')).toBeHidden()
  await expect.poll(() => counter.receiptText()).toContain('扫码')
})

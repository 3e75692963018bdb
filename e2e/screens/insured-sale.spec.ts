import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, PEOPLE } from '../pages/centre.ts'
import { SignInPage } from '../pages/sign-in-page.ts'
import { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('an insured sale by keyboard alone, from signing in to signing out', async ({ till, shop }) => {
  const counter = new TillPage(till)
  await counter.open('200')
  await expect(counter.centre).toHaveAttribute('data-state', 'reachable')

  await counter.scanBoxes([traceCode(good(0), 1), traceCode(good(1), 1)])
  await expect(counter.total).toHaveText('68.30')
  await counter.scanner.scan(PEOPLE.nearlyEmpty.code)
  await expect(counter.personName).toHaveText(PEOPLE.nearlyEmpty.name)
  // the trial came by itself: one key is left after the last scan
  await expect(counter.account).toHaveText('3.50')
  await expect(counter.cash).toHaveText('64.80')
  await expect(counter.nextStep).toContainText('F9')

  await counter.press('F9')
  await expect(till.getByTestId('account-debited')).toContainText('已扣')
  await expect(counter.received).toBeFocused()
  await counter.type('100')
  await expect(till.getByTestId('amount-change')).toHaveText('35.20')
  await counter.press('Enter')
  await expect(counter.resultChange).toHaveText('35.20')
  await expect(counter.receipt).toBeVisible()
  await expect(counter.uploadsWaiting).toHaveText('0')

  const [settlement] = await centreOf(shop).settlements()
  expect(settlement).toMatchObject({ state: 'settled', total: 6830, accountPaid: 350, cashPaid: 6480 })
  await expect.poll(async () => (await centreOf(shop).reports()).length).toBeGreaterThan(0)

  await expect(counter.keys).toContainText('下一单')
  await expect(async () => {
    await counter.press('Enter')
    await expect(till.getByTestId('basket-empty')).toBeVisible({ timeout: 500 })
  }).toPass()
  await counter.press('Shift+F12')
  await expect(till.getByRole('alertdialog')).toBeVisible()
  await counter.press('Shift+F12')
  const { summary } = new SignInPage(till)
  await expect(summary.getByTestId('summary-count')).toHaveText('1')
  await expect(summary.getByTestId('summary-drawer')).toHaveText('264.80')
  await expect(summary).toContainText('✓ 已签退')
})

test('a person with two places is asked which, and the choice can be changed', async ({ counter, till }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.twoPlaces.code)
  const question = till.getByRole('alertdialog')
  await expect(question).toContainText(PEOPLE.twoPlaces.name)
  await expect(question.getByRole('option')).toHaveCount(2)
  await counter.press('ArrowDown', 'Enter')
  await expect(question).toBeHidden()
  await expect(till.getByTestId('person-insurance')).toContainText('省内异地')
  await expect(till.getByTestId('person-balance')).toHaveText('750.25')
  await counter.press('F3', 'ArrowUp', 'Enter')
  await expect(till.getByTestId('person-balance')).toHaveText('300.00')
  await counter.press('F3', 'Delete')
  await expect(counter.personName).toBeHidden()
})

test('the account is used only when the person wants it', async ({ counter, till }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.cash).toHaveText('0.00')
  await counter.press('Shift+F3')
  await expect(till.getByRole('checkbox', { name: '个账' })).not.toBeChecked()
  await expect(counter.cash).toHaveText('28.50')
  await counter.press('Shift+F3')
  await expect(counter.cash).toHaveText('0.00')
  await counter.press('F9')
  await expect(counter.result).toBeVisible()
})

test('somebody whose insurance is suspended is told so', async ({ counter }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.suspended.code)
  await expect(counter.notice).toContainText('[INSURANCE_NONE_NORMAL]')
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
})

test('a document number can be typed instead of the insurance code', async ({ counter }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F3')
  await counter.type('441900198703124026')
  await counter.press('Enter')
  await expect(counter.notice).toContainText('校验位')
  await counter.press('Backspace')
  await counter.type('5')
  await counter.press('Enter')
  await expect(counter.personName).toHaveText(PEOPLE.account.name)
  await expect(counter.account).toHaveText('28.50')
})

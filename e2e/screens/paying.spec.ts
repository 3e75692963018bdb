import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, MANAGER, PEOPLE, WALLETS } from '../pages/centre.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('a payment code is scanned, part in cash first; a taken payment can be given back before the end', async ({
  counter,
  till,
  shop,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9')
  await counter.type('8.50')
  await counter.press('F9')
  await expect(till.getByTestId('tender')).toContainText('8.50')
  await expect(counter.cash).toHaveText('20.00')
  // the rest must be paid, or what was taken given back
  await counter.press('Escape')
  expect(await counter.state()).toBe('paying')
  await counter.press('Shift+Delete')
  await expect(till.getByTestId('undo-reason')).toContainText('8.50')
  await counter.press('Enter')
  await counter.scanner.scan(WALLETS.pays)
  await expect(counter.result).toBeVisible()
  const payments = await centreOf(shop).acquirer.payments()
  expect(payments).toMatchObject([{ amount: 2000, state: 'paid' }])
})

test('of several payments one goes back, for a reason chosen by number; a lost answer is no second refund', async ({
  counter,
  till,
  shop,
}) => {
  const { acquirer } = centreOf(shop)
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9')
  await counter.type('8.50')
  await counter.press('F9')
  await expect(till.getByTestId('tender')).toHaveCount(1)
  await counter.press('F4')
  await counter.type('5.00')
  await counter.scanner.scan(WALLETS.pays)
  await expect(till.getByTestId('tender')).toHaveCount(2)
  await acquirer.addFaults({ operation: ['refund'], limit: 1, fault: { kind: 'reset-before' } })
  await counter.press('Shift+Delete', '2', 'Shift+Delete')
  await expect(till.getByTestId('undo-reason')).toContainText('5.00')
  await counter.press('2', 'Shift+Delete')
  // it never arrived: asking finds nothing, and only a key of its own sends it again
  const band = till.getByTestId('band-tender-unknown')
  await expect(band).toContainText('退款结果未知')
  await counter.pressOffered('F9', '查询退款结果')
  await expect(counter.notice).toContainText('没有退第二次')
  expect(await acquirer.refunds()).toEqual([])
  await counter.pressOffered('Delete', '没退成就再退')
  await expect(band).toBeHidden()
  await expect.poll(async () => (await acquirer.refunds()).map(({ amount }) => amount)).toEqual([500])
  await expect(counter.cash).toHaveText('20.00')
})

test('a card is taken by its slip, and not without its number', async ({ counter, till }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'F3')
  await expect(till.getByTestId('input-reference')).toBeFocused()
  await counter.press('Enter')
  await expect(till.getByTestId('card-slip')).toBeVisible()
  await counter.type('004512')
  await counter.press('Enter')
  await expect(counter.result).toBeVisible()
  await expect(counter.result).toContainText('银行卡')
})

test('an account that was debited already is not swiped once more', async ({ counter, till }) => {
  await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.nearlyEmpty.code)
  await expect(till.getByTestId('account-debited')).toContainText('已扣')
  await counter.press('F8')
  await expect(counter.notice).toContainText('[TENDER_ACCOUNT_ALREADY_DEBITED]')
  await expect(counter.received).toBeVisible()
})

test('a settlement that the centre refused may be paid with the account card, by its slip', async ({
  counter,
  till,
  shop,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.account).toHaveText('28.50')
  await expect(counter.keys).not.toContainText('个账刷卡')
  const fault = { kind: 'result-code', message: '该参保人不能在本机构结算' } as const
  await centreOf(shop).addFaults({ infno: ['2102A'], limit: 1, fault })
  await counter.settle()
  await expect(counter.notice).toContainText('[INSURANCE_REFUSED]')
  await expect(counter.nextStep).toContainText('没有扣款')
  await expect(counter.nextStep).toContainText('⇧F11')
  await counter.press('Shift+F11')
  await expect(till.getByTestId('input-reference')).toBeFocused()
  // cash alone would quietly sell without the insurance that was asked for
  await expect(counter.keys.getByRole('button', { name: '现金' })).toBeDisabled()
  await counter.press('Escape')
  expect(await counter.state()).toBe('idle')
  await counter.press('Shift+F11')
  await counter.type('998877')
  await counter.press('Enter')
  await expect(counter.result).toBeVisible()
  await expect.poll(() => counter.receiptText()).toContain('个人账户刷卡')
})

test('a discount beyond the right, and another price, need a second person who has it', async ({
  counter,
  till,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F8')
  await counter.type('10')
  await counter.press('Enter')
  await counter.approve({ number: MANAGER.number, password: 'wrong' })
  await expect(counter.notice).toContainText('[OPERATOR_WRONG]')
  await expect(till.getByTestId('input-approver-password')).toHaveValue('')
  await expect(counter.total).toHaveText('28.50')
  await till.getByTestId('input-approver-password').focus()
  await counter.type(MANAGER.password)
  await counter.press('Enter')
  await expect(counter.total).toHaveText('18.50')
  await expect(till.getByTestId('approval')).toBeHidden()

  await counter.press('F8')
  await counter.type('0')
  await counter.press('Enter')
  await expect(counter.total).toHaveText('28.50')
  await counter.press('Shift+F7')
  await counter.type('20')
  await counter.press('Enter')
  // nobody approves: nothing has changed, and what was typed is still there
  await expect(till.getByTestId('approval')).toContainText('改价')
  await counter.press('Escape')
  await expect(till.getByTestId('input-price')).toHaveValue('20')
  await expect(counter.total).toHaveText('28.50')
  await counter.press('Enter')
  await counter.approve(MANAGER)
  await expect(counter.total).toHaveText('20.00')
})

test('baskets are put aside and taken back, also one for the other, and survive a crash', async ({
  counter,
  till,
  opened,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F5')
  await expect(till.getByTestId('basket-empty')).toBeVisible()
  await counter.scanBoxes([traceCode(good(1), 1), traceCode(good(2), 1)])
  await opened.crash()
  await expect(counter.lines).toHaveCount(2)
  await counter.press('F6')
  await expect(till.getByTestId('held-sale')).toHaveCount(1)
  await counter.press('Enter')
  await expect(counter.lines).toHaveCount(1)
  await expect(counter.total).toHaveText('28.50')
  await counter.press('F6')
  await expect(till.getByTestId('held-sale')).toHaveCount(1)
  await counter.press('Escape')
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
})

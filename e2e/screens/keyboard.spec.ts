import { good, traceCode } from '../pages/boxes.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('goods are found by initials, with a quantity in front', async ({ counter, till }) => {
  await counter.press('F2')
  await counter.type('3*amxl')
  await expect(till.getByTestId('search-hit').first()).toContainText('阿莫西林')
  await counter.press('Enter')
  await expect(counter.line(1).getByTestId('line-quantity')).toHaveText('3盒')
  await expect(counter.nextStep).toContainText('3 盒')
})

test('quantity, discount and trace codes of a line', async ({ counter, till }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F4')
  await counter.type('2')
  await counter.press('Enter')
  await expect(counter.total).toHaveText('57.00')
  await counter.press('F8')
  await counter.type('2')
  await counter.press('Enter')
  await expect(counter.total).toHaveText('55.00')
  await counter.press('F8', 'F8')
  await counter.type('1.005')
  await counter.press('Enter')
  await expect(counter.notice).toContainText('[AMOUNT_UNREADABLE]')
  await counter.press('Backspace', 'Enter')
  await expect(counter.total).toHaveText('54.00')
  await counter.press('Shift+F4')
  await expect(till.getByRole('dialog')).toContainText(traceCode(good(0), 1))
  await counter.press('Delete')
  await expect(counter.line(1).getByTestId('line-trace')).toContainText('0/2')
})

test('a line goes only after a second Delete, a sale only with a reason; Enter keeps both', async ({
  counter,
  till,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1), traceCode(good(1), 1)])
  await counter.press('ArrowUp')
  await expect(counter.line(1)).toHaveAttribute('aria-selected', 'true')
  await counter.press('Delete', 'Enter')
  await expect(counter.lines).toHaveCount(2)
  await counter.press('Delete', 'Delete')
  await expect(counter.lines).toHaveCount(1)
  await counter.press('Shift+Delete')
  await expect(till.getByRole('alertdialog')).toContainText('作废整单')
  await counter.press('Enter')
  await expect(counter.lines).toHaveCount(1)
  await counter.press('Shift+F12')
  await expect(counter.notice).toContainText('[SESSION_SALE_OPEN]')
  await counter.press('Shift+Delete', 'ArrowDown', 'Shift+Delete')
  await expect(till.getByTestId('basket-empty')).toBeVisible()
})

test('a past sale shows its receipt, and a second copy carries the mark of a reprint', async ({
  counter,
  till,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'Enter')
  await expect(counter.receipt).toBeVisible()
  await counter.press('F9')
  await expect(counter.notice).toContainText('原件')
  await counter.press('Shift+F9')
  await expect(till.getByTestId('recent-sale')).toHaveCount(1)
  await expect(counter.receipt).toBeVisible()
  await counter.press('F9')
  await expect(counter.notice).toContainText('重印第 1 次')
})

test('a reload loses neither the basket nor the result', async ({ counter, till }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await till.reload()
  await expect(counter.lines).toHaveCount(1)
  await counter.press('F9')
  await counter.type('50')
  await counter.press('Enter')
  await expect(counter.resultChange).toHaveText('21.50')
  await till.reload()
  await expect(counter.resultChange).toHaveText('21.50')
})

test('a second Enter does not wipe the change away', async ({ counter }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'Enter', 'Enter')
  await expect(counter.result).toBeVisible()
  await expect(counter.receipt).toBeVisible()
})

test('F1 lists the keys, and Esc leads back from everywhere', async ({ counter, till }) => {
  for (const key of ['F1', 'F2', 'F3', 'Shift+F8', 'Shift+F9', 'Shift+F12']) {
    await counter.press(key)
    await expect.poll(() => counter.state()).not.toBe('idle')
    await counter.press('Escape')
    await expect.poll(() => counter.state()).toBe('idle')
  }
  await counter.press('F1')
  await expect(till.getByTestId('help')).toContainText('扫码枪')
})

test('a wrong password is refused in place and the field is empty again', async ({ till }) => {
  const { SignInPage } = await import('../pages/sign-in-page.ts')
  const page = new SignInPage(till)
  await page.signIn('200', 'wrong')
  await expect(page.notice).toContainText('[OPERATOR_WRONG]')
  await expect(page.password).toHaveValue('')
})

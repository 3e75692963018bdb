import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { centreOf, PEOPLE } from '../pages/centre.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { SignInPage } from '../pages/sign-in-page.ts'
import { saveTo } from '../fixtures/save-to.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('every step runs live, says what to do, and the report is one file without personal data', async ({
  counter,
  till,
  shop,
  electronApp,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.account).toHaveText('28.50')
  await counter.press('Shift+F2', 'F6')
  const steps = till.getByTestId('self-test-step')
  await expect(till.getByTestId('self-test-summary')).toBeVisible()
  expect(await steps.count()).toBeGreaterThan(8)
  await expect(steps.filter({ hasText: '数据库检查' })).toHaveAttribute('data-state', 'ok')
  await expect(steps.filter({ hasText: '医保线路' })).toHaveAttribute('data-state', 'ok')
  await expect(steps.filter({ hasText: '没有设置小票打印机' })).toContainText('系统打印机')

  const file = join(shop.folder, 'report.txt')
  await saveTo(till, electronApp, file, () => counter.press('F8'))
  await expect(counter.notice).toContainText('已导出')
  const text = await readFile(file, 'utf8')
  expect(text).toContain('数据库检查')
  for (const name of [PEOPLE.account.name, PEOPLE.account.code, '4419001987'])
    expect(text).not.toContain(name)

  // again, and back by the way it came
  await counter.press('F9')
  await expect(steps.first()).toHaveAttribute('data-state', 'ok')
  await expect(till.getByTestId('self-test-summary')).toBeVisible()
  await counter.press('Escape')
  await expect(counter.lines).toHaveCount(1)
})

test('whoever cannot sign in still finds out why, and comes back to signing in', async ({ till, shop }) => {
  await centreOf(shop).setLine({ listening: false })
  const signIn = new SignInPage(till)
  await signIn.operator.and(till.locator(':focus')).waitFor()
  await till.keyboard.press('F6')
  const line = till.getByTestId('self-test-step').filter({ hasText: '医保线路' })
  await expect(line).toHaveAttribute('data-state', 'fail')
  await expect(line).toContainText('检查网线')
  await till.keyboard.press('F6')
  await expect(till.getByTestId('workplace-settings')).toBeVisible()
  await till.keyboard.press('Escape')
  await expect(signIn.operator).toBeFocused()
})

test('a line that is down is found, with what to do about it', async ({ counter, till, shop }) => {
  await centreOf(shop).setLine({ listening: false })
  await counter.press('Shift+F2', 'F6')
  const line = till.getByTestId('self-test-step').filter({ hasText: '医保线路' })
  await expect(line).toHaveAttribute('data-state', 'fail')
  await expect(line).toContainText('检查网线')
})

import { good, traceCode } from '../pages/boxes.ts'
import { MANAGER } from '../pages/centre.ts'
import { scannerOf } from '../pages/scanner.ts'
import { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('a badge fills in the number where one is asked for, and is refused anywhere else', async ({ till }) => {
  const scanner = scannerOf(till)
  const counter = new TillPage(till)
  await till.getByLabel('工号').waitFor()
  await scanner.scan('GH-1001')
  await expect(till.getByLabel('工号')).toHaveValue('1001')
  await expect(till.getByLabel('密码')).toBeFocused()
  await counter.type('lianxi-1001')
  await counter.press('Enter')
  await counter.nextStep.waitFor()

  await counter.scanBoxes([traceCode(good(0), 1)])
  await scanner.scan(`GH-${MANAGER.number}`)
  await expect(counter.notice).toContainText('工牌')
  await expect(counter.lines).toHaveCount(1)

  // a price beyond the cashier's right: the colleague shows the badge and types the password
  await counter.press('Shift+F7')
  await counter.type('20')
  await counter.press('Enter')
  await till.getByTestId('approval').waitFor()
  await scanner.scan(`GH-${MANAGER.number}`)
  await expect(till.getByTestId('input-approver')).toHaveValue(MANAGER.number)
  await expect(till.getByTestId('input-approver-password')).toBeFocused()
  await counter.type(MANAGER.password)
  await counter.press('Enter')
  await expect(counter.total).toHaveText('20.00')
})

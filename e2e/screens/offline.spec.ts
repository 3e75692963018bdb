import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, PEOPLE } from '../pages/centre.ts'
import { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('without a line the shop sells for cash, says why not more, and reports when the line is back', async ({
  till,
  shop,
}) => {
  const counter = new TillPage(till)
  const centre = centreOf(shop)
  await centre.setLine({ listening: false })
  await counter.open()
  await expect(counter.centre).toContainText('未签到')

  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.notice).toContainText('[INSURANCE_')
  await expect(counter.notice).toContainText('先收现金')
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
  await expect(counter.uploadsWaiting).toHaveText('1')
  await expect(async () => {
    await counter.press('Enter')
    await expect(till.getByTestId('basket-empty')).toBeVisible({ timeout: 500 })
  }).toPass()

  await centre.setLine({ listening: true })
  await counter.press('Shift+F1')
  await expect(counter.centre).not.toContainText('未签到')
  await counter.press('Shift+F8')
  await expect(till.getByTestId('uploads')).toBeVisible()
  await counter.press('F9')
  await expect(counter.uploadsWaiting).toHaveText('0')
  await expect(till.getByTestId('uploads')).toContainText('没有待上传')
})

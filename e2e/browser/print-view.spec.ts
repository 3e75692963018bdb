import { good, traceCode } from '../pages/boxes.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('on paper there is the receipt and nothing else', async ({ counter, till }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
  // holds the sheet where it is
  await till.evaluate(() => {
    window.print = () => {
      const sheet = document.getElementById('paper-sheet')
      const style = document.head.lastElementChild
      if (sheet === null || style === null) return
      document.body.append(sheet.cloneNode(true))
      document.head.append(style.cloneNode(true))
    }
  })
  await counter.press('F9')
  await expect(counter.notice).toContainText('第 1 份')
  await till.emulateMedia({ media: 'print' })
  await expect(till.locator('#root')).toBeHidden()
  const sheet = till.locator('#paper-sheet img')
  await expect(sheet).toBeVisible()
  const box = await sheet.boundingBox()
  // 80 mm at 96 dots to the inch
  expect(Math.round(box?.width ?? 0)).toBe(302)
})

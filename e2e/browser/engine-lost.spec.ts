import { openInBrowser } from '../fixtures/shells.ts'
import { expect, test } from '../fixtures/till-test.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { TillPage } from '../pages/till-page.ts'

test('without its engine the till says so and offers nothing', async ({ shop, size }) => {
  const opened = await openInBrowser(shop, size)
  const counter = new TillPage(opened.page)
  await counter.open()
  await counter.scanBoxes([traceCode(good(0), 1)])
  await opened.engine.kill()
  await expect(opened.page.getByTestId('connection-lost')).toBeVisible()
  await counter.press('F9')
  expect(await counter.state()).toBe('idle')
  await expect(counter.lines).toHaveCount(1)
  await opened.close()
})

import { expect, test } from '../fixtures/electron-test.ts'
import { engineOf } from '../fixtures/engine-of.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { TillPage } from '../pages/till-page.ts'

test('an engine that died comes back with the sale it was in', async ({ desktop }) => {
  const counter = new TillPage(desktop.page)
  await counter.open()
  await counter.scanBoxes([traceCode(good(0), 1)])
  process.kill(await engineOf(desktop), 'SIGKILL')
  await expect(desktop.page.getByTestId('connection-lost')).toBeVisible()
  await expect(desktop.page.getByTestId('connection-lost')).toBeHidden()
  await expect(counter.lines).toHaveCount(1)
  await counter.scanner.scan(traceCode(good(1), 1))
  await expect(counter.lines).toHaveCount(2)
})

import { join } from 'node:path'
import { createPrinterTwin } from '../../device-twins/printer-twin.ts'
import { listenAsPrinter } from '../../device-twins/printer-lines.ts'
import { plugIn } from '../../device-twins/pty-pair.ts'
import { CACHE } from '../../build/paths.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { PEOPLE } from '../pages/centre.ts'
import { SettingsPage } from '../pages/settings-page.ts'
import { TillPage } from '../pages/till-page.ts'
import { openCustomerPage } from '../fixtures/customer-page.ts'
import { expect, test } from '../fixtures/till-test.ts'
import type { Page } from '@playwright/test'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** Nothing may stand outside the window, and every key must be seen whole. */
async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  for (const button of await page.getByRole('navigation').getByRole('button').all()) {
    await expect(button).toBeInViewport({ ratio: 1 })
  }
}

for (const size of SIZES) {
  test.describe(`${size.width}×${size.height}`, () => {
    test.use({ size, flags: ['--customer-display', 'window'] })

    test('every screen of the devices fits, and its picture is kept', async ({
      till,
      opened,
      shop,
      shell,
    }) => {
      const counter = new TillPage(till)
      const settings = new SettingsPage(till)
      const twin = createPrinterTwin()
      const printer = await listenAsPrinter(twin)
      const cable = await plugIn(shop.folder)
      const customer = await openCustomerPage(opened)
      const keep = async (name: string, page: Page = till): Promise<void> => {
        await fits(page)
        const file = `${name}-${size.width}x${size.height}-${shell}.png`
        await page.screenshot({ path: join(CACHE, 'screenshots', file) })
      }
      await counter.open()
      await settings.open()
      await keep('settings-empty')
      await settings.choose('scanner-1', '串口')
      await settings.fill('端口或设备', cable.path)
      await keep('settings-form')
      await till.keyboard.press('F9')
      await settings.approval.waitFor()
      await keep('settings-approval')
      await settings.approve()
      await expect(settings.state('scanner-1')).toHaveAttribute('data-state', 'ready')
      await till.keyboard.press('F8')
      await expect(settings.test).toContainText('等着读')
      await cable.send(`${traceCode(good(0), 1)}\r`)
      await settings.result.waitFor()
      await keep('settings-tested')
      await settings.choose('printer', '网络')
      await settings.fill('地址', '127.0.0.1')
      await settings.fill('端口号', String(printer.port))
      await settings.save()
      await expect(settings.state('printer')).toHaveAttribute('data-state', 'ready')
      twin.set({ paper: 'out' })
      await expect(settings.slot('printer')).toContainText('没有纸')
      await keep('settings-no-paper')
      await counter.press('F6')
      await till.getByTestId('self-test-summary').waitFor()
      await keep('self-test')
      await counter.press('Escape')
      await keep('customer-idle', customer)
      await counter.scanBoxes(Array.from({ length: 6 }, (_, index) => traceCode(good(index), 1)))
      await keep('customer-selling', customer)
      await counter.scanner.scan(PEOPLE.nearlyEmpty.code)
      await expect(counter.account).not.toHaveText('—')
      await cable.unplug()
      await keep('till-with-trouble')
      await counter.press('F9')
      await counter.received.waitFor()
      await counter.type('500')
      await counter.press('Enter')
      await counter.result.waitFor()
      await expect(till.getByTestId('print-line')).toContainText('没有纸')
      await keep('till-print-waits')
      await keep('customer-thanks', customer)
      await counter.press('Shift+F5')
      await till.getByTestId('receipt').waitFor()
      await keep('print-queue')
      await printer.close()
    })
  })
}

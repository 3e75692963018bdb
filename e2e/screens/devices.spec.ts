import { createPrinterTwin } from '../../device-twins/printer-twin.ts'
import { listenAsPrinter } from '../../device-twins/printer-lines.ts'
import { plugIn } from '../../device-twins/pty-pair.ts'
import { plugSerialDevice } from '../../device-twins/serial-device.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { MANAGER, SettingsPage } from '../pages/settings-page.ts'
import { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('a scanner is set up by a colleague who may, tested, pulled out in a sale and plugged in again', async ({
  till,
  shop,
}) => {
  const counter = new TillPage(till)
  const settings = new SettingsPage(till)
  const cable = await plugIn(shop.folder)
  await counter.open()
  await settings.open()
  await settings.choose('scanner-1', '串口')
  await settings.fill('名称', '左边的枪')
  await till.keyboard.press('F9')
  await expect(settings.notice).toContainText('端口或设备')
  await settings.fill('端口或设备', cable.path)
  await till.keyboard.press('F9')
  await settings.approve('wrong')
  await expect(settings.approval).toContainText('[OPERATOR_WRONG]')
  await settings.approve()
  await expect(settings.notice).toContainText('已保存')
  await expect(settings.state('scanner-1')).toHaveAttribute('data-state', 'ready')

  // a test takes the scan for itself
  await till.keyboard.press('F8')
  await expect(settings.test).toContainText('等着读')
  await cable.send(`${good(0).barcode}\r`)
  await expect(settings.result).toContainText('36 39')
  await expect(settings.result).toContainText(good(0).barcode)
  await expect(settings.result).toContainText('商品条码')
  await till.keyboard.press('Escape')
  await expect(till.getByTestId('basket-empty')).toBeVisible()

  await cable.send(`${traceCode(good(0), 1)}\r`)
  await expect(counter.lines).toHaveCount(1)
  await cable.unplug()
  const dot = till.locator('[data-slot="scanner-1"]')
  await expect(dot).toHaveAttribute('data-state', 'faulted')
  await expect(till.getByTestId('device-states')).toContainText('左边的枪')
  // the sale goes on without it
  await counter.scanner.scan(traceCode(good(1), 1))
  await expect(counter.lines).toHaveCount(2)
  const again = await plugIn(shop.folder)
  await expect(dot).toHaveAttribute('data-state', 'ready', { timeout: 30_000 })
  await again.send(`${traceCode(good(2), 1)}\r`)
  await expect(counter.lines).toHaveCount(3)
  await again.unplug()
})

test('a receipt that finds no paper waits, is said at the counter, and prints by itself or is given up', async ({
  till,
}) => {
  const counter = new TillPage(till)
  const settings = new SettingsPage(till)
  const twin = createPrinterTwin()
  const printer = await listenAsPrinter(twin)
  await counter.open()
  await settings.open()
  await settings.choose('printer', '网络')
  await settings.fill('地址', '127.0.0.1')
  await settings.fill('端口号', String(printer.port))
  await settings.save()
  await expect(settings.state('printer')).toHaveAttribute('data-state', 'ready')
  await till.keyboard.press('F8')
  await expect(settings.notice).toContainText('测试完成')
  expect(twin.count('cut')).toBe(1)
  await till.keyboard.press('Escape')

  twin.set({ paper: 'out' })
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
  const line = till.getByTestId('print-line')
  await expect(line).toContainText('没有纸')
  await counter.press('Shift+F5')
  const job = till.getByTestId('print-job')
  await expect(job).toHaveAttribute('data-state', 'waiting')
  await expect(till.getByTestId('receipt')).toBeVisible()
  twin.set({ paper: 'ok' })
  await expect(job).toHaveCount(0)
  expect(twin.lines().join('\n')).toContain(good(0).name)
  await counter.press('Escape')
  await expect(counter.result).toBeVisible()
  await expect(line).toBeHidden()

  twin.set({ cover: 'open' })
  await counter.press('F9')
  await expect(counter.notice).toContainText('重印第 1 次')
  await counter.press('Shift+F5')
  await expect(job).toContainText('盖子开着')
  await counter.press('Delete')
  await expect(job).toHaveCount(0)
  await printer.close()
})

test('the drawer opens with a reason and somebody who may, and its openings are told', async ({ till }) => {
  const counter = new TillPage(till)
  const settings = new SettingsPage(till)
  const twin = createPrinterTwin()
  const printer = await listenAsPrinter(twin)
  await counter.open()
  await settings.open()
  await settings.choose('printer', '网络')
  await settings.fill('地址', '127.0.0.1')
  await settings.fill('端口号', String(printer.port))
  await settings.save()
  await settings.choose('drawer', '接在小票打印机上')
  await settings.save()
  await expect(settings.state('drawer')).toHaveAttribute('data-state', 'ready')
  await till.keyboard.press('F8')
  await expect(settings.notice).toContainText('原因')
  await settings.test.getByLabel('开钱箱的原因').fill('换零钱')
  await till.keyboard.press('F8')
  await settings.approval.waitFor()
  await till.keyboard.press('Escape')
  expect(twin.count('pulse')).toBe(0)
  await till.keyboard.press('F8')
  await settings.approve()
  await expect(settings.notice).toContainText('已开钱箱')
  await expect.poll(() => twin.count('pulse')).toBe(1)
  await expect(settings.test).toContainText('换零钱')
  await printer.close()
})

test('a pole display shows what is typed for it, in its own bytes', async ({ till, shop }) => {
  const counter = new TillPage(till)
  const settings = new SettingsPage(till)
  const pole = await plugSerialDevice(`${shop.folder}/pole`)
  await counter.open()
  await settings.open()
  await settings.choose('display', 'VFD')
  await settings.fill('端口或设备', pole.path)
  await settings.save()
  await expect(settings.state('display')).toHaveAttribute('data-state', 'ready')
  await settings.test.getByLabel('显示文字').fill('HELLO-88')
  await till.keyboard.press('F8')
  await expect.poll(() => pole.received().toString('latin1')).toContain('HELLO-88')
  await pole.unplug()
})

test('a keyboard scanner is tried out without selling anything, and a form is not lost by one key', async ({
  counter,
  till,
}) => {
  const settings = new SettingsPage(till)
  await settings.open()
  await counter.scanner.scan(traceCode(good(0), 1))
  await expect(till.getByTestId('wedge-seen')).toContainText(traceCode(good(0), 1))
  await settings.choose('scanner-1', '串口')
  await till.keyboard.press('Escape')
  await expect(settings.root).toBeVisible()
  await expect(settings.notice).toContainText('没保存')
  await till.keyboard.press('Escape')
  await expect(till.getByTestId('basket-empty')).toBeVisible()
})

test('while money is on its way nobody sets up a device', async ({ counter, till, shop }) => {
  const { centreOf, PEOPLE } = await import('../pages/centre.ts')
  const settings = new SettingsPage(till)
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.account).toHaveText('28.50')
  await centreOf(shop).addFaults({ infno: ['2102A'], limit: 1, fault: { kind: 'reset-after' } })
  await counter.press('F9')
  await expect(till.getByTestId('band-unknown')).toBeVisible()
  await counter.press('Shift+F2', 'Shift+F5')
  await expect(settings.root).toBeHidden()
  expect(await counter.state()).toBe('unknown')
})

test('F11 opens the drawer at the counter, with a reason; for cash it opens before the receipt', async ({
  till,
}) => {
  const counter = new TillPage(till)
  const settings = new SettingsPage(till)
  const twin = createPrinterTwin()
  const printer = await listenAsPrinter(twin)
  await counter.open()
  await expect(counter.keys.getByRole('button', { name: '钱箱' })).toBeDisabled()
  await settings.printsTo(printer.port)
  await settings.open()
  await settings.choose('drawer', '接在小票打印机上')
  await settings.save()
  await settings.ready('drawer')
  await counter.press('Escape')

  await counter.pressOffered('F11', '钱箱')
  const question = till.getByTestId('open-drawer')
  // a second F11 of the same finger opens nothing, and neither does Enter
  await counter.press('F11')
  await expect(question).toBeVisible()
  await counter.press('Enter')
  await expect(question).toBeHidden()
  await counter.press('F11', '2', 'F9')
  await counter.approve(MANAGER)
  await expect(counter.notice).toContainText('已打开钱箱')
  await expect.poll(() => twin.count('pulse')).toBe(1)

  const before = twin.paper().length
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
  await expect.poll(() => twin.count('cut')).toBe(1)
  const kinds = twin
    .paper()
    .slice(before)
    .map(({ kind }) => kind)
  expect(kinds.indexOf('pulse')).toBeGreaterThanOrEqual(0)
  expect(kinds.indexOf('pulse')).toBeLessThan(kinds.indexOf('line'))

  // from the result of a sale, and back to it
  await counter.pressOffered('F11', '钱箱')
  await counter.press('Escape')
  await expect(counter.result).toBeVisible()
  await printer.close()
})

import { createPrinterTwin, type PrinterTwin } from '../../device-twins/printer-twin.ts'
import { listenAsPrinter } from '../../device-twins/printer-lines.ts'
import { expect, test as base } from '../fixtures/till-test.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { MANAGER } from '../pages/centre.ts'
import { SettingsPage } from '../pages/settings-page.ts'

const BOX = traceCode(good(0), 1)

/** A till that prints, where a sale of one box is on paper and its return waits for its refund. */
const test = base.extend<{ readonly printer: PrinterTwin }>({
  printer: async ({ counter, till }, use) => {
    const twin = createPrinterTwin()
    const line = await listenAsPrinter(twin)
    await new SettingsPage(till).printsTo(line.port)
    await counter.sellForCash([BOX])
    await expect.poll(() => twin.count('cut')).toBe(1)
    await use(twin)
    await line.close()
  },
})

test('the slip of a return is on paper as itself, also out of the queue and once more', async ({
  printer,
  counter,
  till,
}) => {
  printer.set({ paper: 'out' })
  await counter.beginReturnOf(BOX, MANAGER)
  await till.getByTestId('refund-now').waitFor()
  await counter.pressOffered('F9', '现金已退给顾客')
  await expect(till.getByTestId('return-explanation')).toContainText('退货办完了')
  await counter.press('Enter', 'Shift+F5')
  const job = till.getByTestId('print-job')
  await expect(job).toContainText('退货小票')
  await expect.poll(() => counter.receiptText()).toContain('退货合计')
  const before = printer.lines().length
  printer.set({ paper: 'ok' })
  await expect(job).toHaveCount(0)
  expect(printer.lines().slice(before).join('\n')).toContain('退货合计')
})

test('a slip of a return that broke off is shown and printed again as itself, marked as a reprint', async ({
  printer,
  counter,
  till,
}) => {
  await counter.beginReturnOf(BOX, MANAGER)
  await till.getByTestId('refund-now').waitFor()
  printer.rollEndsAfter(4)
  await counter.pressOffered('F9', '现金已退给顾客')
  await expect(till.getByTestId('return-explanation')).toContainText('退货办完了')
  await counter.press('Enter', 'Shift+F5')
  const job = till.getByTestId('print-job')
  await expect(job).toHaveAttribute('data-state', /incomplete|uncertain/)
  await expect(job).toContainText('退货小票')
  await expect.poll(() => counter.receiptText()).toContain('退货合计')
  printer.set({ paper: 'ok' })
  const before = printer.lines().length
  await counter.press('F9')
  await expect(job).toHaveCount(0)
  await expect
    .poll(() => printer.lines().slice(before).join('\n'))
    .toMatch(/重印 第1次[^]*退货合计[^]*重印 第1次/)
})

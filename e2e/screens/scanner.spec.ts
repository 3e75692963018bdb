import { good, traceCode } from '../pages/boxes.ts'
import { SignInPage } from '../pages/sign-in-page.ts'
import { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

/** Fields of the counter, the keys that lead to each, and what fingers typed there before the scan. */
const FIELDS = [
  { field: 'input-search', keys: ['F2'], typed: 'am' },
  { field: 'input-quantity', keys: ['F4'], typed: '2' },
  { field: 'input-discount', keys: ['F8'], typed: '1.5' },
  { field: 'input-received', keys: ['F9'], typed: '50' },
  { field: 'input-credential', keys: ['F3'], typed: '4419' },
] as const

for (const { field, keys, typed } of FIELDS) {
  test(`a scan while ${field} is being filled adds its line and never types`, async ({ counter, till }) => {
    await counter.scanBoxes([traceCode(good(0), 1)])
    await counter.press(...keys)
    await counter.type(typed)
    await expect(till.getByTestId(field)).toHaveValue(typed)
    // refused: nothing changed, so what was typed stays, and not one digit of the scan is left in it
    await counter.scanner.scan(traceCode(good(0), 1))
    await expect(counter.notice).toContainText('[TRACE_ALREADY_IN_SALE]')
    await expect(till.getByTestId(field)).toHaveValue(typed)
    // accepted: the entry makes way for the sale
    await counter.scanner.scan(traceCode(good(1), 1))
    await expect(counter.lines).toHaveCount(2)
    await expect(till.getByTestId(field)).toBeHidden()
    expect(await counter.state()).toBe('idle')
  })
}

test('a scanner without a terminator is heard too', async ({ counter }) => {
  await counter.scanner.scanUnterminated(traceCode(good(0), 1))
  await expect(counter.lines).toHaveCount(1)
})

test('a scan that broke off presses nothing and leaves nothing', async ({ counter }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9')
  await counter.received.waitFor()
  await counter.scanner.scan('6901')
  await expect(counter.notice).toContainText('不完整')
  await expect(counter.received).toHaveValue('')
  await expect(counter.result).toBeHidden()
})

test('a password may be typed as fast as anybody likes', async ({ till }) => {
  const signIn = new SignInPage(till)
  const { scanner } = new TillPage(till)
  await signIn.password.focus()
  await scanner.scanUnterminated('Very-Fast-Password-1')
  await expect(signIn.password).toHaveValue('Very-Fast-Password-1')
})

test('a scan starts the next sale from the result of the last', async ({ counter }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
  await counter.scanner.scan(traceCode(good(1), 1))
  await expect(counter.result).toBeHidden()
  await expect(counter.lines).toHaveCount(1)
})

test('what cannot be sold is refused in place, with its code and what to do', async ({ counter }) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  for (const [scan, code] of [
    ['6901234567890', 'SCAN_BAD_CHECK_DIGIT'],
    ['6901234567892', 'GOODS_UNKNOWN'],
    ['89999990000000000001', 'TRACE_GOODS_UNKNOWN'],
    [traceCode(good(0), 1), 'TRACE_ALREADY_IN_SALE'],
    ['HELLO-WORLD', 'SCAN_UNKNOWN_SHAPE'],
  ] as const) {
    await counter.scanner.scan(scan)
    await expect(counter.notice).toContainText(`[${code}]`)
  }
  await expect(counter.lines).toHaveCount(1)
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
  await counter.scanner.scan(traceCode(good(0), 1))
  await expect(counter.notice).toContainText('[TRACE_ALREADY_SOLD]')
})

test('a barcode asks for its trace code before it can be paid', async ({ counter }) => {
  await counter.scanner.scan(good(0).barcode)
  await expect(counter.line(1).getByTestId('line-trace')).toContainText('0/1')
  await expect(counter.nextStep).toContainText('第 1 行')
  await counter.press('F9')
  await expect(counter.notice).toContainText('[TRACE_MISSING]')
  await counter.scanner.scan(traceCode(good(0), 7))
  await expect(counter.line(1).getByTestId('line-trace')).toContainText('已扫齐')
})

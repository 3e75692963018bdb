import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newTraceCode, openCounter, scanBoxes, tracedGood, type TestCounter } from './counter.ts'
import { clearCounter, expectRefusal } from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter()
})
afterEach(() => clearCounter(counter))
afterAll(() => counter.close())

it('a 20-digit code scanned twice: one box, the second scan is refused', async () => {
  const code = newTraceCode(tracedGood().prefix)
  const { sale } = await counter.must('scan.submit', { text: code })
  const again = await counter.must('scan.submit', { text: code })
  expectRefusal(again.outcome, 'TRACE_ALREADY_IN_SALE')
  expect((await counter.must('sale.current', {})).sale).toEqual(sale)
  expect(sale?.lines).toMatchObject([{ quantity: 10_000, trace: { needed: 1, codes: [code] } }])
})

it('a code of a box that this shop sold: refused with the sale’s number, also after a restart', async () => {
  const sold = await scanBoxes(counter)
  const code = sold.lines[0]?.trace.codes[0] ?? ''
  const { sale } = await counter.must('sale.payCash', { received: null })
  for (const restart of [false, true]) {
    if (restart) await counter.restart()
    const { outcome } = await counter.must('scan.submit', { text: code })
    expect(expectRefusal(outcome, 'TRACE_ALREADY_SOLD').params).toEqual({ code, number: sale.number })
  }
})

it('a code that is on a sale put aside: refused', async () => {
  const held = await scanBoxes(counter)
  const code = held.lines[0]?.trace.codes[0] ?? ''
  await counter.must('sale.hold', {})
  const { outcome } = await counter.must('scan.submit', { text: code })
  expectRefusal(outcome, 'TRACE_ALREADY_SOLD')
})

it.each([
  ['a goods code that nothing matches', '6901234567892', 'GOODS_UNKNOWN'],
  ['a trace code of no good that is known', '89999990000000000001', 'TRACE_GOODS_UNKNOWN'],
  ['a barcode with a wrong check digit', '6901234567893', 'SCAN_BAD_CHECK_DIGIT'],
  ['text', '阿莫西林', 'SCAN_UNKNOWN_SHAPE'],
  ['SQL', `'; DROP TABLE sale; --`, 'SCAN_UNKNOWN_SHAPE'],
  ['control characters', '\u0000\u001b[2J', 'SCAN_UNKNOWN_SHAPE'],
  ['a very long code', '1'.repeat(400), 'SCAN_UNKNOWN_SHAPE'],
] as const)('%s: refused, the basket is as it was', async (_, text, code) => {
  const before = await scanBoxes(counter)
  const { outcome } = await counter.must('scan.submit', { text })
  expectRefusal(outcome, code)
  expect((await counter.must('sale.current', {})).sale).toEqual(before)
})

it('a payment code while the sale does not wait for money: refused, the basket is as it was', async () => {
  // a box without its trace code cannot be sold, so nothing can be paid
  const { sale } = await counter.must('scan.submit', { text: tracedGood().barcode })
  const { outcome } = await counter.must('scan.submit', { text: '134512345678901234' })
  expectRefusal(outcome, 'SCAN_NOT_EXPECTED')
  expect((await counter.must('sale.current', {})).sale).toEqual(sale)
})

it('a code beyond what the contract takes: refused at the door', async () => {
  const before = await scanBoxes(counter)
  expectRefusal(await counter.call('scan.submit', { text: '1'.repeat(600) }), 'CALL_INVALID')
  expect((await counter.must('sale.current', {})).sale).toEqual(before)
})

it('a scan that opens nothing leaves no empty sale behind', async () => {
  await counter.must('scan.submit', { text: '6901234567892' })
  await counter.must('scan.submit', { text: '89999990000000000001' })
  expect((await counter.must('sale.current', {})).sale).toBeNull()
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { newTraceCode, openCounter, scanBoxes, tracedGood, type TestCounter } from './counter.ts'
import { deviceIn, listen, statesOf, takeCardAway, untilReady, WAIT } from './testing/devices.ts'
import { clearCounter } from './testing/steps.ts'

const READER = 'hid-identity-reader'

let counter: TestCounter

beforeAll(async () => {
  counter = await openCounter({ simulatedDevices: (devices) => devices, devicesOn: 'hid' })
})
beforeEach(async () => {
  await clearCounter(counter)
  await counter.centre.actOnDevice({ act: 'reader-answers', device: READER, how: 'right' })
  await counter.centre.actOnDevice({ act: 'card', device: READER })
  await untilReady(counter, 'scanner-1', 'scanner-2', 'code-box', 'identity-reader')
})
afterAll(() => counter.close())

const linesAtTheCounter = async (): Promise<number> =>
  (await counter.must('sale.current', {})).sale?.lines.length ?? 0
const scan = (text: string): Promise<void> =>
  counter.centre.actOnDevice({ act: 'scan', device: 'hid-scanner', text })
const noteOf = async (slot: string): Promise<string | undefined> =>
  (await deviceIn(counter, slot))?.note?.what

describe('a scanner in HID POS mode at the till', () => {
  it('is found with the driver that fits, beside the other HID devices', async () => {
    const { plugged } = await counter.must('devices.discover', {})
    const found = plugged.filter(({ transport }) => transport === 'hid')
    expect(found.map(({ serialNumber, guess }) => [serialNumber, guess?.kind, guess?.driver])).toEqual([
      ['TWIN-1', 'scanner', 'hid-pos'],
      ['TWIN-2', 'scanner', 'hid-pos'],
      ['TWIN-3', 'identity-reader', 'hid'],
    ])
  })

  it('puts boxes into the sale, one scan after the other without a pause', async () => {
    await scan(newTraceCode(tracedGood(0).prefix))
    await expect.poll(linesAtTheCounter, WAIT).toBe(1)
    const good = tracedGood(1)
    await counter.centre.actOnDevice({ act: 'double', device: 'hid-scanner', text: good.barcode })
    const quantity = async (): Promise<number | undefined> =>
      (await counter.must('sale.current', {})).sale?.lines[1]?.quantity
    await expect.poll(quantity, WAIT).toBe(20_000)
  })

  it('reads a scan that spans reports, with rests between them', async () => {
    const scanned = listen(counter, 'scan.handled')
    // longer than one report takes, and of no shape that the till knows
    const text = 'A'.repeat(150)
    await counter.centre.actOnDevice({ act: 'slow-scan', device: 'hid-scanner', text, everyMs: 50 })
    await expect.poll(() => scanned, WAIT).toHaveLength(1)
    expect(scanned[0]).toMatchObject({ refusal: { code: 'SCAN_UNKNOWN_SHAPE' } })
    expect(await noteOf('scanner-1')).toBeUndefined()
  })

  it('drops half scans and noise with a note, and reads the next one right', async () => {
    await counter.centre.actOnDevice({ act: 'half-frame', device: 'hid-scanner', text: '69' })
    await expect.poll(() => noteOf('scanner-1'), WAIT).toBe('unfinished')
    await counter.centre.actOnDevice({ act: 'garbage', device: 'hid-scanner', bytes: 640 })
    await expect.poll(() => noteOf('scanner-1'), WAIT).toBe('bad-report')
    const before = await linesAtTheCounter()
    // a scan that noise spoilt ends with a pause at the latest
    await expect
      .poll(async () => {
        await scan(newTraceCode(tracedGood().prefix))
        return linesAtTheCounter()
      }, WAIT)
      .toBeGreaterThan(before)
  })

  it('can be pulled in the middle of a sale, which goes on, and comes back by itself', async () => {
    await scanBoxes(counter)
    await counter.centre.actOnDevice({ act: 'unplug', device: 'hid-scanner' })
    await expect.poll(async () => (await statesOf(counter))['scanner-1'], WAIT).toBe('faulted')
    await counter.centre.actOnDevice({
      act: 'scan',
      device: 'scanner-2',
      text: newTraceCode(tracedGood(1).prefix),
    })
    await expect.poll(linesAtTheCounter, WAIT).toBe(2)
    await counter.must('sale.payCash', { received: null })
    await counter.centre.actOnDevice({ act: 'plug-in', device: 'hid-scanner' })
    await untilReady(counter, 'scanner-1')
    await scan(newTraceCode(tracedGood(0).prefix))
    await expect.poll(linesAtTheCounter, WAIT).toBe(1)
  })

  it('shows a test its reports and what they mean', async () => {
    const code = newTraceCode(tracedGood().prefix)
    const tested = counter.must('devices.test', { slot: 'scanner-1', what: 'read' })
    // the test must be waiting before the scan comes
    await counter.must('status.get', {})
    await scan(code)
    const found = await tested
    expect(Buffer.from(found.rawHex, 'hex').toString('latin1')).toContain(`]Q1${code}`)
    expect(found.parsed).toContainEqual({ name: 'text', text: code })
    expect(await linesAtTheCounter()).toBe(0)
  })
})

describe('a code box in HID POS mode at the till', () => {
  it('identifies whoever shows a code', async () => {
    await scanBoxes(counter)
    const read = listen(counter, 'device.read')
    const text = seedPerson('黄志强').ecToken ?? ''
    await counter.centre.actOnDevice({ act: 'scan', device: 'hid-code-box', text })
    await expect.poll(() => read.map(({ outcome }) => outcome), WAIT).toEqual(['used'])
    const { sale } = await counter.must('sale.current', {})
    expect(sale?.insured).toMatchObject({ credentialType: '01' })
  })
})

describe('an identity card reader on HID at the till', () => {
  it.each(['right', 'slow', 'double'] as const)('identifies the holder with %s answers', async (how) => {
    await counter.centre.actOnDevice({ act: 'reader-answers', device: READER, how })
    await takeCardAway(counter)
    await scanBoxes(counter)
    const read = listen(counter, 'device.read')
    await counter.centre.actOnDevice({ act: 'card', device: READER, name: '陈嘉敏' })
    await expect.poll(() => read.map(({ outcome }) => outcome), WAIT).toEqual(['used'])
    const { sale } = await counter.must('sale.current', {})
    expect(sale?.insured).toMatchObject({ credentialType: '02' })
  })

  it.each(['half', 'garbage', 'silent'] as const)(
    'is told from a working one with %s answers',
    async (how) => {
      await counter.centre.actOnDevice({ act: 'reader-answers', device: READER, how })
      await expect.poll(async () => (await statesOf(counter))['identity-reader'], WAIT).not.toBe('ready')
      // cash goes on without it
      await scanBoxes(counter)
      await counter.must('sale.payCash', { received: null })
      await counter.centre.actOnDevice({ act: 'reader-answers', device: READER, how: 'right' })
      await untilReady(counter, 'identity-reader')
    },
  )
})

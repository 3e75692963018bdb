import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { REFERENCE_LIBRARY_MISSING } from '../../device-twins/reference-library/build-reference-library.ts'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { newTraceCode, openCounter, scanBoxes, tracedGood, type TestCounter } from './counter.ts'
import { deviceIn, jobOf, listen, statesOf, takeCardAway, untilReady, WAIT } from './testing/devices.ts'
import { begin, settleIdentified, stepsOf } from './testing/returning.ts'
import { clearCounter } from './testing/steps.ts'

let counter: TestCounter

beforeAll(async () => {
  counter = await openCounter({ simulatedDevices: (devices) => devices })
})
beforeEach(async () => {
  await clearCounter(counter)
  await counter.centre.actOnDevice({ act: 'card' })
  await untilReady(counter, 'scanner-1', 'scanner-2', 'code-box', 'identity-reader', 'printer', 'display')
})
afterAll(() => counter.close())

const linesAtTheCounter = async (): Promise<number> =>
  (await counter.must('sale.current', {})).sale?.lines.length ?? 0

describe('the devices of a till', () => {
  it('are shown with their settings, and in the status', async () => {
    const { devices } = await counter.must('devices.list', {})
    expect(devices.map(({ slot, driver, source }) => [slot, driver, source])).toEqual([
      ['scanner-1', 'serial', 'file'],
      ['scanner-2', 'serial', 'file'],
      ['code-box', 'serial', 'file'],
      ['identity-reader', 'serial', 'file'],
      ...(REFERENCE_LIBRARY_MISSING === undefined ? [['card-reader', 'social-security-card', 'file']] : []),
      ['printer', 'tcp', 'file'],
      ['drawer', 'printer', 'file'],
      ['display', 'vfd220', 'file'],
    ])
    const status = await counter.must('status.get', {})
    expect(status.devices).toHaveLength(devices.length)
    expect(status.scanners.map(({ state }) => state)).toEqual(['ready', 'ready'])
  })

  it('take scans from two scanners into one sale', async () => {
    const { centre } = counter
    await centre.actOnDevice({ act: 'scan', text: newTraceCode(tracedGood(0).prefix) })
    await expect.poll(linesAtTheCounter, WAIT).toBe(1)
    await centre.actOnDevice({
      act: 'scan',
      device: 'scanner-2',
      text: newTraceCode(tracedGood(1).prefix),
    })
    await expect.poll(linesAtTheCounter, WAIT).toBe(2)
  })

  it('drop noise and half scans, and read the next one right', async () => {
    const { centre } = counter
    const good = tracedGood()
    await centre.actOnDevice({ act: 'half-frame', text: newTraceCode(good.prefix) })
    await expect.poll(async () => (await deviceIn(counter, 'scanner-1'))?.note?.what, WAIT).toBe('unfinished')
    await centre.actOnDevice({ act: 'scan', text: newTraceCode(good.prefix) })
    await expect.poll(linesAtTheCounter, WAIT).toBe(1)
  })

  it('sell by the other scanner while one floods the till, and by that one afterwards', async () => {
    const changes = listen(counter, 'device.changed')
    let floods = true
    const flooding = counter.centre
      .actOnDevice({ act: 'flood', text: 'FLOOD', frames: 5_000 })
      .finally(() => (floods = false))
    await expect.poll(async () => (await deviceIn(counter, 'scanner-1'))?.note?.what, WAIT).toBe('flood')
    const text = newTraceCode(tracedGood().prefix)
    await counter.centre.actOnDevice({ act: 'scan', device: 'scanner-2', text })
    await expect.poll(linesAtTheCounter, WAIT).toBe(1)
    expect(floods).toBe(true)
    await flooding
    // what was dropped is counted, and told of a few times a second: every telling is work for the screens
    expect((await deviceIn(counter, 'scanner-1'))?.note?.count).toBeGreaterThan(4_000)
    expect(changes.length).toBeLessThan(200)
    await expect
      .poll(async () => {
        await counter.centre.actOnDevice({ act: 'scan', text: newTraceCode(tracedGood(1).prefix) })
        return linesAtTheCounter()
      }, WAIT)
      .toBe(2)
  })

  it('read a scan that comes byte by byte', async () => {
    const text = newTraceCode(tracedGood().prefix)
    await counter.centre.actOnDevice({ act: 'slow-scan', text, everyMs: 20 })
    await expect.poll(linesAtTheCounter, WAIT).toBe(1)
  })

  it('identify the holder of an identity card that is laid on the reader', async () => {
    await takeCardAway(counter)
    await scanBoxes(counter)
    const read = listen(counter, 'device.read')
    await counter.centre.actOnDevice({ act: 'card', name: '陈嘉敏' })
    await expect.poll(() => read, WAIT).toHaveLength(1)
    expect(read[0]).toMatchObject({ slot: 'identity-reader', outcome: 'used', refusal: null })
    // masked, whoever listens
    expect(JSON.stringify(read)).not.toContain('陈嘉敏')
    const { sale } = await counter.must('sale.current', {})
    expect(sale?.insured).toMatchObject({ credentialType: '02' })
  })

  it('take the permit of a resident of Hong Kong, and a code from the box on the counter', async () => {
    await takeCardAway(counter)
    const read = listen(counter, 'device.read')
    const permit = (await counter.centre.people()).find(({ documentKind }) => documentKind === '1701')
    await counter.centre.actOnDevice({ act: 'card', name: permit?.name ?? '' })
    await expect.poll(() => read.map(({ outcome }) => outcome), WAIT).toEqual(['used'])
    const text = seedPerson('黄志强').ecToken ?? ''
    await counter.centre.actOnDevice({ act: 'scan', device: 'code-box', text })
    await expect.poll(() => read.map(({ outcome }) => outcome), WAIT).toEqual(['used', 'used'])
    const { sale } = await counter.must('sale.current', {})
    expect(sale?.insured).toMatchObject({ credentialType: '01' })
  })

  it('do not change the person while money has moved', async () => {
    await takeCardAway(counter)
    await scanBoxes(counter)
    await counter.must('insurance.identify', { type: '01', number: seedPerson('李桂芳').ecToken ?? '' })
    await counter.must('insurance.quote', {})
    await counter.must('insurance.settle', {})
    const { sale: before } = await counter.must('sale.current', {})
    expect(before?.locked).toBe(true)
    const read = listen(counter, 'device.read')
    await counter.centre.actOnDevice({ act: 'card', name: '陈嘉敏' })
    await expect.poll(() => read, WAIT).toHaveLength(1)
    expect(read[0]).toMatchObject({ outcome: 'not-used', refusal: { code: 'DEVICE_READ_NOT_NOW' } })
    await counter.must('sale.payCash', { received: null })
  })

  it('read for the return that the screen has open, and for nothing while it is busy otherwise', async () => {
    await takeCardAway(counter)
    await scanBoxes(counter)
    await counter.must('insurance.identify', { type: '01', number: seedPerson('李桂芳').ecToken ?? '' })
    const begun = await begin(counter, await settleIdentified(counter))
    const read = listen(counter, 'device.read')
    const show = (name: string): Promise<void> =>
      counter.centre.actOnDevice({
        act: 'scan',
        device: 'code-box',
        text: seedPerson(name).ecToken ?? '',
      })
    await counter.must('scan.direct', { to: 'screen' })
    await show('李桂芳')
    await expect.poll(() => read, WAIT).toHaveLength(1)
    expect(read[0]).toMatchObject({ outcome: 'not-used', refusal: { code: 'DEVICE_READ_NOT_NOW' } })
    await counter.must('scan.direct', { to: 'screen', returnId: begun.id })
    await counter.centre.actOnDevice({ act: 'card', name: '陈嘉敏' })
    await expect.poll(() => read, WAIT).toHaveLength(2)
    expect(read[1]).toMatchObject({ outcome: 'not-used', refusal: { code: 'RETURN_OTHER_PERSON' } })
    await show('李桂芳')
    await expect
      .poll(() => read.map(({ outcome }) => outcome), WAIT)
      .toEqual(['not-used', 'not-used', 'used'])
    const { return: shown } = await counter.must('returns.get', { returnId: begun.id })
    expect(stepsOf(shown)).toMatch(/^identify:done /)
    expect((await counter.must('sale.current', {})).sale).toBeNull()
    await counter.must('scan.direct', { to: 'sale' })
  })

  it('can be pulled in the middle of a sale, which goes on, and come back by themselves', async () => {
    const { centre } = counter
    await scanBoxes(counter)
    await centre.actOnDevice({ act: 'unplug', device: 'scanner' })
    await expect.poll(async () => (await statesOf(counter))['scanner-1'], WAIT).not.toBe('ready')
    // the other scanner, and the keyboard
    await centre.actOnDevice({
      act: 'scan',
      device: 'scanner-2',
      text: newTraceCode(tracedGood(1).prefix),
    })
    await expect.poll(linesAtTheCounter, WAIT).toBe(2)
    await counter.must('sale.payCash', { received: null })
    await centre.actOnDevice({ act: 'plug-in', device: 'scanner' })
    await untilReady(counter, 'scanner-1')
    await centre.actOnDevice({ act: 'scan', text: newTraceCode(tracedGood(0).prefix) })
    await expect.poll(linesAtTheCounter, WAIT).toBe(1)
  })

  it('show the customer what is bought and what it costs', async () => {
    const { lines } = await scanBoxes(counter)
    const [line] = lines
    await expect
      .poll(async () => (await counter.centre.devices()).display.upper, WAIT)
      .toContain(line?.name.slice(0, 4))
    const paid = await counter.must('sale.payCash', { received: 1_000_00 })
    await expect
      .poll(async () => (await counter.centre.devices()).display.upper, WAIT)
      .toBe(`找零 ${(paid.change / 100).toFixed(2)}`)
    const view = await counter.must('display.view', {})
    expect(view).toMatchObject({ state: 'thanks', due: 0, change: paid.change, qr: null })
  })
})

describe('a test of a device', () => {
  it('shows bytes and meaning of the next scan, which goes nowhere else', async () => {
    const code = newTraceCode(tracedGood().prefix)
    const tested = counter.must('devices.test', { slot: 'scanner-1', what: 'read' })
    // the test must be waiting before the scan comes
    await counter.must('status.get', {})
    await counter.centre.actOnDevice({ act: 'scan', text: code })
    const found = await tested
    expect(Buffer.from(found.rawHex, 'hex').toString()).toBe(`${code}\r`)
    expect(found.parsed).toEqual([
      { name: 'text', text: code },
      { name: 'kind', text: 'trace-code' },
    ])
    expect(await linesAtTheCounter()).toBe(0)
  })

  it('shows bytes that were not understood', async () => {
    const tested = counter.must('devices.test', { slot: 'scanner-1', what: 'read', withinMs: 1_500 })
    await counter.must('status.get', {})
    await counter.centre.actOnDevice({ act: 'garbage', device: 'scanner', bytes: 20 })
    expect(await tested).toMatchObject({ rawBytes: 20, parsed: [] })
  })

  it('is refused where nothing comes, and where there is no such test', async () => {
    const silent = await counter.call('devices.test', { slot: 'scanner-2', what: 'read', withinMs: 500 })
    expect(silent).toMatchObject({ refusal: { code: 'DEVICE_TEST_TIMED_OUT' } })
    expect(await counter.call('devices.test', { slot: 'scanner-2', what: 'slip' })).toMatchObject({
      refusal: { code: 'DEVICE_TEST_NOT_OFFERED' },
    })
    expect(await counter.call('devices.test', { slot: 'scanner-9', what: 'read' })).toMatchObject({
      refusal: { code: 'DEVICE_SLOT_UNKNOWN' },
    })
  })

  it('prints a slip', async () => {
    await counter.must('devices.test', { slot: 'printer', what: 'slip' })
    const { printed } = await counter.centre.devices()
    expect(printed).toContain('打印测试')
  })
})

describe('settings of devices', () => {
  const manager = { operatorNumber: '9001', password: 'lianxi-9001' }
  const scanner = (path: string) => ({
    slot: 'scanner-3',
    driver: 'serial',
    name: '三号',
    options: { path },
    reason: '加一把扫码枪',
  })

  it('need somebody with the right', async () => {
    expect(await counter.call('devices.configure', scanner('/dev/none'))).toMatchObject({
      refusal: { code: 'RIGHT_NEEDED' },
    })
    const colleague = { operatorNumber: '1002', password: 'lianxi-1002' }
    expect(
      await counter.call('devices.configure', { ...scanner('/dev/none'), approval: colleague }),
    ).toMatchObject({ refusal: { code: 'APPROVER_LACKS_RIGHT' } })
  })

  it('are checked before anything changes', async () => {
    const wrong = await counter.call('devices.configure', {
      ...scanner('/dev/none'),
      options: { path: '/dev/none', baud: 9600 },
      approval: manager,
    })
    expect(wrong).toMatchObject({
      refusal: { code: 'DEVICE_SETTING_INVALID', params: { where: 'options.baud' } },
    })
    expect(await deviceIn(counter, 'scanner-3')).toBeUndefined()
    const profile = await counter.call('devices.configure', {
      slot: 'printer',
      driver: 'tcp',
      options: { host: '127.0.0.1', profile: 'no-such' },
      reason: '换型号',
      approval: manager,
    })
    expect(profile).toMatchObject({ refusal: { code: 'DEVICE_SETTING_INVALID' } })
  })

  it('count before the file, survive a restart, and go back', async () => {
    const added = await counter.must('devices.configure', {
      ...scanner('/dev/none'),
      approval: manager,
    })
    expect(added.device).toMatchObject({ slot: 'scanner-3', source: 'till', name: '三号' })
    const removed = await counter.must('devices.configure', {
      slot: 'scanner-2',
      driver: 'none',
      reason: '坏了',
      approval: manager,
    })
    expect(removed.device).toBeNull()
    await counter.restart()
    await untilReady(counter, 'scanner-1', 'printer')
    expect(await statesOf(counter)).not.toHaveProperty('scanner-2')
    expect(await deviceIn(counter, 'scanner-3')).toMatchObject({ reason: 'not-found' })
    for (const slot of ['scanner-2', 'scanner-3']) {
      await counter.must('devices.configure', { slot, driver: 'file', reason: '还原', approval: manager })
    }
    await untilReady(counter, 'scanner-2')
    expect(await deviceIn(counter, 'scanner-3')).toBeUndefined()
  })

  it('name every driver with its options', async () => {
    const { drivers, printerProfiles } = await counter.must('devices.drivers', {})
    expect(drivers.map(({ kind, driver }) => `${kind} ${driver}`)).toContain('printer tcp')
    for (const { options } of drivers) expect(options).toHaveProperty('properties')
    expect(printerProfiles.map(({ id }) => id)).toContain('generic-58')
    const found = await counter.must('devices.discover', {})
    expect(Array.isArray(found.plugged)).toBe(true)
  })
})

describe('the drawer', () => {
  it('opens for cash by itself, and is logged', async () => {
    await scanBoxes(counter)
    const before = await counter.centre.devices()
    const { sale } = await counter.must('sale.payCash', { received: null })
    await expect.poll(async () => (await jobOf(counter, sale.id)).state, WAIT).toBe('printed')
    expect((await counter.centre.devices()).pulses).toBe(before.pulses + 1)
    const { openings } = await counter.must('drawer.openings', { limit: 1 })
    expect(openings).toMatchObject([{ automatic: true, operatorName: '张三', outcome: 'sent' }])
  })

  it('opens for a person with the right and a reason', async () => {
    const refused = await counter.call('drawer.open', { reason: '换零钱' })
    expect(refused).toMatchObject({ refusal: { code: 'RIGHT_NEEDED', params: { right: 'drawer' } } })
    await counter.must('drawer.open', {
      reason: '换零钱',
      approval: { operatorNumber: '9001', password: 'lianxi-9001' },
    })
    const { openings } = await counter.must('drawer.openings', { limit: 1 })
    expect(openings).toMatchObject([{ automatic: false, reason: '换零钱', outcome: 'sent' }])
  })
})

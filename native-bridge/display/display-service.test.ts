import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fen } from '../../core/money/fen.ts'
import type { DeviceState } from '../device/device.ts'
import { plugSerialDevice, type SerialDevice } from '../../device-twins/serial-device.ts'
import { createTimers } from '../testing/timers.ts'
import type { DisplayContent } from './content.ts'
import { createCustomerDisplay, type CustomerDisplay } from './display-service.ts'
import { DISPLAY_DRIVERS, type DisplayDriverName } from './drivers.ts'

const WAIT = { timeout: 10_000, interval: 5 }

let folder: string
const devices: SerialDevice[] = []
const displays: CustomerDisplay[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'display-'))
})
afterEach(async () => {
  for (const display of displays.splice(0)) await display.close()
  for (const device of devices.splice(0)) await device.unplug()
  await rm(folder, { recursive: true, force: true })
})

async function plugged(): Promise<SerialDevice> {
  const device = await plugSerialDevice(join(folder, 'display'))
  devices.push(device)
  return device
}

function created(driver: DisplayDriverName, baudRate?: number) {
  const timers = createTimers()
  const states: DeviceState[] = []
  const display = createCustomerDisplay(
    { driver, path: join(folder, 'display'), ...(baudRate === undefined ? {} : { baudRate }) },
    { schedule: timers.schedule, onState: (state) => states.push(state) },
  )
  displays.push(display)
  return { display, states, timers }
}

/** What goes over the line when a display is plugged in and then shows these contents. */
function bytesOf(driver: DisplayDriverName, ...contents: readonly DisplayContent[]): string {
  const { encoder } = DISPLAY_DRIVERS[driver]
  return Buffer.concat([encoder.initialise, ...contents.map((content) => encoder.encode(content))]).toString(
    'hex',
  )
}

const received = (device: SerialDevice) => (): string => device.received().toString('hex')
const text = (upper: string, lower = ''): DisplayContent => ({ kind: 'text', upper, lower })

describe('a customer display on a serial line', () => {
  it.each(['vfd220', 'ld220', 'led8'] as const)(
    '%s shows texts and amounts, and goes dark',
    async (driver) => {
      const device = await plugged()
      const { display, states, timers } = created(driver, 115_200)
      display.open()
      const shown: DisplayContent[] = [{ kind: 'nothing' }]
      const expectShown = (): Promise<void> =>
        expect.poll(received(device), WAIT).toBe(bytesOf(driver, ...shown))
      await expectShown()
      display.show({ upper: '欢迎光临', lower: '阿莫西林胶囊' })
      shown.push(text('欢迎光临', '阿莫西林胶囊'))
      await expectShown()
      display.showAmount('change', fen(7_77))
      shown.push({ kind: 'amount', what: 'change', amount: fen(7_77) })
      await expectShown()
      display.clear()
      shown.push({ kind: 'nothing' })
      await expectShown()
      await display.close()
      expect(states.map(({ state }) => state)).toEqual(['opening', 'ready', 'closed'])
      expect(timers.running()).toBe(0)
    },
  )

  it('sends the newest content only, however fast they come', async () => {
    const device = await plugged()
    const { display } = created('vfd220', 2_400)
    display.open()
    await expect.poll(received(device), WAIT).toBe(bytesOf('vfd220', { kind: 'nothing' }))
    for (let number = 0; number < 5_000; number += 1) display.show({ upper: `${number}`, lower: '' })
    // the first one may have gone out before the last was there
    await expect.poll(received(device), WAIT).toContain(bytesOf('vfd220', text('4999')).slice(-96))
    const frames = device.received().toString('latin1').split('\u001bQA').length - 1
    expect(frames).toBeLessThanOrEqual(2)
  })

  it('leaves the line as long as it takes: what is shown is never seconds old', async () => {
    const device = await plugged()
    const { display } = created('vfd220', 9_600)
    display.open()
    await expect.poll(() => display.state().state, WAIT).toBe('ready')
    const begin = performance.now()
    let number = 0
    while (performance.now() - begin < 500) {
      number += 1
      display.show({ upper: `${number}`, lower: '' })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await expect.poll(received(device), WAIT).toContain(bytesOf('vfd220', text(`${number}`)).slice(-96))
    const seconds = (performance.now() - begin) / 1_000
    expect(device.received().length * 10).toBeLessThanOrEqual(9_600 * seconds + 48 * 10)
  })

  it('shows the newest content again when it is plugged in again', async () => {
    const device = await plugged()
    const { display, states } = created('cd5220')
    display.show({ upper: '先说的', lower: '' })
    display.open()
    await expect.poll(received(device), WAIT).toBe(bytesOf('cd5220', text('先说的')))
    await device.unplug()
    devices.pop()
    await expect.poll(() => states.at(-1)?.state, WAIT).toBe('faulted')
    display.show({ upper: '离线', lower: '' })
    display.showAmount('total', fen(12_50))
    const again = await plugged()
    await expect
      .poll(received(again), WAIT)
      .toBe(bytesOf('cd5220', { kind: 'amount', what: 'total', amount: fen(12_50) }))
    expect(states.find(({ state }) => state === 'faulted')).toMatchObject({ reason: 'unplugged' })
  })

  it('leaves no timer when it is closed while the line is still at work', async () => {
    const device = await plugged()
    const { display, timers } = created('vfd220', 300)
    display.open()
    await expect.poll(received(device), WAIT).toBe(bytesOf('vfd220', { kind: 'nothing' }))
    await display.close()
    expect(timers.running()).toBe(0)
  })

  it('waits until there is a display, and leaves no timer when it is closed', async () => {
    const { display, states, timers } = created('led8n')
    display.open()
    await expect.poll(() => states.at(-1), WAIT).toMatchObject({ state: 'faulted', reason: 'not-found' })
    display.showAmount('total', fen(1_00))
    await display.close()
    expect(timers.running()).toBe(0)
    display.clear()
    expect(states.at(-1)).toEqual({ state: 'closed' })
  })
})

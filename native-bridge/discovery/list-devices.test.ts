import { describe, expect, it } from 'vitest'
import { createTimers } from '../testing/timers.ts'
import { createVirtualHidBus } from '../../device-twins/virtual-hid.ts'
import { nodeHidBus } from '../transport/node-hid-bus.ts'
import { listDevices, listSerialPorts, watchDevices, type DeviceSources } from './list-devices.ts'

const WAIT = { timeout: 10_000, interval: 5 }
const NO_PORTS = (): Promise<[]> => Promise.resolve([])

describe('listDevices', () => {
  it('lists what this machine really has, through node-hid and serialport', async () => {
    const list = await listDevices({ serialPorts: listSerialPorts, hid: nodeHidBus })
    // a machine without udev cannot list its serial ports; HID must be listed everywhere
    expect(list.problems.filter(({ transport }) => transport === 'hid')).toEqual([])
    for (const { info } of list.devices) expect(info.path).not.toBe('')
  })

  it('gives a guess beside each device', async () => {
    const bus = createVirtualHidBus()
    bus.plugIn({ vendorId: 0x0c2e, usagePage: 0x8c, usage: 2 })
    const port = { path: 'COM3', vendorId: 0x1a86, manufacturer: 'wch.cn', product: '', serialNumber: '' }
    const list = await listDevices({ serialPorts: () => Promise.resolve([port]), hid: bus })
    expect(list.devices.map(({ info, guess }) => [info.transport, guess?.driver, guess?.brand])).toEqual([
      ['serial', 'unknown-serial', 'WCH'],
      ['hid', 'scanner-hid', 'Honeywell'],
    ])
  })

  it('lists the one kind when the other cannot be listed', async () => {
    const bus = createVirtualHidBus()
    bus.plugIn({ product: 'x' })
    const list = await listDevices({
      serialPorts: () => Promise.reject(new Error('spawn udevadm ENOENT')),
      hid: bus,
    })
    expect(list.devices).toHaveLength(1)
    expect(list.problems).toEqual([{ transport: 'serial', detail: 'spawn udevadm ENOENT' }])
  })
})

describe('watchDevices', () => {
  it('tells the first list and every change of it, and nothing after its end', async () => {
    const bus = createVirtualHidBus()
    const sources: DeviceSources = { serialPorts: NO_PORTS, hid: bus }
    const counts: number[] = []
    const timers = createTimers()
    const stop = watchDevices({
      sources,
      everyMs: 5,
      schedule: timers.schedule,
      onChange: (list) => counts.push(list.devices.length),
    })
    await expect.poll(() => counts, WAIT).toEqual([0])
    const device = bus.plugIn({ product: 'scanner' })
    await expect.poll(() => counts, WAIT).toEqual([0, 1])
    device.unplug()
    await expect.poll(() => counts, WAIT).toEqual([0, 1, 0])
    stop()
    expect(timers.running()).toBe(0)
  })
})

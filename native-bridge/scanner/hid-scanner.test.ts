import { afterEach, describe, expect, it } from 'vitest'
import type { DeviceState } from '../device/device.ts'
import { scanReports } from '../../device-twins/hid-pos-reports.ts'
import { createTimers } from '../testing/timers.ts'
import {
  createVirtualHidBus,
  type VirtualHidBus,
  type VirtualHidDevice,
} from '../../device-twins/virtual-hid.ts'
import type { HidMatch } from '../transport/hid.ts'
import { SCANNER_DRIVERS } from './drivers.ts'
import type { FrameProblem } from './frame.ts'
import type { Scanner } from './scanner.ts'
import type { Scan } from './symbology.ts'

const WAIT = { timeout: 10_000, interval: 5 }
const HONEYWELL = { vendorId: 0x0c2e, productId: 0x0b8f, usagePage: 0x8c, usage: 2 }
const ZEBRA = { vendorId: 0x05e0, productId: 0x1300, usagePage: 0x8c, usage: 2 }

const open: Scanner[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((scanner) => scanner.close()))
})

/** A HID scanner on a virtual bus, opened, with everything that its hooks were told. */
function watched(
  bus: VirtualHidBus,
  match: HidMatch = {},
  idleMs?: number,
): {
  readonly scanner: Scanner
  readonly scans: Scan[]
  readonly states: DeviceState[]
  readonly notes: FrameProblem[]
  readonly running: () => number
} {
  const scans: Scan[] = []
  const states: DeviceState[] = []
  const notes: FrameProblem[] = []
  const timers = createTimers()
  const scanner = SCANNER_DRIVERS.hid(
    { match, bus, ...(idleMs !== undefined && { idleMs }) },
    {
      onScan: (scan) => scans.push(scan),
      onState: (state) => states.push(state),
      onNote: (note) => notes.push(note),
      schedule: timers.schedule,
    },
  )
  open.push(scanner)
  scanner.open()
  return { scanner, scans, states, notes, running: timers.running }
}

const ready = (scanner: Scanner): Promise<void> =>
  expect.poll(() => scanner.state().state, WAIT).toBe('ready')
const send = (device: VirtualHidDevice, reports: readonly Uint8Array[]): void =>
  reports.forEach((report) => device.send(report))

describe('a scanner in HID POS mode', () => {
  it('puts a Honeywell scanner into HID POS mode and reads its symbology', async () => {
    const bus = createVirtualHidBus()
    const device = bus.plugIn(HONEYWELL)
    const { scanner, scans, states, running } = watched(bus)
    await ready(scanner)
    expect(device.features.map((report) => [...report])).toEqual([[254, 1]])
    send(device, scanReports('6901234567892\r', { identifier: ']E0', honeywell: 0x64 }))
    send(device, scanReports('88298420000560224025', { honeywell: 0x6a }))
    expect(scans).toEqual([
      { text: '6901234567892', symbology: 'ean-13' },
      { text: '88298420000560224025', symbology: 'code-128' },
    ])
    await scanner.close()
    expect(device.isOpen()).toBe(false)
    expect(states.map(({ state }) => state)).toEqual(['opening', 'ready', 'closed'])
    expect(running()).toBe(0)
  })

  it('sends other makes nothing, and reads no symbology where they have data', async () => {
    const bus = createVirtualHidBus()
    const device = bus.plugIn(ZEBRA)
    const { scanner, scans } = watched(bus)
    await ready(scanner)
    expect(device.features).toEqual([])
    send(device, scanReports('6901234567892', { honeywell: 0x48 }))
    expect(scans).toEqual([{ text: '6901234567892' }])
  })

  it('joins the reports of a long scan', async () => {
    const bus = createVirtualHidBus()
    const device = bus.plugIn(ZEBRA)
    const { scanner, scans, notes } = watched(bus)
    await ready(scanner)
    const address = `https://example.org/t?c=88298420000560224025&x=${'a'.repeat(200)}`
    send(device, scanReports(address, { identifier: ']Q1', shift: 1 }))
    expect(scans).toEqual([{ text: address, symbology: 'qr' }])
    expect(notes).toEqual([])
  })

  it('drops the first report of a scan when no second one comes', async () => {
    const bus = createVirtualHidBus()
    const device = bus.plugIn(ZEBRA)
    const { scanner, scans, notes } = watched(bus, {}, 20)
    await ready(scanner)
    send(device, scanReports('A'.repeat(100), { identifier: ']Q1' }).slice(0, 1))
    await expect.poll(() => notes, WAIT).toEqual(['unfinished'])
    send(device, scanReports('6901234567892', { identifier: ']E0' }))
    expect(scans).toEqual([{ text: '6901234567892', symbology: 'ean-13' }])
  })

  it('notes garbage reports and reads the next scan', async () => {
    const bus = createVirtualHidBus()
    const device = bus.plugIn(ZEBRA)
    const { scanner, scans, notes } = watched(bus)
    await ready(scanner)
    send(device, [new Uint8Array(0), Uint8Array.of(2), Uint8Array.of(2, 255, 0x41), Uint8Array.of(9, 9)])
    send(device, scanReports('6901234567892', { identifier: ']E0' }))
    expect(scans).toHaveLength(1)
    expect(notes).toEqual(['bad-report', 'bad-report'])
  })

  it('is faulted when it is pulled in the middle of a scan, and comes back on another path without the half', async () => {
    const bus = createVirtualHidBus()
    const device = bus.plugIn(ZEBRA)
    const { scanner, scans, states } = watched(bus)
    await ready(scanner)
    const reports = scanReports('A'.repeat(100), { identifier: ']Q1' })
    send(device, reports.slice(0, 1))
    device.unplug()
    const faults = (): string[] =>
      states.flatMap((state) => (state.state === 'faulted' ? [`${state.reason} ${state.retryInMs}`] : []))
    await expect.poll(faults, WAIT).toEqual(['unplugged 250', 'not-found 500'])
    const again = bus.plugIn(ZEBRA)
    expect(again.path).not.toBe(device.path)
    await ready(scanner)
    send(again, reports.slice(1))
    send(again, scanReports('6901234567892', { identifier: ']E0' }))
    // what remained of the old scan is a scan of its own to the till; the first half must not stick to it
    expect(scans.map(({ text }) => text)).toEqual(['A'.repeat(44), '6901234567892'])
  })

  it('gives two scanners of the same kind to two drivers, each its own scans', async () => {
    const bus = createVirtualHidBus()
    const left = bus.plugIn(HONEYWELL)
    const right = bus.plugIn(HONEYWELL)
    const first = watched(bus, { vendorId: HONEYWELL.vendorId })
    await ready(first.scanner)
    const second = watched(bus, { vendorId: HONEYWELL.vendorId })
    await ready(second.scanner)
    expect([left.isOpen(), right.isOpen()]).toEqual([true, true])
    send(left, scanReports('1'))
    send(right, scanReports('2'))
    send(left, scanReports('3'))
    expect(first.scans.map(({ text }) => text)).toEqual(['1', '3'])
    expect(second.scans.map(({ text }) => text)).toEqual(['2'])
  })

  it('tells two scanners apart by serial number whichever is plugged in first', async () => {
    const bus = createVirtualHidBus()
    bus.plugIn({ ...HONEYWELL, serialNumber: 'B' })
    const counter = bus.plugIn({ ...HONEYWELL, serialNumber: 'A' })
    const { scanner, scans } = watched(bus, { serialNumber: 'A' })
    await ready(scanner)
    send(counter, scanReports('1'))
    expect(scans).toEqual([{ text: '1' }])
  })

  it('says that there is none, that all are in use, and does not take a keyboard for a scanner', async () => {
    const bus = createVirtualHidBus()
    bus.plugIn({ ...HONEYWELL, usagePage: 0x01, usage: 0x06 })
    const none = watched(bus)
    await expect.poll(() => none.scanner.state(), WAIT).toMatchObject({ reason: 'not-found' })
    await none.scanner.close()
    bus.plugIn(ZEBRA)
    const first = watched(bus)
    await ready(first.scanner)
    const second = watched(bus)
    await expect.poll(() => second.scanner.state(), WAIT).toMatchObject({ reason: 'in-use' })
  })
})

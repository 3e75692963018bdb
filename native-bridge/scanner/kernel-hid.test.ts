import { describe, expect, it } from 'vitest'
import { scanReports } from '../../device-twins/hid-pos-reports.ts'
import { createTimers } from '../testing/timers.ts'
import { plugKernelScanner, uhidMissing } from '../testing/uhid.ts'
import { nodeHidBus } from '../transport/node-hid-bus.ts'
import { SCANNER_DRIVERS } from './drivers.ts'
import type { Scan } from './symbology.ts'

const WAIT = { timeout: 10_000, interval: 20 }
/** No vendor that needs a greeting: the kernel would ask this process to answer a feature report. */
const IDS = { vendorId: 0x05e0, productId: 0x7e57, name: 'Till Test Scanner' }

describe('a scanner that the kernel knows', () => {
  it('is read through hidraw, pulled, and read again', async (ctx) => {
    const missing = await uhidMissing()
    if (missing !== undefined) return ctx.skip(`this machine makes no HID devices: ${missing}`)
    const scans: Scan[] = []
    const scanner = SCANNER_DRIVERS.hid(
      { match: { vendorId: IDS.vendorId, productId: IDS.productId } },
      {
        onScan: (scan) => scans.push(scan),
        onState: () => undefined,
        schedule: createTimers().schedule,
      },
    )
    const state = (): string => scanner.state().state
    let device = await plugKernelScanner(IDS)
    try {
      await expect
        .poll(async () => (await nodeHidBus.list()).some((one) => one.product === IDS.name), WAIT)
        .toBe(true)
      scanner.open()
      await expect.poll(state, WAIT).toBe('ready')
      const long = 'A'.repeat(100)
      for (const report of scanReports(long, { identifier: ']Q1' })) await device.send(report)
      await expect.poll(() => scans, WAIT).toEqual([{ text: long, symbology: 'qr' }])
      await device.unplug()
      await expect.poll(state, WAIT).toBe('faulted')
      device = await plugKernelScanner(IDS)
      await expect.poll(state, WAIT).toBe('ready')
      for (const report of scanReports('6901234567892', { identifier: ']E0' })) await device.send(report)
      await expect.poll(() => scans.at(-1), WAIT).toEqual({ text: '6901234567892', symbology: 'ean-13' })
    } finally {
      await scanner.close()
      await device.unplug().catch(() => undefined)
    }
  })
})

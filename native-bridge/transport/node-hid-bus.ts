import type { HIDAsync } from 'node-hid'
import type { HidBus, HidHandle } from './hid-bus.ts'
import { textOf } from './fault-of.ts'

/** Paths that are open here: hidraw would let one scan reach two drivers. */
const held = new Set<string>()

function handleOf(device: HIDAsync, path: string): HidHandle {
  return {
    listen: ({ onReport, onGone }) => {
      // hidapi gives its errors as text, without an Error around it
      device.on('error', (error: unknown) => onGone(textOf(error)))
      device.on('data', (report: Buffer) => onReport(report))
    },
    write: async (report) => {
      await device.write(Buffer.from(report))
    },
    sendFeatureReport: async (report) => {
      await device.sendFeatureReport(Buffer.from(report))
    },
    close: async () => {
      try {
        await device.close()
      } finally {
        held.delete(path)
      }
    },
  }
}

/** The machine's own HID devices (hidraw on Linux). `node-hid` is loaded with the first use: it costs start-up time. */
export const nodeHidBus: HidBus = {
  list: async () => {
    const { devicesAsync } = await import('node-hid')
    const devices = await devicesAsync()
    return devices.flatMap((device) =>
      device.path === undefined
        ? []
        : [
            {
              path: device.path,
              vendorId: device.vendorId,
              productId: device.productId,
              usagePage: device.usagePage ?? 0,
              usage: device.usage ?? 0,
              interfaceNumber: device.interface,
              manufacturer: device.manufacturer ?? '',
              product: device.product ?? '',
              serialNumber: device.serialNumber ?? '',
            },
          ],
    )
  },
  open: async (path) => {
    if (held.has(path)) throw new Error(`EBUSY: ${path} is open already`)
    held.add(path)
    try {
      const { HIDAsync } = await import('node-hid')
      return handleOf(await HIDAsync.open(path), path)
    } catch (error) {
      held.delete(path)
      throw error
    }
  },
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inReports } from '../../device-twins/in-reports.ts'
import { plugInTalking } from '../../device-twins/talking-pty.ts'
import type { VirtualHidBus } from '../../device-twins/virtual-hid.ts'
import { isHid, type HidTwin, type TwinName } from './twin-names.ts'

/** A device that is plugged in. */
export type Cable = {
  /** Sends bytes, or one input report, as the device would. */
  readonly send: (bytes: Uint8Array) => void
  readonly unplug: () => Promise<void>
}

/** Told what the till sends to a device. */
export type Hears = (device: TwinName, bytes: Uint8Array) => void

const SCANNER_PAGE = { usagePage: 0x8c, usage: 0x02 }

/** What each HID device says of itself. Readers by the ids that public sources name; the others are no maker's. */
export const HID_IDENTITIES = {
  'hid-scanner': { vendorId: 0x1eab, productId: 0x0001, serialNumber: 'TWIN-1', product: '模拟扫码枪' },
  'hid-code-box': { vendorId: 0x1eab, productId: 0x0002, serialNumber: 'TWIN-2', product: '模拟医保扫码墩' },
  'hid-identity-reader': {
    vendorId: 0x0400,
    productId: 0xc35a,
    serialNumber: 'TWIN-3',
    product: '模拟阅读器',
  },
} as const satisfies Record<HidTwin, unknown>

function plugIntoBus(bus: VirtualHidBus, device: HidTwin, hears: Hears): Cable {
  const reader = device === 'hid-identity-reader'
  const plugged = bus.plugIn({ ...HID_IDENTITIES[device], ...(!reader && SCANNER_PAGE) })
  // the answer comes later, as everything that a device sends
  plugged.answer = (report) => {
    hears(device, report.subarray(1))
    return []
  }
  return {
    send: (bytes) => {
      for (const report of reader ? inReports(bytes) : [bytes]) plugged.send(report)
    },
    unplug: async () => plugged.unplug(),
  }
}

/** Where a serial device is found. */
export const pathOf = (folder: string, device: TwinName): string => join(folder, device)

/** Plugs a device in: a serial one under `folder` (needs socat), a HID one into the bus. */
export async function plugIn(
  place: { readonly folder: string; readonly bus: VirtualHidBus },
  device: TwinName,
  hears: Hears,
): Promise<Cable> {
  if (isHid(device)) return plugIntoBus(place.bus, device, hears)
  const path = pathOf(place.folder, device)
  // the name of a device that was pulled by force may be left
  await rm(path, { force: true })
  return plugInTalking(path, (bytes) => hears(device, bytes))
}

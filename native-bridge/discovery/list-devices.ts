import type { Schedule } from '../device/device.ts'
import { textOf } from '../transport/fault-of.ts'
import type { HidBus } from '../transport/hid-bus.ts'
import { guessDriver, type DriverGuess, type PluggedInfo, type SerialPortInfo } from './guess-driver.ts'

/** One plugged device with what it may be. */
export type PluggedDevice = { readonly info: PluggedInfo; readonly guess: DriverGuess | undefined }

/** All that is plugged in, and what could not be listed with the system's reason. */
export type PluggedList = {
  readonly devices: readonly PluggedDevice[]
  readonly problems: readonly { readonly transport: 'serial' | 'hid'; readonly detail: string }[]
}

/** Where the list comes from. */
export type DeviceSources = {
  readonly serialPorts: () => Promise<readonly SerialPortInfo[]>
  readonly hid: Pick<HidBus, 'list'>
}

/** Hexadecimal digits of a USB id, or nothing. */
function idOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9a-f]{1,4}$/i.test(text) ? Number.parseInt(text, 16) : undefined
}

/** The machine's serial ports. `serialport` is loaded with the first use. Rejects with the system's error. */
export async function listSerialPorts(): Promise<readonly SerialPortInfo[]> {
  const { SerialPort } = await import('serialport')
  const ports = await SerialPort.list()
  return ports.map((port) => {
    const vendorId = idOf(port.vendorId)
    const productId = idOf(port.productId)
    return {
      path: port.path,
      ...(vendorId !== undefined && { vendorId }),
      ...(productId !== undefined && { productId }),
      manufacturer: port.manufacturer ?? '',
      // only Windows tells a name of the port itself
      product: 'friendlyName' in port && typeof port.friendlyName === 'string' ? port.friendlyName : '',
      serialNumber: port.serialNumber ?? '',
    }
  })
}

/** Lists serial ports and HID devices, each with a guess. Never rejects: one list that fails leaves the other. */
export async function listDevices(sources: DeviceSources): Promise<PluggedList> {
  const [serial, hid] = await Promise.allSettled([sources.serialPorts(), sources.hid.list()])
  const infos: readonly PluggedInfo[] = [
    ...(serial.status === 'fulfilled'
      ? serial.value.map((port) => ({ transport: 'serial', ...port }) as const)
      : []),
    ...(hid.status === 'fulfilled' ? hid.value.map((one) => ({ transport: 'hid', ...one }) as const) : []),
  ]
  return {
    devices: infos.map((info) => ({ info, guess: guessDriver(info) })),
    problems: [
      ...(serial.status === 'rejected'
        ? [{ transport: 'serial', detail: textOf(serial.reason) } as const]
        : []),
      ...(hid.status === 'rejected' ? [{ transport: 'hid', detail: textOf(hid.reason) } as const] : []),
    ],
  }
}

/**
 * Lists again every `everyMs` and tells when something was plugged in or pulled; the first list is always told. For a
 * screen that shows the list: devices in use come back by themselves. Returns what ends it.
 */
export function watchDevices(parts: {
  readonly sources: DeviceSources
  readonly everyMs: number
  readonly schedule: Schedule
  readonly onChange: (list: PluggedList) => void
}): () => void {
  let over = false
  let shown: string | undefined
  let cancel = (): void => undefined

  const look = async (): Promise<void> => {
    const list = await listDevices(parts.sources)
    if (over) return
    cancel = parts.schedule(() => void look(), parts.everyMs)
    const next = JSON.stringify(list)
    if (next === shown) return
    shown = next
    parts.onChange(list)
  }
  void look()
  return () => {
    over = true
    cancel()
  }
}

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDisplayTwin } from '../../device-twins/display-twin.ts'
import { listenAsPrinter } from '../../device-twins/printer-lines.ts'
import { createPrinterTwin, type PrinterTwin } from '../../device-twins/printer-twin.ts'
import { createReaderTwin, type ReaderTwin } from '../../device-twins/reader-twin.ts'
import { plugInTalking, type TalkingPty } from '../../device-twins/talking-pty.ts'

/** Devices on a serial line of their own. */
export const SERIAL_TWINS = ['scanner', 'scanner-2', 'code-box', 'identity-reader', 'display'] as const
export type SerialTwin = (typeof SERIAL_TWINS)[number]

/** A whole till's devices without hardware: on pseudo terminals, the printer on TCP. */
export type DeviceShop = {
  /** Where each device is found, and the part of a till's configuration that names them. */
  readonly paths: Readonly<Record<SerialTwin, string>>
  readonly printerPort: number
  /** File with the configuration's member `devices`. */
  readonly configFile: string
  readonly printer: PrinterTwin
  readonly reader: ReaderTwin
  readonly display: () => { readonly upper: string; readonly lower: string }
  /** Bytes as the device would send them; false while it is unplugged. */
  readonly send: (device: SerialTwin, bytes: Uint8Array) => boolean
  readonly unplug: (device: SerialTwin) => Promise<void>
  readonly plugIn: (device: SerialTwin) => Promise<void>
  /** Switches the printer off: every connection is reset. */
  readonly resetPrinter: () => void
  readonly stop: () => Promise<void>
}

const configOf = (paths: DeviceShop['paths'], printerPort: number): unknown => ({
  devices: {
    scanners: [
      { name: '扫码枪', driver: 'serial', options: { path: paths.scanner } },
      { name: '扫码枪二', driver: 'serial', options: { path: paths['scanner-2'] } },
    ],
    codeBox: { driver: 'serial', options: { path: paths['code-box'] } },
    identityReader: { driver: 'serial', options: { path: paths['identity-reader'] } },
    printer: { driver: 'tcp', options: { host: '127.0.0.1', port: printerPort } },
    drawer: { driver: 'printer' },
    display: { driver: 'vfd220', options: { path: paths.display } },
  },
})

/** Plugs a whole till's devices in under `folder`. Needs socat. */
export async function openDeviceShop(folder: string): Promise<DeviceShop> {
  await mkdir(folder, { recursive: true })
  const printer = createPrinterTwin()
  const reader = createReaderTwin()
  const display = createDisplayTwin()
  const lines = new Map<SerialTwin, TalkingPty>()
  const pathOf = (device: SerialTwin): string => join(folder, device)

  const heard = (device: SerialTwin, bytes: Uint8Array): void => {
    if (device === 'display') display.hear(bytes)
    if (device !== 'identity-reader') return
    for (const answer of reader.hear(bytes)) lines.get(device)?.send(answer)
  }
  const plugIn = async (device: SerialTwin): Promise<void> => {
    if (lines.has(device)) return
    // the name of a device that was pulled by force may be left
    await rm(pathOf(device), { force: true })
    lines.set(device, await plugInTalking(pathOf(device), (bytes) => heard(device, bytes)))
  }
  const unplug = async (device: SerialTwin): Promise<void> => {
    const line = lines.get(device)
    lines.delete(device)
    await line?.unplug()
  }

  const listening = await listenAsPrinter(printer)
  for (const device of SERIAL_TWINS) await plugIn(device)
  const paths = {
    scanner: pathOf('scanner'),
    'scanner-2': pathOf('scanner-2'),
    'code-box': pathOf('code-box'),
    'identity-reader': pathOf('identity-reader'),
    display: pathOf('display'),
  }
  const configFile = join(folder, 'devices.json')
  await writeFile(configFile, `${JSON.stringify(configOf(paths, listening.port), null, 2)}\n`)
  return {
    paths,
    printerPort: listening.port,
    configFile,
    printer,
    reader,
    display: display.lines,
    send: (device, bytes) => {
      const line = lines.get(device)
      line?.send(bytes)
      return line !== undefined
    },
    unplug,
    plugIn,
    resetPrinter: listening.reset,
    stop: async () => {
      for (const device of SERIAL_TWINS) await unplug(device)
      await listening.close()
    },
  }
}

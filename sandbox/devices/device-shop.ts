import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDisplayTwin } from '../../device-twins/display-twin.ts'
import { serveHidBus } from '../../device-twins/hid-bus-server.ts'
import { listenAsPrinter } from '../../device-twins/printer-lines.ts'
import { createPrinterTwin, type PrinterTwin } from '../../device-twins/printer-twin.ts'
import { createReaderTwin, type ReaderTwin } from '../../device-twins/reader-twin.ts'
import { createVirtualHidBus } from '../../device-twins/virtual-hid.ts'
import { openCardLibrary, type CardLibrary } from './card-library.ts'
import { HID_IDENTITIES, pathOf, plugIn, type Cable, type Hears } from './cables.ts'
import { answerIn, type ReaderManner } from './reader-manners.ts'
import {
  HID_TWINS,
  READER_TWINS,
  SERIAL_TWINS,
  type ReaderTwinName,
  type SerialTwin,
  type TwinName,
} from './twin-names.ts'

/** A whole till's devices without hardware: on pseudo terminals and a HID bus, the printer on TCP. */
export type DeviceShop = {
  /** Where each serial device is found. */
  readonly paths: Readonly<Record<SerialTwin, string>>
  readonly printerPort: number
  /** File with the configuration's member `devices`, everything on serial lines. */
  readonly configFile: string
  /** The same with scanner, code box and card reader on the HID bus. */
  readonly hidConfigFile: string
  readonly printer: PrinterTwin
  readonly reader: (device: ReaderTwinName) => ReaderTwin
  readonly setManner: (device: ReaderTwinName, manner: ReaderManner) => void
  /** The reader of social-security cards; undefined where its library could not be compiled. */
  readonly cardLibrary: CardLibrary | undefined
  readonly display: () => { readonly upper: string; readonly lower: string }
  /** Bytes, or one input report, as the device would send them; false while it is unplugged. */
  readonly send: (device: TwinName, bytes: Uint8Array) => boolean
  readonly unplug: (device: TwinName) => Promise<void>
  readonly plugIn: (device: TwinName) => Promise<void>
  /** Switches the printer off: every connection is reset. */
  readonly resetPrinter: () => void
  readonly stop: () => Promise<void>
}

const TWINS = [...SERIAL_TWINS, ...HID_TWINS] as const

/** The parts of a till's configuration that name the devices. */
function configsOf(
  paths: DeviceShop['paths'],
  ports: { readonly printer: number; readonly bus: number },
  library: string | undefined,
) {
  const reader = { driver: 'social-security-card', options: { library, convention: 'cdecl' } }
  const others = {
    ...(library !== undefined && { cardReader: reader }),
    printer: { driver: 'tcp', options: { host: '127.0.0.1', port: ports.printer } },
    drawer: { driver: 'printer' },
    display: { driver: 'vfd220', options: { path: paths.display } },
  }
  const second = { name: '扫码枪二', driver: 'serial', options: { path: paths['scanner-2'] } }
  const named = (device: keyof typeof HID_IDENTITIES): object => {
    const { vendorId, productId, serialNumber } = HID_IDENTITIES[device]
    return { vendorId, productId, serialNumber }
  }
  const serial = {
    scanners: [{ name: '扫码枪', driver: 'serial', options: { path: paths.scanner } }, second],
    codeBox: { driver: 'serial', options: { path: paths['code-box'] } },
    identityReader: { driver: 'serial', options: { path: paths['identity-reader'] } },
    ...others,
  }
  const hid = {
    hidBus: { port: ports.bus },
    scanners: [{ name: '扫码枪', driver: 'hid-pos', options: named('hid-scanner') }, second],
    codeBox: { driver: 'hid-pos', options: named('hid-code-box') },
    identityReader: { driver: 'hid', options: named('hid-identity-reader') },
    ...others,
  }
  return { serial: { devices: serial }, hid: { devices: hid } }
}

/** Plugs a whole till's devices in under `folder`. Needs socat. */
export async function openDeviceShop(folder: string): Promise<DeviceShop> {
  await mkdir(folder, { recursive: true })
  const printer = createPrinterTwin()
  const display = createDisplayTwin()
  const bus = createVirtualHidBus()
  const readers = { 'identity-reader': createReaderTwin(), 'hid-identity-reader': createReaderTwin() }
  const manners = new Map<ReaderTwinName, ReaderManner>()
  const cables = new Map<TwinName, Cable>()

  const hears: Hears = (device, bytes) => {
    if (device === 'display') display.hear(bytes)
    const reader = READER_TWINS.find((one) => one === device)
    if (reader === undefined) return
    for (const right of readers[reader].hear(bytes)) {
      const { answers, afterMs } = answerIn(manners.get(reader) ?? 'right', right)
      setTimeout(() => answers.forEach((answer) => cables.get(reader)?.send(answer)), afterMs)
    }
  }
  const plug = async (device: TwinName): Promise<void> => {
    if (!cables.has(device)) cables.set(device, await plugIn({ folder, bus }, device, hears))
  }
  const unplug = async (device: TwinName): Promise<void> => {
    const cable = cables.get(device)
    cables.delete(device)
    await cable?.unplug()
  }

  const listening = await listenAsPrinter(printer)
  const served = await serveHidBus(bus)
  for (const device of TWINS) await plug(device)
  const paths = {
    scanner: pathOf(folder, 'scanner'),
    'scanner-2': pathOf(folder, 'scanner-2'),
    'code-box': pathOf(folder, 'code-box'),
    'identity-reader': pathOf(folder, 'identity-reader'),
    display: pathOf(folder, 'display'),
  }
  const cardLibrary = await openCardLibrary(join(folder, 'card-reader'))
  const ports = { printer: listening.port, bus: served.port }
  const configs = configsOf(paths, ports, cardLibrary?.path)
  const write = async (name: string, config: unknown): Promise<string> => {
    const file = join(folder, name)
    await writeFile(file, `${JSON.stringify(config, null, 2)}\n`)
    return file
  }
  return {
    paths,
    printerPort: listening.port,
    configFile: await write('devices.json', configs.serial),
    hidConfigFile: await write('devices-hid.json', configs.hid),
    printer,
    reader: (device) => readers[device],
    setManner: (device, manner) => void manners.set(device, manner),
    cardLibrary,
    display: display.lines,
    send: (device, bytes) => {
      const cable = cables.get(device)
      cable?.send(bytes)
      return cable !== undefined
    },
    unplug,
    plugIn: plug,
    resetPrinter: listening.reset,
    stop: async () => {
      for (const device of TWINS) await unplug(device)
      await served.close()
      await listening.close()
    },
  }
}

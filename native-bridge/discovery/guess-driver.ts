import { SCANNER_USAGE } from '../scanner/hid-pos-parser.ts'
import type { HidDeviceInfo } from '../transport/hid-bus.ts'
import { ID_READERS, SCANNER_VENDORS, SERIAL_BRIDGES } from '../device/usb-vendors.ts'

/** A serial port as the operating system lists it; ids are absent where it is no USB port. */
export type SerialPortInfo = {
  readonly path: string
  readonly vendorId?: number
  readonly productId?: number
  readonly manufacturer: string
  readonly product: string
  readonly serialNumber: string
}

/** What is plugged in. */
export type PluggedInfo =
  ({ readonly transport: 'serial' } & SerialPortInfo) | ({ readonly transport: 'hid' } & HidDeviceInfo)

/** What a plugged device may be, and how sure that is. A guess fills in the settings; it never opens anything. */
export type DriverGuess = {
  readonly driver: 'scanner-hid' | 'scanner-serial' | 'qr-box-serial' | 'id-reader' | 'unknown-serial'
  /** `known`: the vendor or the usage says so. `name`: only a word of its product name. */
  readonly by: 'known' | 'name'
  /** The maker, or that of the USB chip; empty when not known. */
  readonly brand: string
}

const SCANNER_NAME = /scan|barcode|bar code|扫码|扫描|条码/i
const QR_BOX_NAME = /qr ?box|scan ?box|扫码墩|扫码盒/i
const ID_READER_NAME = /idr|id ?card|身份证|sdt/i
/** A keyboard shows as HID too, and its keys are no business of a driver. */
const KEYBOARD = { usagePage: 0x01, usage: 0x06 } as const

function guessHid(info: HidDeviceInfo): DriverGuess | undefined {
  const brand = SCANNER_VENDORS.get(info.vendorId) ?? ''
  if (ID_READERS.some((one) => one.vendorId === info.vendorId && one.productId === info.productId)) {
    return { driver: 'id-reader', by: 'known', brand: '' }
  }
  // page 0x8C alone is not enough: keyboards use it for their settings
  if (info.usagePage === SCANNER_USAGE.usagePage && info.usage === SCANNER_USAGE.usage) {
    return { driver: 'scanner-hid', by: 'known', brand }
  }
  if (info.usagePage === KEYBOARD.usagePage && info.usage === KEYBOARD.usage) return undefined
  return ID_READER_NAME.test(info.product) ? { driver: 'id-reader', by: 'name', brand } : undefined
}

function guessSerial(info: SerialPortInfo): DriverGuess | undefined {
  if (info.vendorId === undefined) return undefined
  const scanner = SCANNER_VENDORS.get(info.vendorId)
  if (scanner !== undefined) return { driver: 'scanner-serial', by: 'known', brand: scanner }
  const name = `${info.manufacturer} ${info.product}`
  const brand = SERIAL_BRIDGES.get(info.vendorId) ?? ''
  if (QR_BOX_NAME.test(name)) return { driver: 'qr-box-serial', by: 'name', brand }
  if (SCANNER_NAME.test(name)) return { driver: 'scanner-serial', by: 'name', brand }
  if (ID_READER_NAME.test(name)) return { driver: 'id-reader', by: 'name', brand }
  return brand === '' ? undefined : { driver: 'unknown-serial', by: 'known', brand }
}

/**
 * Guesses what a plugged device is, from its ids, usage and names; `undefined` when nothing speaks for anything. Pure.
 */
export function guessDriver(info: PluggedInfo): DriverGuess | undefined {
  return info.transport === 'hid' ? guessHid(info) : guessSerial(info)
}

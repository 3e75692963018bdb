/** USB vendor ids of scanners. Source: WebHidBarcodeScanner (one public project). */
const HONEYWELL = 0x0c2e
const YOUJIE = 0x23d0
const ZEBRA = 0x05e0
const DATALOGIC = 0x05f9

/** Makers of scanners by USB vendor id. */
export const SCANNER_VENDORS: ReadonlyMap<number, string> = new Map([
  [HONEYWELL, 'Honeywell'],
  [YOUJIE, 'Youjie'],
  [ZEBRA, 'Zebra'],
  [DATALOGIC, 'Datalogic'],
])

/** Whether a scanner speaks Honeywell's dialect of HID POS; Youjie is a brand of Honeywell. */
export const isHoneywell = (vendorId: number): boolean => vendorId === HONEYWELL || vendorId === YOUJIE

/** Resident ID readers by vendor and product id. Source: one public project; other readers are not known. */
export const ID_READERS: readonly { readonly vendorId: number; readonly productId: number }[] = [
  { vendorId: 0x0400, productId: 0xc35a },
]

/** Chips that turn USB into a serial port: what hangs behind them cannot be told. Source: the makers' own ids. */
export const SERIAL_BRIDGES: ReadonlyMap<number, string> = new Map([
  [0x0403, 'FTDI'],
  [0x067b, 'Prolific'],
  [0x10c4, 'Silicon Labs'],
  [0x1a86, 'WCH'],
])

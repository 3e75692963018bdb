import type { Device, DeviceHooks } from '../device/device.ts'
import type { FrameProblem } from '../scanner/frame.ts'
import { createHidScanner } from '../scanner/hid-scanner.ts'
import type { HidScannerOptions, ScannerHooks, SerialScannerOptions } from '../scanner/scanner.ts'
import { createSerialScanner } from '../scanner/serial-scanner.ts'
import { readQrCode, type QrCode } from './qr-code.ts'

/**
 * How long a code is offered after it was read; unconfirmed: the centre decides, and no public source says how long a
 * 医保码 lives.
 */
const LIFE_MS = 60_000

/** Settings of an insurance QR box (扫码墩): it is a scanner that stands on the counter, on a serial line or in HID POS mode. */
export type QrBoxOptions = {
  readonly line:
    | ({ readonly transport: 'serial' } & SerialScannerOptions)
    | ({ readonly transport: 'hid' } & HidScannerOptions)
  /** 60 s when absent. */
  readonly lifeMs?: number
}

export type QrBoxNote = FrameProblem | 'unfit-code'

export type QrBoxHooks = DeviceHooks<QrBoxNote> & {
  /** One code, with the time until which it may be offered to the centre. */
  readonly onCode: (code: QrCode) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** An insurance QR box. What is no 1 to 64 printable characters reaches `onNote` as `unfit-code`. */
export function createQrBox(options: QrBoxOptions, hooks: QrBoxHooks): Device {
  const lifeMs = options.lifeMs ?? LIFE_MS
  const scannerHooks: ScannerHooks = {
    ...hooks,
    onScan: ({ text }) => {
      const code = readQrCode(text, hooks.now(), lifeMs)
      if (code === undefined) hooks.onNote?.('unfit-code')
      else hooks.onCode(code)
    },
  }
  return options.line.transport === 'serial'
    ? createSerialScanner(options.line, scannerHooks)
    : createHidScanner(options.line, scannerHooks)
}

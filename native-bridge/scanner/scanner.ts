import type { Device, DeviceHooks } from '../device/device.ts'
import type { HidBus } from '../transport/hid-bus.ts'
import type { HidMatch } from '../transport/hid.ts'
import type { SerialOptions } from '../transport/serial.ts'
import type { FrameTerminator } from './frame-parser.ts'
import type { FrameEncoding, FrameProblem } from './frame.ts'
import type { Scan } from './symbology.ts'

/** Settings of a scanner on a serial line. What is absent is 9600 8N1, CR, no prefix, UTF-8. */
export type SerialScannerOptions = Omit<SerialOptions, 'flowControl' | 'writeLimitMs'> & {
  readonly terminator?: FrameTerminator
  readonly prefix?: string
  readonly suffix?: string
  readonly encoding?: FrameEncoding
  /** Pause of the line that ends a frame (terminator `idle`; 50 ms) or drops a half one (others; 500 ms). */
  readonly idleMs?: number
}

/** Settings of a HID POS scanner. */
export type HidScannerOptions = {
  /** Which one is meant; usage page 0x8C and usage 2 unless named. With nothing named, the first that is free. */
  readonly match: HidMatch
  /** UTF-8 when absent. */
  readonly encoding?: FrameEncoding
  /** Time between two reports of one scan after which the first is dropped; 200 ms. */
  readonly idleMs?: number
  /** The machine's own bus when absent. */
  readonly bus?: HidBus
}

export type ScannerHooks = DeviceHooks<FrameProblem> & {
  /** One scan, its text as the scanner sent it. */
  readonly onScan: (scan: Scan) => void
}

/** One scanner, owned by whoever made it. */
export type Scanner = Device

import { keepOpen } from '../device/keep-open.ts'
import { isHoneywell } from '../device/usb-vendors.ts'
import { openHid } from '../transport/hid.ts'
import { nodeHidBus } from '../transport/node-hid-bus.ts'
import { createFrameIntake } from './frame-intake.ts'
import { createHidPosParser, SCANNER_USAGE } from './hid-pos-parser.ts'
import type { HidScannerOptions, Scanner, ScannerHooks } from './scanner.ts'

/** Feature report that puts Honeywell's and Youjie's scanners into HID POS mode. */
const HONEYWELL_GREETING = [Uint8Array.of(254, 0x01)]
const BETWEEN_REPORTS_MS = 200

/**
 * A scanner in HID POS mode. Scans reach `onScan` whole and in order, with their symbology where the scanner tells it;
 * reports that are no scan reach `onNote`.
 */
export function createHidScanner(options: HidScannerOptions, hooks: ScannerHooks): Scanner {
  let honeywell = false
  const parser = createHidPosParser({ encoding: options.encoding ?? 'utf-8', honeywell: () => honeywell })
  const intake = createFrameIntake(parser, options.idleMs ?? BETWEEN_REPORTS_MS, hooks)
  const connect = openHid({
    bus: options.bus ?? nodeHidBus,
    match: { ...SCANNER_USAGE, ...options.match },
    greeting: (info) => {
      // what was found decides how its reports are read
      honeywell = isHoneywell(info.vendorId)
      return honeywell ? HONEYWELL_GREETING : []
    },
  })
  return keepOpen({ connect, onBytes: intake.push, onDown: intake.stop, hooks })
}

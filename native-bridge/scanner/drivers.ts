import { createHidScanner } from './hid-scanner.ts'
import { createSerialScanner } from './serial-scanner.ts'

/** The scanner drivers by the name that the configuration uses; each makes a scanner that is closed still. */
export const SCANNER_DRIVERS = { serial: createSerialScanner, hid: createHidScanner } as const

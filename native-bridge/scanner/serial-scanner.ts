import { keepOpen } from '../device/keep-open.ts'
import { openSerial } from '../transport/serial.ts'
import { createFrameIntake, type FrameIntake } from './frame-intake.ts'
import { createFrameParser } from './frame-parser.ts'
import type { Scanner, ScannerHooks, SerialScannerOptions } from './scanner.ts'

function intakeOf(options: SerialScannerOptions, hooks: ScannerHooks): FrameIntake {
  const terminator = options.terminator ?? 'cr'
  const parser = createFrameParser({
    terminator,
    prefix: options.prefix ?? '',
    suffix: options.suffix ?? '',
    encoding: options.encoding ?? 'utf-8',
  })
  return createFrameIntake(parser, options.idleMs ?? (terminator === 'idle' ? 50 : 500), hooks)
}

/**
 * A scanner on a serial line. Frames reach `onScan` in order, noise reaches `onNote`; nothing is held beyond one frame.
 */
export function createSerialScanner(options: SerialScannerOptions, hooks: ScannerHooks): Scanner {
  const intake = intakeOf(options, hooks)
  return keepOpen({ connect: openSerial(options), onBytes: intake.push, onDown: intake.stop, hooks })
}

import { InvariantError } from '../../core/result.ts'
import { readQrCode } from '../qr-box/qr-code.ts'
import { createFrameParser, FRAME_TERMINATORS } from '../scanner/frame-parser.ts'
import { FRAME_ENCODINGS, FRAME_LENGTH_MAXIMUM, type FrameParser } from '../scanner/frame.ts'
import { createHidPosParser } from '../scanner/hid-pos-parser.ts'
import { CARD_TARGETS } from './card-targets.ts'
import { PRINTER_TARGETS } from './printer-targets.ts'

/** One parser under hostile bytes. */
export type FuzzTarget = {
  readonly name: string
  /** Throws when the parser broke one of its promises: it threw, held too much, gave nonsense. Deterministic. */
  readonly run: (bytes: Uint8Array) => void
  /** Inputs to begin with, such as whole frames with their check sums, which chance would not find. */
  readonly seeds?: readonly Uint8Array[]
}

const REPORT_LENGTH = 64
/** Longest that a parser of scans may hold: a frame with its marks. */
const HELD_MAXIMUM = FRAME_LENGTH_MAXIMUM + 8

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')

function check(condition: boolean, broken: string): void {
  if (!condition) throw new InvariantError(broken)
}

/** Feeds the pieces, then pauses the line; whatever came, a whole scan behind it must be read. */
function feed(
  parser: FrameParser,
  pieces: readonly Uint8Array[],
  scan: readonly Uint8Array[],
  text: string,
): void {
  for (const piece of pieces) {
    for (const event of parser.push(piece)) {
      if (event.kind === 'frame') check(event.text.length <= FRAME_LENGTH_MAXIMUM, 'a frame is too long')
    }
    check(parser.held() <= HELD_MAXIMUM, 'more than a frame is held')
  }
  parser.idle()
  check(!parser.waiting() && parser.held() === 0, 'something is held after a pause')
  const events = [...scan.flatMap((piece) => parser.push(piece)), ...parser.idle()]
  check(
    events.length === 1 && events[0]?.kind === 'frame' && events[0].text === text,
    'the scan behind it is not read',
  )
}

const LINE_END = { cr: '\r', lf: '\n', crlf: '\r\n', idle: '' } as const
const GOOD = '6901234567892'

const scannerFrames: FuzzTarget = {
  name: 'scanner-frames',
  seeds: [
    bytesOf('6901234567892\r'),
    bytesOf('\u0002690\u0002]d20106901234567892\u001d21A\u0003\r\n'),
    Uint8Array.of(0x02, 0xb4, 0xa6, 0xb7, 0xbd, 0x31, 0x03, 0x0d, 0x0a),
    bytesOf('1'.repeat(600)),
  ],
  // the first byte chooses the settings
  run: (bytes) => {
    const [choice = 0] = bytes
    const terminator = FRAME_TERMINATORS[choice % 4] ?? 'cr'
    const [prefix, suffix] = (choice & 4) === 0 ? ['', ''] : ['\u0002', '\u0003']
    const encoding = FRAME_ENCODINGS[(choice >> 3) % 2] ?? 'utf-8'
    const parser = createFrameParser({ terminator, prefix, suffix, encoding })
    feed(parser, [bytes.subarray(1)], [bytesOf(`${prefix}${GOOD}${suffix}${LINE_END[terminator]}`)], GOOD)
  },
}

/** A report of one whole scan. */
function report(text: string, more = 0): Uint8Array {
  const made = Buffer.alloc(REPORT_LENGTH)
  made.write(`\u0002${String.fromCharCode(text.length)}]E0${text}`, 'latin1')
  made[63] = more
  return made
}

const hidPosReports: FuzzTarget = {
  name: 'hid-pos-reports',
  seeds: [report(GOOD), Buffer.concat([report('A'.repeat(56), 1), report('B'.repeat(20))])],
  run: (bytes) => {
    const count = Math.ceil(bytes.length / REPORT_LENGTH)
    const reports = Array.from({ length: count }, (_, index) =>
      bytes.subarray(index * REPORT_LENGTH, (index + 1) * REPORT_LENGTH),
    )
    const parser = createHidPosParser({ encoding: 'utf-8', honeywell: () => bytes.length % 2 === 0 })
    feed(parser, reports, [report(GOOD)], GOOD)
  },
}

const qrBoxCodes: FuzzTarget = {
  name: 'qr-box-codes',
  seeds: [bytesOf('3000000000000000000000000Ab9'), bytesOf(' x ')],
  run: (bytes) => {
    const code = readQrCode(Buffer.from(bytes).toString('utf8'), 0, 1)
    if (code !== undefined)
      check(/^[ -~]{1,64}$/.test(code.text), 'a code is not 1 to 64 printable characters')
  },
}

/** Every parser of bytes from outside; each new one adds itself here. */
export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  scannerFrames,
  hidPosReports,
  qrBoxCodes,
  ...CARD_TARGETS,
  ...PRINTER_TARGETS,
]

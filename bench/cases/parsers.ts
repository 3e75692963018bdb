import { createIdentityFrameParser } from '../../native-bridge/card/identity-frame.ts'
import { createFrameParser } from '../../native-bridge/scanner/frame-parser.ts'
import { createHidPosParser } from '../../native-bridge/scanner/hid-pos-parser.ts'
import { answerFrame, cardText, readData, RESIDENT } from '../../device-twins/identity-card.ts'
import { figureAtMedian, type Figure } from '../measure/figure.ts'
import { timed } from '../measure/samples.ts'

const MEGABYTE = 1024 * 1024
/** What a line brings at once: a quarter of a megabyte in pieces as a USB port gives them. */
const STREAM_BYTES = MEGABYTE / 4
const PIECE_BYTES = 64
const WARM_UP = 5
const RUNS = 40

type Parser = {
  readonly id: string
  readonly what: string
  /** One message of the device, again and again. */
  readonly message: Uint8Array
  readonly pieceBytes: number
  /** A fresh parser; gives how many messages it found. */
  readonly make: () => (piece: Uint8Array) => number
}

const scan = Buffer.from('81234567890123456789\r')
/** A report of 64 bytes: id, length, AIM identifier, data. */
const hidReport = new Uint8Array(64)
hidReport.set([0x02, 13, 0x5d, 0x45, 0x30, ...Buffer.from('6901234567892')])

const PARSERS: readonly Parser[] = [
  {
    id: 'scanner',
    what: 'frames of a serial scanner',
    message: scan,
    pieceBytes: PIECE_BYTES,
    make: () => {
      const parser = createFrameParser({ terminator: 'cr', prefix: '', suffix: '', encoding: 'utf-8' })
      return (piece) => parser.push(piece).filter((event) => event.kind === 'frame').length
    },
  },
  {
    id: 'hid',
    what: 'reports of a HID POS scanner',
    message: hidReport,
    pieceBytes: hidReport.length,
    make: () => {
      const parser = createHidPosParser({ encoding: 'utf-8', honeywell: () => false })
      return (piece) => parser.push(piece).filter((event) => event.kind === 'frame').length
    },
  },
  {
    id: 'identity',
    what: 'answers of an identity card reader',
    message: answerFrame(0x90, readData(cardText('', RESIDENT))),
    pieceBytes: PIECE_BYTES,
    make: () => {
      const parser = createIdentityFrameParser()
      return (piece) => parser.push(piece).filter((event) => event.kind === 'frame').length
    },
  },
]

function streamOf(message: Uint8Array): Buffer {
  const times = Math.ceil(STREAM_BYTES / message.length)
  const stream = Buffer.alloc(times * message.length)
  for (let at = 0; at < stream.length; at += message.length) stream.set(message, at)
  return stream
}

function piecesOf(stream: Uint8Array, bytes: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < stream.length; at += bytes) pieces.push(stream.subarray(at, at + bytes))
  return pieces
}

/** The yardstick: looks at every byte once, and makes the text of each message where it ends. Nothing is checked. */
function bareScan(stream: Buffer, messageBytes: number): number {
  const last = stream[messageBytes - 1]
  let found = 0
  let from = 0
  for (let at = 0; at < stream.length; at += 1) {
    if (stream[at] !== last || at - from !== messageBytes - 1) continue
    found += stream.toString('latin1', from, at).length > 0 ? 1 : 0
    from = at + 1
  }
  return found
}

function measure(parser: Parser): Figure {
  const stream = streamOf(parser.message)
  const pieces = piecesOf(stream, parser.pieceBytes)
  const expected = stream.length / parser.message.length
  const measured: number[] = []
  const yardstick: number[] = []
  let seen = 0
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const push = parser.make()
    let found = 0
    const elapsed = timed(() => {
      for (const piece of pieces) found += push(piece)
    })
    if (found < expected) throw new Error(`${parser.id}: found ${found} of ${expected} messages`)
    const reference = timed(() => {
      seen += bareScan(stream, parser.message.length)
    })
    if (run < WARM_UP) continue
    measured.push(elapsed)
    yardstick.push(reference)
  }
  if (seen < expected) throw new Error('the bare scan found nothing')
  const perSecond = stream.length / MEGABYTE / (measured.toSorted((a, b) => a - b)[RUNS >> 1] ?? 1) / 0.001
  return figureAtMedian(
    {
      id: `parsers-${parser.id}`,
      what: `${parser.what}, ${perSecond.toFixed(0)} MB/s`,
      yardstick: 'a bare scan of the same Buffer: every byte looked at, a text for each message',
      // a tenth of the bare scan's throughput is ten times its time
      limit: 10,
    },
    measured,
    yardstick,
  )
}

/** Throughput of the parsers of device bytes, against a bare scan of the same bytes. */
export function benchParsers(): Promise<Figure[]> {
  return Promise.resolve(PARSERS.map(measure))
}

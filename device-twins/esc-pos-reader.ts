import iconv from 'iconv-lite'

/** A line as the printer would put it on paper. */
export type PrintedLine = { readonly text: string; readonly bold: boolean; readonly tall: boolean }

/** What a printer does with bytes; `unknown` is a byte that a plain one prints as garbage. */
export type PaperEvent =
  | { readonly kind: 'line'; readonly line: PrintedLine }
  | { readonly kind: 'cut'; readonly how: 'full' | 'partial' | 'feed-full' | 'feed-partial' }
  | { readonly kind: 'pulse'; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'align'; readonly to: number }
  | { readonly kind: 'feed'; readonly lines: number }
  /** GS a: status by itself from now on, or no longer (0). */
  | { readonly kind: 'tell'; readonly what: number }
  | { readonly kind: 'unknown'; readonly byte: number }

export type EscPosReader = {
  /** Takes bytes as they came. However the same bytes are cut, the events are the same. */
  readonly push: (bytes: Uint8Array) => PaperEvent[]
  /** Bytes that are not on paper yet: half a command, or text without its line feed. */
  readonly pending: () => number
}

type Command = {
  readonly prefix: readonly number[]
  /** Bytes behind the prefix, as far as the ones that are there tell; `undefined` while they do not. */
  readonly length: (rest: Uint8Array) => number | undefined
  readonly run: (rest: Uint8Array) => readonly PaperEvent[]
}

const LF = 0x0a
const fixed = (length: number) => (): number => length
const nothing = (): readonly PaperEvent[] => []
const decode = (bytes: Iterable<number>): string => iconv.decode(Buffer.from([...bytes]), 'gb18030')

/** Length of the character that begins here; the second and fourth byte of GB18030 may look like ASCII. */
function characterLength(bytes: Uint8Array, at: number): number | undefined {
  const [first = 0, second] = bytes.subarray(at)
  if (first < 0x80) return 1
  if (second === undefined) return undefined
  return second < 0x40 ? 4 : 2
}

function paperCommands(style: { bold: boolean; tall: boolean }): readonly Command[] {
  let stored = ''
  return [
    { prefix: [0x1b, 0x40], length: fixed(0), run: nothing },
    { prefix: [0x1b, 0x32], length: fixed(0), run: nothing },
    { prefix: [0x1c, 0x26], length: fixed(0), run: nothing },
    {
      prefix: [0x1b, 0x45],
      length: fixed(1),
      run: ([value]) => {
        style.bold = value === 1
        return []
      },
    },
    {
      prefix: [0x1d, 0x21],
      length: fixed(1),
      run: ([value = 0]) => {
        style.tall = (value & 0x0f) === 1
        return []
      },
    },
    { prefix: [0x1b, 0x61], length: fixed(1), run: ([to = 0]) => [{ kind: 'align', to }] },
    { prefix: [0x1b, 0x64], length: fixed(1), run: ([lines = 0]) => [{ kind: 'feed', lines }] },
    { prefix: [0x1d, 0x61], length: fixed(1), run: ([what = 0]) => [{ kind: 'tell', what }] },
    { prefix: [0x1d, 0x56, 0x00], length: fixed(0), run: () => [{ kind: 'cut', how: 'full' }] },
    { prefix: [0x1d, 0x56, 0x01], length: fixed(0), run: () => [{ kind: 'cut', how: 'partial' }] },
    { prefix: [0x1d, 0x56, 0x41], length: fixed(1), run: () => [{ kind: 'cut', how: 'feed-full' }] },
    { prefix: [0x1d, 0x56, 0x42], length: fixed(1), run: () => [{ kind: 'cut', how: 'feed-partial' }] },
    {
      prefix: [0x1b, 0x70],
      length: fixed(3),
      run: ([pin, on = 0, off = 0]) => [
        { kind: 'pulse', pin: pin === 1 ? 5 : 2, onMs: on * 2, offMs: off * 2 },
      ],
    },
    {
      prefix: [0x1d, 0x28, 0x6b],
      length: ([low, high]) => (low === undefined || high === undefined ? undefined : 2 + low + (high << 8)),
      run: (rest) => {
        if (rest[3] === 0x50) stored = decode(rest.subarray(5))
        return rest[3] === 0x51 ? [{ kind: 'qr', text: stored }] : []
      },
    },
  ]
}

/** Reads ESC/POS bytes like a plain Chinese printer: text in GB18030, bold, size, feed, cut, QR code, drawer pulse. */
export function createEscPosReader(): EscPosReader {
  const style = { bold: false, tall: false }
  const commands = paperCommands(style)
  let held: Uint8Array = new Uint8Array()
  let text: number[] = []
  let line = { bold: false, tall: false }

  const endLine = (): PaperEvent => {
    const printed: PaperEvent = { kind: 'line', line: { text: decode(text), ...line } }
    text = []
    line = { bold: false, tall: false }
    return printed
  }

  /** Reads what begins at `at`: how long it is and what it does; `undefined` while it is not whole. */
  const read = (
    bytes: Uint8Array,
    at: number,
  ): { readonly length: number; readonly events: readonly PaperEvent[] } | undefined => {
    const byte = bytes[at] ?? 0
    if (byte === LF) return { length: 1, events: [endLine()] }
    if (byte >= 0x20 && byte !== 0x7f) {
      const length = characterLength(bytes, at)
      if (length === undefined || at + length > bytes.length) return undefined
      text.push(...bytes.subarray(at, at + length))
      if (byte !== 0x20) line = { bold: line.bold || style.bold, tall: line.tall || style.tall }
      return { length, events: [] }
    }
    const left = bytes.subarray(at)
    const command = commands.find(({ prefix }) =>
      prefix.every((value, index) => left[index] === undefined || left[index] === value),
    )
    if (command === undefined) return { length: 1, events: [{ kind: 'unknown', byte }] }
    const rest = left.subarray(command.prefix.length)
    const length = command.length(rest)
    if (length === undefined || left.length < command.prefix.length + length) return undefined
    return { length: command.prefix.length + length, events: command.run(rest.subarray(0, length)) }
  }

  return {
    push: (bytes) => {
      const all = Buffer.concat([held, bytes])
      const events: PaperEvent[] = []
      let at = 0
      while (at < all.length) {
        const next = read(all, at)
        if (next === undefined) break
        events.push(...next.events)
        at += next.length
      }
      held = all.slice(at)
      return events
    },
    pending: () => held.length + text.length,
  }
}

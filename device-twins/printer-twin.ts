import type { Readable, Writable } from 'node:stream'
import { createEscPosReader, type PaperEvent } from './esc-pos-reader.ts'

/** What a printer can be told to suffer from. */
export type TwinCondition = {
  readonly paper: 'ok' | 'near-end' | 'out'
  readonly cover: 'closed' | 'open'
  readonly online: boolean
  readonly error: 'none' | 'cutter' | 'other'
}

/** A scriptable receipt printer: reads ESC/POS, answers DLE EOT and GS a, and stops when it has no paper. */
export type PrinterTwin = {
  /** Everything that happened on paper, oldest first. */
  readonly paper: () => readonly PaperEvent[]
  readonly lines: () => readonly string[]
  readonly count: (kind: PaperEvent['kind']) => number
  /** Bytes taken off the line, questions among them. */
  readonly received: () => number
  readonly set: (condition: Partial<TwinCondition>) => void
  /** The roll ends behind so many more lines. */
  readonly rollEndsAfter: (lines: number) => void
  /** Whether it answers at all; it does. */
  readonly answer: (does: boolean) => void
  /** Takes so many more bytes off the line and then none, until told again; `Infinity` takes all. */
  readonly takeOnly: (bytes: number) => void
  /** Takes `bytes` and then rests for `everyMs`. */
  readonly slowDown: (bytes: number, everyMs: number) => void
  /** Sends bytes of its own, such as garbage. */
  readonly send: (bytes: Uint8Array) => void
  /** Takes it off its line: what it had not taken yet is lost. */
  readonly pullOut: () => void
  /** Hangs it on a line; resolves when that line has ended. What it is and holds stays from line to line. */
  readonly plugInto: (input: Readable, output: Writable) => Promise<void>
}

const WORKING: TwinCondition = { paper: 'ok', cover: 'closed', online: true, error: 'none' }
/** Receive buffer: so much a printer takes while it cannot print. */
const BUFFER_BYTES = 4_096
const ERROR_BITS = { none: 0, cutter: 0x08, other: 0x20 } as const

const stopped = (condition: TwinCondition): boolean =>
  condition.paper === 'out' || condition.cover === 'open' || !condition.online || condition.error !== 'none'

function answerTo(question: number, condition: TwinCondition): number {
  const { paper, cover, error } = condition
  switch (question) {
    case 1:
      return 0x12 | (stopped(condition) ? 0x08 : 0)
    case 2:
      return (
        0x12 | (cover === 'open' ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0) | (error === 'none' ? 0 : 0x40)
      )
    case 3:
      return 0x12 | ERROR_BITS[error]
    default:
      return 0x12 | (paper === 'ok' ? 0 : 0x0c) | (paper === 'out' ? 0x60 : 0)
  }
}

function automaticStatus(condition: TwinCondition): Uint8Array {
  const { paper, cover, error } = condition
  return Uint8Array.of(
    0x10 | (stopped(condition) ? 0x08 : 0) | (cover === 'open' ? 0x20 : 0),
    ERROR_BITS[error],
    (paper === 'ok' ? 0 : 0x03) | (paper === 'out' ? 0x0c : 0),
    0x0f,
  )
}

/** Takes DLE EOT n out of a stream of bytes, as the interface of a printer does before its buffer. */
function createQuestionFilter(): (byte: number) => {
  readonly ask?: number
  readonly pass: readonly number[]
} {
  let held: number[] = []
  return (byte) => {
    const all = [...held, byte]
    held = []
    if (all[0] !== 0x10) return { pass: all }
    if (all.length === 1 || (all.length === 2 && byte === 0x04)) {
      held = all
      return { pass: [] }
    }
    return all.length === 3 ? { ask: byte, pass: [] } : { pass: all }
  }
}

/** Lets bytes through in portions: what was asked for, when it was asked for. */
function createGate() {
  let open = Infinity
  let pace: { readonly bytes: number; readonly everyMs: number } | undefined
  let wake = (): void => undefined
  return {
    set: (bytes: number) => {
      open = bytes
      wake()
    },
    slow: (bytes: number, everyMs: number) => {
      pace = { bytes, everyMs }
    },
    wake: () => wake(),
    /** How many bytes may pass now; waits until it is at least one. */
    portion: async (free: () => number): Promise<number> => {
      if (pace !== undefined) await new Promise((resolve) => setTimeout(resolve, pace?.everyMs))
      while (Math.min(open, free()) < 1)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      return Math.min(open, free(), pace?.bytes ?? Infinity)
    },
    passed: (bytes: number) => {
      open -= bytes
    },
  }
}

type Intake = {
  readonly gate: ReturnType<typeof createGate>
  readonly free: () => number
  readonly isOver: () => boolean
  readonly take: (bytes: Uint8Array) => void
}

/** Takes bytes off a line as the gate lets them through, until the line ends or another one takes its place. */
async function takeFrom(input: Readable, { gate, free, isOver, take }: Intake): Promise<void> {
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length;) {
        const bytes = await gate.portion(free)
        if (isOver()) return
        const part = chunk.subarray(at, at + bytes)
        gate.passed(part.length)
        at += part.length
        take(part)
      }
    }
  } catch {
    // the line was cut: that is what ends it
  }
}

/** Makes a printer that works, has paper, answers, and is not plugged in. */
export function createPrinterTwin(): PrinterTwin {
  const reader = createEscPosReader()
  const filter = createQuestionFilter()
  const gate = createGate()
  const paper: PaperEvent[] = []
  let condition = WORKING
  const buffer: number[] = []
  let received = 0
  let linesLeft = Infinity
  let answering = true
  let telling = false
  let output: Writable | undefined

  const say = (bytes: Uint8Array): void => {
    if (answering && output?.writable === true) output.write(Buffer.from(bytes))
  }
  const become = (next: Partial<TwinCondition>): void => {
    condition = { ...condition, ...next }
    if (telling) say(automaticStatus(condition))
    work()
    gate.wake()
  }
  const happen = (event: PaperEvent): void => {
    paper.push(event)
    if (event.kind === 'tell') {
      telling = event.what !== 0
      say(automaticStatus(condition))
    }
    if (event.kind !== 'line') return
    linesLeft -= 1
    if (linesLeft === 0) become({ paper: 'out' })
  }
  /** Prints what is in the buffer, as long as it can. */
  function work(): void {
    while (buffer.length > 0 && !stopped(condition)) {
      const [byte = 0] = buffer.splice(0, 1)
      for (const event of reader.push(Uint8Array.of(byte))) happen(event)
    }
  }
  const take = (bytes: Uint8Array): void => {
    received += bytes.length
    for (const byte of bytes) {
      const { ask, pass } = filter(byte)
      if (ask !== undefined) say(Uint8Array.of(answerTo(ask, condition)))
      buffer.push(...pass)
      if (!stopped(condition)) work()
    }
  }

  return {
    paper: () => paper,
    lines: () => paper.flatMap((event) => (event.kind === 'line' ? [event.line.text] : [])),
    count: (kind) => paper.filter((event) => event.kind === kind).length,
    received: () => received,
    set: become,
    rollEndsAfter: (lines) => {
      linesLeft = lines
    },
    answer: (does) => {
      answering = does
    },
    takeOnly: gate.set,
    slowDown: gate.slow,
    send: (bytes) => output?.write(Buffer.from(bytes)),
    pullOut: () => {
      output = undefined
    },
    plugInto: async (input, to) => {
      output = to
      await takeFrom(input, {
        gate,
        free: () => BUFFER_BYTES - buffer.length,
        isOver: () => output !== to,
        take,
      })
      if (output === to) output = undefined
    },
  }
}

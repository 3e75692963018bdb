/** What is asked of a reader: two bytes, command and parameter (GA 450). */
const REQUESTS = {
  /** Looks for a card in the field. */
  find: [0x20, 0x01],
  /** Chooses the card that was found. */
  select: [0x20, 0x02],
  /** Reads text and photo of the chosen card. */
  read: [0x30, 0x01],
} as const

export type IdentityRequest = keyof typeof REQUESTS

/** An answer of a reader whose check byte is right. */
export type IdentityFrame = {
  /** SW1 and SW2, which the card gave: 0 unless the card itself refused. */
  readonly cardStatus: number
  /** SW3, which the reader gave. */
  readonly status: number
  readonly data: Uint8Array
}

export type IdentityFrameProblem =
  /** Bytes that belong to no frame; told once for each run of them. */
  | 'noise'
  /** A frame that announces fewer or more bytes than any answer has. */
  | 'length'
  /** A frame whose check byte is wrong. */
  | 'check'
  /** The line paused in the middle of a frame. */
  | 'unfinished'

export type IdentityFrameEvent =
  | { readonly kind: 'frame'; readonly frame: IdentityFrame }
  | { readonly kind: 'dropped'; readonly problem: IdentityFrameProblem }

export type IdentityFrameParser = {
  /** Takes bytes as they came; gives what they completed. However the same bytes are cut, the events are the same. */
  readonly push: (bytes: Uint8Array) => IdentityFrameEvent[]
  /** The line has paused: a half frame is given up, and what stands inside it is looked at again. */
  readonly idle: () => IdentityFrameEvent[]
  /** Forgets what is held, after the line was lost. */
  readonly reset: () => void
  /** Bytes held; never more than {@link IDENTITY_FRAME_MAXIMUM}. */
  readonly held: () => number
}

const PREAMBLE = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const
/** Preamble and the two bytes of the length. */
const HEADER = 7
/** Three status bytes and the check byte. */
const LENGTH_MINIMUM = 4
/** Status, three lengths, text 256, photo 1024, fingerprints 1024, check byte: the longest answer there is. */
const LENGTH_MAXIMUM = 3 + 6 + 256 + 1024 + 1024 + 1
/** Longest frame in bytes. */
export const IDENTITY_FRAME_MAXIMUM = HEADER + LENGTH_MAXIMUM

/** The check byte: all bytes from the length to the last data byte, exclusive-or. */
function checkByte(bytes: Uint8Array): number {
  let check = 0
  for (let at = 0; at < bytes.length; at += 1) check ^= bytes[at] ?? 0
  return check
}

/** A request as the reader takes it: preamble, length of what follows, command, parameter, check byte. */
export function encodeIdentityRequest(request: IdentityRequest): Uint8Array {
  const body = Uint8Array.of(0x00, 0x03, ...REQUESTS[request])
  return Uint8Array.of(...PREAMBLE, ...body, checkByte(body))
}

const dropped = (problem: IdentityFrameProblem): IdentityFrameEvent => ({ kind: 'dropped', problem })

/** What the bytes at the head of a buffer are: a whole frame, the beginning of one, or none. */
type Head =
  | { readonly is: 'frame'; readonly length: number }
  | { readonly is: 'beginning' }
  | { readonly is: 'none'; readonly problem: IdentityFrameProblem }

function headOf(bytes: Uint8Array): Head {
  if (!PREAMBLE.every((byte, at) => at >= bytes.length || bytes[at] === byte))
    return { is: 'none', problem: 'noise' }
  if (bytes.length < HEADER) return { is: 'beginning' }
  const announced = (bytes[5] ?? 0) * 256 + (bytes[6] ?? 0)
  if (announced < LENGTH_MINIMUM || announced > LENGTH_MAXIMUM) return { is: 'none', problem: 'length' }
  const length = HEADER + announced
  if (bytes.length < length) return { is: 'beginning' }
  // a right check byte makes the exclusive-or of everything zero
  return checkByte(bytes.subarray(PREAMBLE.length, length)) === 0
    ? { is: 'frame', length }
    : { is: 'none', problem: 'check' }
}

function frameOf(bytes: Uint8Array): IdentityFrame {
  const body = bytes.slice(HEADER, -1)
  return {
    cardStatus: (body[0] ?? 0) * 256 + (body[1] ?? 0),
    status: body[2] ?? 0,
    data: body.subarray(3),
  }
}

/**
 * Makes a parser that cuts a reader's byte stream into answers (GA 450). Pure: no clock, no port. After garbage, a wrong
 * length or a wrong check byte it looks again from the next byte on, so that a frame inside what was dropped is found.
 * Zero bytes between frames are the padding of HID reports and no noise.
 */
export function createIdentityFrameParser(): IdentityFrameParser {
  const buffer = new Uint8Array(IDENTITY_FRAME_MAXIMUM)
  let length = 0
  /** Something of this run was told already; the rest of it is not told again. */
  let told = false

  const held = (): number => length

  const consume = (count: number): void => {
    buffer.copyWithin(0, count, length)
    length -= count
  }

  const skipByte = (problem: IdentityFrameProblem): IdentityFrameEvent[] => {
    const padding = buffer[0] === 0
    consume(1)
    if (problem === 'noise' && (told || padding)) return []
    told = true
    return [dropped(problem)]
  }

  const takeAll = (): IdentityFrameEvent[] => {
    const events: IdentityFrameEvent[] = []
    while (held() > 0) {
      const bytes = buffer.subarray(0, length)
      const head = headOf(bytes)
      if (head.is === 'beginning') return events
      if (head.is === 'none') {
        events.push(...skipByte(head.problem))
        continue
      }
      events.push({ kind: 'frame', frame: frameOf(bytes.subarray(0, head.length)) })
      told = false
      consume(head.length)
    }
    return events
  }

  return {
    push: (bytes) => {
      const events: IdentityFrameEvent[] = []
      let at = 0
      while (at < bytes.length) {
        // whatever is held is the beginning of a frame, so there is room
        const part = bytes.subarray(at, at + buffer.length - length)
        buffer.set(part, length)
        length += part.length
        at += part.length
        events.push(...takeAll())
      }
      return events
    },
    idle: () => {
      const events: IdentityFrameEvent[] = []
      let first = true
      while (held() > 0) {
        consume(1)
        if (first) events.push(dropped('unfinished'))
        first = false
        told = true
        events.push(...takeAll())
      }
      told = false
      return events
    },
    reset: () => {
      length = 0
      told = false
    },
    held,
  }
}

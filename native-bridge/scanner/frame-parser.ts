import {
  dropped,
  FRAME_LENGTH_MAXIMUM,
  readText,
  withoutLineEnds,
  type FrameEncoding,
  type FrameEvent,
  type FrameParser,
} from './frame.ts'

/** What ends a frame: line ends, or a pause of the line. */
export const FRAME_TERMINATORS = ['cr', 'lf', 'crlf', 'idle'] as const
export type FrameTerminator = (typeof FRAME_TERMINATORS)[number]

/** How a scanner frames what it reads. Characters of `prefix` and `suffix` stand for one byte each. */
export type FrameOptions = {
  readonly terminator: FrameTerminator
  readonly prefix: string
  readonly suffix: string
  readonly encoding: FrameEncoding
}

const CR = 0x0d
const LF = 0x0a
const LINE_ENDS: Readonly<Record<FrameTerminator, readonly number[]>> = {
  cr: [CR],
  lf: [LF],
  crlf: [CR, LF],
  idle: [],
}

const bytesOf = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0) & 0xff)

function indexOf(bytes: Uint8Array, part: readonly number[], last: boolean): number {
  const starts = Array.from({ length: Math.max(0, bytes.length - part.length + 1) }, (_, start) => start)
  const found = (start: number): boolean => part.every((byte, index) => bytes[start + index] === byte)
  return (last ? starts.findLast(found) : starts.find(found)) ?? -1
}

/** Bytes of one frame, without its end, as an event; `undefined` for an empty frame. */
function readFrame(
  raw: Uint8Array,
  prefix: readonly number[],
  encoding: FrameEncoding,
): FrameEvent | undefined {
  let body = withoutLineEnds(raw)
  if (body.length === 0) return undefined
  if (prefix.length > 0) {
    // a control character is never part of a code: what stands before its last occurrence is a half frame or noise
    const at = indexOf(body, prefix, (prefix[0] ?? 0) < 0x20)
    if (at === -1) return dropped('prefix-missing')
    body = body.subarray(at + prefix.length)
    if (body.length === 0) return undefined
  }
  return readText(body, encoding)
}

/**
 * Makes a parser that cuts a serial scanner's byte stream into texts. Pure: no clock, no port. Finds its feet again at the next
 * end of a frame after any garbage, and never holds more than one frame.
 */
export function createFrameParser(options: FrameOptions): FrameParser {
  const prefix = bytesOf(options.prefix)
  const end = [...bytesOf(options.suffix), ...LINE_ENDS[options.terminator]]
  const lastOfEnd = end.at(-1)
  const buffer = new Uint8Array(prefix.length + FRAME_LENGTH_MAXIMUM + end.length)
  let length = 0
  let skipping = false

  const ended = (): boolean =>
    end.length > 0 &&
    length >= end.length &&
    end.every((byte, index) => buffer[length - end.length + index] === byte)

  const take = (bodyLength: number): FrameEvent[] => {
    const event = skipping ? undefined : readFrame(buffer.subarray(0, bodyLength), prefix, options.encoding)
    length = 0
    skipping = false
    return event === undefined ? [] : [event]
  }

  const overflow = (): FrameEvent[] => {
    const told = skipping
    // the first bytes of an end may be the last of what is dropped
    const kept = Math.max(0, end.length - 1)
    buffer.copyWithin(0, length - kept, length)
    length = kept
    skipping = true
    return told ? [] : [dropped('too-long')]
  }

  return {
    push: (bytes) => {
      const events: FrameEvent[] = []
      for (let at = 0; at < bytes.length;) {
        // an end that is still missing needs room; a full buffer without one is too long
        if (length === buffer.length) events.push(...overflow())
        // nothing before the next last byte of an end can end a frame
        const next = lastOfEnd === undefined ? -1 : bytes.indexOf(lastOfEnd, at)
        const until = Math.min(next === -1 ? bytes.length : next + 1, at + buffer.length - length)
        buffer.set(bytes.subarray(at, until), length)
        length += until - at
        at = until
        if (ended()) events.push(...take(length - end.length))
      }
      return events
    },
    idle: () => {
      if (end.length === 0) return take(length)
      const half = !skipping && withoutLineEnds(buffer.subarray(0, length)).length > 0
      length = 0
      skipping = false
      return half ? [dropped('unfinished')] : []
    },
    reset: () => {
      length = 0
      skipping = false
    },
    waiting: () => length > 0,
    held: () => length,
  }
}

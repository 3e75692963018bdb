import iconv from 'iconv-lite'
import type { Symbology } from './symbology.ts'

/** Longest frame in bytes, without prefix, suffix and terminator. The contract takes as many characters. */
export const FRAME_LENGTH_MAXIMUM = 512

export const FRAME_ENCODINGS = ['utf-8', 'gb18030'] as const
export type FrameEncoding = (typeof FRAME_ENCODINGS)[number]

export type FrameProblem =
  /** More than {@link FRAME_LENGTH_MAXIMUM} bytes without an end; told once, the rest up to the next end is skipped. */
  | 'too-long'
  /** Not text in the encoding. */
  | 'undecodable'
  /** Control characters that no code holds: noise on the line. */
  | 'control-characters'
  | 'prefix-missing'
  /** The line paused in the middle of a frame, or another frame began there. */
  | 'unfinished'
  /** A HID report that is not laid out as a scan. */
  | 'bad-report'
  /** The scanner said that this is no scan, such as its answer to a command. */
  | 'not-a-code'

export type FrameEvent =
  | { readonly kind: 'frame'; readonly text: string; readonly symbology?: Symbology }
  | { readonly kind: 'dropped'; readonly problem: FrameProblem }

/** Cuts what a scanner sends into frames. Pure: no clock, no port. */
export type FrameParser = {
  /**
   * Takes bytes as they came; gives what they completed. On a serial line the events are the same however the bytes are
   * cut; from HID each call is one report.
   */
  readonly push: (bytes: Uint8Array) => FrameEvent[]
  /** The line has paused: ends the frame of an `idle` scanner, and drops the half frame of any other. */
  readonly idle: () => FrameEvent[]
  /** Forgets what is held, after the line was lost. */
  readonly reset: () => void
  /** Whether a pause of the line would mean something. */
  readonly waiting: () => boolean
  /** Bytes held; never more than the longest frame with its marks. */
  readonly held: () => number
}

export const dropped = (problem: FrameProblem): FrameEvent => ({ kind: 'dropped', problem })

/** FNC1 (GS) and the envelope of ISO/IEC 15434 (RS, EOT) are part of codes; all other control characters are noise. */
const NOISE = /[^\P{Cc}\u001d\u001e\u0004]/u

const UTF8 = new TextDecoder('utf-8')

/** Text of printable ASCII alone, which is what nearly every code is; `undefined` when anything else is in it. */
function printableAscii(bytes: Uint8Array): string | undefined {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20 || byte > 0x7e) return undefined
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function decode(bytes: Uint8Array, encoding: FrameEncoding): string | undefined {
  const text =
    encoding === 'utf-8'
      ? UTF8.decode(bytes)
      : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030')
  return text.includes('\ufffd') ? undefined : text
}

/** The bytes of one frame, without its marks, as a frame; dropped when they are no text that a code can hold. */
export function readText(bytes: Uint8Array, encoding: FrameEncoding, symbology?: Symbology): FrameEvent {
  const plain = printableAscii(bytes)
  const text = plain ?? decode(bytes, encoding)
  if (text === undefined) return dropped('undecodable')
  if (plain === undefined && NOISE.test(text)) return dropped('control-characters')
  return { kind: 'frame', text, ...(symbology !== undefined && { symbology }) }
}

const isLineEnd = (byte: number | undefined): boolean => byte === 0x0d || byte === 0x0a

/** Takes off the line ends that a device sends on top of its terminator. */
export function withoutLineEnds(bytes: Uint8Array): Uint8Array {
  let start = 0
  let end = bytes.length
  while (start < end && isLineEnd(bytes[start])) start += 1
  while (end > start && isLineEnd(bytes[end - 1])) end -= 1
  return bytes.subarray(start, end)
}

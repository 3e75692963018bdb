import { noise } from './scan-pieces.ts'

/** How a card reader can answer. */
export const READER_MANNERS = ['right', 'slow', 'half', 'double', 'garbage', 'silent'] as const
export type ReaderManner = (typeof READER_MANNERS)[number]

/** Within what a till waits for, and longer than any reader that is well takes to find a card. */
const SLOW_MS = 400

/** An answer in the manner of a reader: what it sends, and how late. */
export function answerIn(
  manner: ReaderManner,
  right: Uint8Array,
): { readonly answers: readonly Uint8Array[]; readonly afterMs: number } {
  switch (manner) {
    case 'right':
      return { answers: [right], afterMs: 0 }
    case 'slow':
      return { answers: [right], afterMs: SLOW_MS }
    case 'half':
      return { answers: [right.subarray(0, right.length >> 1)], afterMs: 0 }
    case 'double':
      return { answers: [right, right], afterMs: 0 }
    case 'garbage':
      return { answers: [noise(right.length)], afterMs: 0 }
    case 'silent':
      return { answers: [], afterMs: 0 }
  }
}

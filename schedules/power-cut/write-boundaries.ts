import { openSync, readSync, closeSync, statSync, existsSync } from 'node:fs'

/** SQLite's write-ahead log: a header, then frames of a page each (https://sqlite.org/fileformat2.html, section 4). */
const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const PAGE_SIZE_AT = 8

/** Length of a write-ahead log; 0 when there is none. */
export function logLength(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

function pageSizeOf(file: string): number {
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(descriptor)
  }
  return header.readUInt32BE(PAGE_SIZE_AT)
}

/**
 * Every length of a write-ahead log from `from` to `to` at which the power may have gone: before and after the header,
 * after each frame, and in the middle of each (a torn write).
 */
export function writeBoundaries(file: string, from: number, to: number): readonly number[] {
  const frame = FRAME_HEADER_BYTES + pageSizeOf(file)
  const lengths: number[] = from === 0 ? [0, HEADER_BYTES] : [from]
  const first = Math.max(from, HEADER_BYTES)
  for (let at = first; at + frame <= to; at += frame) {
    lengths.push(at + Math.floor(frame / 2), at + frame)
  }
  return lengths
}

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** What the first hundred bytes of a file say, without SQLite and without a lock. */
export type FileHeader =
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-database' }
  | {
      readonly kind: 'database'
      readonly applicationId: number
      readonly userVersion: number
      /** Pages that the header counts are neither in the file nor in the write-ahead log: a copy that was cut off. */
      readonly cutOff: boolean
    }

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'
const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** The page at this offset holds SQLite's locks and is never written. */
const LOCK_OFFSET = 0x40000000

/** Only before a connection to the file exists in this process: closing a descriptor drops its POSIX locks. */
function withFile<T>(path: string, work: (descriptor: number, size: number) => T): T {
  const descriptor = openSync(path, 'r')
  try {
    return work(descriptor, fstatSync(descriptor).size)
  } finally {
    closeSync(descriptor)
  }
}

function bytesAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset))
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * Reads the header of a SQLite file (file format, section 1.3). Costs a few system calls whatever the file's size; only
 * where the file is shorter than its header says, the frames of the log are counted as well.
 */
export function readFileHeader(path: string): FileHeader {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return { kind: 'missing' }
  return withFile(path, (descriptor, size) => {
    const bytes = bytesAt(descriptor, 0, HEADER_BYTES)
    if (bytes.length === 0) return { kind: 'empty' }
    if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 16) !== MAGIC)
      return { kind: 'not-a-database' }
    const rawPageSize = bytes.readUInt16BE(16)
    const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize
    const pageCount = bytes.readUInt32BE(28)
    return {
      kind: 'database',
      applicationId: bytes.readUInt32BE(68),
      userVersion: bytes.readUInt32BE(60),
      cutOff:
        size < pageSize * pageCount && !logBrings(path, Math.floor(size / pageSize) + 1, pageCount, pageSize),
    }
  })
}

/**
 * Whether the write-ahead log holds every page from `first` to `last`: true when a process died while it moved the log
 * into the file. Left to SQLite it would show nothing: it fills the gap with zeros.
 */
function logBrings(path: string, first: number, last: number, pageSize: number): boolean {
  const wanted = new Set<number>()
  const lockPage = Math.floor(LOCK_OFFSET / pageSize) + 1
  // more pages than a log ever holds need not be looked for
  const frames = Math.floor((sizeOf(`${path}-wal`) - LOG_HEADER_BYTES) / (FRAME_HEADER_BYTES + pageSize))
  if (last - first + 1 > frames + 1) return false
  for (let page = first; page <= last; page += 1) if (page !== lockPage) wanted.add(page)
  return withFile(`${path}-wal`, (descriptor) => {
    for (let frame = 0; frame < frames && wanted.size > 0; frame += 1) {
      const offset = LOG_HEADER_BYTES + frame * (FRAME_HEADER_BYTES + pageSize)
      const header = bytesAt(descriptor, offset, FRAME_HEADER_BYTES)
      if (header.length === FRAME_HEADER_BYTES) wanted.delete(header.readUInt32BE(0))
    }
    return wanted.size === 0
  })
}

/** Bytes in the logs beside a database, which a process that died left to be replayed or rolled back; 0 when there are none. */
export function unfinishedBytes(path: string): number {
  return sizeOf(`${path}-wal`) + sizeOf(`${path}-journal`)
}

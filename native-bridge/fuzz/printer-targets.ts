import iconv from 'iconv-lite'
import { fitColumns } from '../display/fit-columns.ts'
import { createStatusParser } from '../printer/status-parser.ts'
import type { FuzzTarget } from './targets.ts'

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'] as const

const printerStatus: FuzzTarget = {
  name: 'printer-status',
  run: (bytes) => {
    const events = createStatusParser().push(bytes)
    const pieces = createStatusParser()
    const cut = Array.from(bytes, (byte) => pieces.push(Uint8Array.of(byte))).flat()
    if (JSON.stringify(cut) !== JSON.stringify(events)) throw new Error('the cut of the bytes mattered')
    if (events.length > bytes.length) throw new Error('more events than bytes')
    // a status behind it is read whatever is half done
    const last = pieces.push(Uint8Array.of(0x10, 0x00, 0x00, 0x0f)).at(-1)
    if (last?.kind !== 'automatic') throw new Error('a whole status was not read')
  },
}

const displayText: FuzzTarget = {
  name: 'display-text',
  run: (bytes) => {
    const encoding = ENCODINGS[(bytes[0] ?? 0) % ENCODINGS.length] ?? 'utf-8'
    const line = fitColumns(iconv.decode(Buffer.from(bytes.subarray(1)), encoding), 20)
    if (line.length !== 20) throw new Error('not 20 columns')
    if (line.some((byte) => byte < 0x20 || byte === 0x7f)) throw new Error('a control byte got in')
    if (iconv.decode(Buffer.from(line), 'gb18030').includes('\ufffd')) throw new Error('half a character')
  },
}

/** What comes back from printers, and what goes to displays. */
export const PRINTER_TARGETS: readonly FuzzTarget[] = [printerStatus, displayText]

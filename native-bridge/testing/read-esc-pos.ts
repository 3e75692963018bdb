import { createEscPosReader, type PrintedLine } from '../../device-twins/esc-pos-reader.ts'

/**
 * Reads a receipt's bytes: text, bold, size, cut with feed. Throws on every other command and control byte, so that a test
 * sees what a cheap printer would have printed as garbage, and a pulse that no receipt may hold.
 */
export function readEscPos(bytes: Uint8Array): {
  readonly lines: readonly PrintedLine[]
  readonly cuts: number
} {
  const reader = createEscPosReader()
  const lines: PrintedLine[] = []
  let cuts = 0
  for (const event of reader.push(bytes)) {
    if (event.kind === 'line') lines.push(event.line)
    else if (event.kind === 'cut' && event.how === 'feed-partial') cuts += 1
    else throw new Error(`no part of a receipt: ${JSON.stringify(event)}`)
  }
  if (reader.pending() > 0) throw new Error('text behind the last line feed')
  return { lines, cuts }
}

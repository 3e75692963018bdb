/** What a printer says of itself; `unknown` where it does not answer, which is no error. */
export type PrinterCondition = {
  readonly paper: 'ok' | 'near-end' | 'out' | 'unknown'
  readonly cover: 'closed' | 'open' | 'unknown'
  readonly online: 'yes' | 'no' | 'unknown'
  /** The cutter is jammed, or another error stops the printer. */
  readonly error: 'none' | 'cutter' | 'other' | 'unknown'
}

export const UNKNOWN_CONDITION: PrinterCondition = {
  paper: 'unknown',
  cover: 'unknown',
  online: 'unknown',
  error: 'unknown',
}

/** The questions DLE EOT n: printer, cause of being offline, cause of an error, paper sensors. */
export const STATUS_QUESTIONS = [1, 2, 3, 4] as const
export type StatusQuestion = (typeof STATUS_QUESTIONS)[number]

/** The four bytes that a printer sends by itself after GS a. */
export type AutomaticStatus = readonly [number, number, number, number]

/** What keeps a printer from printing what it is sent. */
export type PrintObstacle = 'paper-out' | 'cover-open' | 'cutter' | 'error' | 'offline'

/** Why nothing would come out, most useful reason first; `undefined` when nothing speaks against it. */
export function obstacleOf(condition: PrinterCondition): PrintObstacle | undefined {
  if (condition.cover === 'open') return 'cover-open'
  if (condition.paper === 'out') return 'paper-out'
  if (condition.error === 'cutter') return 'cutter'
  if (condition.error === 'other') return 'error'
  return condition.online === 'no' ? 'offline' : undefined
}

const errorOf = (byte: number): PrinterCondition['error'] => {
  if ((byte & 0x08) !== 0) return 'cutter'
  return (byte & 0x64) !== 0 ? 'other' : 'none'
}

/** Two bits of the same sensor are one sensor: printers that set only one of them mean the same. */
const paperOf = (byte: number, endBits: number, nearEndBits: number): PrinterCondition['paper'] => {
  if ((byte & endBits) !== 0) return 'out'
  return (byte & nearEndBits) !== 0 ? 'near-end' : 'ok'
}

/**
 * A condition with what the answer to DLE EOT n tells. Bits after Epson's reference, the same in the manuals of Citizen,
 * Bixolon and the Chinese 80 mm printers.
 */
export function withAnswer(
  condition: PrinterCondition,
  question: StatusQuestion,
  byte: number,
): PrinterCondition {
  switch (question) {
    case 1:
      return { ...condition, online: (byte & 0x08) === 0 ? 'yes' : 'no' }
    case 2:
      return { ...condition, cover: (byte & 0x04) === 0 ? 'closed' : 'open' }
    case 3:
      return { ...condition, error: errorOf(byte) }
    case 4:
      return { ...condition, paper: paperOf(byte, 0x60, 0x0c) }
  }
}

/** The condition that four bytes of automatic status tell. */
export function conditionOf([printer, errors, paper]: AutomaticStatus): PrinterCondition {
  return {
    online: (printer & 0x08) === 0 ? 'yes' : 'no',
    cover: (printer & 0x20) === 0 ? 'closed' : 'open',
    error: errorOf(errors),
    paper: paperOf(paper, 0x0c, 0x03),
  }
}

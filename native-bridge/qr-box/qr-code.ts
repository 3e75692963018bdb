/** A code that was shown to the box. Personal data: never to be logged. */
export type QrCode = {
  /** 1 to 64 printable ASCII characters without blanks at the ends; a 医保码 is said to have 28. */
  readonly text: string
  /** Milliseconds since 1970. */
  readonly readAt: number
  /** From this instant on it is stale and the customer has to show a new one. */
  readonly expiresAt: number
}

const FIT = /^[\u0021-\u007e](?:[\u0020-\u007e]{0,62}[\u0021-\u007e])?$/

/** Reads what a box sent; `undefined` when it is no 1 to 64 printable characters. Pure. */
export function readQrCode(text: string, readAt: number, lifeMs: number): QrCode | undefined {
  const trimmed = text.replace(/^ +| +$/g, '')
  return FIT.test(trimmed) ? { text: trimmed, readAt, expiresAt: readAt + lifeMs } : undefined
}

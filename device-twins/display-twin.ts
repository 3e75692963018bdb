import iconv from 'iconv-lite'

/** A pole display of two lines that speaks CD5220: what it shows now. */
export type DisplayTwin = {
  readonly hear: (bytes: Uint8Array) => void
  readonly lines: () => { readonly upper: string; readonly lower: string }
}

const ESC = 0x1b
const CLEAR = 0x0c
const CR = 0x0d
/** Longest line with its command: a display keeps no more. */
const HELD_MAXIMUM = 200

/** Makes a display that was just switched on. Bytes that are no command are skipped. */
export function createDisplayTwin(): DisplayTwin {
  let shown = { upper: '', lower: '' }
  let held: number[] = []

  const textOf = (bytes: readonly number[]): string => iconv.decode(Buffer.from(bytes), 'gb18030').trimEnd()

  const take = (byte: number): void => {
    if (held.length === 0) {
      if (byte === CLEAR) shown = { upper: '', lower: '' }
      if (byte === ESC) held = [byte]
      return
    }
    held.push(byte)
    const [, command, line] = held
    if (command === 0x40) held = []
    if (held.length > HELD_MAXIMUM) held = []
    if (byte !== CR || command !== 0x51) return
    const text = textOf(held.slice(3, -1))
    if (line === 0x41) shown = { ...shown, upper: text }
    if (line === 0x42) shown = { ...shown, lower: text }
    held = []
  }

  return {
    hear: (bytes) => {
      for (const byte of bytes) take(byte)
    },
    lines: () => shown,
  }
}

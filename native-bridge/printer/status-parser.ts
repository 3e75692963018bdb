import type { AutomaticStatus } from './condition.ts'

export type StatusEvent =
  /** The answer to a DLE EOT n; it does not say to which. */
  | { readonly kind: 'answer'; readonly byte: number }
  | { readonly kind: 'automatic'; readonly bytes: AutomaticStatus }
  /** Bytes that are no status; told once for each run of them. */
  | { readonly kind: 'noise' }

export type StatusParser = {
  /** Takes bytes as they came. However the same bytes are cut, the events are the same. */
  readonly push: (bytes: Uint8Array) => StatusEvent[]
  /** Forgets a half status, after the line was lost. */
  readonly reset: () => void
}

const AUTOMATIC_LENGTH = 4
const XON = 0x11
const XOFF = 0x13
/** 0xx1xx10: DLE EOT. The fixed bits tell the kinds apart (Citizen, "Identification of Send Status"; Epson, GS a). */
const isAnswer = (byte: number): boolean => (byte & 0x93) === 0x12
/** 0xx1xx00: the first byte of an automatic status. */
const isAutomaticStart = (byte: number): boolean => (byte & 0x93) === 0x10
/** 0xx0xxxx: the three bytes behind it. */
const isAutomaticRest = (byte: number): boolean => (byte & 0x90) === 0

/**
 * Makes a parser of what a printer sends back: answers to DLE EOT and automatic status, with flow control signs anywhere
 * between. Pure; holds at most three bytes; finds its feet again at the next byte that can begin a status.
 */
export function createStatusParser(): StatusParser {
  let held: number[] = []
  let noisy = false

  const noise = (): StatusEvent[] => {
    const told = noisy
    noisy = true
    return told ? [] : [{ kind: 'noise' }]
  }

  const start = (byte: number): StatusEvent[] => {
    if (isAnswer(byte)) {
      noisy = false
      return [{ kind: 'answer', byte }]
    }
    if (!isAutomaticStart(byte)) return noise()
    held = [byte]
    return []
  }

  const take = (byte: number): StatusEvent[] => {
    if (byte === XON || byte === XOFF) return []
    if (held.length === 0) return start(byte)
    if (!isAutomaticRest(byte)) {
      held = []
      return [...noise(), ...start(byte)]
    }
    held.push(byte)
    if (held.length < AUTOMATIC_LENGTH) return []
    const [first = 0, second = 0, third = 0, fourth = 0] = held
    held = []
    noisy = false
    return [{ kind: 'automatic', bytes: [first, second, third, fourth] }]
  }

  return {
    push: (bytes) => {
      const events: StatusEvent[] = []
      for (const byte of bytes) events.push(...take(byte))
      return events
    },
    reset: () => {
      held = []
      noisy = false
    },
  }
}

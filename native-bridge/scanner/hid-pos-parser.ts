import {
  dropped,
  FRAME_LENGTH_MAXIMUM,
  readText,
  type FrameEncoding,
  type FrameEvent,
  type FrameParser,
  type FrameProblem,
} from './frame.ts'
import { symbologyOfAim, symbologyOfHoneywell, type Symbology } from './symbology.ts'

/** HID usage page and usage of bar code scanners (HID Point of Sale Usage Tables 1.02). */
export const SCANNER_USAGE = { usagePage: 0x8c, usage: 0x02 } as const

/**
 * Layout of a scan report without its id byte, 63 bytes: length, AIM identifier, up to 56 bytes of data, Honeywell's
 * symbology, one byte of no meaning here, and whether more reports follow. Sources: Honeywell Voyager traces (two public
 * projects); `SHIFT` by one byte is what other makes send.
 */
const REPORT_ID = 2
const LENGTH_AT = 0
const AIM_AT = 1
const DATA_AT = 4
const HONEYWELL_AT = 60
const MORE_AT = 62
const AIM_FLAG = 0x5d
const SHIFTS = [0, 1] as const
/** AIM code character of what comes from no mark: keys, answers to commands. */
const NO_CODE = 'Z'

export type HidPosOptions = {
  readonly encoding: FrameEncoding
  /** Whether the device that is open now tells the symbology in byte 60: Honeywell and Youjie. */
  readonly honeywell: () => boolean
}

type Part = { readonly identifier: string; readonly data: Uint8Array; readonly more: boolean }

const hasMore = (body: Uint8Array): boolean => (body[MORE_AT] ?? 0) !== 0

function readPart(body: Uint8Array): Part | undefined {
  const shift = SHIFTS.find((one) => body[AIM_AT + one] === AIM_FLAG)
  const from = shift ?? 0
  const [flag = 0, first = 0, second = 0] = [
    body[AIM_AT + from],
    body[AIM_AT + from + 1],
    body[AIM_AT + from + 2],
  ]
  // a scanner that sends no identifier leaves its place empty
  if (shift === undefined && (flag !== 0 || first !== 0 || second !== 0)) return undefined
  const length = body[LENGTH_AT]
  const start = DATA_AT + from
  if (length === undefined || start + length > Math.min(body.length, MORE_AT)) return undefined
  return {
    identifier: shift === undefined ? '' : String.fromCharCode(flag, first, second),
    data: body.subarray(start, start + length),
    more: hasMore(body),
  }
}

/** Scanners that end a scan by a line end put it behind the data. */
function withoutOneLineEnd(bytes: Uint8Array): Uint8Array {
  const beforeLineFeed = bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length
  return bytes.subarray(0, bytes[beforeLineFeed - 1] === 0x0d ? beforeLineFeed - 1 : beforeLineFeed)
}

/**
 * Makes a parser of HID POS scan reports (usage page 0x8C): each `push` is one input report with its id. A scan may span
 * reports; one that does not fit between them spoils the whole scan, never a part of it. Pure; holds at most one scan.
 */
export function createHidPosParser(options: HidPosOptions): FrameParser {
  const buffer = new Uint8Array(FRAME_LENGTH_MAXIMUM)
  let length = 0
  /** The identifier of the scan that more reports belong to. */
  let begun: string | undefined
  /** Told of a spoilt scan; its last report, or a pause, ends it. */
  let skipping = false

  const forget = (): void => {
    length = 0
    begun = undefined
    skipping = false
  }

  const spoil = (problem: FrameProblem, more: boolean): FrameEvent[] => {
    const told = skipping
    const inside = begun !== undefined
    forget()
    skipping = more || (inside && problem === 'bad-report')
    return told ? [] : [dropped(problem)]
  }

  const finish = (identifier: string, symbology: Symbology | undefined): FrameEvent[] => {
    const body = withoutOneLineEnd(buffer.subarray(0, length))
    const event =
      identifier.charAt(1) === NO_CODE
        ? dropped('not-a-code')
        : readText(body, options.encoding, symbologyOfAim(identifier) ?? symbology)
    const empty = body.length === 0
    forget()
    return empty ? [] : [event]
  }

  const take = (part: Part, honeywell: number): FrameEvent[] => {
    if (length + part.data.length > buffer.length) return spoil('too-long', part.more)
    buffer.set(part.data, length)
    length += part.data.length
    begun ??= part.identifier
    if (part.more) return []
    return finish(begun, options.honeywell() ? symbologyOfHoneywell(honeywell) : undefined)
  }

  return {
    push: (report) => {
      // other reports, such as of settings, do not belong to a scan
      if (report[0] !== REPORT_ID) return []
      const body = report.subarray(1)
      const part = readPart(body)
      if (part === undefined) return spoil('bad-report', hasMore(body))
      if (skipping) {
        skipping = part.more
        return []
      }
      const another = begun !== undefined && part.identifier !== '' && part.identifier !== begun
      const half = another ? spoil('unfinished', false) : []
      return [...half, ...take(part, body[HONEYWELL_AT] ?? 0)]
    },
    idle: () => {
      const half = begun !== undefined
      forget()
      return half ? [dropped('unfinished')] : []
    },
    reset: forget,
    waiting: () => begun !== undefined || skipping,
    held: () => length,
  }
}

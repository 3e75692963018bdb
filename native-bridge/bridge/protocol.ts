/**
 * What the till and its bridge process say to each other; the whole of it is in docs/devices/bridge-protocol.md. Both
 * sides read through the functions here: neither trusts the other, for a vendor's library lives in one of them.
 */

export const BRIDGE_PROTOCOL = 1
/** Longest body of a call, in bytes. */
export const CALL_LIMIT = 16 * 1024
/** Longest answer, in bytes: the largest buffers of a call are 8 kB, and JSON may write a character in six. */
export const ANSWER_LIMIT = 128 * 1024
/** Longest first line on either side, in bytes. */
export const FIRST_LINE_LIMIT = 64 * 1024

/** The first line on the bridge's standard input. */
export type BridgeStart = {
  /** 64 hexadecimal digits, of this one process. */
  readonly token: string
  readonly driver: { readonly name: string; readonly options: Readonly<Record<string, unknown>> }
}

/** Why a bridge could not start. */
export const START_FAULTS = ['start-line', 'driver', 'options', 'library', 'function'] as const
export type StartFault = (typeof START_FAULTS)[number]

/** The first line on the bridge's standard output. */
export type BridgeReady =
  | { readonly ready: true; readonly protocol: number; readonly port: number }
  /** `detail` is the loader's own text, or the name of an option; for the log. */
  | { readonly ready: false; readonly fault: StartFault; readonly detail: string }

export type BridgeInput = Readonly<Record<string, string | number>>

/** The body of `POST /call`. */
export type BridgeCall = { readonly id: string; readonly act: string; readonly input: BridgeInput }

/** Why a call gave nothing. */
export const CALL_FAULTS = ['invalid', 'busy', 'refused', 'unreadable', 'overflow', 'failed'] as const
export type CallFault = (typeof CALL_FAULTS)[number]

export type BridgeResult =
  | { readonly ok: true; readonly outputs: Readonly<Record<string, string>> }
  /** `code` is what the library's function returned, `text` what it wrote; both only with `refused`. */
  | { readonly ok: false; readonly fault: CallFault; readonly code?: number; readonly text?: string }

/** The body of the answer to `POST /call`. */
export type BridgeAnswer = { readonly id: string } & BridgeResult

type Members = Readonly<Record<string, unknown>>

/** Whether a value is a plain object with members. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function membersOf(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isMembers(value) ? value : undefined
  } catch {
    // what is not JSON is nothing that the other side says
    return undefined
  }
}

const isShort = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)
const isOneOf = <T extends string>(value: unknown, among: readonly T[]): value is T =>
  among.some((one) => one === value)

const TOKEN = /^[0-9a-f]{64}$/
const NAME = /^[a-z][a-z-]{0,39}$/
const ID = /^[0-9a-z-]{1,40}$/
const INPUT_NAME = /^[A-Za-z]{1,40}$/
const TEXT_LIMIT = 8_192

/** Reads the bridge's first input line. */
export function readStart(line: string): BridgeStart | undefined {
  const { token, driver } = membersOf(line) ?? {}
  if (!isShort(token, TOKEN) || !isMembers(driver)) return undefined
  const { name, options } = driver
  return isShort(name, NAME) && isMembers(options) ? { token, driver: { name, options } } : undefined
}

/** Reads the bridge's first output line. */
export function readReady(line: string): BridgeReady | undefined {
  const members = membersOf(line)
  if (members?.['ready'] === false) {
    const { fault, detail } = members
    if (!isOneOf(fault, START_FAULTS) || typeof detail !== 'string') return undefined
    return { ready: false, fault, detail: detail.slice(0, 300) }
  }
  const { protocol, port } = members ?? {}
  if (members?.['ready'] !== true || typeof protocol !== 'number' || typeof port !== 'number')
    return undefined
  return Number.isInteger(port) && port > 0 && port < 65_536 ? { ready: true, protocol, port } : undefined
}

function isInput(value: unknown): value is BridgeInput {
  return (
    isMembers(value) &&
    Object.entries(value).length <= 16 &&
    Object.entries(value).every(
      ([name, one]) =>
        INPUT_NAME.test(name) &&
        (Number.isSafeInteger(one) || (typeof one === 'string' && one.length <= TEXT_LIMIT)),
    )
  )
}

/** Reads the body of a call. */
export function readCall(body: string): BridgeCall | undefined {
  const { id, act, input } = membersOf(body) ?? {}
  return isShort(id, ID) && isShort(act, NAME) && isInput(input) ? { id, act, input } : undefined
}

function isOutputs(value: unknown): value is Readonly<Record<string, string>> {
  return (
    isMembers(value) &&
    Object.entries(value).length <= 8 &&
    Object.entries(value).every(
      ([name, text]) => INPUT_NAME.test(name) && typeof text === 'string' && text.length <= TEXT_LIMIT,
    )
  )
}

/** Reads an answer; what belongs to another call is none. */
export function readAnswer(body: string, id: string): BridgeResult | undefined {
  const members = membersOf(body)
  if (members === undefined || members['id'] !== id) return undefined
  const { outputs, fault, code, text } = members
  if (members['ok'] === true) return isOutputs(outputs) ? { ok: true, outputs } : undefined
  if (members['ok'] !== false || !isOneOf(fault, CALL_FAULTS)) return undefined
  return {
    ok: false,
    fault,
    ...(typeof code === 'number' && Number.isSafeInteger(code) && { code }),
    ...(typeof text === 'string' && { text: text.slice(0, TEXT_LIMIT) }),
  }
}

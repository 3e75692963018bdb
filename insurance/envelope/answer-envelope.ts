import { isWireObject, parseJsonExact, type WireObject, type WireValue } from '../catalogue/exact-json.ts'

/** Why bytes are not an answer of the platform. */
export type AnswerProblem =
  | 'empty-body'
  | 'not-utf8'
  | 'not-json'
  | 'repeated-name'
  | 'too-deep'
  | 'no-envelope'
  | 'no-infcode'
  | 'encrypted'
  | 'output-unreadable'

/** The platform's envelope, as text where it may be a number. */
export type AnswerEnvelope = {
  /** `infcode`, trimmed: 0 success, anything else failure. */
  readonly code: string
  /** `err_msg`, uncut; empty when absent. */
  readonly message: string
  /** `inf_refmsgid`; undefined when absent. */
  readonly refMessageId: string | undefined
  /** A `msgid` member, which some gateways echo. */
  readonly echoedMessageId: string | undefined
  /** `warn_msg` of Guangdong. */
  readonly warning: string | undefined
  /** `output`, parsed when it travelled as text; null when empty or absent. */
  readonly output: WireValue
}

export type ParsedAnswer =
  | { readonly ok: true; readonly answer: AnswerEnvelope }
  | { readonly ok: false; readonly problem: AnswerProblem }

/** `infcode` of success. */
export const SUCCESS = '0'
/** Ways to write zero; taking one of them for a failure could hide that money moved. */
const ZERO = /^[+-]?0+(?:\.0+)?$/

const fail = (problem: AnswerProblem): ParsedAnswer => ({ ok: false, problem })

/** Text of UTF-8 bytes without a byte order mark; undefined when they are no UTF-8. */
export function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function text(envelope: WireObject, name: string): string | undefined {
  const value = Object.hasOwn(envelope, name) ? envelope[name] : undefined
  if (typeof value !== 'string') return undefined
  const trimmed = value.trim()
  return trimmed === '' ? undefined : trimmed
}

/** Parses `output` where it travels as text; a name that stands twice or broken JSON makes it unreadable. */
function readOutput(envelope: WireObject): WireValue | undefined {
  const value = Object.hasOwn(envelope, 'output') ? (envelope['output'] ?? null) : null
  if (typeof value !== 'string') return value
  if (value.trim() === '') return null
  const parsed = parseJsonExact(value)
  return parsed.ok ? parsed.value : undefined
}

function isEncrypted(envelope: WireObject): boolean {
  const cipher = text(envelope, 'enc_type') ?? text(envelope, 'enctype')
  return cipher !== undefined && cipher.toLowerCase() !== 'null'
}

/**
 * Reads an answer's bytes: strict UTF-8, strict JSON with exact numbers, the envelope of the norm. A login page, half a
 * document, a list, an object without `infcode` are not answers. Whether it answers our request is for the caller.
 */
export function parseAnswer(bytes: Uint8Array): ParsedAnswer {
  if (bytes.byteLength === 0) return fail('empty-body')
  const body = strictText(bytes)
  if (body === undefined) return fail('not-utf8')
  const json = parseJsonExact(body)
  if (!json.ok)
    return fail(json.problem === 'repeated-name' || json.problem === 'too-deep' ? json.problem : 'not-json')
  if (!isWireObject(json.value)) return fail('no-envelope')
  const envelope = json.value
  const sent = text(envelope, 'infcode')
  if (sent === undefined) return fail('no-infcode')
  const code = ZERO.test(sent) ? SUCCESS : sent
  if (code === SUCCESS && isEncrypted(envelope)) return fail('encrypted')
  const output = readOutput(envelope)
  // what a failure carries in its output is nobody's business
  if (output === undefined && code === SUCCESS) return fail('output-unreadable')
  return {
    ok: true,
    answer: {
      code,
      message: text(envelope, 'err_msg') ?? '',
      refMessageId: text(envelope, 'inf_refmsgid'),
      echoedMessageId: text(envelope, 'msgid'),
      warning: text(envelope, 'warn_msg'),
      output: output ?? null,
    },
  }
}

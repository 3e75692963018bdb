import { isWireObject, type WireValue } from '../catalogue/exact-json.ts'
import { validateOutput } from '../catalogue/validate.ts'
import { parseAnswer, SUCCESS, type AnswerEnvelope } from '../envelope/answer-envelope.ts'
import { restoreAnswerNodes } from '../envelope/move-nodes.ts'
import { rowOf, textOf } from '../mapping/answer-reader.ts'
import { isMessageId } from '../message-id/message-id.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import type { Transmission } from './transmission.ts'

/** What the centre did, as far as its answer proves it. */
export type Outcome =
  /** `infcode` 0 in an answer to this very request. `output` is under the catalogue's names. */
  | {
      readonly kind: 'accepted'
      readonly output: WireValue
      readonly refMessageId: string | undefined
      /** `err_msg` or `warn_msg` beside a success, and what of the tables the answer does not keep: for the journal. */
      readonly warnings: readonly string[]
    }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly message: string
      readonly refMessageId: string | undefined
    }
  /** Anything that is not an answer to this request. For a call that moves money: it may have moved. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'not-sent'; readonly reason: string }

export type AskedCall = { readonly infno: string; readonly msgid: string }
type Profile = Pick<RegionProfile, 'middlewareCodes' | 'overrides'>

const SETTLEMENTS = /^2102[AB]?$/
const TRIALS = /^2101A?$/
/** What a success without its id proves nothing about. */
const NEEDS_SETTLEMENT_ID = /^(?:2102[AB]?|2103)$/

const unknown = (reason: string): Outcome => ({ kind: 'unknown', reason })

/**
 * Whether an answer says that it belongs to another request. 2102 echoes our msgid in `setlinfo.medins_setl_id`; a trial
 * may, and is held to it when it holds a msgid at all; some gateways echo a `msgid` beside `output`. 2103's echo is not
 * looked at: the norm does not say which of the two msgids it is.
 */
function belongsToAnother(call: AskedCall, answer: AnswerEnvelope, output: WireValue): boolean {
  if (answer.echoedMessageId !== undefined && answer.echoedMessageId !== call.msgid) return true
  const row = rowOf(output, 'setlinfo')
  const echo = row === undefined ? undefined : textOf(row, 'medins_setl_id')
  if (echo === undefined || echo === call.msgid) return false
  return SETTLEMENTS.test(call.infno) || (TRIALS.test(call.infno) && isMessageId(echo))
}

function holdsSettlementId(output: WireValue): boolean {
  const row = isWireObject(output) ? rowOf(output, 'setlinfo') : undefined
  return row !== undefined && textOf(row, 'setl_id') !== undefined
}

const FINDINGS_MAXIMUM = 20

/** What the answer does against the tables, by path; never values. Readers of answers decide what they cannot do without. */
function findings(call: AskedCall, output: WireValue, profile: Profile): string[] {
  return validateOutput(call.infno, output, profile.overrides)
    .slice(0, FINDINGS_MAXIMUM)
    .map((issue) => `${issue.path} ${issue.problem}`)
}

function accepted(call: AskedCall, answer: AnswerEnvelope, output: WireValue, profile: Profile): Outcome {
  if (NEEDS_SETTLEMENT_ID.test(call.infno) && !holdsSettlementId(output)) return unknown('no-settlement-id')
  const said = [answer.message, answer.warning ?? ''].filter((text) => text !== '')
  const warnings = [...said, ...findings(call, output, profile)]
  return { kind: 'accepted', output, refMessageId: answer.refMessageId, warnings }
}

function refused(call: AskedCall, answer: AnswerEnvelope, output: WireValue, profile: Profile): Outcome {
  if (profile.middlewareCodes.includes(answer.code)) return unknown(`middleware-code ${answer.code}`)
  if (NEEDS_SETTLEMENT_ID.test(call.infno) && holdsSettlementId(output)) return unknown('contradiction')
  return { kind: 'refused', code: answer.code, message: answer.message, refMessageId: answer.refMessageId }
}

/**
 * What a whole HTTP answer says about a request. `infcode` 0 is accepted; any other value is refused, but for those that the
 * profile lists as a middleware's own; what is not the platform's envelope, or answers another msgid, is unknown.
 *
 * By status: 5xx and 3xx are always unknown, whatever they carry: a broken server may have done it before it broke. 4xx
 * with an envelope: refused when the envelope has the receiver's own message id (`inf_refmsgid`: the platform itself
 * spoke), else unknown; a success in a 4xx contradicts itself and is unknown.
 */
export function interpretBody(
  call: AskedCall,
  received: { readonly httpStatus: number; readonly bodyBytes: Uint8Array },
  profile: Profile,
): Outcome {
  const { httpStatus } = received
  if (httpStatus < 200 || httpStatus >= 500 || (httpStatus >= 300 && httpStatus < 400)) {
    return unknown(`http-${httpStatus}`)
  }
  const parsed = parseAnswer(received.bodyBytes)
  if (!parsed.ok) return unknown(httpStatus < 300 ? parsed.problem : `http-${httpStatus}`)
  const { answer } = parsed
  const output = restoreAnswerNodes(call.infno, answer.output, profile.overrides)
  if (belongsToAnother(call, answer, output)) return unknown('other-message')
  if (httpStatus >= 400 && (answer.code === SUCCESS || answer.refMessageId === undefined)) {
    return unknown(`http-${httpStatus}`)
  }
  return answer.code === SUCCESS
    ? accepted(call, answer, output, profile)
    : refused(call, answer, output, profile)
}

/** What became of a request, from how the wire treated it and what came back. */
export function interpretAnswer(call: AskedCall, transmission: Transmission, profile: Profile): Outcome {
  switch (transmission.kind) {
    case 'not-sent':
      return { kind: 'not-sent', reason: transmission.reason }
    case 'unknown':
      return unknown(transmission.reason)
    case 'answered':
      return interpretBody(call, transmission, profile)
  }
}

import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import { parseWireDateTime } from '../catalogue/wire-time.ts'
import type { Request9001 } from '../catalogue/generated/settlement.ts'
import { requiredText, rowOf, textOf } from './answer-reader.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

/** 9001 签到: `mac` and `ip` as registered with the centre; both are always sent. */
export function buildSignIn(request: {
  readonly operatorNumber: string
  readonly mac: string
  readonly ip: string
}): Result<WireRequest> {
  const input: Request9001 = {
    signIn: { opter_no: request.operatorNumber, mac: request.mac, ip: request.ip },
  }
  return wireRequest('9001', input)
}

export type SignInAnswer = {
  /** `sign_no`: goes into the envelope of every later call. */
  readonly signNumber: string
  /** `sign_time` in epoch milliseconds; undefined when unreadable. */
  readonly signedAt: number | undefined
}

/** 9001's answer. Refuses with INSURANCE_ANSWER_INVALID when there is no `sign_no`. */
export function readSignIn(output: WireValue): Result<SignInAnswer> {
  // the older Guangzhou edition answers in `result`
  const row = rowOf(output, 'signinoutb') ?? rowOf(output, 'result') ?? {}
  const signNumber = requiredText('9001', row, 'sign_no')
  if (!signNumber.ok) return signNumber
  return ok({ signNumber: signNumber.value, signedAt: parseWireDateTime(textOf(row, 'sign_time') ?? '') })
}

import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import { parseWireDateTime } from '../catalogue/wire-time.ts'
import type { Request9002 } from '../catalogue/generated/settlement.ts'
import { rowOf, textOf } from './answer-reader.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

/** 9002 签退 */
export function buildSignOut(request: {
  readonly signNumber: string
  readonly operatorNumber: string
}): Result<WireRequest> {
  const input: Request9002 = { signOut: { sign_no: request.signNumber, opter_no: request.operatorNumber } }
  return wireRequest('9002', input)
}

/** 9002's answer: the node's name has one source and many centres answer nothing, so nothing is required of it. */
export function readSignOut(output: WireValue): Result<{ readonly signedOutAt: number | undefined }> {
  const row = rowOf(output, 'signoutoutb') ?? rowOf(output, 'result') ?? {}
  return ok({ signedOutAt: parseWireDateTime(textOf(row, 'sign_time') ?? '') })
}

import type { Result } from '../../core/result.ts'
import type { Request2601 } from '../catalogue/generated/settlement.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { requestInvalid, wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '2601'

/**
 * 2601 冲正交易: undoes what `originalInfno` did under `originalMsgid`, where the region lists that number. It has no
 * output: "accepted" is not "reversed". Refuses with INSURANCE_REQUEST_INVALID {where: oinfno, problem: not-reversible}.
 */
export function buildReversal(
  profile: RegionProfile,
  request: {
    readonly personNumber: string
    readonly originalMsgid: string
    readonly originalInfno: string
  },
): Result<WireRequest> {
  if (!isReversible(profile, request.originalInfno)) return requestInvalid(INFNO, 'oinfno', 'not-reversible')
  const input: Request2601 = {
    data: {
      psn_no: request.personNumber,
      omsgid: request.originalMsgid,
      oinfno: request.originalInfno,
    },
  }
  return wireRequest(INFNO, input)
}

/** Whether 2601 may undo this number here. A reversal itself never. */
export function isReversible(profile: RegionProfile, infno: string): boolean {
  return infno !== INFNO && profile.reversible.some((entry) => entry.infno === infno)
}

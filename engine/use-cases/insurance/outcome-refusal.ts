import { refuse, type Refused } from '../../../core/result.ts'
import type { Outcome } from '../../../insurance/gateway/interpret-answer.ts'

/**
 * What a cashier is told of a call that moved no money and did not succeed: INSURANCE_REFUSED {infno, message},
 * INSURANCE_OFFLINE {infno, reason} when nothing left the till, INSURANCE_TRIAL_UNANSWERED {infno, reason} when no answer
 * came. `causeId` is the msgid, by which the journal and the centre's people find the call.
 */
export function refusalOf(
  outcome: Exclude<Outcome, { kind: 'accepted' }>,
  infno: string,
  msgid: string,
): Refused {
  switch (outcome.kind) {
    case 'refused':
      return refuse('INSURANCE_REFUSED', { infno, code: outcome.code, message: outcome.message }, msgid)
    case 'unknown':
      return refuse('INSURANCE_TRIAL_UNANSWERED', { infno, reason: outcome.reason }, msgid)
    case 'not-sent':
      return refuse('INSURANCE_OFFLINE', { infno, reason: outcome.reason }, msgid)
  }
}

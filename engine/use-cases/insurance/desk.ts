import { refuse, ok, type Result } from '../../../core/result.ts'
import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import type { CentreQueue } from '../busy.ts'
import type { Exchanges } from '../exchange/exchange-service.ts'
import type { Counter, WorkingShift } from '../sale/counter.ts'
import type { Payments } from '../tenders/payments.ts'

/** What the insured side of the counter works with. */
export type Desk = {
  readonly counter: Counter
  readonly exchanges: Exchanges
  readonly queue: CentreQueue
  readonly profile: RegionProfile
  readonly shop: { readonly code: string; readonly name: string }
  /** Called after a sale completed by itself (nothing left to pay), to send its report. */
  readonly onCompleted: () => void
  /** Called when the outcome of something has become open, so that it is asked about. May run inside a transaction. */
  readonly onUnresolved: () => void
  /** How long the till waits for the answer to a call that moves money, in milliseconds. */
  readonly answerLimitMs: number
  readonly warnings: { readonly repeatWindowMinutes: number }
  /** The safety control’s credential of this visit, which belongs to the person that it read. */
  readonly visitCredential: { readonly setAside: () => () => void }
  /** Payment by code; undefined where no acquirer is configured. */
  readonly payments: Payments | undefined
}

/** Somebody signed in at this till and at the centre. */
export type SignedInShift = WorkingShift & { readonly signNumber: string }

/** The open shift with its `sign_no`, or SESSION_NOT_SIGNED_IN, or INSURANCE_NOT_SIGNED_IN while 9001 is still due. */
export function signedInShift(desk: Desk): Result<SignedInShift> {
  const shift = desk.counter.shift()
  if (!shift.ok) return shift
  const { signNumber } = shift.value
  return signNumber === undefined ? refuse('INSURANCE_NOT_SIGNED_IN') : ok({ ...shift.value, signNumber })
}

/** The parts of an exchange that every call of a signed-in operator shares. */
export function callerOf(shift: SignedInShift): {
  readonly operator: { readonly number: string; readonly name: string }
  readonly signNumber: string
} {
  return {
    operator: { number: shift.operatorNumber, name: shift.operatorName },
    signNumber: shift.signNumber,
  }
}

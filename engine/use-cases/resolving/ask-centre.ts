import { refuse, type Result, type Refused } from '../../../core/result.ts'
import type { WireValue } from '../../../insurance/catalogue/exact-json.ts'
import type { WireRequest } from '../../../insurance/mapping/wire-request.ts'
import { callerOf, type Desk, type SignedInShift } from '../insurance/desk.ts'
import type { Sought } from './sought.ts'

/** What one query gave. Only an accepted answer tells anything about the settlement. */
export type Asked =
  | { readonly kind: 'answer'; readonly output: WireValue; readonly exchangeId: number }
  /** The centre did not take the query; why is for the eye, its words prove nothing. */
  | { readonly kind: 'refused'; readonly problem: string; readonly exchangeId: number }
  | { readonly kind: 'unanswered'; readonly problem: string; readonly exchangeId: number }
  /** Nothing left the till. */
  | { readonly kind: 'not-sent'; readonly infno: string; readonly problem: string }

export type AskCentre = (wire: Result<WireRequest>) => Promise<Asked>

/** Asks the centre about one settlement; each query is journaled with its sale. */
export function askerFor(desk: Desk, shift: SignedInShift, sought: Sought): AskCentre {
  return async (wire) => {
    if (!wire.ok) return { kind: 'not-sent', infno: '', problem: wire.refusal.code }
    const asked = await desk.exchanges.perform({
      purpose: 'resolve',
      wire: wire.value,
      saleId: sought.saleId,
      personNumber: sought.personNumber,
      insuredPlace: sought.insuredPlace,
      ...callerOf(shift),
    })
    const { infno } = wire.value
    if (!asked.ok) return { kind: 'not-sent', infno, problem: asked.refusal.code }
    const { outcome, exchangeId } = asked.value
    switch (outcome.kind) {
      case 'accepted':
        return { kind: 'answer', output: outcome.output, exchangeId }
      case 'refused':
        return { kind: 'refused', problem: outcome.message, exchangeId }
      case 'unknown':
        return { kind: 'unanswered', problem: outcome.reason, exchangeId }
      case 'not-sent':
        return { kind: 'not-sent', infno, problem: outcome.reason }
    }
  }
}

/** What a person is told of a round that could not be asked: INSURANCE_OFFLINE {infno, reason}. */
export function notAsked(asked: { readonly infno: string; readonly problem: string }): Refused {
  return refuse('INSURANCE_OFFLINE', { infno: asked.infno, reason: asked.problem })
}

import { ok, refuse, type Result } from '../../../core/result.ts'
import { isAsked } from '../../../core/settlement/state.ts'
import { settlementById } from '../../../db/settlements/settlement-repository.ts'
import type { Desk, SignedInShift } from '../insurance/desk.ts'
import { applyFinding } from './apply-finding.ts'
import { askerFor, notAsked } from './ask-centre.ts'
import { findSettlement } from './find-settlement.ts'
import { soughtOf } from './sought.ts'
import { reverseSettlement } from './reverse.ts'

/**
 * One round for one settlement: asks what became of it, adopts what is proven, and has it reversed when the region says
 * so of what no query proves. Refuses with SETTLEMENT_NOT_FOUND, SALE_STATE_FORBIDS when there is nothing to ask, or
 * INSURANCE_OFFLINE when nothing could be asked.
 */
export async function attendSettlement(
  desk: Desk,
  shift: SignedInShift,
  settlementId: string,
  operatorId: number | null,
): Promise<Result<null>> {
  const { db, clock } = desk.counter
  const settlement = settlementById(db, settlementId)
  const sought = settlement === undefined ? undefined : soughtOf(db, settlement)
  if (settlement === undefined || sought === undefined) return refuse('SETTLEMENT_NOT_FOUND')
  if (!isAsked(settlement.state)) {
    return refuse('SALE_STATE_FORBIDS', { state: settlement.state, event: 'resolve' })
  }
  const askedAt = clock.now()
  const search = await findSettlement(askerFor(desk, shift, sought), sought, desk.profile)
  const applied = applyFinding(desk, { settlement, sought, askedAt, search, operatorId })
  if (applied.reverse) {
    // what came of it is in the records; the next round goes on from there
    await reverseSettlement(desk, shift, settlementId, operatorId)
  }
  return search.kind === 'not-asked' ? notAsked(search) : ok(null)
}

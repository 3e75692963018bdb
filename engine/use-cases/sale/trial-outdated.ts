import { nextSettlementState } from '../../../core/settlement/transitions.ts'
import { moveSettlement } from '../../../db/settlements/settlement-repository.ts'
import type { Counter } from './counter.ts'
import type { StoredSale } from './sale-state.ts'

/** The basket or the person changed: a trial made before says nothing any more. In the caller's transaction. */
export function outdateTrial(counter: Counter, stored: StoredSale): void {
  const { settlement } = stored
  if (settlement?.state !== 'quoted') return
  const next = nextSettlementState(settlement.state, 'trial-outdated')
  if (!next.ok) return
  moveSettlement(counter.db, {
    settlementId: settlement.id,
    event: 'trial-outdated',
    from: settlement.state,
    to: next.value,
    exchangeId: null,
    operatorId: null,
    at: counter.clock.now(),
  })
}

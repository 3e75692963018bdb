import { exchangeById, wasInterrupted } from '../../../db/journal/exchange-repository.ts'
import type { Desk } from '../insurance/desk.ts'

/**
 * Until when a call may still be on its way that a restart interrupted; 0 when the till itself waited for its answer. A
 * till that dies has waited for nothing: it must not conclude sooner than it would have, had it lived. `now` bounds it,
 * for a clock that was set back. Epoch milliseconds.
 */
export function mayArriveUntil(desk: Desk, exchangeIds: readonly (number | null)[], now: number): number {
  const { db } = desk.counter
  const latest = exchangeIds.map((id) => {
    const exchange = id === null ? undefined : exchangeById(db, id)
    return exchange !== undefined && wasInterrupted(db, exchange.id)
      ? exchange.prepared_at + desk.answerLimitMs
      : 0
  })
  return Math.min(Math.max(0, ...latest), now + desk.answerLimitMs)
}

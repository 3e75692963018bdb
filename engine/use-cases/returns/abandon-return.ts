import { ok, refuse, type Result } from '../../../core/result.ts'
import { moneyMoved } from '../../../core/return/steps.ts'
import { closeReturn } from '../../../db/returns/return-repository.ts'
import type { ReturnView } from '../../contract/returns.ts'
import type { Counter } from '../sale/counter.ts'
import { announceReturn } from './return-view.ts'
import { factsOf, unfinishedReturn } from './stored-return.ts'

/** Gives up a return of which nothing has moved. Refuses with RETURN_MONEY_MOVED {number} once anything has or may have. */
export function abandonReturn(counter: Counter, returnId: string): Result<ReturnView> {
  const shift = counter.shift()
  if (!shift.ok) return shift
  const abandoned = counter.db.attempt((): Result<null> => {
    const stored = unfinishedReturn(counter.db, returnId)
    if (!stored.ok) return stored
    if (moneyMoved(factsOf(stored.value))) {
      return refuse('RETURN_MONEY_MOVED', { number: stored.value.row.number })
    }
    closeReturn(counter.db, returnId, { state: 'abandoned', resaleId: null, at: counter.clock.now() })
    return ok(null)
  })
  return abandoned.ok ? announceReturn(counter, returnId) : abandoned
}

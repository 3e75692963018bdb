import { isAsked, type SettlementState } from '../../../core/settlement/state.ts'
import { nextSettlementState, type SettlementEvent } from '../../../core/settlement/transitions.ts'
import { postponeResolution } from '../../../db/resolutions/resolution-repository.ts'
import {
  moveSettlement,
  settlementById,
  type SettlementRow,
} from '../../../db/settlements/settlement-repository.ts'
import type { Desk } from './desk.ts'

/** Which exchange told of the event, and who caused it; null where there is none. */
export type EventCause = { readonly exchangeId: number | null; readonly operatorId: number | null }

/**
 * Moves a settlement along the table, in the caller's transaction; throws when the table or the row says no. Where its
 * outcome has become open, the till begins to ask about it.
 */
export function advance(
  desk: Desk,
  settlement: Pick<SettlementRow, 'id' | 'state'>,
  event: SettlementEvent,
  by: EventCause,
): SettlementState {
  const { db, clock } = desk.counter
  const next = nextSettlementState(settlement.state, event)
  if (!next.ok) throw new Error(`no move ${event} from ${settlement.state}`)
  const moved = moveSettlement(db, {
    settlementId: settlement.id,
    event,
    from: settlement.state,
    to: next.value,
    exchangeId: by.exchangeId,
    operatorId: by.operatorId,
    at: clock.now(),
  })
  if (!moved) throw new Error(`settlement ${settlement.id} was not ${settlement.state} any more`)
  if (isAsked(next.value) && next.value !== settlement.state) {
    postponeResolution(db, settlement.id, clock.now() + pauseBefore(desk, 0), null)
    desk.onUnresolved()
  }
  return next.value
}

/**
 * As {@link advance}, from whatever state the settlement is in now; undefined, and nothing done, when the table has no
 * such move from there: what was learned came too late to matter.
 */
export function advanceIfPossible(
  desk: Desk,
  settlementId: string,
  event: SettlementEvent,
  by: EventCause,
): SettlementState | undefined {
  const settlement = settlementById(desk.counter.db, settlementId)
  if (settlement === undefined || !nextSettlementState(settlement.state, event).ok) return undefined
  return advance(desk, settlement, event, by)
}

/** As {@link advanceIfPossible}, by the first of these events that the table has from where the settlement is now. */
export function advanceFirst(
  desk: Desk,
  settlementId: string,
  events: readonly SettlementEvent[],
  by: EventCause,
): SettlementState | undefined {
  for (const event of events) {
    const state = advanceIfPossible(desk, settlementId, event, by)
    if (state !== undefined) return state
  }
  return undefined
}

/** Milliseconds before the round of asking that follows `attempts` others; the last pause of the profile repeats. */
export function pauseBefore(desk: Pick<Desk, 'profile'>, attempts: number): number {
  const { pausesMs } = desk.profile.resolving
  return pausesMs[Math.min(attempts, pausesMs.length - 1)] ?? 0
}

import type { Result } from '../../../core/result.ts'
import { dueCases, expediteCases, nextCaseAt, postponeCase } from '../../../db/cases/case-repository.ts'
import {
  dueResolutions,
  expediteResolutions,
  nextResolutionAt,
  postponeResolution,
} from '../../../db/resolutions/resolution-repository.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import { settlementById } from '../../../db/settlements/settlement-repository.ts'
import { signedInShift, type Desk } from '../insurance/desk.ts'
import type { Attendance } from './attendance.ts'

export type ResolverParts = {
  readonly desk: Desk
  readonly attendance: Attendance
  /** False while the centre is known not to be reachable: nothing is tried then but what a person asks for. */
  readonly lineMayBeUp: () => boolean
  readonly onFault: (error: unknown) => void
}

/** Brings what is open at this till to an end: one subject after another, beside the counter, until nothing is open. */
export type Resolver = {
  /** Something has become open: looks when it is due. May be called inside a transaction. */
  readonly wake: () => void
  /** The line is back or somebody signed in: asks about everything that does not wait for a quiet period. */
  readonly kick: () => void
  /** Asks about everything that is due, once. */
  readonly round: () => Promise<void>
  /** Begins nothing any more; resolves when nothing is under way. */
  readonly stop: () => Promise<void>
}

const BATCH = 20
const SOONEST_MS = 20
const LATEST_MS = 15 * 60_000

/** One piece of due work. */
type Due = {
  readonly id: string
  readonly work: () => Promise<Result<unknown>>
  readonly postpone: (until: number) => void
}

/** What is due and was not looked at in this round; the settlement of the sale at the counter first: somebody waits for it. */
function nextDue({ desk, attendance }: ResolverParts, seen: ReadonlySet<string>): Due | undefined {
  const { db, clock, till } = desk.counter
  const due = dueResolutions(db, clock.now(), BATCH).filter((id) => !seen.has(id))
  const atCounter = openSaleOf(db, till)?.id
  const settlementId = due.find((id) => settlementById(db, id)?.sale_id === atCounter) ?? due[0]
  if (settlementId !== undefined) {
    return {
      id: settlementId,
      work: () => attendance.settlement(settlementId, null),
      postpone: (until) => postponeResolution(db, settlementId, until, null),
    }
  }
  const caseId = dueCases(db, clock.now(), BATCH).find((id) => !seen.has(id))
  if (caseId === undefined) return undefined
  return {
    id: caseId,
    work: () => attendance.case(caseId),
    postpone: (until) => postponeCase(db, caseId, until, null),
  }
}

/** Makes the resolver of one till. It begins with the first `wake` or `kick`. */
export function createResolver(parts: ResolverParts): Resolver {
  const { desk, attendance, onFault } = parts
  const { db, clock } = desk.counter
  let running: Promise<void> | undefined
  let cancelTimer: () => void = () => undefined
  let stopped = false

  const mayAsk = (): boolean => !stopped && parts.lineMayBeUp() && signedInShift(desk).ok

  /** False for what failed by a fault of ours, or cannot be asked at all: it would only fail again at once. */
  const tried = async (due: Due): Promise<boolean> => {
    try {
      const asked = await due.work()
      return asked.ok || asked.refusal.code === 'INSURANCE_OFFLINE'
    } catch (error) {
      onFault(error)
      return false
    }
  }

  const askDue = async (): Promise<void> => {
    const seen = new Set<string>()
    for (;;) {
      const due = mayAsk() ? nextDue(parts, seen) : undefined
      if (due === undefined) return
      seen.add(due.id)
      if (!(await tried(due))) db.transaction(() => due.postpone(clock.now() + LATEST_MS))
    }
  }

  const arm = (): void => {
    cancelTimer()
    if (!mayAsk()) return
    const next = Math.min(nextResolutionAt(db) ?? Infinity, nextCaseAt(db) ?? Infinity)
    if (next === Infinity) return
    const delay = Math.min(Math.max(next - clock.now(), SOONEST_MS), LATEST_MS)
    cancelTimer = clock.schedule(() => void round(), delay)
  }

  const round = (): Promise<void> => {
    cancelTimer()
    running ??= askDue()
      .catch(onFault)
      .finally(() => {
        running = undefined
        arm()
      })
    return running
  }

  return {
    wake: () => {
      if (running === undefined) arm()
    },
    kick: () => {
      db.transaction(() => {
        expediteResolutions(db, clock.now())
        expediteCases(db, clock.now())
      })
      void round()
    },
    round,
    stop: async () => {
      stopped = true
      cancelTimer()
      await running
      await attendance.lanes.idle()
    },
  }
}

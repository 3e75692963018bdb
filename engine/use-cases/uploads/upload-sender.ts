import { ok, refuse, type Result } from '../../../core/result.ts'
import { outsideActs } from '../../../db/audit/act.ts'
import {
  acknowledgePart,
  acknowledgeUpload,
  dueUploads,
  expediteUploads,
  postponeUpload,
  type OutboxKind,
  type OutboxRow,
} from '../../../db/outbox/outbox-repository.ts'
import type { ReadableDb, WritableDb } from '../../../db/connection/database.ts'
import { readGoodsReport } from '../../../insurance/mapping/goods-report.ts'
import type { Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Exchanges } from '../exchange/exchange-service.ts'
import type { WorkingShift } from '../sale/counter.ts'
import type { DueReport } from './due-report.ts'
import { goodsReportOf } from './goods-report.ts'
import { goodsReturnReportOf } from './goods-return-report.ts'

export type UploadParts = {
  readonly db: WritableDb
  readonly clock: Clock
  readonly exchanges: Exchanges
  readonly profile: RegionProfile
  readonly shift: () => Result<WorkingShift>
  /** False while the centre is known not to be reachable: nothing is tried then but what a person asks for. */
  readonly lineMayBeUp: () => boolean
  /** Told after every attempt, so that the header can be right. */
  readonly onChange: () => void
  /** Told of what broke its promise; the upload stays in the outbox. */
  readonly onFault: (error: unknown) => void
}

export type UploadSender = {
  /** Sends what is due now, if somebody is signed in at the centre; the rest when its time comes. */
  readonly kick: () => void
  /** Tries everything that waits at once. Refuses with SESSION_NOT_SIGNED_IN or INSURANCE_NOT_SIGNED_IN. */
  readonly sendAllNow: () => Promise<Result<{ acknowledged: number }>>
  /** Starts no further upload; the one under way is waited for. */
  readonly stop: () => Promise<void>
}

/** What is told in which way; one more kind of report is one more row. */
const REPORTS: Readonly<
  Record<
    OutboxKind,
    {
      readonly purpose: string
      readonly make: (db: ReadableDb, upload: OutboxRow, profile: RegionProfile) => Result<DueReport>
    }
  >
> = {
  'goods-sold': { purpose: 'report-goods', make: goodsReportOf },
  'goods-returned': { purpose: 'report-return', make: goodsReturnReportOf },
}

const BATCH = 20
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 15 * 60_000

/** Pause before the next attempt: doubles each time, up to a quarter of an hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 12))
}

/**
 * Brings the outbox to the centre, one report after another, until each was acknowledged (invariant 8). Reports move no
 * money and the centre takes the same goods under the same retail number again, so these may be repeated.
 */
export function createUploadSender(parts: UploadParts): UploadSender {
  let running: Promise<number> | undefined
  let cancelTimer: () => void = () => undefined
  let stopped = false

  const signNumberOf = (): string | undefined => {
    const shift = parts.shift()
    return shift.ok ? shift.value.signNumber : undefined
  }

  const mayGo = (asked: boolean): boolean =>
    !stopped && signNumberOf() !== undefined && (asked || parts.lineMayBeUp())

  const round = async (asked: boolean): Promise<number> => {
    let acknowledged = 0
    for (;;) {
      const due = mayGo(asked) ? dueUploads(parts.db, parts.clock.now(), BATCH) : []
      if (due.length === 0) return acknowledged
      for (const upload of due) {
        if (stopped) return acknowledged
        if (await sendOne(parts, upload)) acknowledged += 1
        parts.onChange()
      }
    }
  }

  const start = (asked = false): Promise<number> => {
    cancelTimer()
    running ??= round(asked)
      .catch((error: unknown) => {
        parts.onFault(error)
        return 0
      })
      .finally(() => {
        running = undefined
        if (!stopped) cancelTimer = parts.clock.schedule(() => void start(), FIRST_PAUSE_MS)
      })
    return running
  }

  return {
    // a sale sets it off, but the report is sent by the till, not by the person who sold
    kick: () => void outsideActs(() => start()),
    sendAllNow: async () => {
      const shift = parts.shift()
      if (!shift.ok) return shift
      if (shift.value.signNumber === undefined) return refuse('INSURANCE_NOT_SIGNED_IN')
      await running
      parts.db.transaction(() => expediteUploads(parts.db, parts.clock.now()))
      return ok({ acknowledged: await start(true) })
    },
    stop: async () => {
      stopped = true
      cancelTimer()
      await running
    },
  }
}

/** One attempt at one upload; true when the centre took all of it. */
async function sendOne(parts: UploadParts, upload: OutboxRow): Promise<boolean> {
  const shift = parts.shift()
  if (!shift.ok || shift.value.signNumber === undefined) return false
  const { purpose, make } = REPORTS[upload.kind]
  const report = make(parts.db, upload, parts.profile)
  if (!report.ok) {
    postpone(parts, upload, null, report.refusal.code)
    return false
  }
  const all = report.value.requests
  for (const [index, wire] of all.entries()) {
    if (index < upload.parts_acknowledged) continue
    const last = index === all.length - 1
    let problem: string | undefined = 'unsent'
    const asked = await parts.exchanges.perform({
      purpose,
      wire,
      saleId: upload.sale_id,
      operator: { number: shift.value.operatorNumber, name: shift.value.operatorName },
      signNumber: shift.value.signNumber,
      ...(report.value.personNumber !== undefined && { personNumber: report.value.personNumber }),
      ...(report.value.insuredPlace !== undefined && { insuredPlace: report.value.insuredPlace }),
      onOutcome: (outcome, exchangeId) => {
        problem = problemOf(wire.infno, outcome, parts.profile)
        if (problem !== undefined) postpone(parts, upload, exchangeId, problem)
        else if (last) acknowledgeUpload(parts.db, upload.id, exchangeId, parts.clock.now())
        else acknowledgePart(parts.db, upload.id, exchangeId)
      },
    })
    if (!asked.ok) postpone(parts, upload, null, asked.refusal.code)
    if (problem !== undefined) return false
  }
  return all.length > 0
}

function postpone(parts: UploadParts, upload: OutboxRow, exchangeId: number | null, problem: string): void {
  postponeUpload(parts.db, upload.id, {
    exchangeId,
    problem: problem.slice(0, 500),
    nextAttemptAt: parts.clock.now() + pauseAfter(upload.attempts),
  })
}

/** Why the report was not taken, or undefined when it was: `infcode` 0 and, where the region says so, `retRslt` 1. */
function problemOf(infno: string, outcome: Outcome, profile: RegionProfile): string | undefined {
  switch (outcome.kind) {
    case 'accepted': {
      const answer = readGoodsReport(infno, outcome.output, profile)
      return answer.ok ? undefined : String(answer.refusal.params['message'] ?? answer.refusal.code)
    }
    case 'refused':
      return `${outcome.code}: ${outcome.message}`
    case 'unknown':
    case 'not-sent':
      return outcome.reason
  }
}

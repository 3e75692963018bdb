import { maskName } from '../../../core/identity/mask.ts'
import { resolvingStep, type Limits, type Waiting } from '../../../core/settlement/proof.ts'
import type { AskedState } from '../../../core/settlement/state.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import {
  openResolutions,
  type OpenResolutionRow,
  type ResolutionRow,
} from '../../../db/resolutions/resolution-repository.ts'
import { isReversible } from '../../../insurance/mapping/reversal.ts'
import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import type { OpenSettlement } from '../../contract/resolving.ts'
import type { SettlementView } from '../../contract/sale.ts'

/** What the region says about settlements that no answer came for. */
export type ResolvingRules = {
  readonly limits: Limits
  /** Whether 2601 may undo this number here. */
  readonly reversible: (infno: string) => boolean
}

/** The rules of a region profile. */
export function resolvingRulesOf(profile: RegionProfile): ResolvingRules {
  const { attemptsBeforeGivingUp, whenUnprovable } = profile.resolving
  return {
    limits: { quietPeriodMs: profile.quietPeriodMs, attemptsBeforeGivingUp, whenUnprovable },
    reversible: (infno) => isReversible(profile, infno),
  }
}

/** The finding that was made once and waits to be made again, as it is stored. */
export function waitingOf(row: Pick<ResolutionRow, 'waiting_finding' | 'waiting_since'>): Waiting | null {
  return row.waiting_finding === null || row.waiting_since === null
    ? null
    : { finding: row.waiting_finding, since: row.waiting_since }
}

/** How far the asking has come, as the screens see it. */
export function resolvingView(
  row: ResolutionRow,
  settlement: { readonly state: AskedState; readonly infno: string },
  rules: ResolvingRules,
): NonNullable<SettlementView['resolving']> {
  const waiting = waitingOf(row)
  return {
    attempts: row.attempts,
    lastAskedAt: row.last_asked_at,
    lastFinding: row.last_finding,
    lastProblem: row.last_problem,
    nextAttemptAt: row.next_attempt_at,
    nextStep: resolvingStep({
      state: settlement.state,
      waiting,
      attempts: row.attempts,
      failures: row.failures,
      limits: rules.limits,
      reversible: rules.reversible(settlement.infno),
    }),
    waitingUntil: waiting === null ? null : waiting.since + rules.limits.quietPeriodMs,
  }
}

/** Open settlements that one list shows at the most. */
const SHOWN = 200

function openView(row: OpenResolutionRow, rules: ResolvingRules): OpenSettlement {
  return {
    settlementId: row.settlement_id,
    saleId: row.sale_id,
    saleNumber: row.sale_number,
    personName: maskName(row.person_name),
    state: row.state,
    claimed: row.claimed_fen,
    accountPaid: row.account_paid_fen,
    since: row.changed_at,
    msgid: row.msgid,
    ...resolvingView(row, row, rules),
  }
}

/** What is open at this till, oldest first. */
export function openSettlementsView(db: ReadableDb, rules: ResolvingRules): OpenSettlement[] {
  return openResolutions(db, SHOWN).map((row) => openView(row, rules))
}

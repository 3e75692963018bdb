import type { Fen } from '../../../core/money/fen.ts'
import type { Result } from '../../../core/result.ts'
import {
  storeSettlementIds,
  storeSplit,
  type StoredSplit,
} from '../../../db/settlements/settlement-repository.ts'
import { violatedSums } from '../../../insurance/checks/sums.ts'
import type { SettlementSplit } from '../../../insurance/mapping/settlement-split.ts'
import type { Desk } from './desk.ts'

/** What an answer to 2102 and what 5203 found have in common: who pays, and whose it is. */
export type SettledRecord = SettlementSplit & {
  readonly settlementId: string | undefined
  readonly visitId: string | undefined
  readonly personNumber: string | undefined
  readonly msgid: string | undefined
}

/** The split of an answer, as it is stored. */
export function splitOf(answer: SettlementSplit): StoredSplit {
  return {
    fundPaid: answer.fundPaid,
    accountPaid: answer.accountPaid,
    personalPart: answer.personalPart,
    cashPart: answer.cashPart,
    institutionBorne: answer.institutionBorne,
    balanceAfter: answer.balanceAfter ?? null,
  }
}

/** Keeps everything that an answer says about a settlement, in the caller's transaction. */
export function keepAnswer(desk: Desk, settlementId: string, answer: SettledRecord): void {
  storeSplit(desk.counter.db, settlementId, splitOf(answer))
  storeSettlementIds(desk.counter.db, settlementId, {
    setlId: answer.settlementId ?? null,
    mdtrtId: answer.visitId ?? null,
    settledAt: desk.counter.clock.now(),
  })
}

export type Judgement = { readonly adopted: boolean; readonly why: string }

/**
 * Whether an accepted settlement is the one that was asked for and adds up to the fen (settlement.md, sums): our person,
 * our total, our msgid in `medins_setl_id`, ids present, all equations hold. Anything else may have moved money all the
 * same and is for a person to look at.
 */
export function judgeSettlement(
  answer: Result<SettledRecord>,
  asked: {
    readonly claimed: Fen
    readonly personNumber: string
    readonly accountUsed: boolean
    readonly msgid: string
  },
): Judgement {
  if (!answer.ok) return { adopted: false, why: answer.refusal.code }
  const { value } = answer
  if (value.personNumber !== asked.personNumber) return { adopted: false, why: 'person' }
  if (value.msgid !== undefined && value.msgid !== asked.msgid) return { adopted: false, why: 'msgid' }
  if (value.settlementId === undefined || value.visitId === undefined) return { adopted: false, why: 'ids' }
  const [violation] = violatedSums(value, { total: asked.claimed, accountUsed: asked.accountUsed })
  return violation === undefined ? { adopted: true, why: '' } : { adopted: false, why: violation.equation }
}

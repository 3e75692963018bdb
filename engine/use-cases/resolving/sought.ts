import type { Fen } from '../../../core/money/fen.ts'
import type { Finding } from '../../../core/settlement/finding.ts'
import { ok } from '../../../core/result.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { exchangeById } from '../../../db/journal/exchange-repository.ts'
import type { SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import { judgeSettlement } from '../insurance/settlement-answer.ts'
import type { Search } from './find-settlement.ts'

/** A settlement to look for at the centre. */
export type Sought = {
  readonly saleId: string
  readonly personNumber: string
  readonly insuredPlace: string
  readonly claimed: Fen
  readonly accountUsed: boolean
  /** The request that made it: the only thing it is matched by. */
  readonly msgid: string
  readonly infno: string
  /** When that request was made; epoch milliseconds. */
  readonly sentAt: number
  /** `setl_id` and `mdtrt_id`, when an answer ever told them. */
  readonly ids: { readonly settlementId: string; readonly visitId: string } | undefined
}

/** What to look for of a settlement row; undefined when nothing was ever sent for it. */
export function soughtOf(
  db: ReadableDb,
  settlement: SettlementRow,
  ids: { readonly setl_id: string | null; readonly mdtrt_id: string | null } = settlement,
): Sought | undefined {
  if (settlement.settle_exchange_id === null) return undefined
  const exchange = exchangeById(db, settlement.settle_exchange_id)
  if (exchange === undefined) return undefined
  return {
    saleId: settlement.sale_id,
    personNumber: settlement.person_number,
    insuredPlace: settlement.insured_place,
    claimed: settlement.claimed_fen,
    accountUsed: settlement.account_used === 1,
    msgid: exchange.msgid,
    infno: exchange.infno,
    sentAt: exchange.prepared_at,
    ids:
      ids.setl_id === null || ids.mdtrt_id === null
        ? undefined
        : { settlementId: ids.setl_id, visitId: ids.mdtrt_id },
  }
}

/** What a search that was asked means: what was found must be ours and add up to the fen. */
export function findingOf(sought: Sought, search: Exclude<Search, { kind: 'not-asked' }>): Finding {
  if (search.kind !== 'found') return search.kind
  if (search.settlement.cancelled) return 'cancelled'
  return judgeSettlement(ok(search.settlement), sought).adopted ? 'found' : 'does-not-add-up'
}

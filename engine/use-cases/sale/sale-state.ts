import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  currentIdentification,
  insurancesOf,
  type IdentificationRow,
  type PositionedInsurance,
} from '../../../db/settlements/identification-repository.ts'
import { latestSettlementOf, type SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import { linesOfSale } from '../../../db/sales/line-repository.ts'
import type { SaleLineWithBatch, SaleRow, TenderRow, TraceCodeRow } from '../../../db/sales/sale-rows.ts'
import { tendersOfSale } from '../../../db/sales/tender-repository.ts'
import { traceCodesOfSale } from '../../../db/sales/trace-repository.ts'
import { openCaseOf } from '../../../db/cases/case-repository.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { saleDue, type InsuredSplit, type SaleDue } from '../../../core/tender/tender.ts'
import { isInFlight, isWithoutMoney } from '../../../core/tender/state.ts'
import { isLive, type SettlementState } from '../../../core/settlement/state.ts'
import { traceCodesMissing, traceCodesNeeded } from '../../../core/trace/rules.ts'

/** Everything that is stored about one sale, read in one go. */
export type StoredSale = {
  readonly sale: SaleRow
  readonly lines: readonly StoredLine[]
  readonly tenders: readonly TenderRow[]
  readonly identification: IdentificationRow | undefined
  readonly insurances: readonly PositionedInsurance[]
  /** The settlement that counts: a live one, or one that belongs to the person identified now. */
  readonly settlement: SettlementRow | undefined
  /** An answer that came after the till had gone on, and that nobody has undone yet. */
  readonly openCaseId: string | undefined
  /** The newest settlement, whether it counts or not. */
  readonly lastSettlement: SettlementRow | undefined
}

export type StoredLine = SaleLineWithBatch & {
  readonly traceCodes: readonly TraceCodeRow[]
  readonly traceNeeded: number
  readonly traceMissing: number
}

/** Reads one sale whole. */
export function readSale(db: ReadableDb, sale: SaleRow): StoredSale {
  const codes = Map.groupBy(traceCodesOfSale(db, sale.id), (code) => code.line_id)
  const lines = linesOfSale(db, sale.id).map((line): StoredLine => {
    const traceCodes = codes.get(line.id) ?? []
    const traced = { quantity: line.quantity_e4, split: line.split === 1, tracePolicy: line.trace_policy }
    return {
      ...line,
      traceCodes,
      traceNeeded: traceCodesNeeded(traced),
      traceMissing: traceCodesMissing({ ...traced, captured: traceCodes.length }),
    }
  })
  const identification = currentIdentification(db, sale.id)
  const latest = latestSettlementOf(db, sale.id)
  const counts =
    latest !== undefined && (isLive(latest.state) || latest.identification_id === identification?.id)
  return {
    sale,
    lines,
    tenders: tendersOfSale(db, sale.id),
    identification,
    insurances: identification === undefined ? [] : insurancesOf(db, identification.id),
    settlement: counts ? latest : undefined,
    openCaseId: openCaseOf(db, sale.id),
    lastSettlement: latest,
  }
}

/** States that a settlement can come into after its sale was completed with it. */
const SETTLED_ONCE: readonly SettlementState[] = [
  'settled',
  'cancelling',
  'cancel-unknown',
  'cancelled',
  'disputed',
]

/**
 * The settlement that counts in a sale's money: of one at the counter the one that stands, of a completed one the one that
 * it was completed with, also when a return has cancelled it since.
 */
export function settledWith(stored: StoredSale): SettlementRow | undefined {
  const { sale, settlement } = stored
  if (settlement?.state === 'settled') return settlement
  if (sale.state !== 'completed' || settlement === undefined || settlement.setl_id === null) return undefined
  return SETTLED_ONCE.includes(settlement.state) ? settlement : undefined
}

/** What a settlement took over of a sale; `undefined` when there is none. */
export function insuredSplitOf(settlement: SettlementRow | undefined): InsuredSplit | undefined {
  if (settlement === undefined) return undefined
  const { fund_paid_fen, account_paid_fen, institution_borne_fen } = settlement
  if (fund_paid_fen === null || account_paid_fen === null || institution_borne_fen === null) return undefined
  return {
    fundPaid: fund_paid_fen,
    accountPaid: account_paid_fen,
    institutionBorne: institution_borne_fen,
  }
}

/** What the customer still owes. */
export function dueOf(stored: StoredSale): SaleDue {
  const taken = stored.tenders.filter((tender) => tender.state === 'taken').map((tender) => tender.amount_fen)
  return saleDue(stored.sale.total_fen, insuredSplitOf(settledWith(stored)), taken)
}

/** The tender whose money is on its way in one direction or the other; there is at most one. */
export function tenderInFlight(stored: StoredSale): TenderRow | undefined {
  return stored.tenders.find((tender) => isInFlight(tender.state))
}

/** Paid in full while it was put aside: taken back it is done. */
export function isPaidAside(stored: StoredSale): boolean {
  const { sale, tenders } = stored
  const paid = dueOf(stored).outstanding === 0 && tenders.some(({ state }) => state === 'taken')
  return sale.state === 'held' && paid && tenderInFlight(stored) === undefined && checkNoCase(stored).ok
}

/** Nothing is settled, paid or completed while a late answer has not been undone: SALE_HAS_CASE {number}. */
export function checkNoCase(stored: StoredSale): Result<null> {
  return stored.openCaseId === undefined ? ok(null) : refuse('SALE_HAS_CASE', { number: stored.sale.number })
}

/** True when the basket may not change any more: money has moved, or may have, or is about to. */
export function isLocked(stored: StoredSale): boolean {
  if (stored.sale.state !== 'open' || stored.openCaseId !== undefined) return true
  if (stored.tenders.some((tender) => !isWithoutMoney(tender.state))) return true
  return stored.settlement !== undefined && isLive(stored.settlement.state)
}

/**
 * Identifies what a trial was asked for: the lines that the insurance is asked to pay, the person and what they chose.
 * A settlement may only be sent for the basket that its trial was made of.
 */
export function basketFingerprint(
  lines: readonly SaleLineWithBatch[],
  identification: IdentificationRow,
): string {
  const facts = [
    identification.person_number,
    identification.credential_type,
    identification.credential_number,
    identification.chosen_position,
    identification.account_used,
    ...lines
      .filter((line) => line.national_code !== null)
      .map((line) => [line.id, line.code, line.national_code, line.quantity_e4, line.split, line.amount_fen]),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

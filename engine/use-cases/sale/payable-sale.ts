import type { Fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { checkTenderKind, TENDER_KINDS, type TenderKind } from '../../../core/tender/tender.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { refusedByCentre } from '../../../db/settlements/refused-by-centre.ts'
import {
  checkNoCase,
  dueOf,
  insuredSplitOf,
  settledWith,
  tenderInFlight,
  type StoredSale,
} from './sale-state.ts'

/** What the shop and its region let customers pay with, besides cash and bank cards. */
export type PaymentFacts = {
  /** An acquirer is configured. */
  readonly byCode: boolean
  /** The account card may be swiped where the centre refused the settlement (`accountCard` of the profile). */
  readonly accountCardWhenRefused: boolean
}

/** Every box has its code (invariant 7), or TRACE_MISSING {position, name, count}. */
export function checkTraceComplete(stored: StoredSale): Result<null> {
  const index = stored.lines.findIndex((line) => line.traceMissing > 0)
  const line = stored.lines[index]
  return line === undefined
    ? ok(null)
    : refuse('TRACE_MISSING', { position: index + 1, name: line.name, count: line.traceMissing })
}

/** Whether the insurance leaves the customer's part free to be paid now. */
function checkInsuranceDone(stored: StoredSale, kind: TenderKind): Result<null> {
  const state = stored.settlement?.state
  switch (state) {
    case 'settled':
      return ok(null)
    case 'unknown':
    case 'prepared':
    case 'sent':
    case 'cancelling':
    case 'cancel-unknown':
    case 'reversing':
    case 'reverse-unknown':
      return refuse('INSURANCE_SETTLEMENT_UNKNOWN', { number: stored.sale.number })
    case 'disputed':
      return refuse('INSURANCE_SETTLEMENT_DISPUTED', { number: stored.sale.number })
    case undefined:
    case 'draft':
    case 'quoted':
    case 'refused':
    case 'cancelled':
    case 'reversed': {
      // the account card pays in the place of the settlement; the rest of that sale may then be paid in any way
      const byAccountCard =
        (kind === 'account-card' && state === 'refused') ||
        stored.tenders.some((tender) => tender.kind === 'account-card' && tender.state === 'taken')
      // somebody is identified: money alone would quietly sell without the insurance that was asked for
      return stored.identification === undefined || byAccountCard
        ? ok(null)
        : refuse('SALE_STATE_FORBIDS', { state: state ?? 'identified', event: 'pay' })
    }
  }
}

/**
 * Whether money may be taken for this sale now: something is in it, every box has its code, no other payment is on its way
 * and the insurance is through. Refuses with SALE_EMPTY, SALE_HAS_CASE, TRACE_MISSING, TENDER_IN_FLIGHT {amountFen}, or why the insurance
 * is not through.
 */
export function checkPayable(stored: StoredSale, kind: TenderKind): Result<null> {
  if (stored.lines.length === 0) return refuse('SALE_EMPTY')
  const undone = checkNoCase(stored)
  if (!undone.ok) return undone
  const traced = checkTraceComplete(stored)
  if (!traced.ok) return traced
  const inFlight = tenderInFlight(stored)
  if (inFlight !== undefined) return refuse('TENDER_IN_FLIGHT', { amountFen: inFlight.amount_fen })
  return checkInsuranceDone(stored, kind)
}

/**
 * How much a tender takes: what was asked for, or with null all that is owed. Refuses with TENDER_NOTHING_OWED or
 * TENDER_MORE_THAN_OWED {outstandingFen}.
 */
export function amountToTake(stored: StoredSale, wanted: Fen | null): Result<Fen> {
  const { outstanding } = dueOf(stored)
  if (outstanding === 0) return refuse('TENDER_NOTHING_OWED')
  const amount = wanted ?? outstanding
  return amount > outstanding ? refuse('TENDER_MORE_THAN_OWED', { outstandingFen: outstanding }) : ok(amount)
}

/**
 * Whether this sale may be paid with the account card: only where the region allows it and the centre itself refused the
 * settlement, and never after `acct_pay` took it (invariant 4).
 */
export function checkAccountCard(
  db: ReadableDb,
  stored: StoredSale,
  facts: PaymentFacts,
): Result<TenderKind> {
  const last = stored.lastSettlement
  const allowed = facts.accountCardWhenRefused && last?.state === 'refused' && refusedByCentre(db, last.id)
  // a trial tells a split too, but has debited nothing
  return checkTenderKind('account-card', insuredSplitOf(settledWith(stored)), allowed)
}

/** The ways in which the customer may pay for this sale now; none while nothing is owed or nothing may be taken. */
export function payableBy(db: ReadableDb, stored: StoredSale, facts: PaymentFacts): readonly TenderKind[] {
  if (stored.sale.state !== 'open' || dueOf(stored).outstanding === 0) return []
  return TENDER_KINDS.filter((kind) => {
    if (!checkPayable(stored, kind).ok) return false
    if (kind === 'qr') return facts.byCode
    return kind !== 'account-card' || checkAccountCard(db, stored, facts).ok
  })
}

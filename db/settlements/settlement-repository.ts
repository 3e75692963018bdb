import type { Fen } from '../../core/money/fen.ts'
import { IN_FLIGHT_STATES, isAsked } from '../../core/settlement/state.ts'
import type { SettlementEvent } from '../../core/settlement/transitions.ts'
import type { SettlementState } from '../../core/settlement/state.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import { list } from '../migrations/sql-text.ts'
import { beginResolution, endResolution } from '../resolutions/resolution-repository.ts'

export type SettlementRow = {
  readonly id: string
  readonly sale_id: string
  readonly identification_id: string
  readonly state: SettlementState
  readonly person_number: string
  readonly insurance_type: string
  readonly insured_place: string
  readonly account_used: 0 | 1
  readonly basket_fingerprint: string
  readonly claimed_fen: Fen
  readonly trial_exchange_id: number | null
  readonly settle_exchange_id: number | null
  readonly cancel_exchange_id: number | null
  readonly reversal_exchange_id: number | null
  readonly fund_paid_fen: Fen | null
  readonly account_paid_fen: Fen | null
  readonly personal_part_fen: Fen | null
  readonly cash_part_fen: Fen | null
  readonly institution_borne_fen: Fen | null
  readonly balance_after_fen: Fen | null
  readonly setl_id: string | null
  readonly mdtrt_id: string | null
  readonly settled_at: number | null
  readonly changed_at: number
}

const COLUMNS = `id, sale_id, identification_id, state, person_number, insurance_type, insured_place, account_used,
  basket_fingerprint, claimed_fen, trial_exchange_id, settle_exchange_id, cancel_exchange_id, reversal_exchange_id,
  fund_paid_fen, account_paid_fen, personal_part_fen, cash_part_fen, institution_borne_fen, balance_after_fen, setl_id, mdtrt_id, settled_at, changed_at`

/** The newest settlement of a sale: the one that counts. */
export function latestSettlementOf(db: ReadableDb, saleId: string): SettlementRow | undefined {
  return db
    .read<SettlementRow>(`SELECT ${COLUMNS} FROM settlement WHERE sale_id = ? ORDER BY id DESC LIMIT 1`)
    .get(saleId)
}

/** One settlement by its id. */
export function settlementById(db: ReadableDb, id: string): SettlementRow | undefined {
  return db.read<SettlementRow>(`SELECT ${COLUMNS} FROM settlement WHERE id = ?`).get(id)
}

/** Stores a new settlement as `draft`. */
export function insertSettlement(
  db: WritableDb,
  settlement: Pick<
    SettlementRow,
    | 'id'
    | 'sale_id'
    | 'identification_id'
    | 'person_number'
    | 'insurance_type'
    | 'insured_place'
    | 'account_used'
    | 'basket_fingerprint'
    | 'claimed_fen'
    | 'changed_at'
  >,
): void {
  db.write(
    `INSERT INTO settlement (id, sale_id, identification_id, state, person_number, insurance_type, insured_place,
       account_used, basket_fingerprint, claimed_fen, changed_at) VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    settlement.id,
    settlement.sale_id,
    settlement.identification_id,
    settlement.person_number,
    settlement.insurance_type,
    settlement.insured_place,
    settlement.account_used,
    settlement.basket_fingerprint,
    settlement.claimed_fen,
    settlement.changed_at,
  )
  recordChange(db, {
    name: 'settlement.inserted',
    subject: settlement.id,
    detail: { saleId: settlement.sale_id, claimed: settlement.claimed_fen },
  })
}

/** How the centre splits a settlement; all amounts in fen. */
export type StoredSplit = {
  readonly fundPaid: Fen
  readonly accountPaid: Fen
  readonly personalPart: Fen
  readonly cashPart: Fen
  readonly institutionBorne: Fen
  readonly balanceAfter: Fen | null
}

/** Stores the split that a trial or a settlement gave. */
export function storeSplit(db: WritableDb, settlementId: string, split: StoredSplit): void {
  db.write(
    `UPDATE settlement SET fund_paid_fen = ?, account_paid_fen = ?, personal_part_fen = ?, cash_part_fen = ?,
       institution_borne_fen = ?, balance_after_fen = ? WHERE id = ?`,
  ).run(
    split.fundPaid,
    split.accountPaid,
    split.personalPart,
    split.cashPart,
    split.institutionBorne,
    split.balanceAfter,
    settlementId,
  )
  recordChange(db, {
    name: 'settlement.split',
    subject: settlementId,
    detail: {
      fundPaid: split.fundPaid,
      accountPaid: split.accountPaid,
      personalPart: split.personalPart,
      cashPart: split.cashPart,
      institutionBorne: split.institutionBorne,
    },
  })
}

/** Stores the ids that the centre gave a settlement. */
export function storeSettlementIds(
  db: WritableDb,
  settlementId: string,
  ids: { readonly setlId: string | null; readonly mdtrtId: string | null; readonly settledAt: number | null },
): void {
  db.write('UPDATE settlement SET setl_id = ?, mdtrt_id = ?, settled_at = ? WHERE id = ?').run(
    ids.setlId,
    ids.mdtrtId,
    ids.settledAt,
    settlementId,
  )
  recordChange(db, {
    name: 'settlement.identified',
    subject: settlementId,
    detail: { setlId: ids.setlId, mdtrtId: ids.mdtrtId },
  })
}

const EXCHANGE_COLUMNS = {
  trial: 'trial_exchange_id',
  settle: 'settle_exchange_id',
  cancel: 'cancel_exchange_id',
  reversal: 'reversal_exchange_id',
} as const

/** Notes which exchange carried the trial, the settlement, its cancellation or its reversal; null when it never left. */
export function linkExchange(
  db: WritableDb,
  settlementId: string,
  which: keyof typeof EXCHANGE_COLUMNS,
  exchangeId: number | null,
): void {
  db.write(`UPDATE settlement SET ${EXCHANGE_COLUMNS[which]} = ? WHERE id = ?`).run(exchangeId, settlementId)
}

/** The settlement of a sale that an exchange settled, cancelled or reversed. */
export function settlementOfExchange(
  db: ReadableDb,
  saleId: string,
  exchangeId: number,
): SettlementRow | undefined {
  return db
    .read<SettlementRow>(
      `SELECT ${COLUMNS} FROM settlement
       WHERE sale_id = ? AND ? IN (settle_exchange_id, cancel_exchange_id, reversal_exchange_id)`,
    )
    .get(saleId, exchangeId)
}

/** The settlement of this person that is on its way, with its sale's number, if there is one. */
export function settlementInFlightOf(
  db: ReadableDb,
  personNumber: string,
): { readonly id: string; readonly sale_number: string } | undefined {
  return db
    .read<{ id: string; sale_number: string }>(
      `SELECT settlement.id, sale.number AS sale_number FROM settlement JOIN sale ON sale.id = settlement.sale_id
       WHERE person_number = ? AND settlement.state IN (${list(IN_FLIGHT_STATES)})`,
    )
    .get(personNumber)
}

/** The newest settlement of this person over this amount that was settled at or after `since` and still stands. */
export function sameSettlementSince(
  db: ReadableDb,
  same: { readonly personNumber: string; readonly claimed: Fen; readonly since: number },
): { readonly settled_at: number; readonly sale_number: string } | undefined {
  return db
    .read<{ settled_at: number; sale_number: string }>(
      `SELECT settled_at, sale.number AS sale_number FROM settlement JOIN sale ON sale.id = settlement.sale_id
       WHERE person_number = ? AND settled_at >= ? AND settled_at IS NOT NULL AND claimed_fen = ?
         AND settlement.state = 'settled' ORDER BY settled_at DESC LIMIT 1`,
    )
    .get(same.personNumber, same.since, same.claimed)
}

/**
 * Moves a settlement from one state to the next and writes the move down, in the caller's transaction. Coming into a
 * state that the centre is asked about, it is asked about from now on; leaving it, no more. Returns false when it was not in `from` any more; nothing is changed then.
 */
export function moveSettlement(
  db: WritableDb,
  move: {
    readonly settlementId: string
    readonly event: SettlementEvent
    readonly from: SettlementState
    readonly to: SettlementState
    readonly exchangeId: number | null
    readonly operatorId: number | null
    readonly at: number
  },
): boolean {
  const outcome = db
    .write('UPDATE settlement SET state = ?, changed_at = ? WHERE id = ? AND state = ?')
    .run(move.to, move.at, move.settlementId, move.from)
  if (outcome.changes !== 1) return false
  db.write(
    `INSERT INTO settlement_event (settlement_id, event, from_state, to_state, exchange_id, operator_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(move.settlementId, move.event, move.from, move.to, move.exchangeId, move.operatorId, move.at)
  if (move.from !== move.to) {
    if (isAsked(move.to)) beginResolution(db, move.settlementId, move.at)
    else if (isAsked(move.from)) endResolution(db, move.settlementId, move.at)
  }
  recordChange(db, {
    name: 'settlement.moved',
    subject: move.settlementId,
    operatorId: move.operatorId,
    detail: { event: move.event, from: move.from, to: move.to, exchangeId: move.exchangeId },
  })
  return true
}

/** Settlements that somebody or something must still bring to an end. */
export function unresolvedSettlements(db: ReadableDb): SettlementRow[] {
  return db
    .read<SettlementRow>(
      `SELECT ${COLUMNS} FROM settlement WHERE state IN
       ('prepared', 'sent', 'unknown', 'cancelling', 'cancel-unknown', 'reversing', 'reverse-unknown', 'disputed')`,
    )
    .all()
}

/** How many of them there are. */
export function countUnresolvedSettlements(db: ReadableDb): number {
  const row = db
    .read<{ count: number }>(
      `SELECT count(*) AS count FROM settlement WHERE state IN
       ('prepared', 'sent', 'unknown', 'cancelling', 'cancel-unknown', 'reversing', 'reverse-unknown', 'disputed')`,
    )
    .get()
  return row?.count ?? 0
}

/** Stores the terms of a new trial on a settlement that is still `draft` or `quoted`. */
export function updateSettlementTerms(
  db: WritableDb,
  settlementId: string,
  terms: Pick<
    SettlementRow,
    'insurance_type' | 'insured_place' | 'account_used' | 'basket_fingerprint' | 'claimed_fen'
  >,
): void {
  db.write(
    `UPDATE settlement SET insurance_type = ?, insured_place = ?, account_used = ?, basket_fingerprint = ?, claimed_fen = ?
     WHERE id = ? AND state IN ('draft', 'quoted')`,
  ).run(
    terms.insurance_type,
    terms.insured_place,
    terms.account_used,
    terms.basket_fingerprint,
    terms.claimed_fen,
    settlementId,
  )
  recordChange(db, {
    name: 'settlement.terms',
    subject: settlementId,
    detail: { claimed: terms.claimed_fen, accountUsed: terms.account_used === 1 },
  })
}

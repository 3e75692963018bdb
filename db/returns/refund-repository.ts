import type { Fen } from '../../core/money/fen.ts'
import { OPEN_REFUND_STATES, type RefundState } from '../../core/tender/refund.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { OpenRefundRow, RefundRow } from './return-rows.ts'

// electronic money first, because it can fail; cash last
const IN_ORDER = `ORDER BY CASE tender.kind WHEN 'qr' THEN 1 WHEN 'bank-card' THEN 2 WHEN 'account-card' THEN 3 ELSE 4 END, refund.id`

const COLUMNS = `refund.id, refund.return_id, refund.tender_id, tender.kind AS tender_kind, refund.shift_id,
  refund.state, refund.amount_fen, refund.order_number, refund.reference, refund.instead_in_cash`
const FROM = 'FROM refund CROSS JOIN tender ON tender.id = refund.tender_id'
const SELECT = `SELECT ${COLUMNS} ${FROM}`

const OPEN = OPEN_REFUND_STATES.map((state) => `'${state}'`).join(', ')

/** States of a refund whose money is back, or may be. */
const MAYBE_BACK = "'prepared', 'sent', 'unknown', 'done'"

/** One refund by its id. */
export function refundById(db: ReadableDb, id: string): RefundRow | undefined {
  return db.read<RefundRow>(`${SELECT} WHERE refund.id = ?`).get(id)
}

/** Refunds on their way, or whose outcome nobody knows, each with the sale that it gives back of, oldest first. */
export function openRefunds(db: ReadableDb): OpenRefundRow[] {
  return db
    .read<OpenRefundRow>(
      `SELECT ${COLUMNS}, refund.changed_at, tender.channel, tender.sale_id, sale.number AS sale_number
       ${FROM} CROSS JOIN sale ON sale.id = tender.sale_id WHERE refund.state IN (${OPEN}) ORDER BY refund.changed_at`,
    )
    .all()
}

/** Refunds of a return in the order they are given. */
export function refundsOfReturn(db: ReadableDb, returnId: string): RefundRow[] {
  return db.read<RefundRow>(`${SELECT} WHERE refund.return_id = ? ${IN_ORDER}`).all(returnId)
}

/** Plans to give back part of a tender. */
export function insertRefund(
  db: WritableDb,
  refund: {
    readonly id: string
    readonly returnId: string
    readonly tenderId: string
    readonly amount: Fen
    readonly at: number
  },
): void {
  db.write(
    `INSERT INTO refund (id, return_id, tender_id, state, amount_fen, changed_at) VALUES (?, ?, ?, 'planned', ?, ?)`,
  ).run(refund.id, refund.returnId, refund.tenderId, refund.amount, refund.at)
  recordChange(db, {
    name: 'refund.planned',
    subject: refund.id,
    detail: { returnId: refund.returnId, tenderId: refund.tenderId, amount: refund.amount },
  })
}

/** Moves a refund to another state. Returns false when it was not in `from` any more. */
export function moveRefund(
  db: WritableDb,
  move: {
    readonly refundId: string
    readonly from: RefundState
    readonly to: RefundState
    readonly at: number
    /** Kept from the first time on. */
    readonly orderNumber?: string
    readonly shiftId?: string
    readonly reference?: string
  },
): boolean {
  const outcome = db
    .write(
      `UPDATE refund SET state = ?, changed_at = CASE WHEN state = ? THEN changed_at ELSE ? END,
         order_number = coalesce(order_number, ?), shift_id = coalesce(?, shift_id), reference = coalesce(?, reference)
       WHERE id = ? AND state = ?`,
    )
    .run(
      move.to,
      move.to,
      move.at,
      move.orderNumber ?? null,
      move.shiftId ?? null,
      move.reference ?? null,
      move.refundId,
      move.from,
    )
  if (outcome.changes !== 1) return false
  recordChange(db, { name: 'refund.moved', subject: move.refundId, detail: { from: move.from, to: move.to } })
  return true
}

/** A person has given it. Returns false when it was done, or on its way, already. */
export function doRefundByHand(
  db: WritableDb,
  refundId: string,
  given: {
    readonly shiftId: string
    readonly reference: string | null
    readonly insteadInCash: boolean
    readonly at: number
  },
): boolean {
  const outcome = db
    .write(
      `UPDATE refund SET state = 'done', shift_id = ?, reference = ?, instead_in_cash = ?, changed_at = ?
       WHERE id = ? AND state IN ('planned', 'refused')`,
    )
    .run(given.shiftId, given.reference, given.insteadInCash ? 1 : 0, given.at, refundId)
  const done = outcome.changes === 1
  if (done) {
    recordChange(db, {
      name: 'refund.done',
      subject: refundId,
      detail: { insteadInCash: given.insteadInCash, shiftId: given.shiftId },
    })
  }
  return done
}

/** What went back of each tender of a sale, or may have; tenders of which nothing did are left out. */
export function refundedOfSale(db: ReadableDb, saleId: string): ReadonlyMap<string, Fen> {
  const rows = db
    .read<{ tender_id: string; refunded: Fen }>(
      `SELECT refund.tender_id, sum(refund.amount_fen) AS refunded
       FROM tender CROSS JOIN refund ON refund.tender_id = tender.id
       WHERE tender.sale_id = ? AND refund.state IN (${MAYBE_BACK}) GROUP BY refund.tender_id`,
    )
    .all(saleId)
  return new Map(rows.map((row) => [row.tender_id, row.refunded]))
}

/** What already went back of a tender, or may have, apart from one refund. */
export function refundedBesides(db: ReadableDb, tenderId: string, refundId: string): number {
  const row = db
    .read<{ sum: number }>(
      `SELECT coalesce(sum(amount_fen), 0) AS sum FROM refund
       WHERE tender_id = ? AND id <> ? AND state IN (${MAYBE_BACK})`,
    )
    .get(tenderId, refundId)
  return row?.sum ?? 0
}

import { fen, type Fen } from '../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import type { OperatorRole } from '../../core/rights/rights.ts'
import type { TenderKind } from '../../core/tender/tender.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { Operator } from '../operators/operator-repository.ts'

/** One operator's time at one till. Times are milliseconds since 1970, UTC. */
export type Shift = {
  readonly id: string
  readonly till: string
  readonly operator: Operator
  readonly openedAt: number
  readonly openingFloat: Fen
  /** `sign_no` of 9001; `undefined` while the shift is not signed in at the centre. */
  readonly signNumber: string | undefined
  readonly signedAt: number | undefined
  readonly closedAt: number | undefined
}

type ShiftRow = {
  readonly id: string
  readonly till: string
  readonly opened_at: number
  readonly opening_float_fen: Fen
  readonly sign_number: string | null
  readonly signed_at: number | null
  readonly closed_at: number | null
  readonly operator_id: number
  readonly operator_number: string
  readonly operator_name: string
  readonly operator_role: OperatorRole
}

const SHIFT = `SELECT s.id, s.till, s.opened_at, s.opening_float_fen, s.sign_number, s.signed_at, s.closed_at,
  o.id AS operator_id, o.number AS operator_number, o.name AS operator_name, o.role AS operator_role
  FROM shift s CROSS JOIN operator o ON o.id = s.operator_id`
export const CURRENT_SHIFT = `${SHIFT} WHERE s.till = ? AND s.closed_at IS NULL`
const SHIFT_BY_ID = `${SHIFT} WHERE s.id = ?`

function shiftOf(row: ShiftRow): Shift {
  return {
    id: row.id,
    till: row.till,
    operator: {
      id: row.operator_id,
      number: row.operator_number,
      name: row.operator_name,
      role: row.operator_role,
    },
    openedAt: row.opened_at,
    openingFloat: row.opening_float_fen,
    signNumber: row.sign_number ?? undefined,
    signedAt: row.signed_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
  }
}

/** The open shift of a till, if somebody is signed in. */
export function currentShift(db: ReadableDb, till: string): Shift | undefined {
  const row = db.read<ShiftRow>(CURRENT_SHIFT).get(till)
  return row === undefined ? undefined : shiftOf(row)
}

/** Who works at a till now. */
export function operatorOnDuty(db: ReadableDb, till: string): number | undefined {
  return db
    .read<{
      operator_id: number
    }>('SELECT operator_id FROM shift WHERE till = ? AND closed_at IS NULL')
    .get(till)?.operator_id
}

/** One shift by its id. */
export function findShift(db: ReadableDb, shiftId: string): Shift | undefined {
  const row = db.read<ShiftRow>(SHIFT_BY_ID).get(shiftId)
  return row === undefined ? undefined : shiftOf(row)
}

export type NewShift = {
  readonly id: string
  readonly till: string
  readonly operatorId: number
  readonly openedAt: number
  readonly openingFloat: Fen
}

/** Opens a shift. Refuses with SESSION_ALREADY_SIGNED_IN {name} while another one of the till is open. */
export function openShift(db: WritableDb, shift: NewShift): Result<Shift> {
  const open = currentShift(db, shift.till)
  if (open !== undefined) return refuse('SESSION_ALREADY_SIGNED_IN', { name: open.operator.name })
  db.write(
    'INSERT INTO shift (id, till, operator_id, opened_at, opening_float_fen) VALUES (?, ?, ?, ?, ?)',
  ).run(shift.id, shift.till, shift.operatorId, shift.openedAt, shift.openingFloat)
  recordChange(db, {
    name: 'shift.opened',
    subject: shift.id,
    operatorId: shift.operatorId,
    detail: { till: shift.till, openingFloat: shift.openingFloat },
  })
  const stored = findShift(db, shift.id)
  return stored === undefined ? refuse('SESSION_NOT_SIGNED_IN') : ok(stored)
}

export type Sign = { readonly number: string; readonly at: number }

export const LAST_SIGN = `SELECT sign_number AS number, signed_at AS at FROM shift
  WHERE till = ? AND operator_id = ? AND sign_number IS NOT NULL ORDER BY signed_at DESC LIMIT 1`

/** The newest `sign_no` that 9001 gave an operator at a till, and when. */
export function lastSign(db: ReadableDb, till: string, operatorId: number): Sign | undefined {
  return db.read<Sign>(LAST_SIGN).get(till, operatorId)
}

/** Keeps the `sign_no` that 9001 gave. False when the shift is not open any more. */
export function setSignNumber(db: WritableDb, shiftId: string, sign: Sign): boolean {
  const outcome = db
    .write('UPDATE shift SET sign_number = ?, signed_at = ? WHERE id = ? AND closed_at IS NULL')
    .run(sign.number, sign.at, shiftId)
  if (outcome.changes !== 1) return false
  recordChange(db, { name: 'shift.signed', subject: shiftId })
  return true
}

/**
 * Closes a shift with what its drawer has to hold (invariant 9); never before it was opened, whatever the clock did
 * since. False when it was closed already.
 */
export function closeShift(db: WritableDb, shiftId: string, at: number, expectedDrawer: Fen): boolean {
  const outcome = db
    .write(
      `UPDATE shift SET closed_at = max(opened_at, ?), expected_drawer_fen = ? WHERE id = ? AND closed_at IS NULL`,
    )
    .run(at, expectedDrawer, shiftId)
  if (outcome.changes !== 1) return false
  recordChange(db, { name: 'shift.closed', subject: shiftId, detail: { expectedDrawer } })
  return true
}

export type CashMove = {
  readonly shiftId: string
  /** Positive put into the drawer, negative taken out; never zero. */
  readonly amount: Fen
  readonly reason: string
  readonly operatorId: number
  readonly at: number
}

/** Records cash that was put into the drawer or taken out by hand. */
export function recordCashMove(db: WritableDb, move: CashMove): void {
  db.write(
    'INSERT INTO cash_move (shift_id, amount_fen, reason, operator_id, at) VALUES (?, ?, ?, ?, ?)',
  ).run(move.shiftId, move.amount, move.reason, move.operatorId, move.at)
  recordChange(db, {
    name: 'cash.moved',
    subject: move.shiftId,
    operatorId: move.operatorId,
    detail: { amount: move.amount },
  })
}

/** What a shift sold and what it did to the drawer; the last four feed `expectedDrawer` of `core/shift`. */
export type ShiftFigures = {
  readonly salesCount: number
  readonly salesTotal: Fen
  /** Of these sales: fund + account + borne by the shop, of settlements that stand. */
  readonly insuredTotal: Fen
  readonly openingFloat: Fen
  /** Cash kept for sales, change taken off; tenders that were given back later included. */
  readonly cashIn: Fen
  /** Cash given back by this shift, for whichever sale. */
  readonly cashOut: Fen
  readonly moves: Fen
  /** What was taken by each way of paying and not given back before its sale was completed. */
  readonly tenders: readonly TenderTotal[]
}

export type TenderTotal = { readonly kind: TenderKind; readonly count: number; readonly amount: Fen }

type Sum = { readonly n: number; readonly sum: number }

export const SHIFT_SALES = `SELECT count(*) AS n, coalesce(sum(total_fen), 0) AS sum FROM sale
  WHERE shift_id = ? AND state = 'completed'`
export const SHIFT_INSURED = `SELECT count(*) AS n,
  coalesce(sum(settlement.fund_paid_fen + settlement.account_paid_fen + settlement.institution_borne_fen), 0) AS sum
  FROM sale CROSS JOIN settlement ON settlement.sale_id = sale.id
  WHERE sale.shift_id = ? AND sale.state = 'completed' AND settlement.state = 'settled'`
export const SHIFT_CASH = `SELECT count(*) AS n, coalesce(sum(amount_fen), 0) AS sum FROM tender
  WHERE shift_id = ? AND kind = 'cash' AND state IN ('taken', 'refunded')`
// cash leaves the drawer of the shift that gives it, whoever took it
export const SHIFT_REFUNDED = `SELECT count(*) AS n, coalesce(sum(refund.amount_fen), 0) AS sum
  FROM refund CROSS JOIN tender ON tender.id = refund.tender_id
  WHERE refund.shift_id = ? AND refund.state = 'done' AND (tender.kind = 'cash' OR refund.instead_in_cash = 1)`
// a payment that was given back before its sale was completed
const SHIFT_UNDONE = `SELECT count(*) AS n, coalesce(sum(amount_fen), 0) AS sum FROM tender
  WHERE refund_shift_id = ? AND kind = 'cash' AND state = 'refunded'`
export const SHIFT_TENDERS = `SELECT kind, count(*) AS count, sum(amount_fen) AS amount FROM tender
  WHERE shift_id = ? AND state = 'taken' GROUP BY kind ORDER BY kind`
export const SHIFT_MOVES =
  'SELECT count(*) AS n, coalesce(sum(amount_fen), 0) AS sum FROM cash_move WHERE shift_id = ?'

/** Adds up a shift. The work grows with the shift's own rows, not with the shop's past. */
export function shiftFigures(db: ReadableDb, shift: Pick<Shift, 'id' | 'openingFloat'>): ShiftFigures {
  const sum = (sql: string): Sum => db.read<Sum>(sql).get(shift.id) ?? { n: 0, sum: 0 }
  const sales = sum(SHIFT_SALES)
  return {
    salesCount: sales.n,
    salesTotal: fen(sales.sum),
    insuredTotal: fen(sum(SHIFT_INSURED).sum),
    openingFloat: shift.openingFloat,
    cashIn: fen(sum(SHIFT_CASH).sum),
    cashOut: fen(sum(SHIFT_UNDONE).sum + sum(SHIFT_REFUNDED).sum),
    moves: fen(sum(SHIFT_MOVES).sum),
    tenders: db.read<TenderTotal>(SHIFT_TENDERS).all(shift.id),
  }
}

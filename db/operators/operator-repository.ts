import { invariant, ok, refuse, type Result } from '../../core/result.ts'
import type { OperatorRole } from '../../core/rights/rights.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import { hashPassword, passwordMatches, pretendToCheck } from './password-hash.ts'

/** A person who may sign in at the till. */
export type Operator = {
  readonly id: number
  /** Staff number: what is typed at sign-in, and `opter` in the interface. */
  readonly number: string
  readonly name: string
  readonly role: OperatorRole
}

/** Wrong passwords in a row that lock an operator out, and for how long. */
export const FAILED_ATTEMPTS_MAXIMUM = 5
export const LOCK_OUT_MS = 5 * 60_000

type OperatorRow = {
  readonly id: number
  readonly number: string
  readonly name: string
  readonly role: OperatorRole
  readonly password_hash: string
  readonly failed_attempts: number
  readonly locked_until: number | null
}

const COLUMNS = 'id, number, name, role, password_hash, failed_attempts, locked_until'
const ACTIVE_BY_NUMBER = `SELECT ${COLUMNS} FROM operator WHERE number = ? AND active = 1`
const BY_NUMBER = `SELECT ${COLUMNS} FROM operator WHERE number = ?`
const BY_ID = `SELECT ${COLUMNS} FROM operator WHERE id = ?`

function operatorOf(row: OperatorRow): Operator {
  return { id: row.id, number: row.number, name: row.name, role: row.role }
}

/** The operator with this id, active or not. */
export function findOperator(db: ReadableDb, id: number): Operator | undefined {
  const row = db.read<OperatorRow>(BY_ID).get(id)
  return row === undefined ? undefined : operatorOf(row)
}

/** The operator with this staff number, active or not. */
export function findOperatorByNumber(db: ReadableDb, number: string): Operator | undefined {
  const row = db.read<OperatorRow>(BY_NUMBER).get(number)
  return row === undefined ? undefined : operatorOf(row)
}

/** How many operators may sign in; 0 on a new till. */
export function countActiveOperators(db: ReadableDb): number {
  return db.read<{ n: number }>('SELECT count(*) AS n FROM operator WHERE active = 1').get()?.n ?? 0
}

/**
 * Milliseconds that an operator is still locked out, 0 when not. A lock never lasts longer than {@link LOCK_OUT_MS} from
 * now: a clock that was wrong when it was set must not lock anybody out for years.
 */
function lockLeft(row: OperatorRow, now: number): number {
  const left = (row.locked_until ?? 0) - now
  return left > 0 && left <= LOCK_OUT_MS ? left : 0
}

function lockedOut(left: number): Result<never> {
  return refuse('OPERATOR_LOCKED_OUT', { minutes: Math.ceil(left / 60_000) })
}

/**
 * Checks a staff number and a password; the hashing runs in the thread pool. Refuses with OPERATOR_WRONG (no such
 * number, not active, or wrong password: not told which) or OPERATOR_LOCKED_OUT {minutes} after five wrong passwords in
 * a row, then even for the right one. Attempts are counted in the database, so a restart forgets nothing; guesses that
 * run side by side are counted one by one.
 */
export async function verifyOperator(
  db: WritableDb,
  number: string,
  password: string,
  now: number,
): Promise<Result<Operator>> {
  const row = db.read<OperatorRow>(ACTIVE_BY_NUMBER).get(number)
  if (row === undefined) {
    await pretendToCheck(password)
    return refuse('OPERATOR_WRONG')
  }
  const left = lockLeft(row, now)
  if (left > 0) return lockedOut(left)
  const matches = await passwordMatches(password, row.password_hash)
  return settleAttempt(db, number, row.password_hash, matches, now)
}

function storeAttempts(db: WritableDb, id: number, failed: number, lockedUntil: number | null): void {
  db.transaction(() => {
    db.write('UPDATE operator SET failed_attempts = ?, locked_until = ? WHERE id = ?').run(
      failed,
      lockedUntil,
      id,
    )
    recordChange(db, {
      name: lockedUntil === null ? 'operator.attempts' : 'operator.locked-out',
      subject: String(id),
      // whoever types the right password is who they are; a wrong one tells nothing
      operatorId: failed === 0 ? id : null,
      detail: { failed },
    })
  })
}

/** The row is read again: other attempts, or a new password, may have come while this one was hashed. */
function settleAttempt(
  db: WritableDb,
  number: string,
  checkedHash: string,
  matches: boolean,
  now: number,
): Result<Operator> {
  const row = db.read<OperatorRow>(ACTIVE_BY_NUMBER).get(number)
  if (row === undefined || row.password_hash !== checkedHash) return refuse('OPERATOR_WRONG')
  const left = lockLeft(row, now)
  if (left > 0) return lockedOut(left)
  if (matches) {
    if (row.failed_attempts !== 0 || row.locked_until !== null) storeAttempts(db, row.id, 0, null)
    return ok(operatorOf(row))
  }
  // a lock that has run out begins a new count
  const failed = (row.locked_until === null ? row.failed_attempts : 0) + 1
  const locks = failed >= FAILED_ATTEMPTS_MAXIMUM
  storeAttempts(db, row.id, failed, locks ? now + LOCK_OUT_MS : null)
  return locks ? lockedOut(LOCK_OUT_MS) : refuse('OPERATOR_WRONG')
}

export type OperatorEntry = {
  readonly number: string
  readonly name: string
  readonly role: OperatorRole
  readonly active: boolean
  /** Left out = the password stays; a new operator needs one. */
  readonly password?: string
}

/**
 * Adds an operator or changes the one with this number; a new password ends a lock-out. Throws when a new operator comes
 * without a password.
 */
export async function upsertOperator(db: WritableDb, entry: OperatorEntry): Promise<Operator> {
  const hash = entry.password === undefined ? undefined : await hashPassword(entry.password)
  const active = entry.active ? 1 : 0
  const { number, name, role } = entry
  return db.transaction(() => {
    const known = findOperatorByNumber(db, number)
    if (known === undefined) {
      invariant(hash !== undefined, 'a new operator has a password')
      const added = db
        .write('INSERT INTO operator (number, name, role, password_hash, active) VALUES (?, ?, ?, ?, ?)')
        .run(number, name, role, hash, active)
      recordChange(db, {
        name: 'operator.inserted',
        subject: String(added.lastInsertRowid),
        detail: { role, active: entry.active },
      })
      return { id: added.lastInsertRowid, number, name, role }
    }
    db.write('UPDATE operator SET name = ?, role = ?, active = ? WHERE id = ?').run(
      name,
      role,
      active,
      known.id,
    )
    if (hash !== undefined) {
      db.write(
        'UPDATE operator SET password_hash = ?, failed_attempts = 0, locked_until = NULL WHERE id = ?',
      ).run(hash, known.id)
    }
    recordChange(db, {
      name: 'operator.changed',
      subject: String(known.id),
      detail: { role, active: entry.active, password: hash !== undefined },
    })
    return { id: known.id, number, name, role }
  })
}

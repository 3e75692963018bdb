import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

export type NewDrawerOpening = {
  readonly id: string
  readonly at: number
  readonly shiftId: string
  readonly operatorId: number
  readonly approvedBy: number | null
  readonly reason: string
  /** The sale whose cash opened it by itself; null when a person did. */
  readonly saleId: string | null
}

/** Records that the drawer is about to be opened, before the pulse leaves. */
export function insertDrawerOpening(db: WritableDb, opening: NewDrawerOpening): void {
  db.write(
    `INSERT INTO drawer_opening (id, at, shift_id, operator_id, approved_by, reason, automatic, sale_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    opening.id,
    opening.at,
    opening.shiftId,
    opening.operatorId,
    opening.approvedBy,
    opening.reason,
    opening.saleId === null ? 0 : 1,
    opening.saleId,
  )
  recordChange(db, {
    name: 'drawer.opening',
    subject: opening.id,
    operatorId: opening.operatorId,
    detail: { saleId: opening.saleId, reason: opening.reason, approvedBy: opening.approvedBy },
  })
}

export type DrawerOutcome = 'sent' | 'not-sent' | 'uncertain'

/** Records what became of the pulse. */
export function insertDrawerOutcome(
  db: WritableDb,
  openingId: string,
  became: { readonly outcome: DrawerOutcome; readonly problem: string | null; readonly at: number },
): void {
  db.write('INSERT INTO drawer_outcome (opening_id, outcome, problem, at) VALUES (?, ?, ?, ?)').run(
    openingId,
    became.outcome,
    became.problem,
    became.at,
  )
  recordChange(db, { name: 'drawer.pulsed', subject: openingId, detail: { outcome: became.outcome } })
}

export type DrawerOpeningRow = {
  readonly at: number
  readonly operator_name: string
  readonly reason: string
  readonly automatic: 0 | 1
  readonly outcome: DrawerOutcome | null
}

/** The last openings, newest first. */
export function drawerOpenings(db: ReadableDb, limit: number): DrawerOpeningRow[] {
  return db
    .read<DrawerOpeningRow>(
      `SELECT d.at, o.name AS operator_name, d.reason, d.automatic, r.outcome
       FROM drawer_opening d CROSS JOIN operator o ON o.id = d.operator_id
         LEFT JOIN drawer_outcome r ON r.opening_id = d.id
       ORDER BY d.at DESC LIMIT ?`,
    )
    .all(limit)
}

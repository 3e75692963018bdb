import type { ReadableDb } from '../connection/database.ts'

/** True when the centre itself refused the settlement: not when the request never left, nor when a query found none. */
export function refusedByCentre(db: ReadableDb, settlementId: string): boolean {
  const row = db
    .read<{ found: 0 | 1 }>(
      `SELECT EXISTS (SELECT 1 FROM settlement_event WHERE settlement_id = ? AND event = 'answer-refused') AS found`,
    )
    .get(settlementId)
  return row?.found === 1
}

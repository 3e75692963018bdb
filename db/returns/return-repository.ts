import type { Quantity } from '../../core/money/decimal.ts'
import { invariant } from '../../core/result.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { ReturnLineRow, ReturnRow } from './return-rows.ts'

const COLUMNS = `id, number, sale_id, state, reason, shift_id, operator_id, approval_id, settlement_id, identification_id,
  amount_fen, resale_id, opened_at, closed_at`

/** One return by its id. */
export function returnById(db: ReadableDb, id: string): ReturnRow | undefined {
  return db.read<ReturnRow>(`SELECT ${COLUMNS} FROM sale_return WHERE id = ?`).get(id)
}

/** The return of a sale that is not finished, if there is one. */
export function openReturnOf(db: ReadableDb, saleId: string): ReturnRow | undefined {
  return db
    .read<ReturnRow>(
      `SELECT ${COLUMNS} FROM sale_return WHERE sale_id = ? AND state IN ('open', 'refunding')`,
    )
    .get(saleId)
}

/** All returns that are not finished, oldest first. */
export function unfinishedReturns(db: ReadableDb): ReturnRow[] {
  return db
    .read<ReturnRow>(`SELECT ${COLUMNS} FROM sale_return WHERE closed_at IS NULL ORDER BY opened_at`)
    .all()
}

/** Stores a new return as `open`. */
export function insertReturn(
  db: WritableDb,
  row: Omit<ReturnRow, 'state' | 'identification_id' | 'resale_id' | 'closed_at'>,
): void {
  db.write(
    `INSERT INTO sale_return (id, number, sale_id, state, reason, shift_id, operator_id, approval_id, settlement_id,
       amount_fen, opened_at) VALUES (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.id,
    row.number,
    row.sale_id,
    row.reason,
    row.shift_id,
    row.operator_id,
    row.approval_id,
    row.settlement_id,
    row.amount_fen,
    row.opened_at,
  )
  recordChange(db, {
    name: 'return.opened',
    subject: row.id,
    detail: { number: row.number, saleId: row.sale_id, amount: row.amount_fen },
  })
}

/** Stores one line of a return, with the codes of its boxes: those that come back and those that are kept. */
export function insertReturnLine(
  db: WritableDb,
  row: ReturnLineRow,
  codes: readonly { readonly traceCodeId: number; readonly kept: boolean }[],
): void {
  db.write(
    `INSERT INTO return_line (return_id, line_id, quantity_e4, amount_fen, kept_e4, kept_amount_fen) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(row.return_id, row.line_id, row.quantity_e4, row.amount_fen, row.kept_e4, row.kept_amount_fen)
  const code = db.write('INSERT INTO return_trace_code (return_id, trace_code_id, kept) VALUES (?, ?, ?)')
  for (const { traceCodeId, kept } of codes) code.run(row.return_id, traceCodeId, kept ? 1 : 0)
  recordChange(db, {
    name: 'return.line-planned',
    subject: row.return_id,
    detail: { lineId: row.line_id, quantity: row.quantity_e4, kept: row.kept_e4 },
  })
}

/** The lines of a return. */
export function linesOfReturn(db: ReadableDb, returnId: string): ReturnLineRow[] {
  return db
    .read<ReturnLineRow>(
      `SELECT return_id, line_id, quantity_e4, amount_fen, kept_e4, kept_amount_fen
       FROM return_line WHERE return_id = ? ORDER BY line_id`,
    )
    .all(returnId)
}

export type ReturnedCodeRow = {
  readonly id: number
  readonly code: string
  readonly line_id: string
  readonly kept: 0 | 1
}

/** The codes of the boxes that go with a return: those that come back, and those that are kept and sold again. */
export function codesOfReturn(db: ReadableDb, returnId: string): ReturnedCodeRow[] {
  return db
    .read<ReturnedCodeRow>(
      `SELECT trace_code.id, trace_code.code, trace_code.line_id, return_trace_code.kept
       FROM return_trace_code CROSS JOIN trace_code ON trace_code.id = return_trace_code.trace_code_id
       WHERE return_trace_code.return_id = ? ORDER BY trace_code.id`,
    )
    .all(returnId)
}

/** How much of each line of a sale went with returns that are done. Lines of which nothing went are left out. */
export function goneOfSale(db: ReadableDb, saleId: string): ReadonlyMap<string, Quantity> {
  const rows = db
    .read<{ line_id: string; gone: Quantity }>(
      `SELECT return_line.line_id, sum(return_line.quantity_e4 + return_line.kept_e4) AS gone
       FROM sale_return CROSS JOIN return_line ON return_line.return_id = sale_return.id
       WHERE sale_return.sale_id = ? AND sale_return.state = 'completed' GROUP BY return_line.line_id`,
    )
    .all(saleId)
  return new Map(rows.map((row) => [row.line_id, row.gone]))
}

/** Says whether money of a return has moved or may have. */
export function setReturnState(db: WritableDb, returnId: string, state: 'open' | 'refunding'): void {
  const outcome = db
    .write('UPDATE sale_return SET state = ? WHERE id = ? AND closed_at IS NULL AND state <> ?')
    .run(state, returnId, state)
  if (outcome.changes === 1) recordChange(db, { name: `return.${state}`, subject: returnId })
}

/** Keeps which 1101 proved the person of a return. */
export function setReturnIdentification(db: WritableDb, returnId: string, identificationId: string): void {
  db.write('UPDATE sale_return SET identification_id = ? WHERE id = ? AND closed_at IS NULL').run(
    identificationId,
    returnId,
  )
  recordChange(db, { name: 'return.person-proven', subject: returnId, detail: { identificationId } })
}

/** Ends a return for good. Throws when it had ended already. */
export function closeReturn(
  db: WritableDb,
  returnId: string,
  end: { readonly state: 'completed' | 'abandoned'; readonly resaleId: string | null; readonly at: number },
): void {
  const outcome = db
    .write(
      `UPDATE sale_return SET state = ?, resale_id = ?, closed_at = max(opened_at, ?) WHERE id = ? AND closed_at IS NULL`,
    )
    .run(end.state, end.resaleId, end.at, returnId)
  invariant(outcome.changes === 1, 'a return ends once')
  recordChange(db, { name: `return.${end.state}`, subject: returnId, detail: { resaleId: end.resaleId } })
}

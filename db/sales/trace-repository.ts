import type { Quantity } from '../../core/money/decimal.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'
import type { TraceCodeRow } from './sale-rows.ts'

// the second condition says what the index of the lines is about: SQLite does not infer it from the first
const RESERVED_ON_LINE = `line_id = ? AND state = 'reserved' AND state <> 'released'`

function recordCodes(
  db: WritableDb,
  state: TraceCodeRow['state'],
  lineId: string,
  codes: readonly string[],
): void {
  if (codes.length > 0) recordChange(db, { name: `trace-code.${state}`, subject: lineId, detail: { codes } })
}

function moveReservedCodes(db: WritableDb, lineId: string, state: 'released' | 'sold'): void {
  const moved = db
    .writeReturning<{
      code: string
    }>(`UPDATE trace_code SET state = ? WHERE ${RESERVED_ON_LINE} RETURNING code`)
    .all(state, lineId)
  recordCodes(
    db,
    state,
    lineId,
    moved.map((row) => row.code),
  )
}

/** Codes on the lines of a sale, in the order they were scanned, with those that came back; released ones are left out. */
export function traceCodesOfSale(db: ReadableDb, saleId: string): TraceCodeRow[] {
  return db
    .read<TraceCodeRow>(
      `SELECT trace_code.code, trace_code.sale_id, trace_code.line_id, trace_code.split, trace_code.state
       FROM sale_line CROSS JOIN trace_code ON trace_code.line_id = sale_line.id AND trace_code.state <> 'released'
       WHERE sale_line.sale_id = ? ORDER BY trace_code.id`,
    )
    .all(saleId)
}

export type LiveTraceCode = TraceCodeRow & {
  readonly sale_number: string
  readonly goods_id: number
  /** Of the line, without what came back. */
  readonly quantity_e4: Quantity
}

/** Where a code is live now: whole boxes at most once, an opened pack on any number of split sales. */
export function liveTraceCodes(db: ReadableDb, code: string): LiveTraceCode[] {
  return db
    .read<LiveTraceCode>(
      `SELECT trace_code.code, trace_code.sale_id, trace_code.line_id, trace_code.split, trace_code.state,
         sale.number AS sale_number, sale_line.goods_id,
         sale_line.quantity_e4 - coalesce((SELECT sum(return_line.quantity_e4 + return_line.kept_e4)
           FROM return_line CROSS JOIN sale_return ON sale_return.id = return_line.return_id AND sale_return.state = 'completed'
           WHERE return_line.line_id = sale_line.id), 0) AS quantity_e4
       FROM trace_code JOIN sale ON sale.id = trace_code.sale_id JOIN sale_line ON sale_line.id = trace_code.line_id
       WHERE trace_code.code = ? AND trace_code.state IN ('reserved', 'sold')`,
    )
    .all(code)
}

/** Reserves a code for a line; the unique index refuses a whole box that is live elsewhere. */
export function reserveTraceCode(
  db: WritableDb,
  trace: {
    readonly code: string
    readonly saleId: string
    readonly lineId: string
    readonly split: boolean
    readonly at: number
  },
): void {
  db.write(
    `INSERT INTO trace_code (code, sale_id, line_id, split, state, captured_at) VALUES (?, ?, ?, ?, 'reserved', ?)`,
  ).run(trace.code, trace.saleId, trace.lineId, trace.split ? 1 : 0, trace.at)
  recordCodes(db, 'reserved', trace.lineId, [trace.code])
}

/** Frees one code of a line. Returns false when the line did not hold it. */
export function releaseTraceCode(db: WritableDb, lineId: string, code: string): boolean {
  const outcome = db
    .write(
      `UPDATE trace_code SET state = 'released' WHERE line_id = ? AND code = ? AND state = 'reserved' AND state <> 'released'`,
    )
    .run(lineId, code)
  if (outcome.changes === 0) return false
  recordCodes(db, 'released', lineId, [code])
  return true
}

/** Frees all codes of a line. */
export function releaseTraceCodesOfLine(db: WritableDb, lineId: string): void {
  moveReservedCodes(db, lineId, 'released')
}

/** Marks the codes of a completed sale as sold. */
export function sellTraceCodesOfLine(db: WritableDb, lineId: string): void {
  moveReservedCodes(db, lineId, 'sold')
}

export type SoldTraceCode = { readonly id: number; readonly code: string; readonly line_id: string }

/** Codes of a sale that are still out. */
export function soldTraceCodesOf(db: ReadableDb, saleId: string): SoldTraceCode[] {
  return db
    .read<SoldTraceCode>(
      `SELECT trace_code.id, trace_code.code, trace_code.line_id
       FROM sale_line CROSS JOIN trace_code
         ON trace_code.line_id = sale_line.id AND trace_code.state = 'sold' AND trace_code.state <> 'released'
       WHERE sale_line.sale_id = ? ORDER BY trace_code.id`,
    )
    .all(saleId)
}

/** Marks a code as come back: it may be sold again. Returns false when it was not out. */
export function returnTraceCode(db: WritableDb, id: number): boolean {
  const moved = db
    .writeReturning<{ code: string; line_id: string }>(
      `UPDATE trace_code SET state = 'returned' WHERE id = ? AND state = 'sold' RETURNING code, line_id`,
    )
    .all(id)
  for (const { code, line_id: lineId } of moved) recordCodes(db, 'returned', lineId, [code])
  return moved.length === 1
}

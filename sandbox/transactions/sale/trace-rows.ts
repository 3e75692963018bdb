import { ONE_UNIT } from '../../../core/money/decimal.ts'
import type { WireObject } from '../../../insurance/catalogue/exact-json.ts'
import type { TraceRecord } from '../../ledger/traces.ts'
import { failed, passed, type Call, type Centre, type Checked } from '../call.ts'
import { rowOf, rowsOf, textOf } from '../wire.ts'
import type { PricedLine } from './price-sale.ts'

/** One trace code of a settlement. */
export type TraceRow = { readonly code: string; readonly lineNumber: string; readonly split: boolean }

const GOODS_BARCODE = /^(?:\d{8}|\d{12,14})$/
const TRACE_CODE = /^[\x21-\x7e\u001d]{10,100}$/

/** Herbal slices carry no codes. */
const UNTRACED = /^T/i

/** Whether a code may be given out (again): a split pack many times as split, a whole one never twice. */
export function isSellable(live: readonly Pick<TraceRecord, 'split'>[], split: boolean): boolean {
  return live.length === 0 || (split && live.every((trace) => trace.split === 1))
}

/** What is wrong with the writing of a code; undefined when it can be one. */
export function traceCodeProblem(code: string): string | undefined {
  if (GOODS_BARCODE.test(code)) return '商品条码不是追溯码'
  return TRACE_CODE.test(code) ? undefined : '追溯码格式不正确'
}

function readRow(row: WireObject): TraceRow {
  return {
    code: textOf(row, 'drug_trac_codg'),
    lineNumber: textOf(row, 'feedetl_sn'),
    split: textOf(row, 'trdn_flag') === '1',
  }
}

function gather(call: Call, centre: Centre, lines: readonly PricedLine[]): TraceRow[] {
  const { shape, besideName } = centre.config.trace
  if (shape === 'beside-data') return rowsOf(call.input, besideName).map(readRow)
  return lines.flatMap((line) => rowsOf(line.asked.row, 'drug_trac_info').map(readRow))
}

function countProblem(line: PricedLine, rows: readonly TraceRow[]): string | undefined {
  const { lineNumber, nationalCode, count } = line.asked
  const required = line.known === undefined ? !UNTRACED.test(nationalCode) : line.known.traceRequired === 1
  const name = `明细${lineNumber}`
  if (rows.length === 0) return required ? `${name}未上传追溯码，无码不能结算` : undefined
  if (rows.some((row) => row.split)) return undefined
  const boxes = Math.ceil(count / ONE_UNIT)
  if (rows.length < boxes && required) return `${name}的追溯码数量少于销售数量`
  return rows.length > boxes ? `${name}的追溯码数量多于销售数量` : undefined
}

function rowsProblem(
  rows: readonly TraceRow[],
  lines: readonly PricedLine[],
  centre: Centre,
): string | undefined {
  const known = new Set(lines.map((line) => line.asked.lineNumber))
  const seen = new Set<string>()
  for (const row of rows) {
    const problem = traceCodeProblem(row.code)
    if (problem !== undefined) return `${problem}：${row.code}`
    if (!known.has(row.lineNumber)) return `追溯码的费用明细流水号(feedetl_sn)不在明细中：${row.lineNumber}`
    if (seen.has(row.code)) return `追溯码在本次结算中重复：${row.code}`
    seen.add(row.code)
    if (!isSellable(soldElsewhere(row.code, centre), row.split))
      return `追溯码已销售，不能重复结算：${row.code}`
  }
  return undefined
}

/** Settlements block a code, and sales reports of people who paid themselves; a report of an insured sale only repeats its settlement. */
function soldElsewhere(code: string, centre: Centre): TraceRecord[] {
  return centre.ledger.traces
    .live(code)
    .filter((trace) => trace.source === 'settlement' || trace.insured === 0)
}

/** Reads the trace codes of a settlement and checks writing, number and that none is sold. */
export function readTraceRows(
  call: Call,
  centre: Centre,
  lines: readonly PricedLine[],
): Checked<readonly TraceRow[]> {
  const rows = gather(call, centre, lines)
  const problem = rowsProblem(rows, lines, centre)
  if (problem !== undefined) return failed(problem)
  const head = rowOf(call.input, 'druginfo')
  const expected = textOf(head, 'minpacunt_drug_trac_cnt')
  // codes of drugs and codes of consumables are counted apart and travel in one node
  if (expected !== '' && Number(expected) + Number(textOf(head, 'mcs_trac_cnt')) !== rows.length) {
    return failed('本次结算应上传追溯码数量(minpacunt_drug_trac_cnt)与实际上传数量不一致')
  }
  if (!centre.config.trace.required) return passed(rows)
  for (const line of lines) {
    const own = rows.filter((row) => row.lineNumber === line.asked.lineNumber)
    const missing = countProblem(line, own)
    if (missing !== undefined) return failed(missing)
  }
  return passed(rows)
}

import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import type { Request1901 } from '../catalogue/generated/settlement.ts'
import { wireDate } from '../catalogue/wire-time.ts'
import { answerInvalid, requiredText, rowsOf, textOf } from './answer-reader.ts'
import { optional, wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '1901'

/** 1901 字典表查询: the valid codes of one table in one area on one day. */
export function buildCodeTableQuery(request: {
  /** Name of the table, in capitals on most platforms. */
  readonly type: string
  readonly areaCode: string
  readonly at: number
  readonly parentValue?: string
}): Result<WireRequest> {
  const input: Request1901 = {
    data: {
      type: request.type,
      ...optional('parentValue', request.parentValue),
      admdvs: request.areaCode,
      date: wireDate(request.at),
      valiFlag: '1',
    },
  }
  return wireRequest(INFNO, input)
}

/** One code of a region. */
export type RegionCode = {
  readonly value: string
  readonly label: string
  readonly parentValue: string | undefined
  readonly sort: number | undefined
}

/** 1901's answer; keys are camelCase or snake_case by platform. Refuses with INSURANCE_ANSWER_INVALID. */
export function readCodeTable(output: WireValue): Result<readonly RegionCode[]> {
  const rows = rowsOf(output, 'list')
  if (rows.length === 0 && rowsOf(output, 'fileinfo').length > 0) return answerInvalid(INFNO, 'list', 'file')
  const codes: RegionCode[] = []
  for (const row of rows) {
    const value = requiredText(INFNO, row, 'value')
    if (!value.ok) return value
    const valid = textOf(row, 'valiFlag') ?? textOf(row, 'vali_flag') ?? '1'
    if (valid === '0') continue
    const sort = textOf(row, 'sort')
    codes.push({
      value: value.value,
      label: textOf(row, 'label') ?? value.value,
      parentValue: textOf(row, 'parentValue') ?? textOf(row, 'parent_value'),
      sort: sort !== undefined && /^\d{1,9}$/.test(sort) ? Number(sort) : undefined,
    })
  }
  return ok(codes)
}

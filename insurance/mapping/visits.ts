import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import type { Request5201 } from '../catalogue/generated/settlement.ts'
import { wireDateTime } from '../catalogue/wire-time.ts'
import { requiredText, rowsOf, textOf } from './answer-reader.ts'
import { optional, wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '5201'

/** 5201 就诊信息查询: visits of one person in this shop over a period (epoch milliseconds). */
export function buildVisitQuery(request: {
  readonly personNumber: string
  readonly from: number
  readonly to: number
  readonly medicalType: string
  readonly visitId?: string
}): Result<WireRequest> {
  const input: Request5201 = {
    data: {
      psn_no: request.personNumber,
      begntime: wireDateTime(request.from),
      endtime: wireDateTime(request.to),
      med_type: request.medicalType,
      ...optional('mdtrt_id', request.visitId),
    },
  }
  return wireRequest(INFNO, input)
}

/** One visit; 5203 needs its id. */
export type Visit = {
  /** `mdtrt_id` */
  readonly visitId: string
  readonly personNumber: string | undefined
  /** `begntime`, `endtime` as sent. */
  readonly begin: string
  readonly end: string
  readonly medicalType: string | undefined
  /** `setl_id`: not in the table, but some platforms send it, and 5203 wants it. */
  readonly settlementId: string | undefined
}

/** 5201's answer: possibly none. Refuses with INSURANCE_ANSWER_INVALID when a row has no visit id. */
export function readVisits(output: WireValue): Result<readonly Visit[]> {
  const visits: Visit[] = []
  for (const row of rowsOf(output, 'mdtrtinfo')) {
    const visitId = requiredText(INFNO, row, 'mdtrt_id')
    if (!visitId.ok) return visitId
    visits.push({
      visitId: visitId.value,
      personNumber: textOf(row, 'psn_no'),
      begin: textOf(row, 'begntime') ?? '',
      end: textOf(row, 'endtime') ?? '',
      medicalType: textOf(row, 'med_type'),
      settlementId: textOf(row, 'setl_id'),
    })
  }
  return ok(visits)
}

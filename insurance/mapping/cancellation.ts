import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import type { Request2103 } from '../catalogue/generated/settlement.ts'
import { parseWireDateTime } from '../catalogue/wire-time.ts'
import { answerInvalid, readAll, requiredText, rowOf, textOf } from './answer-reader.ts'
import { QUERY_NAMES, readSplit, type SettlementSplit } from './settlement-split.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '2103'

/** 2103 药店结算撤销: a whole settlement with its fee lines; one number for 2102, 2102A and 2102B. */
export function buildCancellation(request: {
  readonly personNumber: string
  readonly settlementId: string
  readonly visitId: string
}): Result<WireRequest> {
  const input: Request2103 = {
    data: { setl_id: request.settlementId, mdtrt_id: request.visitId, psn_no: request.personNumber },
  }
  return wireRequest(INFNO, input)
}

/** What 2103 gives back. Amounts come negative or positive by platform; they are kept as sent. */
export type CancellationAnswer = SettlementSplit & {
  /** The cancelling record's own id or the original's: the norm does not say which. Both are stored. */
  readonly settlementId: string
  readonly visitId: string
  /** `medins_setl_id`: read as the msgid of this request; not spelled out by the norm. */
  readonly msgid: string | undefined
  readonly settledAt: string
  readonly settledAtMs: number | undefined
}

/** 2103's answer. Refuses with INSURANCE_ANSWER_INVALID; the money has moved all the same, so that is a case for a query. */
export function readCancellation(output: WireValue): Result<CancellationAnswer> {
  const row = rowOf(output, 'setlinfo')
  if (row === undefined) return answerInvalid(INFNO, 'setlinfo', 'missing')
  const ids = readAll({
    settlementId: requiredText(INFNO, row, 'setl_id'),
    visitId: requiredText(INFNO, row, 'mdtrt_id'),
  })
  if (!ids.ok) return ids
  const split = readSplit(INFNO, row, QUERY_NAMES, { negativeAllowed: true })
  if (!split.ok) return split
  const settledAt = textOf(row, 'setl_time') ?? ''
  return ok({
    ...split.value,
    ...ids.value,
    msgid: textOf(row, 'medins_setl_id'),
    settledAt,
    settledAtMs: parseWireDateTime(settledAt),
  })
}

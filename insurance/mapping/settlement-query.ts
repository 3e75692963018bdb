import { ok, type Result } from '../../core/result.ts'
import { isWireObject, type WireObject, type WireValue } from '../catalogue/exact-json.ts'
import type { Request5203, Request5203A } from '../catalogue/generated/settlement.ts'
import { parseWireDateTime } from '../catalogue/wire-time.ts'
import { answerInvalid, readAll, requiredText, rowOf, textOf } from './answer-reader.ts'
import { QUERY_NAMES, readSplit, type SettlementSplit } from './settlement-split.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

/** 5203 结算信息查询: needs ids that only an answer or 5201 gives. */
export function buildSettlementQuery(request: {
  readonly personNumber: string
  readonly settlementId: string
  readonly visitId: string
}): Result<WireRequest> {
  const input: Request5203 = {
    data: { psn_no: request.personNumber, setl_id: request.settlementId, mdtrt_id: request.visitId },
  }
  return wireRequest('5203', input)
}

/** 5203A 结算信息查询A: finds a settlement by the msgid that asked for it. Only where the profile says so. */
export function buildSettlementQueryByMessage(request: {
  readonly personNumber: string
  readonly msgid: string
}): Result<WireRequest> {
  const input: Request5203A = { data: { psn_no: request.personNumber, medins_setl_id: request.msgid } }
  return wireRequest('5203A', input)
}

/** A settlement as a query found it. A cancelled one may be told in negative amounts. */
export type FoundSettlement = SettlementSplit & {
  /** `setl_id` */
  readonly settlementId: string
  /** `mdtrt_id` */
  readonly visitId: string
  readonly personNumber: string
  /** `medins_setl_id`: the msgid of the request that made it. The only thing it may be matched by. */
  readonly msgid: string
  /** `refd_setl_flag` = 1: cancelled, or the cancelling half. */
  readonly cancelled: boolean
  /** `setl_time` as sent. */
  readonly settledAt: string
  readonly settledAtMs: number | undefined
  /** The whole output. */
  readonly raw: WireObject
}

const isNothing = (value: WireValue): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isWireObject(value) && Object.values(value).every((member) => isNothing(member)))

/**
 * The answer of 5203 and 5203A; undefined when nothing was found: no output, or one with nothing in it. Refuses with INSURANCE_ANSWER_INVALID when a settlement is
 * there but its ids, its msgid or an amount cannot be read: that is neither found nor absent.
 */
export function readFoundSettlement(output: WireValue): Result<FoundSettlement | undefined> {
  if (isNothing(output)) return ok(undefined)
  const infno = '5203'
  const row = rowOf(output, 'setlinfo')
  if (row === undefined || isNothing(row)) return answerInvalid(infno, 'setlinfo', 'missing')
  const ids = readAll({
    settlementId: requiredText(infno, row, 'setl_id'),
    visitId: requiredText(infno, row, 'mdtrt_id'),
    personNumber: requiredText(infno, row, 'psn_no'),
    msgid: requiredText(infno, row, 'medins_setl_id'),
    cancelled: requiredText(infno, row, 'refd_setl_flag'),
  })
  if (!ids.ok) return ids
  const flag = ids.value.cancelled
  if (flag !== '0' && flag !== '1') return answerInvalid(infno, 'refd_setl_flag', 'unreadable')
  const split = readSplit(infno, row, QUERY_NAMES, { negativeAllowed: true })
  if (!split.ok) return split
  const settledAt = textOf(row, 'setl_time') ?? ''
  return ok({
    ...split.value,
    ...ids.value,
    cancelled: flag === '1',
    settledAt,
    settledAtMs: parseWireDateTime(settledAt),
    raw: isWireObject(output) ? output : {},
  })
}

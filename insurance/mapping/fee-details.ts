import { ok, type Result } from '../../core/result.ts'
import { isWireObject, type WireValue } from '../catalogue/exact-json.ts'
import type { Request5204 } from '../catalogue/generated/settlement.ts'
import { answerInvalid, textOf } from './answer-reader.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '5204'

/** 5204 费用明细查询 of a visit. `setl_id` is left out: it is what is looked for. */
export function buildFeeDetailQuery(request: {
  readonly personNumber: string
  readonly visitId: string
}): Result<WireRequest> {
  const input: Request5204 = { data: { psn_no: request.personNumber, mdtrt_id: request.visitId } }
  return wireRequest(INFNO, input)
}

/**
 * The settlements that a visit's fee lines belong to, each once. Rows stand directly in `output`. Refuses with
 * INSURANCE_ANSWER_INVALID when the answer is a file (newest edition) or a row has no `setl_id`.
 */
export function readSettlementIds(output: WireValue): Result<readonly string[]> {
  if (output === null || output === '') return ok([])
  const rows = Array.isArray(output) ? output : undefined
  if (rows === undefined) return answerInvalid(INFNO, 'output', 'not-rows')
  const ids = new Set<string>()
  for (const row of rows) {
    const id = isWireObject(row) ? textOf(row, 'setl_id') : undefined
    if (id === undefined) return answerInvalid(INFNO, 'setl_id', 'missing')
    ids.add(id)
  }
  return ok([...ids])
}

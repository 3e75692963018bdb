import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import type { Request1201 } from '../catalogue/generated/settlement.ts'
import { answerInvalid, requiredText, rowsOf, textOf } from './answer-reader.ts'
import { optional, wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '1201'
/** `fixmedins_type` of a retail pharmacy. */
const PHARMACY = '2'

/** 1201 医药机构信息获取: by code, name or both. The centre takes codes of 12 characters. */
export function buildShopQuery(request: {
  readonly code: string
  readonly name?: string
}): Result<WireRequest> {
  const input: Request1201 = {
    medinsinfo: {
      fixmedins_type: PHARMACY,
      fixmedins_code: request.code.slice(0, 12),
      ...optional('fixmedins_name', request.name),
    },
  }
  return wireRequest(INFNO, input)
}

/** A shop as the centre knows it. */
export type ShopInformation = {
  readonly code: string
  readonly name: string
  /** `uscc` 统一社会信用代码 */
  readonly creditCode: string
  /** `fixmedins_type` */
  readonly type: string
}

/** 1201's answer: one row in the newest edition, several in older ones. Refuses with INSURANCE_ANSWER_INVALID. */
export function readShops(output: WireValue): Result<readonly ShopInformation[]> {
  const rows = rowsOf(output, 'medinsinfo')
  if (rows.length === 0) return answerInvalid(INFNO, 'medinsinfo', 'missing')
  const shops: ShopInformation[] = []
  for (const row of rows) {
    const code = requiredText(INFNO, row, 'fixmedins_code')
    if (!code.ok) return code
    shops.push({
      code: code.value,
      name: textOf(row, 'fixmedins_name') ?? '',
      creditCode: textOf(row, 'uscc') ?? '',
      type: textOf(row, 'fixmedins_type') ?? '',
    })
  }
  return ok(shops)
}

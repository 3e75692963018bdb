import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import type { Request2001 } from '../catalogue/generated/settlement.ts'
import { wireDateTime } from '../catalogue/wire-time.ts'
import { requiredText, rowsOf, textOf } from './answer-reader.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '2001'

/** 2001 人员待遇享受检查 */
export function buildEntitlementQuery(request: {
  readonly personNumber: string
  readonly insuranceType: string
  readonly shopCode: string
  readonly medicalType: string
  /** Epoch milliseconds. */
  readonly beginTime: number
}): Result<WireRequest> {
  const input: Request2001 = {
    data: {
      psn_no: request.personNumber,
      insutype: request.insuranceType,
      fixmedins_code: request.shopCode.slice(0, 12),
      med_type: request.medicalType,
      begntime: wireDateTime(request.beginTime),
    },
  }
  return wireRequest(INFNO, input)
}

/** Whether a person enjoys one fund. */
export type FundEntitlement = {
  /** `fund_pay_type` */
  readonly fundType: string
  readonly enjoyed: boolean
  /** `trt_chk_rslt`: why not. */
  readonly reason: string | undefined
}

/** 2001's answer: one row for each fund; none when the centre has nothing to say. */
export function readEntitlement(output: WireValue): Result<readonly FundEntitlement[]> {
  const funds: FundEntitlement[] = []
  for (const row of rowsOf(output, 'trtinfo')) {
    const fundType = requiredText(INFNO, row, 'fund_pay_type')
    if (!fundType.ok) return fundType
    funds.push({
      fundType: fundType.value,
      enjoyed: textOf(row, 'trt_enjymnt_flag') === '1',
      reason: textOf(row, 'trt_chk_rslt'),
    })
  }
  return ok(funds)
}

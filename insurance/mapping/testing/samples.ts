import { ONE_UNIT, quantity, unitPrice } from '../../../core/money/decimal.ts'
import { fen } from '../../../core/money/fen.ts'
import type { Result } from '../../../core/result.ts'
import { loadProfile } from '../../profiles/load-profile.ts'
import type { RegionProfile } from '../../profiles/profile-schema.ts'
import type { SettlementRequest } from '../settlement-request.ts'

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
  return result.value
}

/** What a result was refused with; fails when it was not. */
export function refusalOf(result: Result<unknown>): {
  code: string
  params: Readonly<Record<string, unknown>>
} {
  if (result.ok) throw new Error('was not refused')
  return result.refusal
}

/** A shipped profile with replacements. */
export function profileOf(id: string, replacements: Record<string, unknown> = {}): RegionProfile {
  return valueOf(loadProfile(id, replacements))
}

/** 2026-01-31 10:00:00 in China. */
export const TEN_O_CLOCK = Date.UTC(2026, 0, 31, 2)
export const MSGID = 'P44190000001202601311000000001'

/** Two lines: two boxes at 12.50 with two codes, and six capsules out of a box. */
export const REQUEST: SettlementRequest = {
  personNumber: '44190000000000001',
  credential: { type: '02', number: '441900199001011234' },
  insuranceType: '310',
  accountUsed: true,
  medicalType: '41',
  beginTime: TEN_O_CLOCK,
  total: fen(2800),
  lines: [
    {
      feeDetailNumber: '1',
      nationalCode: 'XA01ABD075A002010100483',
      shopCode: 'G001',
      amount: fen(2500),
      quantity: quantity(2 * ONE_UNIT),
      price: unitPrice(12_500_000),
      occurredAt: TEN_O_CLOCK,
      traceCodes: [
        { code: '88298420000560224025', split: false },
        { code: '88298420000560224026', split: false },
      ],
    },
    {
      feeDetailNumber: '2',
      nationalCode: 'XA01ABD075A002010100484',
      shopCode: 'G002',
      amount: fen(300),
      quantity: quantity(6 * ONE_UNIT),
      price: unitPrice(500_000),
      occurredAt: TEN_O_CLOCK + 1000,
      traceCodes: [{ code: '83003850000000131888', split: true }],
    },
  ],
}

/** `setlinfo` of a settlement that adds up to {@link REQUEST}. */
export const SETLINFO: Readonly<Record<string, string>> = {
  setl_id: 'S1',
  mdtrt_id: 'M1',
  psn_no: '44190000000000001',
  psn_name: '王小明',
  insutype: '310',
  med_type: '41',
  setl_time: '2026-01-31 10:00:05',
  medfee_sumamt: '28.00',
  fund_pay_sumamt: '8.00',
  hifp_pay: '8',
  cvlserv_pay: '0',
  psn_part_amt: '20.00',
  acct_pay: '15.50',
  acct_mulaid_pay: '0.50',
  psn_cash_pay: '4.50',
  hosp_part_amt: '0.00',
  balc: '84.50',
  medins_setl_id: MSGID,
  clr_optins: '441900',
  clr_way: '1',
  clr_type: '41',
}

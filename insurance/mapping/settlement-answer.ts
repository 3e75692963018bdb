import { ok, type Result } from '../../core/result.ts'
import type { Fen } from '../../core/money/fen.ts'
import { isWireObject, type WireObject, type WireValue } from '../catalogue/exact-json.ts'
import { parseWireDateTime } from '../catalogue/wire-time.ts'
import {
  answerInvalid,
  optionalAmount,
  readAll,
  requiredText,
  rowOf,
  rowsOf,
  textOf,
} from './answer-reader.ts'
import { readSplit, SETTLEMENT_NAMES, type SettlementSplit } from './settlement-split.ts'

/** What one fund paid: a row of `setldetail`, for the receipt. */
export type FundPayment = {
  /** `fund_pay_type` */
  readonly type: string
  /** `fund_pay_type_name`, shown as sent. */
  readonly name: string | undefined
  /** `fund_payamt` */
  readonly paid: Fen
}

/** The centre's answer to a trial or a settlement. */
export type SettlementAnswer = SettlementSplit & {
  /** `setl_id`; a trial has none. */
  readonly settlementId: string | undefined
  /** `mdtrt_id` */
  readonly visitId: string | undefined
  /** `psn_no` */
  readonly personNumber: string | undefined
  /** `medins_setl_id`: the msgid that this settles. */
  readonly msgid: string | undefined
  /** `insutype`, `med_type` as the centre has them. */
  readonly insuranceType: string | undefined
  readonly medicalType: string | undefined
  /** `setl_time` as sent, and in epoch milliseconds when readable. */
  readonly settledAt: string | undefined
  readonly settledAtMs: number | undefined
  /** `clr_optins`, `clr_way`, `clr_type`: the reconciliation groups by them and never chooses them itself. */
  readonly clearing: {
    readonly agency: string | undefined
    readonly way: string | undefined
    readonly type: string | undefined
  }
  readonly fundPayments: readonly FundPayment[]
  /** `setlinfo.exp_content.wlt_acct_pay`: paid from the 医保钱包, where the region has it. */
  readonly walletPaid: Fen | undefined
  /** The whole output. */
  readonly raw: WireObject
}

function readFundPayments(infno: string, output: WireValue): Result<readonly FundPayment[]> {
  const payments: FundPayment[] = []
  for (const row of rowsOf(output, 'setldetail')) {
    const paid = optionalAmount(infno, row, 'fund_payamt')
    if (!paid.ok) return paid
    const type = textOf(row, 'fund_pay_type')
    if (type === undefined || paid.value === undefined) continue
    payments.push({ type, name: textOf(row, 'fund_pay_type_name'), paid: paid.value })
  }
  return ok(payments)
}

function readWallet(infno: string, row: WireObject): Result<Fen | undefined> {
  const extension = row['exp_content']
  return isWireObject(extension) ? optionalAmount(infno, extension, 'wlt_acct_pay') : ok(undefined)
}

function readAnswer(infno: string, output: WireValue): Result<SettlementAnswer> {
  const row = rowOf(output, 'setlinfo')
  if (row === undefined || !isWireObject(output)) return answerInvalid(infno, 'setlinfo', 'missing')
  const parts = readAll({
    split: readSplit(infno, row, SETTLEMENT_NAMES),
    fundPayments: readFundPayments(infno, output),
    walletPaid: readWallet(infno, row),
  })
  if (!parts.ok) return parts
  const settledAt = textOf(row, 'setl_time')
  return ok({
    ...parts.value.split,
    settlementId: textOf(row, 'setl_id'),
    visitId: textOf(row, 'mdtrt_id'),
    personNumber: textOf(row, 'psn_no'),
    msgid: textOf(row, 'medins_setl_id'),
    insuranceType: textOf(row, 'insutype'),
    medicalType: textOf(row, 'med_type'),
    settledAt,
    settledAtMs: parseWireDateTime(settledAt ?? ''),
    clearing: {
      agency: textOf(row, 'clr_optins'),
      way: textOf(row, 'clr_way'),
      type: textOf(row, 'clr_type'),
    },
    fundPayments: parts.value.fundPayments,
    walletPaid: parts.value.walletPaid,
    raw: output,
  })
}

/**
 * A trial's answer (2101, 2101A). Refuses with INSURANCE_ANSWER_INVALID {infno, where, problem} when an amount that decides who
 * pays is missing, negative, absurd or has a third decimal. Whether the amounts add up is `violatedSums`' to say.
 */
export function readTrial(output: WireValue): Result<SettlementAnswer> {
  return readAnswer('2101', output)
}

/**
 * A settlement's answer (2102, 2102A, 2102B). Refuses as {@link readTrial} does, and when `setl_id`, `mdtrt_id` or `psn_no` is
 * missing. A refusal here is no refusal of the centre: it accepted, money may have moved, the settlement is disputed.
 */
export function readSettlement(output: WireValue): Result<SettlementAnswer> {
  const answer = readAnswer('2102', output)
  if (!answer.ok) return answer
  const row = rowOf(output, 'setlinfo') ?? {}
  const ids = readAll({
    settlementId: requiredText('2102', row, 'setl_id'),
    visitId: requiredText('2102', row, 'mdtrt_id'),
    personNumber: requiredText('2102', row, 'psn_no'),
  })
  return ids.ok ? answer : ids
}

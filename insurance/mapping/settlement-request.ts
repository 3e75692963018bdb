import type { Credential } from '../../core/identity/person.ts'
import {
  formatQuantity,
  formatUnitPrice,
  priceTimesQuantity,
  type Quantity,
  type UnitPrice,
} from '../../core/money/decimal.ts'
import { formatYuan, sumFen, type Fen } from '../../core/money/fen.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Request2101A, Request2102B } from '../catalogue/generated/settlement.ts'
import { wireDateTime } from '../catalogue/wire-time.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { optional, requestInvalid, wireAmount, wireRequest, type WireRequest } from './wire-request.ts'

/** A code scanned from a box; `split` when the line sells part of the box. */
export type SettlementTraceCode = { readonly code: string; readonly split: boolean }

/** The prescription that a line is sold on. */
export type LinePrescription = {
  /** `rxno` */
  readonly number: string
  /** `rx_circ_flag`: written elsewhere (外购处方). */
  readonly external: boolean
  readonly doctorCode?: string
  readonly doctorName?: string
}

export type SettlementLine = {
  /** `feedetl_sn`: unique within the settlement. */
  readonly feeDetailNumber: string
  /** `med_list_codg` */
  readonly nationalCode: string
  /** `medins_list_codg` */
  readonly shopCode: string
  /** `det_item_fee_sumamt` */
  readonly amount: Fen
  /** `cnt` */
  readonly quantity: Quantity
  /** `pric`; times quantity it must give the amount to the fen. */
  readonly price: UnitPrice
  /** `fee_ocur_time`, epoch milliseconds. */
  readonly occurredAt: number
  readonly traceCodes: readonly SettlementTraceCode[]
  readonly prescription?: LinePrescription
  /** A medical consumable: its codes count in `mcs_trac_cnt`. */
  readonly consumable?: boolean
}

/** What trial and settlement share. */
export type SettlementRequest = {
  /** `psn_no` */
  readonly personNumber: string
  readonly credential: Pick<Credential, 'type' | 'number' | 'cardSerial'>
  /** `insutype`, of the insurance chosen from 1101. */
  readonly insuranceType: string
  /** `acct_used_flag`: what the person said. */
  readonly accountUsed: boolean
  /** `med_type` */
  readonly medicalType: string
  /** `begntime`, epoch milliseconds. */
  readonly beginTime: number
  /** `medfee_sumamt`: must be the sum of the lines. */
  readonly total: Fen
  /** `dise_codg`, `dise_name`: chronic disease only. */
  readonly disease?: { readonly code: string; readonly name: string }
  readonly lines: readonly SettlementLine[]
}

type DrugInfo = Request2101A['druginfo']
type TrialDetail = Request2101A['drugdetail'][number]
type SettlementDetail = Request2102B['drugdetail'][number]
type TraceRow = NonNullable<SettlementDetail['drug_trac_info']>[number]

const flag = (value: boolean): '0' | '1' => (value ? '1' : '0')

/** Sums and prices that the centre would reject, or that would make the receipt wrong. */
function checkAmounts(infno: string, request: SettlementRequest): Result<null> {
  if (request.lines.length === 0) return requestInvalid(infno, 'drugdetail', 'missing')
  const total = wireAmount(infno, 'medfee_sumamt', request.total)
  if (!total.ok) return total
  if (sumFen(request.lines.map((line) => line.amount)) !== request.total) {
    return requestInvalid(infno, 'medfee_sumamt', 'sum')
  }
  const numbers = new Set<string>()
  for (const line of request.lines) {
    const amount = wireAmount(infno, 'det_item_fee_sumamt', line.amount)
    if (!amount.ok) return amount
    if (priceTimesQuantity(line.price, line.quantity) !== line.amount)
      return requestInvalid(infno, 'pric', 'product')
    if (numbers.has(line.feeDetailNumber)) return requestInvalid(infno, 'feedetl_sn', 'repeated')
    numbers.add(line.feeDetailNumber)
  }
  return ok(null)
}

function drugInfo(request: SettlementRequest): DrugInfo {
  return {
    psn_no: request.personNumber,
    mdtrt_cert_type: request.credential.type,
    mdtrt_cert_no: request.credential.number,
    begntime: wireDateTime(request.beginTime),
    medfee_sumamt: formatYuan(request.total),
    insutype: request.insuranceType,
    ...optional('dise_codg', request.disease?.code),
    ...optional('dise_name', request.disease?.name),
    acct_used_flag: flag(request.accountUsed),
    med_type: request.medicalType,
  }
}

function detail(line: SettlementLine): TrialDetail {
  return {
    feedetl_sn: line.feeDetailNumber,
    ...optional('rxno', line.prescription?.number),
    rx_circ_flag: flag(line.prescription?.external === true),
    fee_ocur_time: wireDateTime(line.occurredAt),
    med_list_codg: line.nationalCode,
    medins_list_codg: line.shopCode,
    det_item_fee_sumamt: formatYuan(line.amount),
    cnt: formatQuantity(line.quantity),
    pric: formatUnitPrice(line.price),
    ...optional('bilg_dr_codg', line.prescription?.doctorCode),
    ...optional('bilg_dr_name', line.prescription?.doctorName),
  }
}

/**
 * Trial (2101 or 2101A by profile): who would pay what. Moves no money and carries no trace codes: neither table has the node.
 * Refuses with INSURANCE_REQUEST_INVALID when lines and total do not agree.
 */
export function buildTrial(profile: RegionProfile, request: SettlementRequest): Result<WireRequest> {
  const infno = profile.variants.trial
  const checked = checkAmounts(infno, request)
  if (!checked.ok) return checked
  const input: Request2101A = { druginfo: drugInfo(request), drugdetail: request.lines.map(detail) }
  return wireRequest(infno, input)
}

/** 1 by the smallest preparation unit (a split pack), 2 by the smallest package: `min_prcunt_type` of 2102B. */
const unitType = (code: SettlementTraceCode): '1' | '2' => (code.split ? '1' : '2')

function traceRow(line: SettlementLine, code: SettlementTraceCode, withUnitType: boolean): Partial<TraceRow> {
  return {
    feedetl_sn: line.feeDetailNumber,
    drug_trac_codg: code.code,
    trdn_flag: flag(code.split),
    ...(withUnitType ? { min_prcunt_type: unitType(code) } : {}),
  }
}

function traceCount(lines: readonly SettlementLine[], consumable: boolean): string {
  const counted = lines.filter((line) => (line.consumable === true) === consumable)
  return String(counted.reduce((count, line) => count + line.traceCodes.length, 0))
}

/**
 * Settlement (2102, 2102A or 2102B by profile): moves money. One row in `drug_trac_info` for each code, in the node where
 * the catalogue has it; a region that wants it elsewhere gets it moved when the envelope is made.
 * Refuses with INSURANCE_REQUEST_INVALID when lines and total do not agree.
 */
export function buildSettlement(profile: RegionProfile, request: SettlementRequest): Result<WireRequest> {
  const infno = profile.variants.settle
  const checked = checkAmounts(infno, request)
  if (!checked.ok) return checked
  const counters = profile.traceNode.counters
    ? {
        minpacunt_drug_trac_cnt: traceCount(request.lines, false),
        mcs_trac_cnt: traceCount(request.lines, true),
      }
    : {}
  return wireRequest(infno, {
    druginfo: { ...drugInfo(request), ...counters },
    drugdetail: request.lines.map((line) => ({
      ...detail(line),
      ...(line.traceCodes.length === 0
        ? {}
        : { drug_trac_info: line.traceCodes.map((code) => traceRow(line, code, infno === '2102B')) }),
    })),
  })
}

import {
  parseQuantity,
  parseUnitPrice,
  productInFen,
  type Quantity,
  type UnitPrice,
} from '../../../core/money/decimal.ts'
import { parseYuan, sumFen, type Fen } from '../../../core/money/fen.ts'
import type { WireObject } from '../../../insurance/catalogue/exact-json.ts'
import { parseWireDateTime } from '../../../insurance/catalogue/wire-time.ts'
import type { InsuranceRecord, PersonRecord } from '../../ledger/people.ts'
import { failed, passed, type Call, type Centre, type Checked } from '../call.ts'
import { rowOf, rowsOf, textOf } from '../wire.ts'

/** One line as it was asked for. */
export type AskedLine = {
  readonly lineNumber: string
  readonly nationalCode: string
  readonly shopCode: string
  readonly prescriptionNumber: string
  readonly occurredAt: string
  readonly total: Fen
  readonly count: Quantity
  readonly price: UnitPrice
  readonly row: WireObject
}

/** A trial or settlement as it was asked for, with whom it is for. */
export type AskedSale = {
  readonly person: PersonRecord
  readonly insurance: InsuranceRecord
  readonly credentialType: string
  readonly medicalType: string
  readonly accountUsed: boolean
  readonly begunAt: number
  readonly total: Fen
  readonly lines: readonly AskedLine[]
  /** `druginfo` */
  readonly head: WireObject
}

const STATES: ReadonlyMap<string, string> = new Map([
  ['0', '未参保'],
  ['2', '暂停参保'],
  ['4', '终止参保'],
])

function readLine(row: WireObject, position: number): Checked<AskedLine> {
  const at = `第${position + 1}行`
  const total = parseYuan(textOf(row, 'det_item_fee_sumamt'))
  const count = parseQuantity(textOf(row, 'cnt'))
  const price = parseUnitPrice(textOf(row, 'pric'))
  if (!total.ok || !count.ok || !price.ok) return failed(`${at}的金额、数量或单价不合法`)
  if (total.value < 0 || count.value === 0) return failed(`${at}的金额或数量不能为负数或零`)
  if (Math.abs(productInFen(price.value, count.value) - total.value) > 1) {
    return failed(`${at}的数量×单价(cnt*pric)与明细金额(det_item_fee_sumamt)不一致`)
  }
  return passed({
    lineNumber: textOf(row, 'feedetl_sn'),
    nationalCode: textOf(row, 'med_list_codg'),
    shopCode: textOf(row, 'medins_list_codg'),
    prescriptionNumber: textOf(row, 'rxno'),
    occurredAt: textOf(row, 'fee_ocur_time'),
    total: total.value,
    count: count.value,
    price: price.value,
    row,
  })
}

function readLines(input: WireObject, total: Fen): Checked<readonly AskedLine[]> {
  const lines: AskedLine[] = []
  for (const [position, row] of rowsOf(input, 'drugdetail').entries()) {
    const line = readLine(row, position)
    if (!line.ok) return line
    lines.push(line.value)
  }
  if (lines.length === 0) return failed('费用明细(drugdetail)不能为空')
  if (new Set(lines.map((line) => line.lineNumber)).size !== lines.length) {
    return failed('费用明细流水号(feedetl_sn)重复')
  }
  if (sumFen(lines.map((line) => line.total)) !== total) {
    return failed('明细项目费用总额之和与医疗费总额(medfee_sumamt)不一致')
  }
  return passed(lines)
}

/** Whether a credential is that person's. */
export function isCredentialOf(person: PersonRecord, type: string, number: string): boolean {
  switch (type) {
    case '01':
      return person.ecToken === number
    case '02':
      return person.documentNumber === number
    case '03':
      return person.cardNumber === number
    default:
      return false
  }
}

type Insured = { readonly person: PersonRecord; readonly insurance: InsuranceRecord }

function findInsured(head: WireObject, call: Call, centre: Centre): Checked<Insured> {
  const { people } = centre.ledger
  const person = people.byNumber(textOf(head, 'psn_no'))
  if (person === undefined) return failed('人员编号(psn_no)不存在')
  if (!isCredentialOf(person, textOf(head, 'mdtrt_cert_type'), textOf(head, 'mdtrt_cert_no'))) {
    return failed('就诊凭证与人员不符')
  }
  const insurance = people.insurance(person.personNumber, textOf(head, 'insutype'), call.place)
  if (insurance === undefined) return failed('人员在该参保地没有此险种的参保信息')
  if (insurance.status !== '1') {
    return failed(`人员参保状态为${STATES.get(insurance.status) ?? '异常'}，不能享受待遇`)
  }
  const forAll = call.infno.endsWith('A') || call.infno.endsWith('B')
  if (!forAll && !call.place.startsWith(centre.config.provincePrefix)) {
    return failed('跨省异地人员请使用2101A、2102A')
  }
  return passed({ person, insurance })
}

/** Reads a trial or settlement and checks everything that does not concern trace codes. */
export function readSale(call: Call, centre: Centre): Checked<AskedSale> {
  const head = rowOf(call.input, 'druginfo')
  const total = parseYuan(textOf(head, 'medfee_sumamt'))
  if (!total.ok || total.value <= 0) return failed('医疗费总额(medfee_sumamt)不合法')
  const insured = findInsured(head, call, centre)
  if (!insured.ok) return insured
  const lines = readLines(call.input, total.value)
  if (!lines.ok) return lines
  return passed({
    ...insured.value,
    credentialType: textOf(head, 'mdtrt_cert_type'),
    medicalType: textOf(head, 'med_type'),
    accountUsed: textOf(head, 'acct_used_flag') === '1',
    begunAt: parseWireDateTime(textOf(head, 'begntime')) ?? call.at,
    total: total.value,
    lines: lines.value,
    head,
  })
}

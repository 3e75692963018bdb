import { parseWireDateTime, wireDate, wireDateTime } from '../../../insurance/catalogue/wire-time.ts'
import type { PersonRecord } from '../../ledger/people.ts'
import type { SettlementLine, SettlementRecord } from '../../ledger/settlements.ts'
import { answered, refused, type Call, type Centre, type Handler, type Output, type Reply } from '../call.ts'
import { insuranceFields, personFields } from '../person-fields.ts'
import { fundFields, fundRows } from '../sale/sale-output.ts'
import { count, price, ratio, rowOf, textOf, yuan } from '../wire.ts'

const NOT_FOUND = '未查询到结算信息'

function payPlace(place: string, centre: Centre): string {
  const { localPrefixes, provincePrefix } = centre.config
  if (localPrefixes.some((prefix) => place.startsWith(prefix))) return '2'
  return place.startsWith(provincePrefix) ? '3' : '4'
}

/** One row per visit of the person at this shop in the period; a cancelled purchase is one visit with two settlements. */
export const findVisits: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  const { ledger } = centre
  const person = ledger.people.byNumber(textOf(data, 'psn_no'))
  const from = parseWireDateTime(textOf(data, 'begntime'))
  const to = parseWireDateTime(textOf(data, 'endtime'))
  if (person === undefined) return refused('人员编号(psn_no)不存在')
  if (from === undefined || to === undefined || from > to) return refused('查询的开始时间、结束时间不合法')
  const visitId = textOf(data, 'mdtrt_id')
  const medicalType = textOf(data, 'med_type')
  // the second `to` names lasts a second
  const rows = ledger.settlements
    .ofPerson(person.personNumber, from, to + 999)
    .filter(
      (sale) => sale.kind === 'sale' && sale.shop === call.shop.code && sale.medicalType === medicalType,
    )
    .filter((sale) => visitId === '' || sale.visitId === visitId)
  return answered({ mdtrtinfo: rows.map((sale) => visitRow(sale, person, call, centre)) })
}

function visitRow(sale: SettlementRecord, person: PersonRecord, call: Call, centre: Centre): Output {
  const insurance = centre.ledger.people.insuranceById(sale.insuranceId)
  if (insurance === undefined) throw new Error(`settlement ${sale.settlementId} without insurance`)
  return {
    mdtrt_id: sale.visitId,
    ...personFields(person, call.at),
    ...insuranceFields(insurance),
    insu_optins: insurance.place,
    emp_name: insurance.employer,
    begntime: wireDateTime(sale.begunAt),
    endtime: wireDateTime(sale.settledAt),
    mdtrt_cert_type: sale.credentialType,
    med_type: sale.medicalType,
    dise_codg: sale.diseaseCode,
    dise_name: sale.diseaseName,
    opter_id: sale.operator,
    opter_name: sale.operatorName,
    opt_time: wireDateTime(sale.settledAt),
    memo: '',
  }
}

function settlementOutput(sale: SettlementRecord, call: Call, centre: Centre): Output {
  const { people } = centre.ledger
  const person = people.byNumber(sale.personNumber)
  const insurance = people.insuranceById(sale.insuranceId)
  const shop = centre.config.institutions.find((institution) => institution.code === sale.shop)
  if (person === undefined || insurance === undefined)
    throw new Error(`${sale.settlementId} without its person`)
  const cancelled = sale.kind === 'cancellation' || sale.state === 'cancelled'
  return {
    setlinfo: {
      setl_id: sale.settlementId,
      mdtrt_id: sale.visitId,
      ...personFields(person, call.at),
      ...insuranceFields(insurance),
      insu_optins: insurance.place,
      emp_name: insurance.employer,
      pay_loc: payPlace(insurance.place, centre),
      fixmedins_code: sale.shop,
      fixmedins_name: shop?.name ?? '',
      hosp_lv: '11',
      fixmedins_poolarea: centre.config.area,
      begndate: wireDate(sale.begunAt),
      enddate: wireDate(sale.settledAt),
      setl_time: wireDateTime(sale.settledAt),
      mdtrt_cert_type: sale.credentialType,
      med_type: sale.medicalType,
      clr_type: sale.clearingType,
      clr_way: sale.clearingWay,
      clr_optins: insurance.place,
      ...fundFields(sale),
      psn_pay: yuan(sale.personPart),
      acct_pay: yuan(sale.accountPaid),
      cash_payamt: yuan(sale.cashPaid),
      balc: yuan(sale.balanceAfter),
      acct_mulaid_pay: yuan(0),
      medins_setl_id: sale.msgid,
      refd_setl_flag: cancelled ? '1' : '0',
      year: wireDate(sale.settledAt).slice(0, 4),
      dise_codg: sale.diseaseCode,
      dise_name: sale.diseaseName,
      invono: sale.invoice,
      opter_id: sale.operator,
      opter_name: sale.operatorName,
      opt_time: wireDateTime(sale.settledAt),
    },
    setldetail: fundRows(sale),
  }
}

const isVisible = (
  sale: SettlementRecord | undefined,
  call: Call,
  person: string,
): sale is SettlementRecord =>
  sale !== undefined &&
  sale.state !== 'reversed' &&
  sale.shop === call.shop.code &&
  sale.personNumber === person

/** 5203: one settlement by all of its three identifiers. */
export const findSettlement: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  const sale = centre.ledger.settlements.byId(textOf(data, 'setl_id'))
  const found = isVisible(sale, call, textOf(data, 'psn_no')) && sale.visitId === textOf(data, 'mdtrt_id')
  return found ? answered(settlementOutput(sale, call, centre)) : refused(NOT_FOUND)
}

/** 5203A: one settlement by the msgid that asked for it. */
export const findSettlementByMessage: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  const sale = centre.ledger.settlements.byMessage(textOf(data, 'medins_setl_id'))
  return isVisible(sale, call, textOf(data, 'psn_no'))
    ? answered(settlementOutput(sale, call, centre))
    : refused(NOT_FOUND)
}

function lineRow(line: SettlementLine, sale: SettlementRecord, centre: Centre): Output {
  const good = centre.ledger.goods.byCode(line.nationalCode)
  return {
    mdtrt_id: sale.visitId,
    setl_id: line.settlementId,
    feedetl_sn: line.lineNumber,
    rx_drord_no: line.prescriptionNumber,
    med_type: sale.medicalType,
    fee_ocur_time: line.occurredAt,
    cnt: count(line.count),
    pric: price(line.price),
    det_item_fee_sumamt: yuan(line.total),
    pric_uplmt_amt: price(line.priceCeiling ?? 0),
    selfpay_prop: ratio(line.level === '03' ? 10_000 : line.selfPayRatio),
    fulamt_ownpay_amt: yuan(line.selfPaid),
    overlmt_amt: yuan(line.overLimit),
    preselfpay_amt: yuan(line.firstSelfPaid),
    inscp_scp_amt: yuan(line.inScope),
    chrgitm_lv: line.level,
    hilist_code: line.nationalCode,
    hilist_name: good?.name ?? line.nationalCode,
    list_type: good?.listType ?? '101',
    med_list_codg: line.nationalCode,
    medins_list_codg: line.shopCode,
    medins_list_name: good?.name ?? line.shopCode,
    med_chrgitm_type: line.chargeType,
    spec: good?.specification ?? '',
    dosform_name: good?.dosageForm ?? '其他',
    opter_id: sale.operator,
    opter_name: sale.operatorName,
    opt_time: wireDateTime(sale.settledAt),
  }
}

/** 5204: the lines of a visit, all of it or those of one settlement. The output is the array itself. */
export const findLines: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  const wanted = textOf(data, 'setl_id')
  const sales = centre.ledger.settlements
    .ofVisit(textOf(data, 'mdtrt_id'))
    .filter((sale) => isVisible(sale, call, textOf(data, 'psn_no')))
    .filter((sale) => wanted === '' || sale.settlementId === wanted)
  if (sales.length === 0) return refused('未查询到费用明细')
  const rows = sales.flatMap((sale) =>
    centre.ledger.settlements.linesOf(sale.settlementId).map((line) => lineRow(line, sale, centre)),
  )
  return answered(rows)
}

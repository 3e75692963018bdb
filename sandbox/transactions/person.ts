import { compactDateTime, wireDateTime } from '../../insurance/catalogue/wire-time.ts'
import type { InsuranceRecord, PersonRecord } from '../ledger/people.ts'
import {
  answered,
  failed,
  passed,
  refused,
  type Call,
  type Centre,
  type Checked,
  type Handler,
  type Reply,
} from './call.ts'
import { personFields } from './person-fields.ts'
import { rowOf, textOf, yuan } from './wire.ts'
import type { WireObject } from '../../insurance/catalogue/exact-json.ts'

const NOT_FOUND = '未查询到参保人员信息'

/** Documents whose number alone says whose it is: resident cards, permits and foreigners' cards of 18 characters. */
const UNIQUE_BY_NUMBER = /^(?:01|07|17|1701|1702|1703|20)$/

/** 17 is the family of 1701, 1702 and 1703. */
const sameKind = (asked: string, stored: string): boolean =>
  asked === stored ||
  (asked === '17' && stored.startsWith('17')) ||
  (stored === '17' && asked.startsWith('17'))

function byDocument(data: WireObject, centre: Centre): Checked<PersonRecord> {
  const kind = textOf(data, 'psn_cert_type')
  const number = textOf(data, 'certno') || textOf(data, 'mdtrt_cert_no')
  if (number !== textOf(data, 'mdtrt_cert_no'))
    return failed('证件号码(certno)与就诊凭证编号(mdtrt_cert_no)不一致')
  const name = textOf(data, 'psn_name')
  const found = centre.ledger.people
    .byDocument(number)
    .filter((person) => kind === '' || sameKind(kind, person.documentKind))
  const [person] = found
  if (person === undefined) return failed(NOT_FOUND)
  if (!UNIQUE_BY_NUMBER.test(person.documentKind)) {
    if (kind === '') return failed('非居民身份证须上送人员证件类型(psn_cert_type)')
    if (name === '') return failed('该证件类型须上送人员姓名(psn_name)')
  }
  if (name !== '' && name !== person.name) return failed('姓名与证件号码不一致')
  return passed(person)
}

function findPerson(data: WireObject, centre: Centre): Checked<PersonRecord> {
  const { people } = centre.ledger
  const number = textOf(data, 'mdtrt_cert_no')
  let person: PersonRecord | undefined
  switch (textOf(data, 'mdtrt_cert_type')) {
    case '01':
      person = people.byToken(number)
      return person === undefined ? failed('电子凭证令牌无效或已过期') : passed(person)
    case '02':
      return byDocument(data, centre)
    case '03': {
      const serial = textOf(data, 'card_sn')
      if (serial === '') return failed('社会保障卡须上送卡识别码(card_sn)')
      person = people.byCard(number, serial)
      return person === undefined ? failed(NOT_FOUND) : passed(person)
    }
    default:
      return failed('不支持的就诊凭证类型(mdtrt_cert_type)')
  }
}

function insuranceRow(insurance: InsuranceRecord): Record<string, string> {
  return {
    balc: yuan(insurance.balance),
    insutype: insurance.insuranceType,
    psn_type: insurance.personType,
    psn_insu_stas: insurance.status,
    psn_insu_date: insurance.since,
    paus_insu_date: insurance.pausedOn,
    cvlserv_flag: insurance.civilServant,
    insuplc_admdvs: insurance.place,
    emp_name: insurance.employer,
  }
}

/** 1101: the person behind a credential, with every insurance whatever its state. */
export const findInsured: Handler = (call: Call, centre: Centre): Reply => {
  const found = findPerson(rowOf(call.input, 'data'), centre)
  if (!found.ok) return refused(found.message)
  const person = found.value
  const output = {
    baseinfo: { ...personFields(person, call.at), exp_content: '' },
    insuinfo: centre.ledger.people.insurancesOf(person.personNumber).map(insuranceRow),
    idetinfo: person.identities.map((identity) => ({
      psn_idet_type: identity.type,
      psn_type_lv: identity.level,
      memo: '',
      begntime: identity.begin,
      endtime: identity.end,
    })),
  }
  if (call.input['regSninfo'] === undefined) return answered(output)
  return answered({ ...output, regSninfo: { regSn: `R${compactDateTime(call.at)}${call.serial}` } })
}

/** 2001: whether the funds of one insurance pay here, with the reason when they do not. */
export const checkEntitlement: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  const personNumber = textOf(data, 'psn_no')
  const insurance = centre.ledger.people.insurance(personNumber, textOf(data, 'insutype'), call.place)
  if (insurance === undefined) return refused('人员在该参保地没有此险种的参保信息')
  const medicalType = textOf(data, 'med_type')
  const rules = centre.config.plans[insurance.plan]?.rules ?? []
  const rule = rules.find((candidate) => candidate.medicalTypes.includes(medicalType))
  const normal = insurance.status === '1'
  const row = (fundType: string, enjoyed: boolean, reason: string): Record<string, string> => ({
    psn_no: personNumber,
    trt_chk_type: '1',
    fund_pay_type: fundType,
    trt_enjymnt_flag: enjoyed ? '1' : '0',
    begndate: insurance.since,
    enddate: '',
    trt_chk_rslt: enjoyed ? '' : reason,
  })
  const stateReason = `参保状态异常，不能享受待遇（查询时间 ${wireDateTime(call.at)}）`
  const account = row('310200', normal, stateReason)
  if (rule === undefined) return answered({ trtinfo: [account] })
  const used = insurance.poolUsed >= rule.yearCapFen
  const pooled = row(rule.fundType, normal && !used, normal ? '统筹基金年度支付限额已用完' : stateReason)
  return answered({ trtinfo: [pooled, account] })
}

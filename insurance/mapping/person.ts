import type { Credential, Insurance, Person } from '../../core/identity/person.ts'
import { ok, type Result } from '../../core/result.ts'
import type { WireObject, WireValue } from '../catalogue/exact-json.ts'
import type { Request1101 } from '../catalogue/generated/settlement.ts'
import {
  answerInvalid,
  readAll,
  requiredAmount,
  requiredText,
  rowOf,
  rowsOf,
  textOf,
} from './answer-reader.ts'
import { optional, wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '1101'

/**
 * 1101 人员基本信息获取. Type 02 repeats the number in `certno` with its kind: that is how documents other than the
 * resident ID card are told apart. `card_sn` belongs to type 03.
 */
export function buildPersonQuery(credential: Credential): Result<WireRequest> {
  const byDocument = credential.type === '02'
  const input: Request1101 = {
    data: {
      mdtrt_cert_type: credential.type,
      mdtrt_cert_no: credential.number,
      ...(credential.type === '03' ? optional('card_sn', credential.cardSerial) : {}),
      ...(byDocument ? { certno: credential.number } : {}),
      ...(byDocument ? optional('psn_cert_type', credential.documentKind) : {}),
      ...optional('psn_name', credential.personName),
    },
  }
  return wireRequest(INFNO, input)
}

function readInsurance(row: WireObject): Result<Insurance> {
  const fields = readAll({
    insuranceType: requiredText(INFNO, row, 'insutype'),
    place: requiredText(INFNO, row, 'insuplc_admdvs'),
    balance: requiredAmount(INFNO, row, 'balc'),
  })
  if (!fields.ok) return fields
  if (!/^\d{6}$/.test(fields.value.place)) return answerInvalid(INFNO, 'insuplc_admdvs', 'unreadable')
  return ok({
    ...fields.value,
    status: textOf(row, 'psn_insu_stas'),
    personType: textOf(row, 'psn_type') ?? '',
    civilServant: textOf(row, 'cvlserv_flag') ?? '',
    employer: textOf(row, 'emp_name'),
  })
}

/**
 * 1101's answer. Refuses with INSURANCE_ANSWER_INVALID when the person has no number or name, or an insurance lacks its
 * type, place or a readable balance. No insurance at all is an answer: the person is not insured.
 */
export function readPerson(output: WireValue): Result<Person> {
  const base = rowOf(output, 'baseinfo')
  if (base === undefined) return answerInvalid(INFNO, 'baseinfo', 'missing')
  const fields = readAll({
    personNumber: requiredText(INFNO, base, 'psn_no'),
    name: requiredText(INFNO, base, 'psn_name'),
  })
  if (!fields.ok) return fields
  const insurances: Insurance[] = []
  for (const row of rowsOf(output, 'insuinfo')) {
    const insurance = readInsurance(row)
    if (!insurance.ok) return insurance
    insurances.push(insurance.value)
  }
  return ok({
    ...fields.value,
    documentKind: textOf(base, 'psn_cert_type') ?? '',
    documentNumber: textOf(base, 'certno') ?? '',
    gender: textOf(base, 'gend') ?? '',
    birthDate: textOf(base, 'brdy'),
    insurances,
  })
}

import { dictionary } from '../../insurance/catalogue/catalogue.ts'
import { wireDate } from '../../insurance/catalogue/wire-time.ts'
import { answered, refused, type Call, type Centre, type Handler, type Reply } from './call.ts'
import { rowOf, textOf } from './wire.ts'

const PHARMACY = '2'

/** 1201: a pharmacy by its code, or by part of its name. */
export const findInstitution: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'medinsinfo')
  const code = textOf(data, 'fixmedins_code')
  const name = textOf(data, 'fixmedins_name')
  if (code === '' && name === '') return refused('机构编号与机构名称至少填写一项')
  const found = centre.config.institutions.find(
    (shop) => (code === '' || shop.code === code) && (name === '' || shop.name.includes(name)),
  )
  if (found === undefined || textOf(data, 'fixmedins_type') !== PHARMACY)
    return refused('未查询到定点医药机构信息')
  const medinsinfo = {
    fixmedins_code: found.code,
    fixmedins_name: found.name,
    uscc: found.creditCode,
    fixmedins_type: PHARMACY,
    hosp_lv: '11',
    exp_content: '',
  }
  return answered({ medinsinfo })
}

/** 1901: the values of one code table; an unknown table has none. */
export const readCodeTable: Handler = (call: Call): Reply => {
  const data = rowOf(call.input, 'data')
  const type = textOf(data, 'type')
  const codes = [...(dictionary(type)?.codes ?? [])]
  const list = codes.map(([value, label], index) => ({
    type,
    label,
    value,
    parentValue: '0',
    sort: String(index + 1),
    valiFlag: '1',
    createUser: 'admin',
    createDate: wireDate(call.at),
    version: '1',
  }))
  return answered({ list })
}

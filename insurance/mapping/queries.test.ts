import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateInput } from '../catalogue/validate.ts'
import { hasErrors } from '../catalogue/validators/issue.ts'
import { violatedSums } from '../checks/sums.ts'
import { buildCancellation, readCancellation } from './cancellation.ts'
import { buildCodeTableQuery, readCodeTable } from './code-table.ts'
import { buildEntitlementQuery, readEntitlement } from './entitlement.ts'
import { buildReversal, isReversible } from './reversal.ts'
import {
  buildSettlementQuery,
  buildSettlementQueryByMessage,
  readFoundSettlement,
} from './settlement-query.ts'
import { buildShopQuery, readShops } from './shop.ts'
import { MSGID, profileOf, refusalOf, SETLINFO, TEN_O_CLOCK, valueOf } from './testing/samples.ts'
import { buildVisitQuery, readVisits } from './visits.ts'
import type { WireRequest } from './wire-request.ts'

const problems = (request: WireRequest): unknown => {
  const issues = validateInput(request.infno, request.input)
  return hasErrors(issues) ? issues : []
}

describe('1201', () => {
  it('asks for this pharmacy and reads one row or several', () => {
    const request = valueOf(buildShopQuery({ code: 'P4419000000199', name: '好药店' }))
    expect(request.input).toEqual({
      medinsinfo: { fixmedins_type: '2', fixmedins_code: 'P44190000001', fixmedins_name: '好药店' },
    })
    expect(problems(request)).toEqual([])
    const row = {
      fixmedins_code: 'P44190000001',
      fixmedins_name: '好药店',
      uscc: '91',
      fixmedins_type: '2',
      hosp_lv: '11',
    }
    const shop = { code: 'P44190000001', name: '好药店', creditCode: '91', type: '2' }
    expect(valueOf(readShops({ medinsinfo: row }))).toEqual([shop])
    expect(valueOf(readShops({ medinsinfo: [row, row] }))).toEqual([shop, shop])
    expect(refusalOf(readShops({ medinsinfo: [] })).params).toMatchObject({
      where: 'medinsinfo',
      problem: 'missing',
    })
    expect(refusalOf(readShops({ medinsinfo: [{}] })).params).toMatchObject({ where: 'fixmedins_code' })
  })
})

describe('1901', () => {
  it('asks for the codes of today and reads both spellings', () => {
    const request = valueOf(buildCodeTableQuery({ type: 'MED_TYPE', areaCode: '441900', at: TEN_O_CLOCK }))
    expect(request.input).toEqual({
      data: { type: 'MED_TYPE', admdvs: '441900', date: '2026-01-31', valiFlag: '1' },
    })
    expect(problems(request)).toEqual([])
    const list = [
      { value: '41', label: '药店购药', sort: '1', valiFlag: '1', parentValue: '4' },
      { value: '14', label: '', sort: 'x', vali_flag: '1', parent_value: '1' },
      { value: '99', label: '旧', vali_flag: '0' },
    ]
    expect(valueOf(readCodeTable({ list }))).toEqual([
      { value: '41', label: '药店购药', parentValue: '4', sort: 1 },
      { value: '14', label: '14', parentValue: '1', sort: undefined },
    ])
    expect(valueOf(readCodeTable(null))).toEqual([])
    expect(refusalOf(readCodeTable({ fileinfo: { file_qury_no: 'F' } })).params).toMatchObject({
      problem: 'file',
    })
    expect(refusalOf(readCodeTable({ list: [{ label: 'x' }] })).params).toMatchObject({ where: 'value' })
  })
})

describe('2001', () => {
  it('asks what a person is entitled to', () => {
    const request = valueOf(
      buildEntitlementQuery({
        personNumber: '1',
        insuranceType: '310',
        shopCode: 'P44190000001',
        medicalType: '41',
        beginTime: TEN_O_CLOCK,
      }),
    )
    expect(problems(request)).toEqual([])
    expect(
      valueOf(
        readEntitlement({
          trtinfo: [
            { fund_pay_type: '310100', trt_enjymnt_flag: '0', trt_chk_rslt: '等待期' },
            { fund_pay_type: '310200', trt_enjymnt_flag: '1' },
          ],
        }),
      ),
    ).toEqual([
      { fundType: '310100', enjoyed: false, reason: '等待期' },
      { fundType: '310200', enjoyed: true, reason: undefined },
    ])
    expect(valueOf(readEntitlement(null))).toEqual([])
    expect(refusalOf(readEntitlement({ trtinfo: {} })).params).toMatchObject({ where: 'fund_pay_type' })
  })
})

describe('5201', () => {
  it('asks for visits over a period', () => {
    const request = valueOf(
      buildVisitQuery({ personNumber: '1', from: TEN_O_CLOCK, to: TEN_O_CLOCK + 60_000, medicalType: '41' }),
    )
    expect(request.input).toEqual({
      data: { psn_no: '1', begntime: '2026-01-31 10:00:00', endtime: '2026-01-31 10:01:00', med_type: '41' },
    })
    expect(problems(request)).toEqual([])
    expect(
      valueOf(
        readVisits({
          mdtrtinfo: [
            { mdtrt_id: 'M1', psn_no: '1', begntime: 'b', endtime: 'e', med_type: '41', setl_id: 'S1' },
          ],
        }),
      ),
    ).toEqual([
      { visitId: 'M1', personNumber: '1', begin: 'b', end: 'e', medicalType: '41', settlementId: 'S1' },
    ])
    expect(valueOf(readVisits({ mdtrtinfo: [] }))).toEqual([])
    expect(refusalOf(readVisits({ mdtrtinfo: [{}] })).params).toMatchObject({ where: 'mdtrt_id' })
  })
})

const { psn_part_amt: personal = '', psn_cash_pay: cash = '', hosp_part_amt: _hospital, ...SHARED } = SETLINFO
const FOUND = { ...SHARED, psn_pay: personal, cash_payamt: cash, refd_setl_flag: '0' }

describe('5203, 5203A', () => {
  it('ask by ids and by msgid', () => {
    expect(
      problems(valueOf(buildSettlementQuery({ personNumber: '1', settlementId: 'S1', visitId: 'M1' }))),
    ).toEqual([])
    const byMessage = valueOf(buildSettlementQueryByMessage({ personNumber: '1', msgid: MSGID }))
    expect(byMessage).toEqual({ infno: '5203A', input: { data: { psn_no: '1', medins_setl_id: MSGID } } })
    expect(problems(byMessage)).toEqual([])
  })

  it('read the settlement under its other names', () => {
    const found = valueOf(readFoundSettlement({ setlinfo: FOUND }))
    expect(found).toMatchObject({
      settlementId: 'S1',
      visitId: 'M1',
      msgid: MSGID,
      total: 2800,
      personalPart: 2000,
      cashPart: 450,
      accountPaid: 1550,
      cancelled: false,
      settledAt: '2026-01-31 10:00:05',
      settledAtMs: TEN_O_CLOCK + 5000,
    })
    expect(found === undefined ? [] : violatedSums(found)).toEqual([])
  })

  it('read a cancelled one, told in negative amounts', () => {
    const negative = Object.fromEntries(
      Object.entries(FOUND).map(([name, value]) => [
        name,
        /^\d+(\.\d\d)?$/.test(value) && /pay|amt/.test(name) ? `-${value}` : value,
      ]),
    )
    const found = valueOf(readFoundSettlement({ setlinfo: { ...negative, refd_setl_flag: '1' } }))
    expect(found).toMatchObject({ total: -2800, cancelled: true })
  })

  it('tell nothing found from something that cannot be read', () => {
    for (const nothing of [
      null,
      '',
      {},
      { setlinfo: null },
      { setlinfo: {} },
      { setlinfo: [], setldetail: [] },
      { setlinfo: { setl_id: '' } },
    ]) {
      expect(valueOf(readFoundSettlement(nothing)), JSON.stringify(nothing)).toBeUndefined()
    }
    const refused = (change: Record<string, unknown>): unknown => {
      const { where, problem } = refusalOf(readFoundSettlement({ setlinfo: { ...FOUND, ...change } })).params
      return [where, problem]
    }
    expect(refused({ medins_setl_id: '' })).toEqual(['medins_setl_id', 'missing'])
    expect(refused({ setl_id: null })).toEqual(['setl_id', 'missing'])
    expect(refused({ refd_setl_flag: undefined })).toEqual(['refd_setl_flag', 'missing'])
    expect(refused({ refd_setl_flag: '2' })).toEqual(['refd_setl_flag', 'unreadable'])
    expect(refused({ cash_payamt: '1.001' })).toEqual(['cash_payamt', 'unreadable'])
    expect(refused({ psn_pay: undefined, psn_part_amt: '1.00' })).toEqual(['psn_pay', 'missing'])
    // something came back, but no settlement that we know how to read
    expect(refusalOf(readFoundSettlement({ other: { a: '1' } })).params).toMatchObject({
      where: 'setlinfo',
      problem: 'missing',
    })
    expect(refusalOf(readFoundSettlement('text')).params).toMatchObject({ where: 'setlinfo' })
  })

  it('never throw, and never find what has no msgid', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(FOUND)), (value, field) => {
        for (const candidate of [value, { setlinfo: value }, { setlinfo: { ...FOUND, [field]: value } }]) {
          const found = readFoundSettlement(candidate as never)
          if (found.ok && found.value !== undefined) expect(found.value.msgid).not.toBe('')
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('2103', () => {
  it('cancels a whole settlement', () => {
    const request = valueOf(buildCancellation({ personNumber: '1', settlementId: 'S1', visitId: 'M1' }))
    expect(request.input).toEqual({ data: { setl_id: 'S1', mdtrt_id: 'M1', psn_no: '1' } })
    expect(problems(request)).toEqual([])
    expect(valueOf(readCancellation({ setlinfo: { ...FOUND, setl_id: 'S2' } }))).toMatchObject({
      settlementId: 'S2',
      visitId: 'M1',
      cashPart: 450,
      msgid: MSGID,
    })
    expect(valueOf(readCancellation({ setlinfo: { ...FOUND, medfee_sumamt: '-28.00' } })).total).toBe(-2800)
    expect(refusalOf(readCancellation(null)).params).toMatchObject({ where: 'setlinfo' })
  })
})

describe('2601', () => {
  const DONGGUAN = profileOf('dongguan-441900')
  const PANZHIHUA = profileOf('panzhihua-510400')
  const original = (originalInfno: string): Parameters<typeof buildReversal>[1] => ({
    personNumber: '1',
    originalMsgid: MSGID,
    originalInfno,
  })

  it('undoes only what the region lists', () => {
    const request = valueOf(buildReversal(DONGGUAN, original('2102A')))
    expect(request.input).toEqual({ data: { psn_no: '1', omsgid: MSGID, oinfno: '2102A' } })
    expect(problems(request)).toEqual([])
    expect(refusalOf(buildReversal(PANZHIHUA, original('2102A')))).toEqual({
      code: 'INSURANCE_REQUEST_INVALID',
      params: { infno: '2601', where: 'oinfno', problem: 'not-reversible' },
    })
    expect(buildReversal(PANZHIHUA, original('2103')).ok).toBe(true)
  })

  it('never undoes a reversal', () => {
    const careless = profileOf('dongguan-441900', { reversible: [{ infno: '2601', note: 'x' }] })
    expect(isReversible(careless, '2601')).toBe(false)
  })
})

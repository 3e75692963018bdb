import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCentreProcess, type CentreProcess } from '../../testing/centre-process.ts'
import { expectAccepted, expectRefused } from '../../testing/expect-answer.ts'
import {
  box,
  newTrace,
  node,
  rows,
  seedPerson,
  SHOP_CODE,
  TestShop,
  type Members,
  type ShopAnswer,
} from '../../testing/test-shop.ts'

const AMOXICILLIN = 'XJ01CAA040E001'
const person = seedPerson('陈嘉敏')

let centre: CentreProcess
let shop: TestShop
beforeAll(async () => {
  centre = await startCentreProcess()
})
beforeEach(async () => {
  await centre.admin.reset()
  shop = new TestShop(centre.url)
  await shop.signIn()
})
afterAll(() => centre.stop())

const common = {
  fixmedins_hilist_id: '10010',
  fixmedins_hilist_name: '阿莫西林胶囊',
  fixmedins_bchno: 'B1001001',
  psn_cert_type: '99',
  manu_lotnum: '260101',
  manu_date: '2026-01-01',
  rx_flag: '1',
  trdn_flag: '0',
  sel_retn_cnt: '1.0000',
  sel_retn_time: '2026-11-01 10:00:00',
  sel_retn_opter_name: '收银员一',
}
const saleRow = (codes: readonly string[], over: Members = {}): Members => ({
  ...common,
  prsc_dr_name: '无',
  hi_feesetl_type: '0',
  mdtrt_sn: 'V1',
  rtal_docno: 'R1',
  mdtrt_setl_type: '2',
  drugtracinfo: codes.map((code) => ({ drug_trac_codg: code })),
  ...over,
})
const returnRow = (codes: readonly string[], over: Members = {}): Members => ({
  ...common,
  mdtrt_sn: 'V1',
  drugtracinfo: codes.map((code) => ({ drug_trac_codg: code })),
  ...over,
})
const report = (...list: readonly Members[]): Promise<ShopAnswer> =>
  shop.call('3505A', { selinfoDetail: list })
const giveBack = (...list: readonly Members[]): Promise<ShopAnswer> =>
  shop.call('3506A', { selinfoDetail: list })
const resultOf = (answer: ShopAnswer): unknown => node(answer.output, 'result')['retRslt']

describe('3505 and 3505A', () => {
  it('take a sale that people paid themselves, and its boxes are sold', async () => {
    const [one, two] = [newTrace(), newTrace()]
    const answer = await report(saleRow([one]), saleRow([two]))
    expectAccepted('3505A', answer)
    expect(resultOf(answer)).toBe('1')
    expect(await centre.admin.reports()).toMatchObject([
      { kind: 'sale', documentNumber: 'R1', traceCodes: [one], count: 10_000, insured: 0 },
      { traceCodes: [two] },
    ])
    expectRefused(await shop.settle(person, [box(AMOXICILLIN, '12.50', one)]), /已销售/)
    const again = await report(saleRow([one], { rtal_docno: 'R2' }))
    expectAccepted('3505A', again)
    expect(resultOf(again)).toBe('0')
    const single = await shop.call('3505', { selinfo: saleRow([newTrace()], { rtal_docno: 'R3' }) })
    expectAccepted('3505', single)
    expect(resultOf(single)).toBe('1')
  })

  it('take the same report again without effect, or refuse it by configuration', async () => {
    const row = saleRow([newTrace()])
    await report(row)
    expect(resultOf(await report(row))).toBe('1')
    const stored = await centre.admin.reports()
    expect(stored.map((one) => one.repeatOf)).toEqual([null, stored[0]?.id])
    await centre.admin.setConfig({ repeatedReport: 'refuse' })
    expect(resultOf(await report(row))).toBe('0')
  })

  it('take an insured sale with its settlement and codes alone', async () => {
    const trace = newTrace()
    const settled = await shop.settle(person, [box(AMOXICILLIN, '12.50', trace)])
    const info = node(settled.output, 'setlinfo')
    const insured = {
      mdtrt_setl_type: '1',
      hi_feesetl_type: '1',
      setl_id: info['setl_id'],
      mdtrt_sn: info['mdtrt_id'],
      psn_no: person.personNumber,
    }
    expect(resultOf(await report(saleRow([newTrace()], insured)))).toBe('0')
    expect(resultOf(await report(saleRow([trace], { ...insured, mdtrt_sn: 'V2' })))).toBe('0')
    expect(resultOf(await report(saleRow([trace], { ...insured, setl_id: 'S1' })))).toBe('0')
    expect(resultOf(await report(saleRow([trace], { ...insured, setl_id: '' })))).toBe('0')
    expect(await centre.admin.reports()).toEqual([])
    expect(resultOf(await report(saleRow([trace], insured)))).toBe('1')
    expect((await centre.admin.traces(trace)).map((one) => one.source)).toEqual(['settlement', 'report'])
    // a part is sold again after the settlement was cancelled, whether or not the return was reported yet
    await shop.call('2103', {
      data: { psn_no: person.personNumber, setl_id: info['setl_id'], mdtrt_id: info['mdtrt_id'] },
    })
    expectAccepted('2102A', await shop.settle(person, [box(AMOXICILLIN, '12.50', trace)]))
  })

  it('take all rows or none', async () => {
    const trace = newTrace()
    expect(resultOf(await report(saleRow([trace]), saleRow([trace])))).toBe('0')
    expect(resultOf(await report(saleRow([newTrace()]), saleRow(['6921137102112'])))).toBe('0')
    expect(await centre.admin.reports()).toEqual([])
    expectRefused(await report(saleRow([trace], { sel_retn_cnt: '0' })), /数量/)
    expectRefused(await report({ ...saleRow([trace]), manu_lotnum: '' }), /manu_lotnum.*缺失/)
  })
})

describe('3506 and 3506A', () => {
  it('free the boxes and send back the rows that fail', async () => {
    const [one, two, never] = [newTrace(), newTrace(), newTrace()]
    await report(saleRow([one]), saleRow([two]))
    const answer = await giveBack(returnRow([one]), returnRow([never]))
    expectAccepted('3506A', answer)
    expect(resultOf(answer)).toBe('0')
    expect(rows(answer.output, 'selinfoErrDetail')).toMatchObject([
      { fixmedins_hilist_id: '10010', retRslt: '0' },
    ])
    expectAccepted('2102A', await shop.settle(person, [box(AMOXICILLIN, '12.50', one)]))
    expectRefused(await shop.settle(person, [box(AMOXICILLIN, '12.50', two)]), /已销售/)
    const single = await shop.call('3506', { selinfo: returnRow([two]) })
    expectAccepted('3506', single)
    expect(resultOf(single)).toBe('1')
    const repeat = await shop.call('3506', { selinfo: returnRow([two]) })
    expect(resultOf(repeat)).toBe('1')
    const kinds = (await centre.admin.reports()).map((stored) => [stored.kind, stored.repeatOf === null])
    expect(kinds).toEqual([
      ['sale', true],
      ['sale', true],
      ['return', true],
      ['return', true],
      ['return', false],
    ])
  })
})

describe('3513', () => {
  it('lists what arrived, one row a code, by any of its keys', async () => {
    const [one, two] = [newTrace(), newTrace()]
    await report(
      saleRow([one, two], { sel_retn_cnt: '2' }),
      saleRow([newTrace()], { fixmedins_hilist_id: '20001' }),
    )
    const find = async (over: Members): Promise<number> => {
      const data = { fixmedins_code: SHOP_CODE, psn_cert_type: '01', ...over }
      const answer = await shop.call('3513', { data })
      expectAccepted('3513', answer)
      return rows(answer.output, 'output').length
    }
    expect(await find({})).toBe(3)
    expect(await find({ medins_list_codg: '10010' })).toBe(2)
    expect(await find({ drug_trac_codg: one })).toBe(1)
    expect(await find({ mdtrt_id: 'other' })).toBe(0)
    expect(await find({ begndate: '2020-01-01', enddate: '2020-01-02' })).toBe(0)
    const other = { data: { fixmedins_code: 'P44190000002', psn_cert_type: '01' } }
    expectRefused(await shop.call('3513', other), /本机构/)
  })
})

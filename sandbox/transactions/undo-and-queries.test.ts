import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isWireObject, type WireObject } from '../../insurance/catalogue/exact-json.ts'
import { wireDateTime } from '../../insurance/catalogue/wire-time.ts'
import { startCentreProcess, type CentreProcess } from '../testing/centre-process.ts'
import { expectAccepted, expectRefused } from '../testing/expect-answer.ts'
import {
  box,
  newMessageId,
  newTrace,
  node,
  rows,
  seedPerson,
  TestShop,
  type ShopAnswer,
} from '../testing/test-shop.ts'

const AMOXICILLIN = 'XJ01CAA040E001'
const person = seedPerson('黄志强')
const psn_no = person.personNumber

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

type Settled = { readonly msgid: string; readonly info: WireObject; readonly trace: string }

async function settleOne(): Promise<Settled> {
  const msgid = newMessageId()
  const trace = newTrace()
  const answer = await shop.settle(person, [box(AMOXICILLIN, '100.00', trace)], {}, { msgid })
  expectAccepted('2102A', answer)
  return { msgid, trace, info: node(answer.output, 'setlinfo') }
}
const ids = (info: WireObject) => ({ psn_no, setl_id: info['setl_id'], mdtrt_id: info['mdtrt_id'] })
const reverse = (omsgid: string, oinfno = '2102A'): Promise<ShopAnswer> =>
  shop.call('2601', { data: { psn_no, omsgid, oinfno } })
const byMessage = (msgid: string): Promise<ShopAnswer> =>
  shop.call('5203A', { data: { psn_no, medins_setl_id: msgid } })
const balance = async (): Promise<number | undefined> =>
  (await centre.admin.people()).find((one) => one.personNumber === psn_no)?.insurances[0]?.balance

describe('2601', () => {
  it('removes a settlement: no query finds it, money and boxes are free, the ledger remembers', async () => {
    const { msgid, info, trace } = await settleOne()
    const answer = await reverse(msgid)
    expectAccepted('2601', answer)
    expect(answer.output).toBeNull()
    expectRefused(await byMessage(msgid), /未查询到/)
    expectRefused(await shop.call('5203', { data: ids(info) }), /未查询到/)
    expectRefused(await shop.call('2103', { data: ids(info) }), /未查询到/)
    expect(await balance()).toBe(52_318)
    expect(await centre.admin.settlements({ msgid })).toMatchObject([{ state: 'reversed' }])
    expect(await centre.admin.check()).toEqual([])
    expectAccepted('2102A', await shop.settle(person, [box(AMOXICILLIN, '100.00', trace)]))
    expectRefused(await reverse(msgid), /冲正/)
  })

  it('takes effect later where it is so', async () => {
    await centre.admin.setConfig({ reversal: { effect: 'later', laterMs: 3_600_000 } })
    const { msgid } = await settleOne()
    expectAccepted('2601', await reverse(msgid))
    expectAccepted('5203A', await byMessage(msgid))
    expectRefused(await reverse(msgid), /已提交冲正/)
    await centre.admin.setClock(3_600_001)
    expectRefused(await byMessage(msgid), /未查询到/)
    expect(await centre.admin.check()).toEqual([])
  })

  it('may be accepted and forgotten, or done by the admin interface', async () => {
    await centre.admin.setConfig({ reversal: { effect: 'never' } })
    const first = await settleOne()
    expectAccepted('2601', await reverse(first.msgid))
    expect(await centre.admin.applyReversals()).toBe(0)
    expectAccepted('5203A', await byMessage(first.msgid))
    await centre.admin.setConfig({ reversal: { effect: 'later' } })
    const second = await settleOne()
    expectAccepted('2601', await reverse(second.msgid))
    expect(await centre.admin.applyReversals()).toBe(1)
    expectRefused(await byMessage(second.msgid), /未查询到/)
  })

  it('puts a cancelled settlement back when the cancellation is reversed', async () => {
    const { msgid, info, trace } = await settleOne()
    const cancelId = newMessageId()
    expectAccepted('2103', await shop.call('2103', { data: ids(info) }, { msgid: cancelId }))
    expectRefused(await reverse(msgid), /已撤销/)
    expectAccepted('2601', await reverse(cancelId, '2103'))
    const found = await byMessage(msgid)
    expectAccepted('5203A', found)
    expect(node(found.output, 'setlinfo')['refd_setl_flag']).toBe('0')
    expectRefused(await byMessage(cancelId), /未查询到/)
    expectRefused(await shop.settle(person, [box(AMOXICILLIN, '100.00', trace)]), /已销售/)
    expect(await centre.admin.check()).toEqual([])
  })

  it('does not put it back when the box or the money is gone', async () => {
    const { info, trace } = await settleOne()
    const cancelId = newMessageId()
    await shop.call('2103', { data: ids(info) }, { msgid: cancelId })
    expectAccepted('2102A', await shop.settle(seedPerson('陈嘉敏'), [box(AMOXICILLIN, '100.00', trace)]))
    expectRefused(await reverse(cancelId, '2103'), /再次销售/)
    await centre.admin.setBalance({ personNumber: psn_no, balance: 0 })
    expectRefused(await reverse(cancelId, '2103'), /余额不足/)
    expect(await centre.admin.check()).toEqual([])
  })

  it('refuses what is not on its list, unknown originals, and another number or person', async () => {
    const { msgid } = await settleOne()
    expectRefused(await reverse(msgid, '2601'), /不能冲正/)
    expectRefused(await reverse(msgid, '3505A'), /不支持冲正/)
    expectRefused(await reverse(msgid, '2102'), /oinfno/)
    expectRefused(await reverse(newMessageId()), /原交易不存在/)
    const data = { psn_no: seedPerson('陈嘉敏').personNumber, omsgid: msgid, oinfno: '2102A' }
    expectRefused(await shop.call('2601', { data }), /人员编号/)
    await centre.admin.setConfig({ reversal: { transactions: ['2103'], unknownOriginal: 'accept' } })
    expectRefused(await reverse(msgid), /不支持冲正/)
    expectAccepted('2601', await reverse(newMessageId(), '2103'))
  })
})

describe('5201, 5204 and 5203', () => {
  it('lead from a person and a period to the settlement of a msgid', async () => {
    const { msgid, info } = await settleOne()
    const now = Date.now()
    const period = { begntime: wireDateTime(now - 60_000), endtime: wireDateTime(now) }
    const visits = await shop.call('5201', { data: { psn_no, ...period, med_type: '41' } })
    expectAccepted('5201', visits)
    const [visit] = rows(visits.output, 'mdtrtinfo')
    expect(visit).toMatchObject({ mdtrt_id: info['mdtrt_id'], psn_no })
    const lines = await shop.call('5204', { data: { psn_no, mdtrt_id: visit?.['mdtrt_id'] } })
    expectAccepted('5204', lines)
    const line = Array.isArray(lines.output) && isWireObject(lines.output[0]) ? lines.output[0] : {}
    expect(line).toMatchObject({
      setl_id: info['setl_id'],
      det_item_fee_sumamt: '100',
      hilist_name: '阿莫西林胶囊',
    })
    const found = await shop.call('5203', {
      data: { psn_no, setl_id: line['setl_id'], mdtrt_id: line['mdtrt_id'] },
    })
    expectAccepted('5203', found)
    const same = ['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay', 'hifp_pay', 'balc', 'setl_time', 'clr_type']
    const stored = node(found.output, 'setlinfo')
    for (const name of same) expect(stored[name]).toBe(info[name])
    expect(stored).toMatchObject({
      medins_setl_id: msgid,
      refd_setl_flag: '0',
      psn_pay: info['psn_part_amt'],
      cash_payamt: info['psn_cash_pay'],
    })
    expect(rows(found.output, 'setldetail')).toHaveLength(1)
  })

  it('look only at this shop, this person and this period', async () => {
    const { info } = await settleOne()
    const now = Date.now()
    const ask = (from: number, to: number, over = {}) =>
      shop.call('5201', {
        data: { psn_no, begntime: wireDateTime(from), endtime: wireDateTime(to), med_type: '41', ...over },
      })
    expect(rows((await ask(now - 60_000, now)).output, 'mdtrtinfo')).toHaveLength(1)
    expect(rows((await ask(now - 60_000, now, { med_type: '14' })).output, 'mdtrtinfo')).toEqual([])
    expect(rows((await ask(now - 120_000, now - 60_000)).output, 'mdtrtinfo')).toEqual([])
    expectRefused(await ask(now, now - 60_000), /时间/)
    const other = {
      fixmedins_code: 'P44190000002',
      msgid: newMessageId().replace('0001', '0002'),
      sign_no: '',
    }
    await centre.admin.setConfig({ signRequired: false })
    expectRefused(await shop.call('5203', { data: ids(info) }, other), /未查询到/)
    expectRefused(await shop.call('5204', { data: { psn_no, mdtrt_id: 'M1' } }), /未查询到/)
  })

  it('show a cancelled purchase as one visit with two settlements', async () => {
    const { msgid, info } = await settleOne()
    const cancelId = newMessageId()
    await shop.call('2103', { data: ids(info) }, { msgid: cancelId })
    const original = await byMessage(msgid)
    expectAccepted('5203A', original)
    expect(node(original.output, 'setlinfo')).toMatchObject({ refd_setl_flag: '1', medfee_sumamt: '100' })
    const counter = await byMessage(cancelId)
    expectAccepted('5203A', counter)
    expect(node(counter.output, 'setlinfo')).toMatchObject({ refd_setl_flag: '1', medfee_sumamt: '-100' })
    const now = Date.now()
    const data = { psn_no, begntime: wireDateTime(now - 60_000), endtime: wireDateTime(now), med_type: '41' }
    expect(rows((await shop.call('5201', { data })).output, 'mdtrtinfo')).toHaveLength(1)
  })
})

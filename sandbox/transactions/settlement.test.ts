import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fen, parseYuan, sumFen, type Fen } from '../../core/money/fen.ts'
import type { WireObject } from '../../insurance/catalogue/exact-json.ts'
import { startCentreProcess, type CentreProcess } from '../testing/centre-process.ts'
import { expectAccepted, expectRefused } from '../testing/expect-answer.ts'
import {
  box,
  newMessageId,
  newTrace,
  node,
  rows,
  saleInput,
  seedPerson,
  TestShop,
  type Line,
} from '../testing/test-shop.ts'

const AMOXICILLIN = 'XJ01CAA040E001'
const PPI = 'XA02BCA348X001'
const TADALAFIL = 'XG04BET001A001'
const BULL_GALL = 'ZA07AAA0061001'

const employee = seedPerson('陈嘉敏')
const pooled = seedPerson('黄志强')
const poor = seedPerson('林秀英')

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

const money = (row: WireObject, name: string): Fen => {
  const parsed = parseYuan(String(row[name]))
  if (!parsed.ok) throw new Error(`${name} is no amount: ${String(row[name])}`)
  return parsed.value
}
const sum = (list: readonly WireObject[], name: string): Fen => sumFen(list.map((row) => money(row, name)))

const FUNDS = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'hifdm_pay',
  'maf_pay',
  'oth_pay',
]

/** The sums that a till checks, in the words of the interface. */
function expectSums(output: unknown, personPart = 'psn_part_amt', cash = 'psn_cash_pay'): void {
  const answer = output as WireObject
  const info = node(answer, 'setlinfo')
  const fund = money(info, 'fund_pay_sumamt')
  expect(money(info, 'medfee_sumamt')).toBe(fund + money(info, personPart))
  expect(money(info, personPart)).toBe(money(info, 'acct_pay') + money(info, cash))
  expect(fund).toBe(sumFen(FUNDS.map((name) => money(info, name))))
  expect(sum(rows(answer, 'setldetail'), 'fund_payamt')).toBe(fund)
  const cuts = rows(answer, 'detlcutinfo')
  if (cuts.length === 0) return
  expect(sum(cuts, 'det_item_fee_sumamt')).toBe(money(info, 'medfee_sumamt'))
  expect(sum(cuts, 'inscp_scp_amt')).toBe(money(info, 'inscp_scp_amt'))
  expect(sum(cuts, 'fulamt_ownpay_amt')).toBe(money(info, 'fulamt_ownpay_amt'))
  expect(sum(cuts, 'preselfpay_amt')).toBe(money(info, 'preselfpay_amt'))
  expect(sum(cuts, 'overlmt_amt')).toBe(money(info, 'overlmt_selfpay'))
}

describe('2101A and 2101', () => {
  it('say who would pay what and change nothing', async () => {
    const input = saleInput(pooled, [box(PPI, '39.80'), box(AMOXICILLIN, '25.00')])
    for (const infno of ['2101', '2101A']) {
      const answer = await shop.call(infno, input)
      expectAccepted(infno, answer)
      expectSums(answer.output)
      expect(node(answer.output, 'setlinfo')).not.toHaveProperty('setl_id')
    }
    expect(await centre.admin.settlements()).toEqual([])
    expect(await centre.admin.check()).toEqual([])
  })

  it('are what 2102A then settles', async () => {
    const lines = [
      box(PPI, '39.80', newTrace()),
      box(BULL_GALL, '860.00', newTrace()),
      box(TADALAFIL, '298.00', newTrace()),
    ]
    const bare = lines.map(({ code, total }) => ({ code, total }))
    const quoted = await shop.call('2101A', saleInput(pooled, bare))
    const settled = await shop.settle(pooled, lines)
    expectAccepted('2102A', settled)
    for (const name of ['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay', 'psn_cash_pay', 'overlmt_selfpay']) {
      expect(node(settled.output, 'setlinfo')[name]).toBe(node(quoted.output, 'setlinfo')[name])
    }
    expect(money(node(settled.output, 'setlinfo'), 'fund_pay_sumamt')).toBeGreaterThan(0)
    expect(money(node(settled.output, 'setlinfo'), 'overlmt_selfpay')).toBe(30_000)
  })
})

describe('2102A', () => {
  it('pays an ordinary purchase from the account and says so in the ledger', async () => {
    const trace = newTrace()
    const msgid = newMessageId()
    const answer = await shop.settle(employee, [box(AMOXICILLIN, '12.50', trace)], {}, { msgid })
    expectAccepted('2102A', answer)
    expectSums(answer.output)
    const info = node(answer.output, 'setlinfo')
    expect(info).toMatchObject({
      medins_setl_id: msgid,
      acct_pay: '12.5',
      psn_cash_pay: '0',
      balc: '1273.9',
      clr_type: '41',
    })
    const [stored] = await centre.admin.settlements({ msgid })
    expect(stored).toMatchObject({
      settlementId: info['setl_id'],
      state: 'settled',
      accountPaid: 1_250,
      total: 1_250,
    })
    expect(await centre.admin.accounts(employee.personNumber)).toMatchObject([
      { kind: 'opening', amount: 128_640 },
      { kind: 'debit', amount: -1_250, balanceAfter: 127_390, msgid, settlementId: info['setl_id'] },
    ])
    expect(await centre.admin.traces(trace)).toMatchObject([{ source: 'settlement', freedAt: null }])
    expect(await centre.admin.check()).toEqual([])
  })

  it('takes what the account has and leaves the rest to cash; nothing when it is not used', async () => {
    const first = await shop.settle(poor, [box(AMOXICILLIN, '12.50', newTrace())])
    expect(node(first.output, 'setlinfo')).toMatchObject({ acct_pay: '3.5', psn_cash_pay: '9', balc: '0' })
    const second = await shop.settle(employee, [box(AMOXICILLIN, '12.50', newTrace())], {
      acct_used_flag: '0',
    })
    expect(node(second.output, 'setlinfo')).toMatchObject({
      acct_pay: '0',
      psn_cash_pay: '12.5',
      balc: '1286.4',
    })
    expectSums(second.output)
  })

  it('has no idempotency: the same basket under another msgid is charged again', async () => {
    const line: Line = { code: 'T001000356', total: '9.50', count: '100', price: '0.095' }
    expectAccepted('2102A', await shop.settle(employee, [line]))
    expectAccepted('2102A', await shop.settle(employee, [line]))
    const entries = await centre.admin.accounts(employee.personNumber)
    expect(entries.map((entry) => entry.amount)).toEqual([128_640, -950, -950])
  })

  it('counts deductible and limit of the year over purchases', async () => {
    const lines = (): Line[] => [box(AMOXICILLIN, '100.00', newTrace())]
    const first = await shop.settle(pooled, lines())
    const second = await shop.settle(pooled, lines())
    expect(node(first.output, 'setlinfo')).toMatchObject({ act_pay_dedc: '50', hifp_pay: '30' })
    expect(node(second.output, 'setlinfo')).toMatchObject({ act_pay_dedc: '0', hifp_pay: '60' })
    expect(rows(second.output, 'setldetail')[0]).toMatchObject({
      fund_pay_type: '310102',
      crt_payb_lmt_amt: '1970',
      fund_payamt: '60',
    })
  })

  it('gives a civil servant and an assisted child further funds', async () => {
    for (const name of ['何淑仪', '苏子晴']) {
      const answer = await shop.settle(seedPerson(name), [box(AMOXICILLIN, '40.00', newTrace())])
      expectAccepted('2102A', answer)
      expectSums(answer.output)
      expect(rows(answer.output, 'setldetail')).toHaveLength(2)
    }
    expect(await centre.admin.check()).toEqual([])
  })

  it('clears people from elsewhere under other types, and 2102 refuses those across provinces', async () => {
    const inProvince = await shop.settle(seedPerson('吴建国'), [box(AMOXICILLIN, '12.50', newTrace())])
    expect(node(inProvince.output, 'setlinfo')['clr_type']).toBe('9904')
    const far = seedPerson('张丽华')
    const across = await shop.settle(far, [box(AMOXICILLIN, '12.50', newTrace())])
    expect(node(across.output, 'setlinfo')['clr_type']).toBe('9919')
    const input = saleInput(far, [box(AMOXICILLIN, '12.50', newTrace())])
    expectRefused(await shop.call('2102', input, { insuplc_admdvs: '360100' }), /跨省/)
    const local = await shop.call('2102', saleInput(employee, [box(AMOXICILLIN, '12.50', newTrace())]))
    expectAccepted('2102', local)
    const b = await shop.call(
      '2102B',
      saleInput(employee, [{ ...box(AMOXICILLIN, '12.50', newTrace()), unitType: '2' }]),
    )
    expectAccepted('2102B', b)
  })

  it.each([
    ['周小燕', {}, {}, /暂停参保/],
    ['邓永康', {}, {}, /终止参保/],
    ['陈嘉敏', { psn_no: '1' }, {}, /psn_no/],
    ['陈嘉敏', { mdtrt_cert_no: 'X'.repeat(28) }, {}, /凭证与人员不符/],
    ['陈嘉敏', { insutype: '390' }, {}, /没有此险种/],
    ['陈嘉敏', {}, { insuplc_admdvs: '440100' }, /没有此险种/],
    ['陈嘉敏', {}, { insuplc_admdvs: '' }, /insuplc_admdvs/],
    ['陈嘉敏', { medfee_sumamt: '12.51' }, {}, /总额/],
  ])('refuses %s with %j %j', async (name, head, over, reason) => {
    const answer = await shop.settle(seedPerson(name), [box(AMOXICILLIN, '12.50', newTrace())], head, over)
    expectRefused(answer, reason)
    expect(await centre.admin.settlements()).toEqual([])
  })

  it('refuses lines whose count times price is not their amount, to the fen', async () => {
    const line = (price: string): Line => ({
      code: AMOXICILLIN,
      total: '10.00',
      count: '3',
      price,
      traces: [newTrace(), newTrace(), newTrace()],
    })
    expectRefused(await shop.settle(employee, [line('3.340000')]), /cnt\*pric/)
    expectAccepted('2102A', await shop.settle(employee, [line('3.333333')]))
  })

  it('refuses boxes without codes, sold codes, goods barcodes, and too few or too many codes', async () => {
    const trace = newTrace()
    expectRefused(await shop.settle(employee, [box(AMOXICILLIN, '12.50')]), /无码不能结算/)
    expectRefused(
      await shop.settle(employee, [box(AMOXICILLIN, '12.50', '6921137102112')]),
      /商品条码不是追溯码/,
    )
    expectRefused(await shop.settle(employee, [box(AMOXICILLIN, '12.50', trace, newTrace())]), /多于/)
    const two: Line = { code: AMOXICILLIN, total: '25.00', count: '2', price: '12.5', traces: [trace] }
    expectRefused(await shop.settle(employee, [two]), /少于/)
    expectRefused(await shop.settle(employee, [{ ...two, traces: [trace, trace] }]), /重复/)
    expectAccepted('2102A', await shop.settle(employee, [box(AMOXICILLIN, '12.50', trace)]))
    expectRefused(await shop.settle(pooled, [box(AMOXICILLIN, '12.50', trace)]), /已销售/)
    const counted = { minpacunt_drug_trac_cnt: '2' }
    expectRefused(await shop.settle(employee, [box(AMOXICILLIN, '12.50', newTrace())], counted), /minpacunt/)
    const both = { minpacunt_drug_trac_cnt: '0', mcs_trac_cnt: '1' }
    expectAccepted('2102A', await shop.settle(employee, [box(AMOXICILLIN, '12.50', newTrace())], both))
    await centre.admin.setConfig({ trace: { required: false } })
    expectAccepted('2102A', await shop.settle(employee, [box(AMOXICILLIN, '12.50')]))
  })

  it('lets a split pack be sold many times, but not as a whole afterwards', async () => {
    const trace = newTrace()
    const split: Line = {
      code: AMOXICILLIN,
      total: '1.10',
      count: '2',
      price: '0.55',
      traces: [trace],
      split: true,
    }
    expectAccepted('2102A', await shop.settle(employee, [split]))
    expectAccepted('2102A', await shop.settle(pooled, [split]))
    expectRefused(await shop.settle(employee, [box(AMOXICILLIN, '12.50', trace)]), /已销售/)
  })

  it('takes the trace node beside the others where the region has it there', async () => {
    await centre.admin.setConfig({ trace: { shape: 'beside-data' } })
    const trace = newTrace()
    expectRefused(
      await shop.settle(employee, [box(AMOXICILLIN, '12.50', trace)]),
      /drug_trac_info.*不是本交易的字段/,
    )
    expectRefused(await shop.settle(employee, [box(AMOXICILLIN, '12.50')]), /无码不能结算/)
    const input = {
      ...saleInput(employee, [box(AMOXICILLIN, '12.50')]),
      drug_trac_info: [{ feedetl_sn: '1', drug_trac_codg: trace, trdn_flag: '0' }],
    }
    expectAccepted('2102A', await shop.call('2102A', input))
    expectRefused(await shop.call('2102A', input), /已销售/)
  })

  it('takes a good it does not know by a level derived from the code, or as configured', async () => {
    const strange = (): Line[] => [box('XN02BEX097A0', '20.00', newTrace())]
    expectAccepted('2102A', await shop.settle(pooled, strange()))
    await centre.admin.setConfig({ unknownGoods: 'self-paid' })
    const own = await shop.settle(pooled, strange())
    expect(node(own.output, 'setlinfo')).toMatchObject({ fulamt_ownpay_amt: '20', fund_pay_sumamt: '0' })
    await centre.admin.setConfig({ unknownGoods: 'refuse' })
    expectRefused(await shop.settle(pooled, strange()), /med_list_codg/)
  })
})

describe('2103', () => {
  const settleOne = async (trace: string): Promise<WireObject> => {
    const answer = await shop.settle(pooled, [box(AMOXICILLIN, '100.00', trace)])
    return node(answer.output, 'setlinfo')
  }
  const data = (info: WireObject) => ({
    data: { psn_no: pooled.personNumber, setl_id: info['setl_id'], mdtrt_id: info['mdtrt_id'] },
  })

  it('gives account, pool and boxes back, and answers in negative amounts', async () => {
    const trace = newTrace()
    const info = await settleOne(trace)
    const msgid = newMessageId()
    const answer = await shop.call('2103', data(info), { msgid })
    expectAccepted('2103', answer)
    expectSums(answer.output, 'psn_pay', 'cash_payamt')
    const undone = node(answer.output, 'setlinfo')
    expect(undone).toMatchObject({
      medfee_sumamt: '-100',
      medins_setl_id: msgid,
      mdtrt_id: info['mdtrt_id'],
      balc: '523.18',
    })
    expect(undone['setl_id']).not.toBe(info['setl_id'])
    const records = await centre.admin.settlements()
    expect(records.map((record) => [record.kind, record.state, record.total])).toEqual([
      ['sale', 'cancelled', 10_000],
      ['cancellation', 'settled', -10_000],
    ])
    const people = await centre.admin.people()
    expect(people.find((person) => person.name === pooled.name)?.insurances[0]).toMatchObject({
      balance: 52_318,
      deductibleUsed: 0,
      poolUsed: 0,
    })
    expect(await centre.admin.check()).toEqual([])
    expectAccepted('2102A', await shop.settle(employee, [box(AMOXICILLIN, '12.50', trace)]))
  })

  it('answers in the other ways that the norm leaves open', async () => {
    await centre.admin.setConfig({
      cancellation: { amounts: 'positive', settlementId: 'original', messageId: 'original' },
    })
    const info = await settleOne(newTrace())
    const answer = await shop.call('2103', data(info))
    expectAccepted('2103', answer)
    expectSums(answer.output, 'psn_pay', 'cash_payamt')
    expect(node(answer.output, 'setlinfo')).toMatchObject({
      medfee_sumamt: '100',
      setl_id: info['setl_id'],
      medins_setl_id: info['medins_setl_id'],
    })
  })

  it('refuses a second time, another person and what does not exist', async () => {
    const info = await settleOne(newTrace())
    const other = { data: { ...data(info).data, psn_no: employee.personNumber } }
    expectRefused(await shop.call('2103', other), /未查询到/)
    expectRefused(await shop.call('2103', { data: { ...data(info).data, setl_id: 'S1' } }), /未查询到/)
    expectAccepted('2103', await shop.call('2103', data(info)))
    expectRefused(await shop.call('2103', data(info)), /不能重复撤销/)
    expect(sumFen((await centre.admin.accounts(pooled.personNumber)).map((entry) => fen(entry.amount)))).toBe(
      52_318,
    )
  })
})

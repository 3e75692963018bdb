import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { readJournal } from './testing/journal.ts'
import { clearCounter, identify, quotedSale } from './testing/steps.ts'

/** Two boxes at 28.50; 林秀英's account holds 3.50. */
const TOTAL = 57_00
const ACCOUNT = 3_50

describe('from scan to report', () => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter()
  })
  afterAll(() => counter.close())

  it('account, cash, trace codes, report and journal agree with the centre to the fen', async () => {
    const { centre } = counter
    const person = seedPerson('林秀英')
    const quoted = await quotedSale(counter, person.name, 2)
    const codes = quoted.lines.flatMap((line) => line.trace.codes)
    expect(quoted.settlement?.split).toMatchObject({ accountPaid: ACCOUNT, cashPart: TOTAL - ACCOUNT })
    expect(await centre.settlements()).toEqual([])

    const { sale: settled } = await counter.must('insurance.settle', {})
    expect(settled).toMatchObject({ state: 'open', locked: true })
    expect(settled.totals).toMatchObject({ insured: ACCOUNT, outstanding: TOTAL - ACCOUNT })
    const { sale, change } = await counter.must('sale.payCash', { received: 60_00 })
    expect(change).toBe(60_00 - TOTAL + ACCOUNT)
    expect(sale.state).toBe('completed')
    await counter.must('uploads.sendNow', {})
    const summary = await counter.must('session.signOut', {})
    expect(summary).toMatchObject({
      salesCount: 1,
      salesTotal: TOTAL,
      insuredTotal: ACCOUNT,
      cashTotal: TOTAL - ACCOUNT,
      expectedDrawer: 100_00 + TOTAL - ACCOUNT,
      uploadsWaiting: 0,
      centreSignedOut: true,
    })

    const [record, ...more] = await centre.settlements()
    expect(more).toEqual([])
    expect(record).toMatchObject({
      settlementId: sale.settlement?.setlId,
      visitId: sale.settlement?.mdtrtId,
      msgid: sale.settlement?.msgid,
      infno: '2102A',
      state: 'settled',
      personNumber: person.personNumber,
      medicalType: '41',
      total: TOTAL,
      fundPaid: 0,
      accountPaid: ACCOUNT,
      cashPaid: TOTAL - ACCOUNT,
      balanceAfter: 0,
    })
    expect((await centre.accounts(person.personNumber)).at(-1)).toMatchObject({
      kind: 'debit',
      amount: -ACCOUNT,
      balanceAfter: 0,
    })
    for (const code of codes) {
      const sold = await centre.traces(code)
      expect(sold.map((trace) => [trace.source, trace.freedAt])).toEqual([
        ['settlement', null],
        ['report', null],
      ])
    }
    const reports = await centre.reports()
    expect(reports.flatMap((report) => report.traceCodes).sort()).toEqual([...codes].sort())
    expect(reports.every((report) => report.settlementId === record?.settlementId)).toBe(true)
    expect(await centre.check()).toEqual([])
  })

  it('every exchange is in the journal as the centre got it, in order, each accepted', async () => {
    const journal = readJournal(counter)
    const messages = await counter.centre.messages()
    expect(journal.map((exchange) => exchange.infno)).toEqual([
      ...['9001', '1101', '2101A', '2102A', '3505A', '9002'],
    ])
    expect(messages.map(({ msgid, request, answer }) => ({ msgid, request, answer }))).toEqual(
      journal.map(({ msgid, request, steps }) => ({ msgid, request, answer: steps.at(-1)?.response })),
    )
    for (const { steps } of journal) expect(steps.map((step) => step.step)).toEqual(['sent', 'accepted'])
    const { exchanges } = await counter.must('journal.exchanges', {})
    expect(exchanges.map(({ infno, msgid, state }) => ({ infno, msgid, state }))).toEqual(
      journal.map(({ infno, msgid }) => ({ infno, msgid, state: 'accepted' })),
    )
  })
})

describe('who pays what', () => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter()
  })
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  /** The newest settlement of a person, in the centre's ledger. */
  const recordOf = async (name: string) =>
    (await counter.centre.settlements({ personNumber: seedPerson(name).personNumber })).at(-1)

  it('fully covered: the settlement alone completes the sale, and no cash is wanted', async () => {
    await quotedSale(counter, '陈嘉敏')
    const { sale } = await counter.must('insurance.settle', {})
    expect(sale).toMatchObject({ state: 'completed', tenders: [] })
    expect(sale.totals).toMatchObject({ insured: 28_50, tendered: 0, outstanding: 0 })
    expect(await recordOf('陈嘉敏')).toMatchObject({ accountPaid: 28_50, cashPaid: 0 })
    expect(await counter.call('sale.payCash', { received: null })).toMatchObject({
      refusal: { code: 'SALE_NONE_OPEN' },
    })
  })

  it('account not used: the fund pays, the account is left alone, the rest is cash', async () => {
    await scanBoxes(counter, 2)
    await identify(counter, '黄志强')
    await counter.must('insurance.setAccountUsed', { used: false })
    await counter.must('insurance.quote', {})
    const settled = await counter.must('insurance.settle', {})
    // 57.00 above the deductible of 50.00, 60 % of it
    expect(settled.sale.totals).toMatchObject({ insured: 4_20, outstanding: 52_80 })
    const { sale } = await counter.must('sale.payCash', { received: null })
    expect(sale.state).toBe('completed')
    expect(await recordOf('黄志强')).toMatchObject({ fundPaid: 4_20, accountPaid: 0, cashPaid: 52_80 })
    const entries = await counter.centre.accounts(seedPerson('黄志强').personNumber)
    expect(entries.map((entry) => entry.kind)).toEqual(['opening'])
  })

  it('several funds: all of them are the insurance’s part', async () => {
    await quotedSale(counter, '何淑仪', 2)
    const { sale } = await counter.must('insurance.settle', {})
    const record = await recordOf('何淑仪')
    expect(record?.funds.length).toBeGreaterThan(1)
    expect(record?.funds.reduce((sum, fund) => sum + fund.paid, 0)).toBe(record?.fundPaid)
    expect(sale.settlement?.split).toMatchObject({
      fundPaid: record?.fundPaid,
      accountPaid: record?.accountPaid,
    })
    expect(sale.state).toBe('completed')
  })

  it('several places: the cashier is asked, and the chosen place pays', async () => {
    await scanBoxes(counter)
    const asked = await identify(counter, '梁伟文')
    expect(asked.insured).toMatchObject({ chosen: null })
    expect(await counter.call('insurance.quote', {})).toMatchObject({
      refusal: { code: 'INSURANCE_CHOICE_NEEDED' },
    })
    const elsewhere = asked.insured?.options.find((option) => option.place === '440100')
    expect(elsewhere).toMatchObject({ locality: 'in-province', balance: 750_25 })
    await counter.must('insurance.choose', { position: elsewhere?.position ?? -1 })
    await counter.must('insurance.quote', {})
    const { sale } = await counter.must('insurance.settle', {})
    expect(sale.settlement?.split?.balanceAfter).toBe(750_25 - 28_50)
    const person = (await counter.centre.people()).find(({ name }) => name === '梁伟文')
    expect(person?.insurances.map(({ place, balance }) => [place, balance])).toEqual([
      ['441900', 300_00],
      ['440100', 750_25 - 28_50],
    ])
  })

  it('another province: told so, settled by the same number, cleared as cross-province', async () => {
    await scanBoxes(counter)
    const known = await identify(counter, '张丽华')
    expect(known.insured?.options[0]).toMatchObject({ locality: 'cross-province', place: '360100' })
    await counter.must('insurance.quote', {})
    const { sale } = await counter.must('insurance.settle', {})
    expect(sale.state).toBe('completed')
    expect(await recordOf('张丽华')).toMatchObject({
      infno: '2102A',
      clearingType: '9919',
      accountPaid: 28_50,
    })
    const [message] = await counter.centre.messages({ msgid: sale.settlement?.msgid ?? '' })
    expect(message?.request).toContain('"insuplc_admdvs":"360100"')
  })
})

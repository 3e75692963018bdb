import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCounter, regionThatAsks, type TestCounter } from './counter.ts'
import { readJournal } from './testing/journal.ts'
import {
  callsOf,
  expectNothingOpen,
  heldCall,
  refuseQueries,
  settleUnknown,
  standing,
  untilOpen,
  untilState,
  type Sent,
} from './testing/open-settlements.ts'
import { clearCounter, distort, expectRefusal } from './testing/steps.ts'

const PERSON = '陈嘉敏'

let counter: TestCounter

/** The sale can be settled again, and the centre then has it once. */
async function settlesAgain(sent: Sent): Promise<void> {
  await counter.must('insurance.quote', {})
  const { sale } = await counter.must('insurance.settle', {})
  expect(sale).toMatchObject({ id: sent.saleId, state: 'completed' })
  expect(await standing(counter, PERSON)).toContain(sale.settlement?.msgid)
  expect(await standing(counter, PERSON)).not.toContain(sent.msgid)
  await expectNothingOpen(counter)
}

describe('where 2601 is for what no query proves', () => {
  beforeAll(async () => {
    counter = await openCounter({
      // long enough between the questions to see how it stands
      region: regionThatAsks({ attemptsBeforeGivingUp: 2, pausesMs: [20, 2_500] }),
      centre: { moneyHeadersMs: 1_000, headersMs: 1_000, lateMs: 20_000 },
    })
  })
  beforeEach(() => counter.centre.setConfig({ reversal: {} }))
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  it('accepted is not reversed: only when no query finds it any more, twice', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await untilState(counter, sent, 'reversing')
    // the till says that it asks before the request is there
    const asked = (): ReturnType<typeof counter.centre.messages> => counter.centre.messages({ infno: '2601' })
    await expect.poll(asked, { timeout: 10_000 }).toHaveLength(1)
    const [request] = await asked()
    expect(request?.request).toContain(`"omsgid":"${sent.msgid}"`)
    expect(request?.request).toContain('"oinfno":"2102A"')
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'INSURANCE_SETTLEMENT_UNKNOWN')
    await counter.centre.clearFaults()
    await untilOpen(counter, sent, (open) => open.state === 'reversing' && open.nextStep === 'wait')
    await untilState(counter, sent, 'reversed')
    await settlesAgain(sent)
    expect(await callsOf(counter, '2601')).toBe(1)
  })

  it('accepted and done later: found meanwhile, and reversed when it is gone', async () => {
    await counter.centre.setConfig({ reversal: { effect: 'later', laterMs: 3_600_000 } })
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await untilState(counter, sent, 'reversing')
    await counter.centre.clearFaults()
    const open = await untilOpen(counter, sent, (one) => one.nextStep === 'call-centre')
    expect(open).toMatchObject({ state: 'reversing', lastFinding: 'found' })
    expect(await counter.centre.applyReversals()).toBe(1)
    await untilState(counter, sent, 'reversed')
    await settlesAgain(sent)
  })

  it('without an answer, but done: not found, and reversed', async () => {
    await refuseQueries(counter)
    await distort(counter, '2601', { kind: 'reset-after' })
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await untilState(counter, sent, 'reverse-unknown')
    await counter.centre.clearFaults()
    await untilState(counter, sent, 'reversed')
    await settlesAgain(sent)
  })

  it('without an answer and not done: it stands when it is found twice, and is adopted', async () => {
    const before = await callsOf(counter, '2601')
    await refuseQueries(counter)
    await distort(counter, '2601', { kind: 'reset-before' })
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await untilState(counter, sent, 'reverse-unknown')
    await counter.centre.clearFaults()
    await untilOpen(counter, sent, (open) => open.nextStep === 'wait')
    const sale = await untilState(counter, sent, 'settled')
    expect(sale).toMatchObject({ state: 'completed', settlement: { msgid: sent.msgid } })
    // never sent again by the till itself
    expect(readJournal(counter, '2601').filter(({ request }) => request.includes(sent.msgid))).toHaveLength(1)
    expect(await callsOf(counter, '2601')).toBe(before)
    await expectNothingOpen(counter)
  })

  it('answered too late: the answer is kept and proves nothing by itself', async () => {
    await refuseQueries(counter)
    await distort(counter, '2601', { kind: 'late', delay: 'released' })
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await untilState(counter, sent, 'reverse-unknown')
    const reversal = await heldCall(counter, '2601')
    await counter.centre.release(reversal)
    await untilState(counter, sent, 'reversing')
    const [kept] = readJournal(counter, '2601').filter(({ msgid }) => msgid === reversal)
    expect(kept?.steps.map(({ step }) => step)).toEqual(['sent', 'unknown', 'late-answer'])
    await counter.centre.clearFaults()
    await untilState(counter, sent, 'reversed')
    await settlesAgain(sent)
  })

  it('refused, and still nothing proven: disputed, for people', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-before' })
    await untilState(counter, sent, 'disputed')
    const tried = readJournal(counter, '2601').filter(({ request }) => request.includes(sent.msgid))
    expect(tried).toHaveLength(1)
    expect(await untilOpen(counter, sent, () => true)).toMatchObject({ nextStep: 'call-centre' })
    expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_SETTLEMENT_LIVE')
  })

  it('killed while 2601 is on its way: whether it was done is asked, not guessed', async () => {
    await refuseQueries(counter)
    await distort(counter, '2601', { kind: 'late', delay: 'released', order: 'done-last' })
    const sent = await settleUnknown(counter, '黄志强', { kind: 'reset-after' })
    const reversal = await heldCall(counter, '2601')
    await counter.restart()
    expect(await untilOpen(counter, sent, () => true)).toMatchObject({ state: 'reverse-unknown' })
    await counter.centre.release(reversal)
    await counter.centre.clearFaults()
    await untilState(counter, sent, 'reversed')
    expect(readJournal(counter, '2601').filter(({ msgid }) => msgid === reversal)).toHaveLength(1)
    await counter.must('sale.hold', {})
  })
})

describe('where 2601 is tried after one question', () => {
  beforeAll(async () => {
    counter = await openCounter({
      // after the refusal nothing is asked before a person does
      region: regionThatAsks({ attemptsBeforeGivingUp: 1, pausesMs: [20, 600_000] }),
      centre: { moneyHeadersMs: 1_000, headersMs: 1_000 },
    })
  })
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  it('refused because there is nothing to reverse: unknown again, the words are shown, never tried twice', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-before' })
    const open = await untilOpen(counter, sent, (one) => one.lastProblem?.includes('原交易不存在') === true)
    expect(open.state).toBe('unknown')
    await counter.centre.clearFaults()
    await counter.must('insurance.resolve', {})
    await untilState(counter, sent, 'refused')
    const tried = readJournal(counter, '2601').filter(({ request }) => request.includes(sent.msgid))
    expect(tried).toHaveLength(1)
    await settlesAgain(sent)
  })
})

describe('where a person decides about 2601', () => {
  beforeAll(async () => {
    counter = await openCounter({
      // the first question is asked after the test is over
      region: regionThatAsks({
        whenUnprovable: 'dispute',
        pausesMs: [600_000, 50],
        attemptsBeforeGivingUp: 50,
      }),
      centre: { moneyHeadersMs: 1_000, headersMs: 1_000 },
    })
  })
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  it('never before the centre was asked; then at once', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    const { settlementId } = sent
    expectRefusal(await counter.call('insurance.reverse', { settlementId }), 'SETTLEMENT_ASK_FIRST')
    expect(await callsOf(counter, '2601')).toBe(0)
    const { sale: asked } = await counter.must('insurance.resolve', { settlementId })
    expect(asked.settlement?.resolving).toMatchObject({
      attempts: 1,
      lastFinding: 'inconclusive',
      lastProblem: '系统繁忙',
      nextStep: 'reverse',
    })
    const { sale } = await counter.must('insurance.reverse', { settlementId })
    expect(sale.settlement?.state).toBe('reversing')
    await counter.centre.clearFaults()
    await counter.must('insurance.resolve', { settlementId })
    await untilState(counter, sent, 'reversed')
    await settlesAgain(sent)
  })

  it('only what is unknown, and only what exists', async () => {
    const settlementId = 'no-such-settlement'
    expectRefusal(await counter.call('insurance.reverse', { settlementId }), 'SETTLEMENT_NOT_FOUND')
    expectRefusal(await counter.call('insurance.resolve', { settlementId }), 'SETTLEMENT_NOT_FOUND')
    const { sales } = await counter.must('sale.recent', {})
    const { sale } = await counter.must('sale.get', { saleId: sales[0]?.id ?? '' })
    const done = { settlementId: sale.settlement?.id ?? '' }
    expectRefusal(await counter.call('insurance.reverse', done), 'SALE_STATE_FORBIDS')
    expectRefusal(await counter.call('insurance.resolve', done), 'SALE_STATE_FORBIDS')
  })
})

describe('where 2601 may not undo 2102A', () => {
  beforeAll(async () => {
    const region = regionThatAsks({ attemptsBeforeGivingUp: 2 })
    counter = await openCounter({
      region: {
        ...region,
        overrides: { ...region.overrides, reversible: [{ infno: '2102', note: 'test' }] },
      },
    })
  })
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  it('what no query proves is disputed, nothing is reversed, and a proof is still adopted', async () => {
    const faults = await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await untilState(counter, sent, 'disputed')
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'INSURANCE_SETTLEMENT_DISPUTED')
    expect(await callsOf(counter, '2601')).toBe(0)
    for (const fault of faults) await counter.centre.clearFaults(fault)
    expect((await untilState(counter, sent, 'settled')).state).toBe('completed')
    await expectNothingOpen(counter)
  })

  it('nor may a person have it reversed', async () => {
    const faults = await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await untilOpen(counter, sent, (open) => open.attempts > 0)
    const { settlementId } = sent
    const refused = await counter.call('insurance.reverse', { settlementId })
    expect(refused).toMatchObject({ ok: false })
    if (!refused.ok)
      expect(['SETTLEMENT_NOT_REVERSIBLE', 'SALE_STATE_FORBIDS']).toContain(refused.refusal.code)
    for (const fault of faults) await counter.centre.clearFaults(fault)
    await untilState(counter, sent, 'settled')
  })
})

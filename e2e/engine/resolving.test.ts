import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../sandbox/testing/until.ts'
import { openCounter, regionThatAsks, scanBoxes, type TestCounter } from './counter.ts'
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
} from './testing/open-settlements.ts'
import { clearCounter, expectRefusal, identify, quotedSale, type FaultInput } from './testing/steps.ts'

const PERSON = '陈嘉敏'
const OTHER = '黄志强'
const QUIET_MS = 400

describe.each([
  ['5201, 5204 and 5203', false],
  ['5203A', true],
])('asked by %s', (_, byMessage) => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter({
      region: regionThatAsks({ quietPeriodMs: QUIET_MS, byMessage }),
      centre: { moneyHeadersMs: 1_000, headersMs: 2_000 },
    })
  })
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  it.each<[string, FaultInput]>([
    ['a reset after it was done', { kind: 'reset-after' }],
    ['a 502 after it was done', { kind: 'http-status', status: 502 }],
    ['another msgid’s answer', { kind: 'wrong-answer' }],
    ['half a body', { kind: 'half-body' }],
  ])('%s: adopted by itself, with the whole answer, and settled once', async (_name, fault) => {
    const before = await callsOf(counter, '2102A')
    const sent = await settleUnknown(counter, PERSON, fault)
    const sale = await untilState(counter, sent, 'settled')
    expect(sale).toMatchObject({ state: 'completed', settlement: { msgid: sent.msgid, resolving: null } })
    const [record] = await counter.centre.settlements({ msgid: sent.msgid })
    expect(sale.settlement).toMatchObject({
      setlId: record?.settlementId,
      mdtrtId: record?.visitId,
      split: { accountPaid: record?.accountPaid, balanceAfter: record?.balanceAfter },
    })
    expect(await callsOf(counter, '2102A')).toBe(before + 1)
    await expectNothingOpen(counter)
  })

  it('a reset before it was done: absent twice, a quiet period apart, then settled under a new msgid', async () => {
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-before' })
    const open = await untilOpen(counter, sent, (one) => one.lastFinding === 'absent')
    expect(open).toMatchObject({ state: 'unknown', nextStep: 'wait', accountPaid: 28_50 })
    expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_SETTLEMENT_LIVE')
    // asking in between is possible and changes nothing
    const { sale: early } = await counter.must('insurance.resolve', {})
    expect(early.settlement?.state).toBe('unknown')

    const sale = await untilState(counter, sent, 'refused')
    expect(sale).toMatchObject({ state: 'open', locked: false })
    const asked = await counter.centre.messages({ infno: '5201' })
    const times = asked.map((message) => message.at).slice(-2)
    expect((times[1] ?? 0) - (open.lastAskedAt ?? Infinity)).toBeGreaterThanOrEqual(QUIET_MS)

    await counter.must('insurance.quote', {})
    const { sale: settled } = await counter.must('insurance.settle', {})
    expect(settled.state).toBe('completed')
    expect(settled.settlement?.msgid).not.toBe(sent.msgid)
    expect(await standing(counter, PERSON)).toContain(settled.settlement?.msgid)
    expect(await standing(counter, PERSON)).not.toContain(sent.msgid)
    await expectNothingOpen(counter)
  })

  it('done only after a query found nothing: the absence waits, and what is there then is adopted', async () => {
    const fault: FaultInput = { kind: 'reset-during', delay: 'released' }
    const sent = await settleUnknown(counter, PERSON, fault)
    await untilOpen(counter, sent, (one) => one.lastFinding === 'absent')
    await counter.centre.release(sent.msgid)
    const sale = await untilState(counter, sent, 'settled')
    expect(sale.state).toBe('completed')
    expect(await standing(counter, PERSON)).toContain(sent.msgid)
    await expectNothingOpen(counter)
  })
})

describe('while a settlement is unknown', () => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter({
      region: regionThatAsks({ whenUnprovable: 'dispute', attemptsBeforeGivingUp: 100 }),
      centre: { moneyHeadersMs: 1_000, headersMs: 3_000, probeEveryMs: 200 },
    })
  })
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  it('the next customer is served; the one before is adopted and completes although put aside', async () => {
    const faults = await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await counter.must('sale.hold', {})
    await quotedSale(counter, OTHER)
    const atCounter: (string | undefined)[] = []
    counter.client().on('sale.changed', (sale) => atCounter.push(sale?.id))
    const { sale: next } = await counter.must('insurance.settle', {})
    for (const fault of faults) await counter.centre.clearFaults(fault)
    const sale = await untilState(counter, sent, 'settled')
    expect(sale).toMatchObject({ state: 'completed' })
    if (next.state !== 'completed') await counter.must('sale.payCash', { received: null })
    // the screens are told of the sale at the counter alone
    expect(new Set(atCounter)).toEqual(new Set([next.id]))
    await expectNothingOpen(counter)
  })

  it('nobody is in two of them: refused before anything is sent, by person, not by sale', async () => {
    const faults = await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await counter.must('sale.hold', {})
    await quotedSale(counter, PERSON, 2)
    const before = await callsOf(counter, '2102A')
    const refusal = expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_PERSON_BUSY')
    const { sale: first } = await counter.must('sale.get', { saleId: sent.saleId })
    expect(refusal.params).toEqual({ number: first.number })
    expect(await callsOf(counter, '2102A')).toBe(before)
    for (const fault of faults) await counter.centre.clearFaults(fault)
    await untilState(counter, sent, 'settled')
    const { sale } = await counter.must('insurance.settle', {})
    expect(sale.settlement?.state).toBe('settled')
  })

  it('a query that never ends holds up nobody', async () => {
    await counter.centre.addFaults({ infno: ['5201'], limit: 1, fault: { kind: 'never', processed: true } })
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await heldCall(counter, '5201')
    await counter.must('sale.hold', {})
    const { sale } = await (async () => {
      await quotedSale(counter, OTHER)
      return counter.must('insurance.settle', {})
    })()
    expect(sale.settlement?.state).toBe('settled')
    // the first query is still without an answer
    expect((await counter.centre.state()).held.map((call) => call.infno)).toEqual(['5201'])
    expect((await counter.must('status.get', {})).openSettlements).toBe(1)
    await counter.centre.release()
    await untilState(counter, sent, 'settled')
  })

  it('a line that is down is no failed question; asking goes on when it is back', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-after' })
    await counter.centre.setLine({ listening: false })
    await until('the till sees it', async () => {
      const { centre } = await counter.must('status.get', {})
      return centre.state === 'unreachable'
    })
    const [open] = (await counter.must('resolving.list', {})).settlements
    expectRefusal(await counter.call('insurance.resolve', {}), 'INSURANCE_OFFLINE')
    const [still] = (await counter.must('resolving.list', {})).settlements
    expect(still).toMatchObject({ settlementId: sent.settlementId, attempts: open?.attempts })
    await counter.centre.clearFaults()
    await counter.centre.setLine({ listening: true })
    expect((await untilState(counter, sent, 'settled')).state).toBe('completed')
  })

  it('a kill changes nothing: the waiting absence is remembered, and the restart asks on', async () => {
    const sent = await settleUnknown(counter, PERSON, { kind: 'reset-before' })
    const open = await untilOpen(counter, sent, (one) => one.waitingUntil !== null)
    await refuseQueries(counter)
    await counter.restart()
    const after = await untilOpen(counter, sent, () => true)
    expect(after.waitingUntil).toBe(open.waitingUntil)
    await counter.centre.clearFaults()
    await untilState(counter, sent, 'refused')
    expect(readJournal(counter, '2102A').filter(({ msgid }) => msgid === sent.msgid)).toHaveLength(1)
  })
})

describe('the same person, the same amount, a moment ago', () => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter({ warnings: { repeatWindowMinutes: 10 } })
  })
  afterEach(() => clearCounter(counter))
  afterAll(() => counter.close())

  it('is asked about before anything is sent, and settled when the cashier has seen it', async () => {
    await quotedSale(counter, PERSON)
    const { sale: first } = await counter.must('insurance.settle', {})
    await quotedSale(counter, PERSON)
    const before = await callsOf(counter, '2102A')
    const warned = expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_REPEAT_WARNING')
    expect(warned.params).toEqual({ number: first.number, minutes: 1, amountFen: 28_50 })
    expect(await callsOf(counter, '2102A')).toBe(before)
    const { sale } = await counter.must('insurance.settle', { repeatConfirmed: true })
    expect(sale.state).toBe('completed')
  })

  it('another amount, or another person, is nobody’s business', async () => {
    await quotedSale(counter, PERSON, 3)
    expect((await counter.must('insurance.settle', {})).sale.state).toBe('completed')
    await scanBoxes(counter)
    await identify(counter, '林秀英')
    await counter.must('insurance.quote', {})
    expect((await counter.must('insurance.settle', {})).sale.settlement?.state).toBe('settled')
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { until } from '../../sandbox/testing/until.ts'
import { ASKS_SELDOM, openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { lastExchange, readJournal } from './testing/journal.ts'
import { clearCounter, distort, expectRefusal, quotedSale } from './testing/steps.ts'

const ANSWER_LIMIT_MS = 2_500
/** As {@link ASKS_SELDOM} has it. */
const QUIET_MS = 600_000

let counter: TestCounter
beforeAll(async () => {
  // one test waits for this time-out
  counter = await openCounter({ region: ASKS_SELDOM, centre: { moneyHeadersMs: ANSWER_LIMIT_MS } })
})
afterEach(() => clearCounter(counter))
afterAll(() => counter.close())

const person = seedPerson('陈嘉敏')

/** The msgid of the settlement that the centre holds back. */
const held = () =>
  until('2102A is held', async () => {
    const { held: calls } = await counter.centre.state()
    return calls.find((call) => call.infno === '2102A')?.msgid
  })

/** How often the till has asked about settlements. */
const queries = (): number => readJournal(counter).filter(({ infno }) => infno.startsWith('52')).length

/** What the centre took for a msgid. */
const debited = async (msgid: string): Promise<number[]> => {
  const entries = await counter.centre.accounts(person.personNumber)
  return entries.filter((entry) => entry.msgid === msgid).map((entry) => entry.amount)
}

describe('a power cut (invariant 10)', () => {
  it('in the middle of a basket: the same sale, the same boxes, and scanning goes on', async () => {
    const before = await scanBoxes(counter, 2)
    await counter.restart()
    expect((await counter.must('sale.current', {})).sale).toEqual(before)
    const after = await scanBoxes(counter)
    expect(after).toMatchObject({ id: before.id, lines: [{ quantity: 30_000 }] })
  })

  it('between trial and settlement: the split is still there and can be settled', async () => {
    const before = await quotedSale(counter, person.name)
    await counter.restart()
    expect((await counter.must('sale.current', {})).sale).toEqual(before)
    const { sale } = await counter.must('insurance.settle', {})
    expect(sale).toMatchObject({ id: before.id, state: 'completed' })
  })

  it('between settlement and cash: the account’s part is taken once, the rest is still owed', async () => {
    await quotedSale(counter, '林秀英')
    const { sale: settled } = await counter.must('insurance.settle', {})
    await counter.restart()
    expect((await counter.must('sale.current', {})).sale).toEqual(settled)
    const { sale } = await counter.must('sale.payCash', { received: null })
    expect(sale.totals).toMatchObject({ insured: 3_50, tendered: 25_00, outstanding: 0 })
  })

  it('while the centre settles: unknown after the start, never sent again, adopted by a query', async () => {
    const before = await quotedSale(counter, person.name)
    await distort(counter, '2102A', { kind: 'late', delay: 'released' })
    const settling = counter.call('insurance.settle', {}).catch((error: unknown) => error)
    const msgid = await held()
    // the till asks as soon as it has started; here it is not told anything before it was looked at
    const query = await counter.centre.addFaults({ infno: ['5201'], fault: { kind: 'result-code' } })
    await counter.restart()
    expect(await settling).toBeInstanceOf(Error)

    const { sale } = await counter.must('sale.current', {})
    expect(sale).toMatchObject({ id: before.id, locked: true, settlement: { state: 'unknown', msgid } })
    expect(lastExchange(counter, '2102A')).toMatchObject({
      msgid,
      steps: [{ step: 'sent' }, { step: 'unknown', detail: 'restart' }],
    })
    expect(await counter.must('status.get', {})).toMatchObject({ openSettlements: 1 })
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'INSURANCE_SETTLEMENT_UNKNOWN')

    const asked = readJournal(counter, '2102A').length
    await counter.centre.clearFaults(query[0])
    const resolved = await counter.must('insurance.resolve', {})
    expect(resolved.sale).toMatchObject({ id: before.id, state: 'completed', settlement: { msgid } })
    expect(readJournal(counter, '2102A')).toHaveLength(asked)
    expect(await debited(msgid)).toEqual([-28_50])
    expect(await counter.must('status.get', {})).toMatchObject({ openSettlements: 0 })
  })

  it('before the centre has settled: not found proves nothing, found later is adopted', async () => {
    await quotedSale(counter, person.name)
    await distort(counter, '2102A', { kind: 'late', delay: 'released', order: 'done-last' })
    const sentAt = Date.now()
    const settling = counter.call('insurance.settle', {}).catch((error: unknown) => error)
    const msgid = await held()
    await counter.restart()
    await settling
    const { sale: absent } = await counter.must('insurance.resolve', {})
    expect(absent.settlement).toMatchObject({
      state: 'unknown',
      resolving: { lastFinding: 'absent', nextStep: 'wait' },
    })
    // a till that died has waited for nothing: it concludes no sooner than it would have, had it lived
    const { waitingUntil } = absent.settlement?.resolving ?? {}
    expect(waitingUntil).toBeGreaterThanOrEqual(sentAt + ANSWER_LIMIT_MS + QUIET_MS)
    expect(await debited(msgid)).toEqual([])
    await counter.centre.release(msgid)
    await until('the centre is done', async () => (await debited(msgid)).length > 0)
    expect((await counter.must('insurance.resolve', {})).sale).toMatchObject({
      state: 'completed',
      settlement: { msgid },
    })
    expect(await debited(msgid)).toEqual([-28_50])
  })
})

describe('an answer that comes too late', () => {
  it('leaves the settlement unknown, is kept in the journal whole, and settles it as if it had come in time', async () => {
    const before = await quotedSale(counter, person.name)
    await distort(counter, '2102A', { kind: 'late', delay: 'released' })
    const refused = await counter.call('insurance.settle', {})
    const { causeId: msgid = '' } = expectRefusal(refused, 'INSURANCE_SETTLEMENT_UNKNOWN')
    const asked = queries()
    await counter.centre.release(msgid)
    const late = await until('the late answer', () =>
      Promise.resolve(lastExchange(counter, '2102A').steps.find(({ step }) => step === 'late-answer')),
    )
    const [message] = await counter.centre.messages({ msgid })
    expect(late.response).toBe(message?.answer)
    expect(lastExchange(counter, '2102A').steps.map(({ step }) => step)).toEqual([
      ...['sent', 'unknown', 'late-answer'],
    ])
    const { sale } = await counter.must('sale.get', { saleId: before.id })
    expect(sale).toMatchObject({ state: 'completed', settlement: { state: 'settled', msgid } })
    expect(queries()).toBe(asked)
    expect(await debited(msgid)).toEqual([-28_50])
  })
})

it('after all of it the ledger adds up', async () => {
  expect(await counter.centre.check()).toEqual([])
})

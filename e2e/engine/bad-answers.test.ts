import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RefusalCode } from '../../core/refusal-codes.ts'
import type { Fault } from '../../sandbox/faults/fault.ts'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { ASKS_SELDOM, openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { lastExchange, readJournal, type JournalEntry, type JournalStep } from './testing/journal.ts'
import {
  clearCounter,
  distort,
  expectRefusal,
  identify,
  quotedSale,
  type FaultInput,
} from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter({ region: ASKS_SELDOM })
})
afterEach(() => clearCounter(counter))
afterAll(() => counter.close())

/** More than the counter's limit. */
const OVERSIZED = 200_000

/** What is no answer to the request at all, by what the till must call it. */
const NO_ANSWERS: readonly (readonly [string, FaultInput])[] = [
  ['bytes that are nothing', { kind: 'garbage', content: 'bytes' }],
  ['a login page', { kind: 'garbage', content: 'html' }],
  ['an empty body', { kind: 'garbage', content: 'empty' }],
  ['JSON that is no envelope', { kind: 'garbage', content: 'json-array' }],
  ['a name that comes twice', { kind: 'garbage', content: 'repeated-name' }],
  ['fifty thousand brackets', { kind: 'garbage', content: 'deep' }],
  ['half a body', { kind: 'half-body' }],
  ['another msgid’s answer', { kind: 'wrong-answer' }],
  ['an oversized body', { kind: 'oversized', bytes: OVERSIZED }],
  ['a byte that is not UTF-8', { kind: 'invalid-utf8' }],
]

type Change = Extract<Fault, { kind: 'amount' }>['change']

/** Amounts that no till may work with, and what the wire says instead of them. */
const BAD_AMOUNTS: readonly (readonly [Change, string])[] = [
  ['third-decimal', '"acct_pay":28.504'],
  ['negative', '"psn_cash_pay":-'],
  ['absurd', '"medfee_sumamt":99999999999999.9'],
  ['not-a-number', '"acct_pay":"壹拾贰元"'],
]

describe('an answer to 2101A', () => {
  /**
   * The trial is refused with this code, and nothing is different for it: the next one goes through. Gives the outcome as
   * the journal has it.
   */
  async function refusedTrial(fault: FaultInput, code: RefusalCode): Promise<JournalStep | undefined> {
    await scanBoxes(counter)
    const before = await identify(counter, '陈嘉敏')
    await distort(counter, '2101A', fault)
    const refusal = expectRefusal(await counter.call('insurance.quote', {}), code)
    const asked = lastExchange(counter, '2101A')
    expect(refusal.causeId).toBe(asked.msgid)
    expect((await counter.must('sale.current', {})).sale).toEqual(before)
    expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_NOT_QUOTED')
    const { sale } = await counter.must('insurance.quote', {})
    expect(sale.settlement).toMatchObject({ state: 'quoted', claimed: 28_50 })
    return asked.steps.at(-1)
  }

  it.each(NO_ANSWERS)('%s: unanswered, the basket stays', async (_, fault) => {
    expect(await refusedTrial(fault, 'INSURANCE_TRIAL_UNANSWERED')).toMatchObject({ step: 'unknown' })
  })

  it.each(BAD_AMOUNTS)('%s: refused and shown, the whole answer in the journal', async (change, text) => {
    const outcome = await refusedTrial({ kind: 'amount', change }, 'INSURANCE_ANSWER_INVALID')
    expect(outcome).toMatchObject({ step: 'accepted', response: expect.stringContaining(text) as string })
  })

  it.each<[string, FaultInput]>([
    ['without an amount', { kind: 'amount', change: 'missing', member: 'acct_pay' }],
    ['without its output', { kind: 'garbage', content: 'no-output' }],
  ])('%s: refused and shown', async (_, fault) => {
    expect(await refusedTrial(fault, 'INSURANCE_ANSWER_INVALID')).toMatchObject({ step: 'accepted' })
  })

  it('a fen too much: refused, with both sides of the sum', async () => {
    await refusedTrial({ kind: 'amount', change: 'off-by' }, 'INSURANCE_ANSWER_DOES_NOT_ADD_UP')
  })
})

describe('an answer to 2102A', () => {
  /** The settlement has this state, nothing completed, nothing may be tried again or collected; the centre has it once. */
  async function expectLeftOpen(code: RefusalCode, state: 'unknown' | 'disputed'): Promise<JournalEntry> {
    const refusal = expectRefusal(await counter.call('insurance.settle', {}), code)
    const asked = lastExchange(counter, '2102A')
    expect(refusal.causeId).toBe(asked.msgid)
    const { sale } = await counter.must('sale.current', {})
    expect(sale).toMatchObject({ state: 'open', locked: true, settlement: { state, msgid: asked.msgid } })
    expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_SETTLEMENT_LIVE')
    expectRefusal(await counter.call('sale.payCash', { received: null }), code)
    expectRefusal(await counter.call('sale.void', { reason: '不要了' }), 'SALE_LOCKED')
    expect(await counter.centre.settlements({ msgid: asked.msgid })).toHaveLength(1)
    return asked
  }

  it.each(NO_ANSWERS)('%s: unknown, and a query adopts what the centre has', async (_, fault) => {
    await quotedSale(counter, '陈嘉敏')
    await distort(counter, '2102A', fault)
    const asked = await expectLeftOpen('INSURANCE_SETTLEMENT_UNKNOWN', 'unknown')
    expect(asked.steps.at(-1)).toMatchObject({ step: 'unknown' })
    const { sale } = await counter.must('insurance.resolve', {})
    expect(sale).toMatchObject({ state: 'completed', settlement: { state: 'settled', msgid: asked.msgid } })
    const [record] = await counter.centre.settlements({ msgid: asked.msgid })
    expect(record).toMatchObject({ settlementId: sale.settlement?.setlId, accountPaid: 28_50 })
  })

  it.each(BAD_AMOUNTS)('%s: disputed, the whole answer in the journal', async (change, text) => {
    await quotedSale(counter, '陈嘉敏')
    await distort(counter, '2102A', { kind: 'amount', change })
    const asked = await expectLeftOpen('INSURANCE_SETTLEMENT_DISPUTED', 'disputed')
    const outcome = asked.steps.at(-1)
    expect(outcome).toMatchObject({ step: 'accepted', response: expect.stringContaining(text) as string })
    expect(outcome?.response).toMatch(/^\{"infcode":0.*\}$/s)
    expect(outcome?.response).toContain(asked.msgid)
  })

  it('a fen too much: disputed, and the till shows what the answer said', async () => {
    await quotedSale(counter, '陈嘉敏')
    await distort(counter, '2102A', { kind: 'amount', change: 'off-by', byFen: 1 })
    await expectLeftOpen('INSURANCE_SETTLEMENT_DISPUTED', 'disputed')
    const { sale } = await counter.must('sale.current', {})
    expect(sale?.settlement?.split).toMatchObject({ accountPaid: 28_50, cashPart: 1 })
  })

  it.each<[string, FaultInput]>([
    ['without its id', { kind: 'amount', change: 'missing', member: 'setl_id' }],
    ['without its output', { kind: 'garbage', content: 'no-output' }],
  ])('%s: unknown, kept whole, adopted by a query', async (_, fault) => {
    await quotedSale(counter, '陈嘉敏')
    await distort(counter, '2102A', fault)
    const asked = await expectLeftOpen('INSURANCE_SETTLEMENT_UNKNOWN', 'unknown')
    expect(asked.steps.at(-1)?.response).toMatch(/^\{"infcode":0.*\}$/s)
    expect((await counter.must('insurance.resolve', {})).sale.state).toBe('completed')
  })

  it('without its person: disputed', async () => {
    await quotedSale(counter, '陈嘉敏')
    await distort(counter, '2102A', { kind: 'amount', change: 'missing', member: 'psn_no' })
    await expectLeftOpen('INSURANCE_SETTLEMENT_DISPUTED', 'disputed')
  })
})

it('after all of it the ledger adds up, and no account paid twice for one sale', async () => {
  expect(await counter.centre.check()).toEqual([])
  const debits = await counter.centre.accounts(seedPerson('陈嘉敏').personNumber)
  const msgids = debits.flatMap(({ kind, msgid }) => (kind === 'debit' ? [msgid] : []))
  expect(new Set(msgids)).toEqual(new Set(readJournal(counter, '2102A').map(({ msgid }) => msgid)))
  expect(new Set(msgids).size).toBe(msgids.length)
})

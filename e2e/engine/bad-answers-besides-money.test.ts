import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { until } from '../../sandbox/testing/until.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { lastExchange } from './testing/journal.ts'
import { clearCounter, distort, expectRefusal, identify, type FaultInput } from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter()
})
afterEach(() => clearCounter(counter))
afterAll(() => counter.close())

const presented = () => ({ type: '01', number: seedPerson('陈嘉敏').ecToken ?? '' }) as const

describe('an answer to 1101', () => {
  it.each<[string, FaultInput, 'INSURANCE_TRIAL_UNANSWERED' | 'INSURANCE_ANSWER_INVALID']>([
    ['bytes that are nothing', { kind: 'garbage', content: 'bytes' }, 'INSURANCE_TRIAL_UNANSWERED'],
    ['an oversized body', { kind: 'oversized', bytes: 200_000 }, 'INSURANCE_TRIAL_UNANSWERED'],
    ['a byte that is not UTF-8', { kind: 'invalid-utf8' }, 'INSURANCE_TRIAL_UNANSWERED'],
    ['no output', { kind: 'garbage', content: 'no-output' }, 'INSURANCE_ANSWER_INVALID'],
    ['no person', { kind: 'amount', change: 'missing', member: 'psn_no' }, 'INSURANCE_ANSWER_INVALID'],
    [
      'a balance that is no number',
      { kind: 'amount', change: 'not-a-number', member: 'balc' },
      'INSURANCE_ANSWER_INVALID',
    ],
    [
      'a balance with a third decimal',
      { kind: 'amount', change: 'third-decimal', member: 'balc' },
      'INSURANCE_ANSWER_INVALID',
    ],
    ['an absurd balance', { kind: 'amount', change: 'absurd', member: 'balc' }, 'INSURANCE_ANSWER_INVALID'],
  ])('%s: nobody is identified, the basket stays, asking again is enough', async (_, fault, code) => {
    const before = await scanBoxes(counter)
    await distort(counter, '1101', fault)
    const refusal = expectRefusal(await counter.call('insurance.identify', presented()), code)
    expect(refusal.causeId).toBe(lastExchange(counter, '1101').msgid)
    expect((await counter.must('sale.current', {})).sale).toEqual(before)
    const known = await identify(counter, '陈嘉敏')
    expect(known.insured?.options[0]).toMatchObject({ balance: 1_286_40 })
  })
})

describe('an answer to 3505A', () => {
  it.each<[string, FaultInput]>([
    ['bytes that are nothing', { kind: 'garbage', content: 'bytes' }],
    ['a byte that is not UTF-8', { kind: 'invalid-utf8' }],
    ['a refusal', { kind: 'result-code' }],
  ])('%s: the report waits, says why, and is taken the next time', async (_, fault) => {
    await distort(counter, '3505A', fault)
    await scanBoxes(counter)
    const { sale } = await counter.must('sale.payCash', { received: null })
    const upload = await until('the first attempt', async () => {
      const { uploads } = await counter.must('uploads.list', { saleId: sale.id })
      return uploads.find(({ attempts }) => attempts > 0)
    })
    expect(upload).toMatchObject({ infno: '3505A', state: 'waiting', attempts: 1 })
    expect(upload.lastProblem).not.toBe('')
    expect(await counter.must('status.get', {})).toMatchObject({ uploadsWaiting: 1 })
    expect(await counter.must('uploads.sendNow', {})).toEqual({ acknowledged: 1, waiting: 0 })
  })
})

describe('an answer to 9001', () => {
  it.each<[string, FaultInput]>([
    ['bytes that are nothing', { kind: 'garbage', content: 'bytes' }],
    ['no sign_no', { kind: 'amount', change: 'missing', member: 'sign_no' }],
  ])('%s: the shift opens for cash, and signing in again is enough', async (_, fault) => {
    await counter.must('session.signOut', {})
    await distort(counter, '9001', fault)
    const session = await counter.must('session.signIn', {
      operatorNumber: '1001',
      password: 'lianxi-1001',
      openingFloat: 0,
    })
    expect(session).toMatchObject({ insuranceSign: 'waiting', operator: { number: '1001' } })
    await scanBoxes(counter)
    expectRefusal(await counter.call('insurance.identify', presented()), 'INSURANCE_NOT_SIGNED_IN')
    await counter.must('session.signInAtCentre', {})
    await counter.must('insurance.identify', presented())
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { PRACTICE_OPERATOR } from '../../build/practice/practice-shop.ts'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { until } from '../../sandbox/testing/until.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { readJournal } from './testing/journal.ts'
import { expectRefusal, quotedSale } from './testing/steps.ts'

// one day without a line, told in order: each test goes on where the one before ended

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter({ signIn: false, centre: { probeEveryMs: 200 } })
  await counter.stopCentre()
})
afterAll(() => counter.close())

const lineState = async () => (await counter.must('status.get', {})).centre.state
const presented = { type: '01', number: seedPerson('陈嘉敏').ecToken ?? '' } as const

it('the header knows that the centre cannot be reached', async () => {
  await until('the line is down', async () => (await lineState()) === 'unreachable')
})

it('signing in opens the shift for cash sales', async () => {
  const session = await counter.must('session.signIn', {
    operatorNumber: PRACTICE_OPERATOR.number,
    password: PRACTICE_OPERATOR.password,
    openingFloat: 100_00,
  })
  expect(session).toMatchObject({ operator: { name: PRACTICE_OPERATOR.name }, insuranceSign: 'waiting' })
  expect(readJournal(counter, '9001')).toMatchObject([{ steps: [{ step: 'sent' }, { step: 'not-sent' }] }])
})

it('an insured sale says why it cannot be, and the same basket goes for cash', async () => {
  await scanBoxes(counter, 2)
  expectRefusal(await counter.call('insurance.identify', presented), 'INSURANCE_NOT_SIGNED_IN')
  expectRefusal(await counter.call('session.signInAtCentre', {}), 'INSURANCE_OFFLINE')
  const { sale } = await counter.must('sale.payCash', { received: 100_00 })
  expect(sale).toMatchObject({ state: 'completed', tenders: [{ kind: 'cash', change: 43_00 }] })
  const { text } = await counter.must('receipt.preview', { saleId: sale.id })
  for (const code of sale.lines.flatMap((line) => line.trace.codes)) expect(text).toContain(code)
  expect(await counter.must('status.get', {})).toMatchObject({ uploadsWaiting: 1 })
  expectRefusal(await counter.call('uploads.sendNow', {}), 'INSURANCE_NOT_SIGNED_IN')
})

it('the report and the shift outlive a power cut', async () => {
  await counter.restart()
  expect(await counter.must('session.get', {})).toMatchObject({ insuranceSign: 'waiting' })
  expect(await counter.must('status.get', {})).toMatchObject({ uploadsWaiting: 1 })
})

it('the centre comes back: the till signs in by itself, and the report goes out by itself', async () => {
  await counter.startCentreAgain()
  await until('signed in', async () => (await counter.must('session.get', {})).insuranceSign === 'signed')
  await until('the report', async () => (await counter.centre.reports()).length === 1)
  await until('nothing waits', async () => (await counter.must('status.get', {})).uploadsWaiting === 0)
  const [report] = await counter.centre.reports()
  expect(report).toMatchObject({ infno: '3505A', insured: 0 })
  expect(report?.traceCodes).toHaveLength(2)
  expect(await lineState()).toBe('reachable')
  await quotedSale(counter, '陈嘉敏')
  expect((await counter.must('insurance.settle', {})).sale.state).toBe('completed')
})

it('the line goes during a sale: nothing was sent, so nothing is unknown, and the sale can be settled later', async () => {
  await quotedSale(counter, '陈嘉敏')
  await counter.stopCentre()
  const refusal = expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_OFFLINE')
  expect(refusal.params).toMatchObject({ infno: '2102A' })
  const { sale } = await counter.must('sale.current', {})
  expect(sale).toMatchObject({ locked: false, settlement: { state: 'refused' } })
  await counter.startCentreAgain()
  await counter.must('insurance.quote', {})
  expect((await counter.must('insurance.settle', {})).sale.state).toBe('completed')
  const paid = await counter.centre.settlements({ personNumber: seedPerson('陈嘉敏').personNumber })
  expect(paid).toHaveLength(2)
})

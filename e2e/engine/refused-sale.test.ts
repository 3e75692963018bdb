import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { box, newMessageId, node, seedPerson, TestShop } from '../../sandbox/testing/test-shop.ts'
import { newTraceCode, openCounter, scanBoxes, tracedGood, type TestCounter } from './counter.ts'
import { lastExchange } from './testing/journal.ts'
import { clearCounter, expectRefusal, identify, quotedSale } from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter()
})
afterEach(() => clearCounter(counter))
afterAll(() => counter.close())

/** Another shop of the centre; msgids begin with the shop's own code. */
const anotherShop = () => ({
  fixmedins_code: 'P44190000002',
  msgid: newMessageId().replace('P44190000001', 'P44190000002'),
})

/** Another shop sells this very box to somebody else. */
async function soldElsewhere(code: string): Promise<void> {
  const shop = new TestShop(counter.centreUrl)
  const signIn = { opter_no: 'C01', mac: '00-00-00-00-00-01', ip: '127.0.0.1' }
  const signed = await shop.call('9001', { signIn }, anotherShop())
  shop.signNumber = String(node(signed.output, 'signinoutb')['sign_no'])
  const line = box(tracedGood().nationalCode ?? '', '28.50', code)
  const answer = await shop.settle(seedPerson('黄志强'), [line], {}, anotherShop())
  expect(answer.message).toBe('')
}

it('a suspended insurance: no person is taken, and the same basket goes for cash', async () => {
  await scanBoxes(counter)
  const number = seedPerson('周小燕').ecToken ?? ''
  const refused = await counter.call('insurance.identify', { type: '01', number })
  expectRefusal(refused, 'INSURANCE_NONE_NORMAL')
  const { sale } = await counter.must('sale.payCash', { received: null })
  expect(sale).toMatchObject({ state: 'completed', insured: null, settlement: null })
})

it('a person whom the centre does not know: its own words, and the basket stays', async () => {
  const before = await scanBoxes(counter)
  const refused = await counter.call('insurance.identify', { type: '02', number: '440106199001010013' })
  const refusal = expectRefusal(refused, 'INSURANCE_REFUSED')
  expect(refusal.params).toMatchObject({ infno: '1101' })
  expect(refusal.causeId).toBe(lastExchange(counter, '1101').msgid)
  expect(lastExchange(counter, '1101').steps.at(-1)?.detail).toContain(String(refusal.params['message']))
  expect((await counter.must('sale.current', {})).sale).toEqual(before)
})

it('a number that cannot be one is refused before anybody is asked', async () => {
  const asked = (await counter.centre.state()).messages
  const refused = await counter.call('insurance.identify', { type: '02', number: '440106199001010014' })
  expectRefusal(refused, 'INSURANCE_CREDENTIAL_INVALID')
  expect((await counter.centre.state()).messages).toBe(asked)
})

it('a box that another shop sold: a trial carries no codes, the settlement is refused, nothing is debited', async () => {
  const quoted = await quotedSale(counter, '陈嘉敏')
  const code = quoted.lines[0]?.trace.codes[0] ?? ''
  const person = seedPerson('陈嘉敏').personNumber
  const before = await counter.centre.accounts(person)
  await soldElsewhere(code)
  const refusal = expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_REFUSED')
  expect(refusal.params).toMatchObject({ infno: '2102A', message: expect.stringContaining(code) as string })
  const { sale } = await counter.must('sale.current', {})
  expect(sale).toMatchObject({ state: 'open', locked: false, settlement: { state: 'refused' } })
  expect(await counter.centre.accounts(person)).toEqual(before)
  // the refused one is over: another box, another trial, another settlement
  await counter.must('sale.removeTraceCode', { lineId: sale?.lines[0]?.id ?? '', code })
  await counter.must('scan.submit', { text: newTraceCode(tracedGood().prefix) })
  await counter.must('insurance.quote', {})
  expect((await counter.must('insurance.settle', {})).sale.state).toBe('completed')
})

it('a settlement without a trial, and a trial that the basket has left behind', async () => {
  await scanBoxes(counter)
  await identify(counter, '陈嘉敏')
  expectRefusal(await counter.call('insurance.settle', {}), 'INSURANCE_NOT_QUOTED')
  await counter.must('insurance.quote', {})
  await scanBoxes(counter, 1, 1)
  const refused = await counter.call('insurance.settle', {})
  expectRefusal(refused, 'INSURANCE_NOT_QUOTED')
})

it('a sign_no that expired: the centre’s words, and signing in again is enough', async () => {
  await scanBoxes(counter)
  await counter.centre.expireSigns()
  const number = seedPerson('陈嘉敏').ecToken ?? ''
  const refusal = expectRefusal(
    await counter.call('insurance.identify', { type: '01', number }),
    'INSURANCE_REFUSED',
  )
  expect(refusal.params['message']).toContain('sign_no')
  await counter.must('session.signInAtCentre', {})
  await counter.must('insurance.identify', { type: '01', number })
  await counter.must('insurance.quote', {})
  const { sale } = await counter.must('insurance.settle', {})
  expect(sale.state).toBe('completed')
})

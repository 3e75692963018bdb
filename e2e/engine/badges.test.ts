import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCounter, type TestCounter } from './counter.ts'
import { listen } from './testing/devices.ts'
import { expectRefusal } from './testing/steps.ts'

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter({
    signIn: false,
    region: {
      profile: 'dongguan-441900',
      overrides: {
        prescriptionCodes: { shapes: [{ prefix: 'RX:', shortest: 8, longest: 60 }], note: 'test' },
      },
    },
  })
})
afterAll(() => counter.close())

it('a badge tells the screens whose it is, also before anybody signed in; nothing else is taken then', async () => {
  const shown = listen(counter, 'badge.shown')
  const { outcome, sale } = await counter.must('scan.submit', { text: 'GH-1001' })
  expect(outcome).toEqual({ kind: 'badge-shown', lineId: null, refusal: null, choices: [] })
  expect(sale).toBeNull()
  expect(shown).toEqual([{ operatorNumber: '1001' }])
  expect(await counter.call('scan.submit', { text: '6901234567892' })).toMatchObject({
    refusal: { code: 'SESSION_NOT_SIGNED_IN' },
  })
})

it('a badge proves nothing: the password is asked all the same', async () => {
  await counter.must('scan.submit', { text: 'GH-1001' })
  expect(
    await counter.call('session.signIn', { operatorNumber: '1001', password: 'guess', openingFloat: 0 }),
  ).toMatchObject({ refusal: { code: 'OPERATOR_WRONG' } })
})

it('a prescription’s code is known by the region’s shape, and said to be one', async () => {
  await counter.must('session.signIn', {
    operatorNumber: '1001',
    password: 'lianxi-1001',
    openingFloat: 0,
  })
  const { outcome } = await counter.must('scan.submit', { text: 'RX:441900000001' })
  expect(expectRefusal(outcome, 'SCAN_NOT_EXPECTED').params).toEqual({ what: 'prescription-code' })
})

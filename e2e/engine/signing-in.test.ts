import { afterEach, describe, expect, it } from 'vitest'
import { PRACTICE_OPERATOR } from '../../build/practice/practice-shop.ts'
import { chinaDay } from '../../engine/ports/clock.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { lastExchange, readJournal } from './testing/journal.ts'
import { readTill, writeTill } from './testing/returning.ts'
import { distort, identify } from './testing/steps.ts'

type Person = { readonly operatorNumber: string; readonly password: string }
const CASHIER: Person = { operatorNumber: PRACTICE_OPERATOR.number, password: PRACTICE_OPERATOR.password }
const OTHER: Person = { operatorNumber: '1002', password: 'lianxi-1002' }

let counter: TestCounter
afterEach(() => counter.close())

const open = async (profile: string): Promise<void> => {
  counter = await openCounter({ region: { profile } })
}
const called = (): string[] => readJournal(counter).map(({ infno }) => infno)
const signOut = async (): Promise<boolean | null> =>
  (await counter.must('session.signOut', {})).centreSignedOut

async function signIn(who = CASHIER): Promise<void> {
  const session = await counter.must('session.signIn', { ...who, openingFloat: 0 })
  expect(session).toMatchObject({ insuranceSign: 'signed' })
}

/** `sign_no` of every shift, oldest first. */
const signNumbers = (): (string | null)[] =>
  readTill<{ sign: string | null }>(counter, 'SELECT sign_number AS sign FROM shift ORDER BY rowid').map(
    ({ sign }) => sign,
  )

/** The centre refuses a wrong, expired or signed-out sign_no; this one is taken, and it is the shift's. */
async function centreTakesSign(): Promise<void> {
  await scanBoxes(counter)
  await identify(counter, '陈嘉敏')
  expect(lastExchange(counter, '1101').request).toContain(`"sign_no":"${signNumbers().at(-1) ?? 'none'}"`)
  await counter.must('sale.void', { reason: '试一下' })
}

describe('where a sign_no serves the operator’s shift', () => {
  it('every shift signs in and out by itself', async () => {
    await open('panzhihua-510400')
    expect(await signOut()).toBe(true)
    await signIn()
    await centreTakesSign()
    expect(called()).toEqual(['9001', '9002', '9001', '1101'])
    expect(new Set(signNumbers()).size).toBe(2)
  })
})

describe('where a sign_no serves the operator’s day', () => {
  it('the next shift of the operator goes on with it, also after a restart; nothing is signed out', async () => {
    await open('fengyang-341126')
    expect(await signOut()).toBeNull()
    await signIn()
    await centreTakesSign()
    expect(await signOut()).toBeNull()
    await counter.restart()
    await signIn()
    await centreTakesSign()
    expect(called()).toEqual(['9001', '1101', '1101'])
    const [first] = signNumbers()
    expect(signNumbers()).toEqual([first, first, first])
  })

  it('somebody else has their own, and it does not end that of the first', async () => {
    await open('fengyang-341126')
    await signOut()
    await signIn(OTHER)
    await centreTakesSign()
    await signOut()
    await signIn()
    await centreTakesSign()
    expect(called()).toEqual(['9001', '9001', '1101', '1101'])
    const [first, second] = signNumbers()
    expect(signNumbers()).toEqual([first, second, first])
    expect(second).not.toBe(first)
  })

  it('one that the centre no longer takes is replaced for the rest of the day', async () => {
    await open('fengyang-341126')
    await counter.must('session.signInAtCentre', {})
    await signOut()
    await signIn()
    expect(called()).toEqual(['9001', '9001'])
    const [renewed] = signNumbers()
    expect(signNumbers()).toEqual([renewed, renewed])
    await centreTakesSign()
  })

  it('a shift that lasts over midnight signs in before the first call of the new day, once, for good', async () => {
    await open('fengyang-341126')
    // at midnight the centre ended it
    await counter.centre.expireSigns()
    const yesterday = Date.parse(`${chinaDay(Date.now())}T00:00:00+08:00`) - 1
    writeTill(counter, 'UPDATE shift SET signed_at = ?', yesterday)
    const [old] = signNumbers()
    await centreTakesSign()
    expect(called()).toEqual(['9001', '9001', '1101'])
    expect(signNumbers()).not.toEqual([old])
    expect(await counter.must('session.get', {})).toMatchObject({ insuranceSign: 'signed' })
    await counter.restart()
    await centreTakesSign()
    expect(called()).toEqual(['9001', '9001', '1101', '1101'])
  })

  it('without a new one the call goes with what the shift has, and the next call asks again', async () => {
    await open('fengyang-341126')
    const yesterday = Date.parse(`${chinaDay(Date.now())}T00:00:00+08:00`) - 1
    writeTill(counter, 'UPDATE shift SET signed_at = ?', yesterday)
    await distort(counter, '9001', { kind: 'result-code', message: '系统忙', processed: false })
    await centreTakesSign()
    await centreTakesSign()
    expect(called()).toEqual(['9001', '9001', '1101', '9001', '1101'])
  })

  it('ends at midnight in China', async () => {
    await open('fengyang-341126')
    await signOut()
    const midnight = Date.parse(`${chinaDay(Date.now())}T00:00:00+08:00`)
    writeTill(counter, 'UPDATE shift SET signed_at = ?', midnight)
    await signIn()
    expect(called()).toEqual(['9001'])
    await signOut()
    writeTill(counter, 'UPDATE shift SET signed_at = ?', midnight - 1)
    await signIn()
    await centreTakesSign()
    expect(called()).toEqual(['9001', '9001', '1101'])
  })
})

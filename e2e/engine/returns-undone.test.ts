import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReturnView } from '../../engine/contract/returns.ts'
import { until } from '../../sandbox/testing/until.ts'
import { ASKS_SELDOM, openCounter, regionThatAsks, type TestCounter } from './counter.ts'
import { readJournal } from './testing/journal.ts'
import { callsOf, refuseQueries } from './testing/open-settlements.ts'
import {
  begin,
  findings,
  giveByHand,
  MANAGER,
  PERSON,
  readTill,
  sellForCash,
  sellInsured,
  showDocument,
  stepsOf,
} from './testing/returning.ts'
import { distort, expectRefusal, type FaultInput } from './testing/steps.ts'

let counter: TestCounter
beforeEach(async () => {
  counter = await openCounter({ region: ASKS_SELDOM })
})
afterEach(async () => {
  expect(findings(counter)).toEqual([])
  await counter.close()
})

const person = PERSON.nearlyEmpty

/** An insured sale whose return waits for 2103. */
async function readyToCancel(): Promise<ReturnView> {
  const sale = await sellInsured(counter, person, 1)
  return showDocument(counter, await begin(counter, sale), person)
}

const proceed = (returned: ReturnView): ReturnType<typeof counter.call<'returns.proceed'>> =>
  counter.call('returns.proceed', { returnId: returned.id })
const again = async (returned: ReturnView): Promise<ReturnView> =>
  (await counter.must('returns.get', { returnId: returned.id })).return

/** The return, once one of its steps stands like this. */
const untilStep = (returned: ReturnView, step: string): Promise<ReturnView> =>
  until(`${returned.number} has ${step}`, async () => {
    const now = await again(returned)
    return stepsOf(now).includes(step) ? now : undefined
  })

describe('2103 that the centre refuses', () => {
  it('leaves everything as it was: it can be tried again, or given up', async () => {
    const returned = await readyToCancel()
    await distort(counter, '2103', { kind: 'result-code', message: '已汇总，不能撤销', processed: false })
    const refused = expectRefusal(await proceed(returned), 'RETURN_CANCEL_REFUSED')
    expect(refused.params).toMatchObject({ message: '已汇总，不能撤销' })
    expect((await again(returned)).state).toBe('open')
    expect(stepsOf(await again(returned))).toContain('cancel-settlement:now refund:waiting')
    expect((await counter.centre.settlements()).map(({ state }) => state)).toEqual(['settled'])
    await counter.must('returns.abandon', { returnId: returned.id })
    expect((await counter.must('returns.open', {})).returns).toEqual([])
    expectRefusal(await proceed(returned), 'RETURN_CLOSED')
    // the sale can still be returned
    const sale = (await counter.must('sale.get', { saleId: returned.saleId })).sale
    const second = await showDocument(counter, await begin(counter, sale), person)
    await counter.must('returns.proceed', { returnId: second.id })
    expect((await giveByHand(counter, await again(second))).state).toBe('completed')
  })

  it('and one that never left, too', async () => {
    const returned = await readyToCancel()
    await counter.stopCentre()
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_NOT_SENT')
    expect(stepsOf(await again(returned))).toContain('cancel-settlement:now')
    await counter.startCentreAgain()
    await counter.must('returns.proceed', { returnId: returned.id })
    expect((await giveByHand(counter, await again(returned))).state).toBe('completed')
    expect(await counter.centre.check()).toEqual([])
  })
})

describe('2103 whose answer is lost', () => {
  it('is unknown and visible: no money goes back, nothing is repeated, nothing can be given up', async () => {
    const returned = await readyToCancel()
    await distort(counter, '2103', { kind: 'reset-after' })
    // the start asks, and is told nothing
    await refuseQueries(counter)
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    const refund = returned.steps.find(({ kind }) => kind === 'refund')?.refundId ?? ''
    for (const restarted of [false, true]) {
      if (restarted) await counter.restart()
      const [open] = (await counter.must('returns.open', {})).returns
      expect(open).toMatchObject({ id: returned.id, state: 'refunding', personName: '林*英' })
      expect(open === undefined ? '' : stepsOf(open)).toBe(
        'identify:done cancel-settlement:unknown refund:waiting report:waiting',
      )
      expect(await counter.must('status.get', {})).toMatchObject({ openSettlements: 1 })
      expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
      expectRefusal(await counter.call('returns.abandon', { returnId: returned.id }), 'RETURN_MONEY_MOVED')
      const given = { returnId: returned.id, refundId: refund, reference: null }
      expectRefusal(await counter.call('returns.refundByHand', given), 'RETURN_STEP_FORBIDS')
      expectRefusal(
        await counter.call('returns.identify', {
          returnId: returned.id,
          type: '02',
          number: person.number,
        }),
        'RETURN_STEP_FORBIDS',
      )
    }
    expect(readJournal(counter, '2103')).toHaveLength(1)
    // other customers are served meanwhile
    expect((await sellForCash(counter)).state).toBe('completed')
  })

  it('goes on from where it was when a person asks and it was done', async () => {
    const returned = await readyToCancel()
    await distort(counter, '2103', { kind: 'reset-after' })
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    await counter.must('insurance.resolve', { settlementId: returned.settlementId ?? '' })
    expect(stepsOf(await again(returned))).toContain('cancel-settlement:done refund:now')
    expect((await giveByHand(counter, await again(returned))).state).toBe('completed')
    await counter.must('uploads.sendNow', {})
    expect((await counter.must('uploads.list', {})).uploads).toEqual([])
    expect(await counter.centre.check()).toEqual([])
  })

  it('completes by the next step when no money was left to give, and the start found it done', async () => {
    const sale = await sellInsured(counter, PERSON.account, 1)
    const returned = await showDocument(counter, await begin(counter, sale), PERSON.account)
    await distort(counter, '2103', { kind: 'half-body' })
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    await counter.restart()
    const found = await untilStep(returned, 'cancel-settlement:done')
    expect(stepsOf(found)).toBe('identify:done cancel-settlement:done report:now')
    const { return: done } = await counter.must('returns.proceed', { returnId: returned.id })
    expect(done.state).toBe('completed')
    expect(readJournal(counter, '2103')).toHaveLength(1)
    expect(await counter.centre.check()).toEqual([])
  })

  it.each<[string, FaultInput]>([
    ['has other amounts', { kind: 'amount', change: 'off-by', member: 'acct_pay' }],
    ['cannot be read', { kind: 'amount', change: 'not-a-number', member: 'acct_pay' }],
    ['belongs to another request', { kind: 'wrong-answer' }],
    ['is a gateway’s page', { kind: 'http-status', status: 502 }],
  ])('is unknown too when the answer %s', async (_, fault) => {
    const returned = await readyToCancel()
    await distort(counter, '2103', fault)
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    expect(stepsOf(await again(returned))).toContain('cancel-settlement:unknown')
  })
})

describe('2103 whose answer is lost, where the till asks by itself', () => {
  const QUIET_MS = 400
  beforeEach(async () => {
    await counter.close()
    counter = await openCounter({ region: regionThatAsks({ quietPeriodMs: QUIET_MS }) })
  })

  it('done at the centre: the screens are told, and the return goes on', async () => {
    const returned = await readyToCancel()
    await distort(counter, '2103', { kind: 'reset-after' })
    const told = new Promise<string>((resolve) => {
      counter.client().on('return.changed', (changed) => {
        if (stepsOf(changed).includes('cancel-settlement:done')) resolve(changed.id)
      })
    })
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    expect(await told).toBe(returned.id)
    const found = await again(returned)
    expect(stepsOf(found)).toBe('identify:done cancel-settlement:done refund:now report:waiting')
    expect((await giveByHand(counter, found)).state).toBe('completed')
    expect(readJournal(counter, '2103')).toHaveLength(1)
    expect(await counter.must('status.get', {})).toMatchObject({ openSettlements: 0 })
    expect(await counter.centre.check()).toEqual([])
  })

  it('not done: found standing twice, a quiet period apart, and only then sent again by a person', async () => {
    const returned = await readyToCancel()
    await distort(counter, '2103', { kind: 'reset-before' })
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    const waiting = await until('it was found standing once', async () => {
      const { settlements } = await counter.must('resolving.list', {})
      return settlements.find(
        (open) => open.settlementId === returned.settlementId && open.waitingUntil !== null,
      )
    })
    expect(waiting).toMatchObject({ state: 'cancel-unknown', lastFinding: 'found', nextStep: 'wait' })
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    expectRefusal(await counter.call('returns.abandon', { returnId: returned.id }), 'RETURN_MONEY_MOVED')

    const standing = await untilStep(returned, 'cancel-settlement:now')
    const [last] = (await counter.centre.messages({ infno: '5203' })).slice(-1)
    expect((last?.at ?? 0) - (waiting.lastAskedAt ?? Infinity)).toBeGreaterThanOrEqual(QUIET_MS)
    expect(standing.state).toBe('open')
    expect(await callsOf(counter, '2103')).toBe(0)
    await counter.must('returns.proceed', { returnId: returned.id })
    expect(readJournal(counter, '2103').map(({ steps }) => steps.at(-1)?.step)).toEqual([
      'unknown',
      'accepted',
    ])
    expect((await giveByHand(counter, await again(returned))).state).toBe('completed')
    expect((await counter.centre.settlements()).map(({ kind, state }) => [kind, state])).toEqual([
      ['sale', 'cancelled'],
      ['cancellation', 'settled'],
    ])
    expect(await counter.centre.check()).toEqual([])
  })
})

describe('the order of the platform’s signs', () => {
  it.each(['negative', 'positive'] as const)('%s amounts undo the settlement', async (amounts) => {
    await counter.centre.setConfig({
      cancellation: { amounts, settlementId: amounts === 'negative' ? 'new' : 'original' },
    })
    const returned = await readyToCancel()
    await counter.must('returns.proceed', { returnId: returned.id })
    expect(stepsOf(await again(returned))).toContain('cancel-settlement:done')
  })
})

describe('who may return', () => {
  it('somebody else’s card cancels nothing', async () => {
    const sale = await sellInsured(counter, person, 1)
    const returned = await begin(counter, sale)
    const shown = { returnId: returned.id, type: '02', number: PERSON.account.number } as const
    expectRefusal(await counter.call('returns.identify', shown), 'RETURN_OTHER_PERSON')
    expect(stepsOf(await again(returned))).toContain('identify:now cancel-settlement:waiting')
    expectRefusal(await proceed(returned), 'RETURN_IDENTIFY_FIRST')
    expect(readJournal(counter, '2103')).toEqual([])
  })

  it('needs a second person who has the right, with their own password', async () => {
    const sale = await sellForCash(counter)
    const [line] = sale.lines
    const wish = {
      saleId: sale.id,
      lines: [{ lineId: line?.id ?? '', quantity: 10_000, traceCodes: line?.trace.codes.slice(0, 1) ?? [] }],
      reason: '包装破损',
    }
    const by = (operatorNumber: string, password: string) =>
      counter.call('returns.begin', { ...wish, approval: { operatorNumber, password } })
    expectRefusal(await counter.call('returns.begin', wish), 'RIGHT_NEEDED')
    expectRefusal(await by('9001', 'wrong'), 'OPERATOR_WRONG')
    expectRefusal(await by('1001', 'lianxi-1001'), 'APPROVER_SAME_PERSON')
    expectRefusal(await by('1002', 'lianxi-1002'), 'APPROVER_LACKS_RIGHT')
    expect((await counter.must('returns.open', {})).returns).toEqual([])
    expect((await by('2001', 'lianxi-2001')).ok).toBe(true)
    const approvals = readTill(
      counter,
      `SELECT granted_right, asked.number AS asked, approved.number AS approved FROM approval
       JOIN operator AS asked ON asked.id = asked_by JOIN operator AS approved ON approved.id = approved_by`,
    )
    expect(approvals).toEqual([{ granted_right: 'return', asked: '1001', approved: '2001' }])
  })

  it('five wrong passwords lock the second person out, also with the right one', async () => {
    const sale = await sellForCash(counter)
    const [line] = sale.lines
    const attempt = (password: string) =>
      counter.call('returns.begin', {
        saleId: sale.id,
        lines: [{ lineId: line?.id ?? '', quantity: 10_000, traceCodes: line?.trace.codes ?? [] }],
        reason: '退货',
        approval: { operatorNumber: '9001', password },
      })
    for (let wrong = 0; wrong < 4; wrong += 1) expectRefusal(await attempt('no'), 'OPERATOR_WRONG')
    expectRefusal(await attempt('no'), 'OPERATOR_LOCKED_OUT')
    expectRefusal(await attempt(MANAGER.password), 'OPERATOR_LOCKED_OUT')
  })
})

describe('a power cut', () => {
  it('while the centre cancels: unknown after the start, and never sent again', async () => {
    const returned = await readyToCancel()
    await distort(counter, '2103', { kind: 'late', delay: 'released' })
    const proceeding = proceed(returned).catch((error: unknown) => error)
    await until('2103 is held', async () => (await counter.centre.state()).held.length > 0)
    // the start asks, and is told nothing
    await refuseQueries(counter)
    await counter.restart()
    expect(await proceeding).toBeInstanceOf(Error)
    expect(stepsOf(await again(returned))).toContain('cancel-settlement:unknown')
    expectRefusal(await proceed(returned), 'RETURN_CANCEL_UNKNOWN')
    expect(readJournal(counter, '2103')).toMatchObject([
      { steps: [{ step: 'sent' }, { step: 'unknown', detail: 'restart' }] },
    ])
  })

  it('after each step: the return is found there and goes on', async () => {
    const sale = await sellInsured(counter, person, 2)
    let returned = await begin(counter, sale, 1)
    const cut = async (steps: string): Promise<void> => {
      await counter.restart()
      const { returns } = await counter.must('returns.open', {})
      expect(returns.map(stepsOf)).toEqual([steps])
      returned = await again(returned)
    }
    await cut('identify:now cancel-settlement:waiting refund:waiting report:waiting settle-rest:waiting')
    await showDocument(counter, returned, person)
    await cut('identify:done cancel-settlement:now refund:waiting report:waiting settle-rest:waiting')
    await counter.must('returns.proceed', { returnId: returned.id })
    await cut('identify:done cancel-settlement:done refund:now report:waiting settle-rest:waiting')
    const done = await giveByHand(counter, returned)
    await counter.restart()
    expect((await counter.must('returns.open', {})).returns).toEqual([])
    const { sale: rest } = await counter.must('sale.current', {})
    expect(rest).toMatchObject({ id: done.resaleId, insured: { personName: '林*英' } })
    await counter.must('uploads.sendNow', {})
    expect((await counter.must('uploads.list', { saleId: sale.id })).uploads).toMatchObject([
      { state: 'acknowledged' },
      { kind: 'goods-returned', state: 'acknowledged' },
    ])
    expect(await counter.centre.check()).toEqual([])
  })
})

describe('pressing twice', () => {
  it('sends one 2103 and gives one refund', async () => {
    const returned = await readyToCancel()
    await Promise.all([proceed(returned), proceed(returned)])
    expect(readJournal(counter, '2103')).toHaveLength(1)
    const refundId = returned.steps.find(({ kind }) => kind === 'refund')?.refundId ?? ''
    const given = { returnId: returned.id, refundId, reference: null }
    const twice = await Promise.all([
      counter.call('returns.refundByHand', given),
      counter.call('returns.refundByHand', given),
    ])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await counter.must('session.signOut', {})).expectedDrawer).toBe(100_00)
  })

  it('begins one return', async () => {
    const sale = await sellForCash(counter)
    const [line] = sale.lines
    const wish = {
      saleId: sale.id,
      lines: [{ lineId: line?.id ?? '', quantity: 10_000, traceCodes: line?.trace.codes ?? [] }],
      reason: '退货',
      approval: MANAGER,
    }
    const twice = await Promise.all([
      counter.call('returns.begin', wish),
      counter.call('returns.begin', wish),
    ])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    const { returns } = await counter.must('returns.open', {})
    expect(returns).toHaveLength(1)
    const { return: given } = await counter.must('returns.abandon', { returnId: returns[0]?.id ?? '' })
    expect(given.state).toBe('abandoned')
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '../../engine/contract/resolving.ts'
import { ANSWERED } from '../../sandbox/config/centre-config.ts'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { until } from '../../sandbox/testing/until.ts'
import { openCounter, regionThatAsks, type TestCounter } from './counter.ts'
import { readJournal } from './testing/journal.ts'
import {
  callsOf,
  expectNothingOpen,
  heldCall,
  refuseQueries,
  settleUnknown,
  standing,
  untilState,
  type Sent,
} from './testing/open-settlements.ts'
import { clearCounter, distort, expectRefusal, type FaultInput } from './testing/steps.ts'

const PERSON = '陈嘉敏'
const MANAGER = { operatorNumber: '9001', password: 'lianxi-9001' }
const CASHIER = { operatorNumber: '1002', password: 'lianxi-1002' }
/** Who is signed in. */
const HERSELF = { operatorNumber: '1001', password: 'lianxi-1001' }
const DONE_LATE: FaultInput = { kind: 'late', delay: 'released', order: 'done-last' }

let counter: TestCounter
beforeAll(async () => {
  counter = await openCounter({
    region: regionThatAsks({ whenUnprovable: 'dispute', attemptsBeforeGivingUp: 100 }),
    centre: { moneyHeadersMs: 700, headersMs: 1_000, lateMs: 25_000 },
  })
})
afterEach(() => clearCounter(counter))
afterAll(() => counter.close())

const balance = async (): Promise<number | undefined> => {
  const people = await counter.centre.people()
  const { personNumber } = seedPerson(PERSON)
  return people.find((one) => one.personNumber === personNumber)?.insurances[0]?.balance
}

const openCase = (): Promise<CaseView> =>
  until('a case is open', async () => (await counter.must('cases.list', {})).cases[0])

/** A settlement that the till has proven absent twice, and that the centre then does all the same. */
async function doneTooLate(whenRefused: (sent: Sent) => Promise<unknown>): Promise<[Sent, CaseView]> {
  const sent = await settleUnknown(counter, PERSON, DONE_LATE)
  await untilState(counter, sent, 'refused')
  await whenRefused(sent)
  await counter.centre.release(sent.msgid)
  const opened = await openCase()
  expect(opened).toMatchObject({
    kind: 'late-settlement',
    state: 'open',
    saleId: sent.saleId,
    msgid: sent.msgid,
    accountPaid: 28_50,
    nextStep: 'undo',
  })
  return [sent, opened]
}

const sameSale = (): Promise<null> => Promise.resolve(null)

/** The customer pays without the insurance. The goods are reported later: the centre settles no box that was reported. */
async function payWithout(): Promise<void> {
  await counter.centre.addFaults({ infno: ['3505A'], fault: { kind: 'result-code' } })
  await counter.must('insurance.clear', {})
  const { sale } = await counter.must('sale.payCash', { received: null })
  expect(sale.state).toBe('completed')
}

const undo = (caseId: string, approval = MANAGER) => counter.call('cases.undo', { caseId, approval })

describe('an answer to 2102A that comes after the till has given up on it', () => {
  it('settles what is still unknown, although no query could tell', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'late', delay: 'released' })
    await counter.centre.release(sent.msgid)
    const sale = await untilState(counter, sent, 'settled')
    expect(sale).toMatchObject({ state: 'completed', settlement: { msgid: sent.msgid } })
    const [record] = await counter.centre.settlements({ msgid: sent.msgid })
    expect(sale.settlement?.setlId).toBe(record?.settlementId)
    await expectNothingOpen(counter)
  })

  it('settles a sale that was put aside meanwhile, and it completes there', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, PERSON, { kind: 'late', delay: 'released' })
    await counter.must('sale.hold', {})
    await counter.centre.release(sent.msgid)
    const sale = await untilState(counter, sent, 'settled')
    expect(sale.state).toBe('completed')
    expect((await counter.must('sale.held', {})).sales).toEqual([])
    expect((await counter.must('sale.current', {})).sale).toBeNull()
  })

  it('refuses what is still unknown when it is a refusal', async () => {
    await refuseQueries(counter)
    const sent = await settleUnknown(counter, '林秀英', DONE_LATE)
    // by the time the centre looks at it, it does not take this number any more
    const open = [...ANSWERED]
    await counter.centre.setConfig({ open: open.filter((infno) => infno !== '2102A') })
    await counter.centre.release(sent.msgid)
    await untilState(counter, sent, 'refused')
    await counter.centre.setConfig({ open })
    expect(await standing(counter, '林秀英')).toEqual([])
  })
})

describe('an answer that comes when all was decided', () => {
  it('paid in cash meanwhile: a case, undone at the centre by somebody who may, the account is whole again', async () => {
    const before = await balance()
    const [sent, opened] = await doneTooLate(payWithout)
    expect(await counter.must('status.get', {})).toMatchObject({ openCases: 1 })
    expect(await balance()).toBe((before ?? 0) - 28_50)
    // whose money it is that would go back is not clear before the case is
    const { sale } = await counter.must('sale.get', { saleId: sent.saleId })
    const goods = sale.lines.map(({ id, quantity, trace }) => ({
      lineId: id,
      quantity,
      traceCodes: [...trace.codes],
    }))
    const wish = { saleId: sale.id, lines: goods, reason: '不要了', approval: MANAGER }
    expectRefusal(await counter.call('returns.begin', wish), 'SALE_HAS_CASE')

    expectRefusal(await counter.call('cases.undo', { caseId: opened.id }), 'RIGHT_NEEDED')
    expectRefusal(await undo(opened.id, CASHIER), 'APPROVER_LACKS_RIGHT')
    expectRefusal(await undo(opened.id, HERSELF), 'APPROVER_SAME_PERSON')
    expectRefusal(await undo(opened.id, { ...MANAGER, password: '猜的' }), 'OPERATOR_WRONG')
    expect(await callsOf(counter, '2103')).toBe(0)

    const undone = await undo(opened.id)
    expect(undone).toMatchObject({ ok: true, value: { case: { state: 'undone', nextStep: 'none' } } })
    expect(await balance()).toBe(before)
    expect(await standing(counter, PERSON)).not.toContain(sent.msgid)
    expectRefusal(await undo('no-such-case'), 'CASE_NOT_FOUND')
    const { return: begun } = await counter.must('returns.begin', wish)
    await counter.must('returns.abandon', { returnId: begun.id })
    await expectNothingOpen(counter)
  })

  it('the sale is still open: nothing is settled or paid until the case is undone, it can be put aside, others go on', async () => {
    const [sent, opened] = await doneTooLate(sameSale)
    const { sale } = await counter.must('sale.current', {})
    expect(sale).toMatchObject({ id: sent.saleId, openCaseId: opened.id, nextStep: { code: 'CLOSE_CASE' } })
    expectRefusal(await counter.call('insurance.settle', {}), 'SALE_HAS_CASE')
    expectRefusal(await counter.call('sale.payCash', { received: null }), 'SALE_HAS_CASE')
    expectRefusal(await counter.call('sale.void', { reason: '不要了' }), 'SALE_LOCKED')
    await counter.must('sale.hold', {})
    await counter.must('sale.recall', { saleId: sent.saleId })

    expect(await undo(opened.id)).toMatchObject({ ok: true, value: { case: { state: 'undone' } } })
    await counter.must('insurance.quote', {})
    const { sale: settled } = await counter.must('insurance.settle', {})
    expect(settled).toMatchObject({ id: sent.saleId, state: 'completed' })
    expect(await standing(counter, PERSON)).not.toContain(sent.msgid)
    await expectNothingOpen(counter)
  })

  it('the same answer again opens no second case', async () => {
    const [sent, opened] = await doneTooLate(payWithout)
    expect((await counter.must('cases.list', {})).cases.map(({ id }) => id)).toEqual([opened.id])
    expect(
      readJournal(counter, '2102A')
        .find(({ msgid }) => msgid === sent.msgid)
        ?.steps.at(-1),
    ).toMatchObject({ step: 'late-answer', detail: 'accepted' })
    const closed = await counter.must('cases.close', {
      caseId: opened.id,
      note: '医保中心已人工撤销',
      approval: MANAGER,
    })
    expect(closed.case).toMatchObject({ state: 'closed', note: '医保中心已人工撤销', nextStep: 'none' })
    expect(await counter.must('status.get', {})).toMatchObject({ openCases: 0 })
    expectRefusal(
      await counter.call('cases.close', { caseId: opened.id, note: '再关一次', approval: MANAGER }),
      'SALE_STATE_FORBIDS',
    )
  })

  it('cancelled at the centre by others: found so, and nothing is sent', async () => {
    const [, opened] = await doneTooLate(payWithout)
    await distort(counter, '2103', { kind: 'reset-after' })
    // the first undoing is done, but its answer is lost, and so is the next question
    await refuseQueries(counter)
    const first = await undo(opened.id)
    expect(first).toMatchObject({ ok: true, value: { case: { state: 'undo-unknown' } } })
    const sent = await callsOf(counter, '2103')
    await counter.centre.clearFaults()
    await until('the till has found it cancelled', async () => {
      const { cases } = await counter.must('cases.list', {})
      return cases.length === 0
    })
    expect(await callsOf(counter, '2103')).toBe(sent)
    await expectNothingOpen(counter)
  })

  it('killed while it is being undone: asked about, found standing twice, and undone again by a person', async () => {
    const [, opened] = await doneTooLate(payWithout)
    await distort(counter, '2103', { kind: 'never', processed: false })
    const undoing = undo(opened.id).catch((error: unknown) => error)
    await heldCall(counter, '2103')
    await counter.restart()
    await undoing
    const again = await until('it is open again', async () => {
      const { cases } = await counter.must('cases.list', {})
      return cases.find((one) => one.id === opened.id && one.state === 'open')
    })
    expect(again.nextStep).toBe('undo')
    await counter.centre.release()
    expect(await undo(opened.id)).toMatchObject({ ok: true, value: { case: { state: 'undone' } } })
    await expectNothingOpen(counter)
  })

  it('refused by the centre: the words are shown and the case stays', async () => {
    const [, opened] = await doneTooLate(payWithout)
    await distort(counter, '2103', { kind: 'result-code', message: '该参保人当前不能撤销' })
    expectRefusal(await undo(opened.id), 'INSURANCE_REFUSED')
    const { cases } = await counter.must('cases.list', {})
    expect(cases).toMatchObject([{ id: opened.id, state: 'open', lastProblem: '该参保人当前不能撤销' }])
    expect(await undo(opened.id)).toMatchObject({ ok: true, value: { case: { state: 'undone' } } })
    await expectNothingOpen(counter)
  })
})

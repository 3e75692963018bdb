import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { SaleView } from '../../engine/contract/sale.ts'
import { newMessageId, seedPerson, TestShop } from '../../sandbox/testing/test-shop.ts'
import { openCounter, regionThatAsks, type TestCounter } from './counter.ts'
import {
  expectNothingOpen,
  refuseQueries,
  untilOpen,
  untilState,
  type Sent,
} from './testing/open-settlements.ts'
import { clearCounter, expectRefusal, quotedSale } from './testing/steps.ts'

const PERSON = seedPerson('林秀英')

let counter: TestCounter
beforeAll(async () => {
  // asks at the start and when a person does: no round of its own comes between
  counter = await openCounter({ region: regionThatAsks({ quietPeriodMs: 120_000, pausesMs: [600_000] }) })
  // the shop that speaks by hand signs nothing
  await counter.centre.setConfig({ envelope: {} })
})
afterEach(() => clearCounter(counter))
afterAll(() => counter.close())

/** A settled sale that still waits for its cash: the account of 3.50 paid a part. */
async function settledSale(): Promise<[SaleView, Sent]> {
  await counter.centre.setBalance({ personNumber: PERSON.personNumber, balance: 3_50 })
  await quotedSale(counter, PERSON.name)
  const { sale } = await counter.must('insurance.settle', {})
  const { id = '', msgid } = sale.settlement ?? {}
  return [sale, { saleId: sale.id, settlementId: id, msgid: msgid ?? '' }]
}

/** The till's file as a power cut leaves it while 2103 is on its way. Returns the msgid of the 2103. */
function cancellationOnItsWay(sent: Sent): string {
  const msgid = newMessageId()
  const db = new Sqlite(join(counter.dataFolder, 'till.db'))
  const exchange = db
    .prepare(
      `INSERT INTO exchange (msgid, infno, purpose, sale_id, request_text, request_hash, prepared_at)
       VALUES (?, '2103', 'cancel', ?, '{}', '-', ?)`,
    )
    .run(msgid, sent.saleId, Date.now()).lastInsertRowid
  db.prepare(`INSERT INTO exchange_step (exchange_id, step, at) VALUES (?, 'sent', ?)`).run(
    exchange,
    Date.now(),
  )
  db.prepare(`UPDATE settlement SET state = 'cancelling', cancel_exchange_id = ? WHERE id = ?`).run(
    exchange,
    sent.settlementId,
  )
  db.close()
  return msgid
}

it('a 2103 that was done and never answered: found cancelled, at once', async () => {
  const [sale, sent] = await settledSale()
  await refuseQueries(counter)
  const msgid = cancellationOnItsWay(sent)
  await counter.restart()
  expect(await untilOpen(counter, sent, (open) => open.lastFinding !== null)).toMatchObject({
    state: 'cancel-unknown',
    lastFinding: 'inconclusive',
  })
  expectRefusal(await counter.call('sale.payCash', { received: null }), 'INSURANCE_SETTLEMENT_UNKNOWN')
  const shop = new TestShop(counter.centreUrl)
  await shop.signIn()
  const { setlId, mdtrtId } = sale.settlement ?? {}
  const undone = await shop.call(
    '2103',
    { data: { psn_no: PERSON.personNumber, setl_id: setlId, mdtrt_id: mdtrtId } },
    { msgid },
  )
  expect(undone).toMatchObject({ code: '0', message: '' })
  await counter.centre.clearFaults()
  await counter.must('insurance.resolve', {})
  expect(await untilState(counter, sent, 'cancelled')).toMatchObject({ state: 'open', locked: false })
  await expectNothingOpen(counter)
})

it('a 2103 that was never done: standing once proves nothing', async () => {
  const [, sent] = await settledSale()
  cancellationOnItsWay(sent)
  await counter.restart()
  const open = await untilOpen(counter, sent, (one) => one.lastFinding === 'found')
  expect(open).toMatchObject({ state: 'cancel-unknown', nextStep: 'wait' })
  // two minutes, as Dongguan has them; nobody can make it shorter
  const { sale } = await counter.must('insurance.resolve', {})
  expect(sale.settlement?.state).toBe('cancel-unknown')
  expect((open.waitingUntil ?? 0) - (open.lastAskedAt ?? 0)).toBeGreaterThanOrEqual(120_000)
})

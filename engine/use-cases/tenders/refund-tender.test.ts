import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Acquirer } from '../../../acquirer/acquirer.ts'
import { createAcquirer } from '../../../acquirer/drivers.ts'
import { fen } from '../../../core/money/fen.ts'
import { NO_OWN_SHAPES } from '../../../core/scan/own-shapes.ts'
import { ok } from '../../../core/result.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { lateTenderById } from '../../../db/cases/late-tender.ts'
import { refundById } from '../../../db/returns/refund-repository.ts'
import { tenderById } from '../../../db/sales/tender-repository.ts'
import { insert, insertSamples, SAMPLE, type Row } from '../../../db/testing/sample-rows.ts'
import { freshTill, NOON } from '../../../db/testing/till-database.ts'
import { loadProfile } from '../../../insurance/profiles/load-profile.ts'
import { startFaultyServer, type FaultyServer } from '../../../line/testing/start-faulty-server.ts'
import { systemClock } from '../../ports/clock.ts'
import { createEventBus } from '../../ports/event-bus.ts'
import { rightsSchema } from '../../config/rights-config.ts'
import { createCentreQueue } from '../busy.ts'
import type { Desk } from '../insurance/desk.ts'
import { resolvingRulesOf } from '../resolving/resolving-view.ts'
import { askAboutLateTender, openLateTender, refundLateTender } from './late-tender.ts'
import { recoverTenders } from './recover-tenders.ts'
import { askAboutRefund, refundTender } from './refund-tender.ts'

/** What the acquirer answers about every refund, in the words of the request. */
const answerOf = (status: string): string =>
  `{"requestId":"{{requestId}}","orderNumber":"{{orderNumber}}","amount":{{amount}},"refundNumber":"{{refundNumber}}","refundAmount":{{refundAmount}},"status":"${status}","reference":"B1","reason":"refund-too-large"}`

const servers = new Map<string, FaultyServer>()
const opened: Acquirer[] = []
let db: WritableDb

beforeAll(async () => {
  for (const status of ['refunded', 'refused', 'absent', 'refunding', 'rejected']) {
    servers.set(status, await startFaultyServer(answerOf(status)))
  }
})
beforeEach(() => {
  db = freshTill().db
  insertSamples(db)
  const qr: Row = {
    ...SAMPLE.tender,
    id: 'qr-1',
    kind: 'qr',
    received_fen: 1_250,
    change_fen: 0,
    order_number: 'ORDER1',
  }
  insert(db, 'tender', qr)
  insert(db, 'refund', {
    ...SAMPLE.refund,
    id: 'back-1',
    tender_id: 'qr-1',
    amount_fen: 400,
    order_number: null,
  })
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((acquirer) => acquirer.stop()))
})
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.stop()))
})

function serverOf(status: string): FaultyServer {
  const server = servers.get(status)
  if (server === undefined) throw new Error(`no server says ${status}`)
  return server
}

/** A counter whose acquirer is the real driver on a server that says one thing; `url` stands in for it. */
function deskWith(status: string, path = '/ok', url?: string): Desk {
  const profile = loadProfile('dongguan-441900', {})
  if (!profile.ok) throw new Error(profile.refusal.code)
  const acquirer = createAcquirer('sandbox-http', {
    url: url ?? `http://127.0.0.1:${serverOf(status).port}${path}`,
    key: 'key',
    limits: { connectMs: 2_000, headersMs: 1_000, bodyMs: 1_000, lateMs: 1, bodyBytesMaximum: 65_536 },
    clock: systemClock,
    onFault: (error) => expect.unreachable(String(error)),
  })
  opened.push(acquirer)
  const events = createEventBus((error) => expect.unreachable(String(error)))
  const queue = createCentreQueue(systemClock, events)
  return {
    counter: {
      db,
      clock: systemClock,
      events,
      till: '01',
      rights: rightsSchema.parse({}),
      scanShapes: NO_OWN_SHAPES,
      region: {
        localPrefixes: [],
        provincePrefix: '44',
        insuranceTypeName: (type) => type,
        payment: { byCode: true, accountCardWhenRefused: false },
        resolving: resolvingRulesOf(profile.value),
      },
      shift: () =>
        ok({
          shiftId: 'shift-1',
          operatorId: 1,
          operatorNumber: '1',
          operatorName: '张三',
          operatorRole: 'cashier',
          signNumber: undefined,
        }),
    },
    exchanges: { perform: () => Promise.reject(new Error('nothing is asked of the centre here')) },
    queue,
    profile: profile.value,
    shop: { code: 'P44190000001', name: '药店' },
    onCompleted: () => undefined,
    onUnresolved: () => undefined,
    answerLimitMs: 1_000,
    warnings: { repeatWindowMinutes: 0 },
    visitCredential: { setAside: () => expect.unreachable('nobody is identified here') },
    payments: { acquirer, queue, subject: '药店', shownCodeMs: 0, onChange: () => undefined },
  }
}

const back = (): ReturnType<typeof refundById> => refundById(db, 'back-1')
const operations = async (status: string): Promise<string[]> =>
  (await serverOf(status).seen()).requests.map((request) => request.path.split('/').at(-1) ?? '')
const asked = async (status: string, work: () => Promise<unknown>): Promise<string[]> => {
  const before = (await operations(status)).length
  await work()
  return (await operations(status)).slice(before)
}

describe('refundTender', () => {
  it('gives back once, keeps number, shift and reference, and answers the same when asked again', async () => {
    const desk = deskWith('refunded')
    const sent = await asked('refunded', async () => {
      expect(await refundTender(desk, 'back-1')).toEqual(ok('done'))
      expect(await refundTender(desk, 'back-1')).toEqual(ok('done'))
    })
    expect(sent).toEqual(['refund'])
    expect(back()).toMatchObject({ state: 'done', shift_id: 'shift-1', reference: 'B1', amount_fen: 400 })
    expect(back()?.order_number).toMatch(/^[0-9a-f]{32}$/)
  })

  it('stays unknown without an answer, is asked about first, and repeated under its own number', async () => {
    const lost = await refundTender(deskWith('refunded', '/reset-after-request'), 'back-1')
    expect(lost).toMatchObject({ refusal: { code: 'TENDER_REFUND_UNKNOWN', params: { amountFen: 400 } } })
    expect(back()?.state).toBe('unknown')
    const number = back()?.order_number
    // it knows of none: the same again, whose answer is then lost too in its words
    const repeated = await asked('absent', async () => {
      expect(await refundTender(deskWith('absent'), 'back-1')).toMatchObject({
        refusal: { code: 'TENDER_REFUND_UNKNOWN' },
      })
    })
    expect(repeated).toEqual(['query-refund', 'refund'])
    expect(back()).toMatchObject({ state: 'unknown', order_number: number })
    const found = await asked('refunded', async () => {
      expect(await refundTender(deskWith('refunded'), 'back-1')).toEqual(ok('done'))
    })
    expect(found).toEqual(['query-refund'])
    expect(back()).toMatchObject({ state: 'done', order_number: number })
  })

  it.each(['refunding', 'rejected'])('learns nothing from a question answered %s', async (status) => {
    await refundTender(deskWith('refunded', '/reset-after-request'), 'back-1')
    const sent = await asked(status, () => refundTender(deskWith(status), 'back-1'))
    expect(sent).toEqual(['query-refund'])
    expect(back()?.state).toBe('unknown')
  })

  it('can be tried again after nothing left, and after a refusal, with the same number', async () => {
    const nobody = 'http://127.0.0.1:1'
    expect(await refundTender(deskWith('refunded', '', nobody), 'back-1')).toMatchObject({
      refusal: { code: 'TENDER_NOT_SENT' },
    })
    expect(back()?.state).toBe('planned')
    const number = back()?.order_number
    expect(await refundTender(deskWith('refused'), 'back-1')).toMatchObject({
      refusal: { code: 'TENDER_REFUND_REFUSED', params: { reason: 'refund-too-large' } },
    })
    expect(back()).toMatchObject({ state: 'refused', order_number: number })
    expect(await refundTender(deskWith('refunded'), 'back-1')).toEqual(ok('done'))
    expect(back()?.order_number).toBe(number)
  })

  it('that did not leave the second time may have arrived the first time', async () => {
    await refundTender(deskWith('refunded', '/reset-after-request'), 'back-1')
    expect(await refundTender(deskWith('refunded', '', 'http://127.0.0.1:1'), 'back-1')).toMatchObject({
      refusal: { code: 'TENDER_REFUND_UNKNOWN' },
    })
    expect(back()?.state).toBe('unknown')
  })

  it('gives back no more than was paid, and neither cash nor cards', async () => {
    insert(db, 'refund', {
      ...SAMPLE.refund,
      id: 'back-2',
      tender_id: 'qr-1',
      amount_fen: 900,
      order_number: 'F2',
    })
    await refundTender(deskWith('refunded'), 'back-1')
    expect(await refundTender(deskWith('refunded'), 'back-2')).toMatchObject({
      refusal: { code: 'TENDER_MORE_THAN_OWED', params: { outstandingFen: fen(850) } },
    })
    expect(await refundTender(deskWith('refunded'), 'refund-1')).toMatchObject({
      refusal: { code: 'TENDER_REFUND_BY_HAND', params: { kind: 'cash' } },
    })
    expect(await refundTender(deskWith('refunded'), 'nobody')).toMatchObject({
      refusal: { code: 'TENDER_NOT_FOUND' },
    })
  })

  it('after a crash: stored is planned again, sent is unknown and asked about', async () => {
    const set = (state: string): void =>
      void db
        .write("UPDATE refund SET state = ?, order_number = 'F1', shift_id = 'shift-1' WHERE id = 'back-1'")
        .run(state)
    set('prepared')
    db.transaction(() => recoverTenders(db, NOON))
    expect(back()?.state).toBe('planned')
    set('sent')
    db.transaction(() => recoverTenders(db, NOON))
    expect(back()?.state).toBe('unknown')
    await askAboutRefund(deskWith('absent'), 'back-1')
    expect(back()?.state).toBe('unknown')
    await askAboutRefund(deskWith('refunded'), 'back-1')
    expect(back()).toMatchObject({ state: 'done', reference: 'B1', order_number: 'F1' })
  })
})

describe('the money of a payment that had been given up', () => {
  /** Opens the case of a late payment; returns its id. */
  function lateCase(): string {
    db.write("UPDATE tender SET state = 'refused' WHERE id = 'qr-1'").run()
    db.write('DELETE FROM sale_case').run()
    const tender = tenderById(db, 'qr-1')
    if (tender === undefined) throw new Error('no tender')
    const open = (): void => db.transaction(() => openLateTender(deskWith('refunded'), tender, 1, 'W1'))
    open()
    // the same news again opens no second case
    open()
    const cases = db.read<{ id: string }>('SELECT id FROM sale_case').all()
    expect(cases).toHaveLength(1)
    expect(tenderById(db, 'qr-1')).toMatchObject({ state: 'refused', reference: 'W1' })
    return cases[0]?.id ?? ''
  }

  it('goes back whole, once', async () => {
    const id = lateCase()
    expect(await refundLateTender(deskWith('refunded'), id)).toEqual(ok('undone'))
    expect(await refundLateTender(deskWith('refunded'), id)).toMatchObject({
      refusal: { code: 'TENDER_STATE_FORBIDS' },
    })
    expect(tenderById(db, 'qr-1')?.refund_number).toMatch(/^[0-9a-f]{32}$/)
  })

  it('stays unknown until a question proves it, and is repeated only under its own number', async () => {
    const id = lateCase()
    expect(await refundLateTender(deskWith('refunded', '/reset-after-request'), id)).toEqual(
      ok('undo-unknown'),
    )
    const number = tenderById(db, 'qr-1')?.refund_number
    expect(await refundLateTender(deskWith('absent'), id)).toEqual(ok('undo-unknown'))
    expect(tenderById(db, 'qr-1')?.refund_number).toBe(number)
    const late = lateTenderById(db, id)
    if (late === undefined) throw new Error('no case')
    await askAboutLateTender(deskWith('refunded'), late)
    expect(lateTenderById(db, id)?.state).toBe('undone')
  })

  it('is to be given back still when the acquirer refuses, or nothing left', async () => {
    const id = lateCase()
    expect(await refundLateTender(deskWith('refused'), id)).toMatchObject({
      refusal: { code: 'TENDER_REFUND_REFUSED' },
    })
    expect(lateTenderById(db, id)?.state).toBe('open')
    expect(await refundLateTender(deskWith('refunded', '', 'http://127.0.0.1:1'), id)).toMatchObject({
      refusal: { code: 'TENDER_NOT_SENT' },
    })
    expect(lateTenderById(db, id)?.state).toBe('open')
  })
})

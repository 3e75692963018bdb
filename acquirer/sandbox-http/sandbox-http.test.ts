import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fen } from '../../core/money/fen.ts'
import { startFaultyServer, type FaultyServer } from '../../line/testing/start-faulty-server.ts'
import type { Acquirer, OrderAnswer, Received } from '../acquirer.ts'
import { createAcquirer } from '../drivers.ts'

/** What the server answers to a request whose fault is elsewhere: paid, in the words of the request. */
const PAID =
  '{"requestId":"{{requestId}}","orderNumber":"{{orderNumber}}","amount":{{amount}},"status":"paid","reference":"W1"}'
const KEY = 'a-secret-key'
const LIMITS = { connectMs: 2_000, headersMs: 400, bodyMs: 400, lateMs: 5_000, bodyBytesMaximum: 65_536 }

let server: FaultyServer
const opened: Acquirer[] = []

beforeAll(async () => {
  server = await startFaultyServer(PAID)
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((acquirer) => acquirer.stop()))
})
afterAll(() => server.stop())

function acquirerAt(path: string, baseUrl = `http://127.0.0.1:${server.port}`): Acquirer {
  const acquirer = createAcquirer('sandbox-http', {
    url: `${baseUrl}${path}`,
    key: KEY,
    limits: LIMITS,
    clock: { now: () => Date.now() },
    onFault: (error) => expect.unreachable(String(error)),
  })
  opened.push(acquirer)
  return acquirer
}

let orders = 0
/** Pays once under a number of its own, and says how often the server saw it. */
async function payOnce(path: string): Promise<{
  readonly received: Received<OrderAnswer>
  readonly arrivals: number
  readonly bodyText: string
}> {
  orders += 1
  const call = acquirerAt(path).pay({
    requestId: `R${orders}`,
    orderNumber: `O${orders}`,
    amount: fen(12_34),
    code: '134567890123456789',
    subject: '康宁大药房',
  })
  const received = await call.send(() => expect.unreachable('no late answer was due'))
  const { requests } = await server.seen()
  return {
    received,
    arrivals: requests.filter((request) => request.body === call.bodyText).length,
    bodyText: call.bodyText,
  }
}

describe('an acquirer over HTTP', () => {
  it('posts the journalled body to its operation, signed, and never the key', async () => {
    const { received, bodyText } = await payOnce('/ok')
    expect(received).toMatchObject({
      outcome: { kind: 'answered', answer: { status: 'paid', reference: 'W1' } },
      httpStatus: 200,
    })
    const [request] = (await server.seen()).requests.slice(-1)
    expect(request?.path).toBe('/ok/pay')
    expect(request?.headers['x-acquirer-signature']).toBe(
      createHmac('sha256', KEY).update(bodyText).digest('hex'),
    )
    expect(JSON.stringify(request)).not.toContain(KEY)
    expect(JSON.parse(bodyText)).toMatchObject({ operation: 'pay', orderNumber: `O${orders}`, amount: 1234 })
  })

  it('has an address for every operation', async () => {
    const acquirer = acquirerAt('/ok')
    const order = { requestId: 'r', orderNumber: 'o', amount: fen(5) }
    const refund = { ...order, refundNumber: 'f', refundAmount: fen(5) }
    const late = (): void => expect.unreachable('no late answer was due')
    await acquirer.present({ ...order, subject: 's' }).send(late)
    await acquirer.query(order).send(late)
    await acquirer.close(order).send(late)
    await acquirer.refund(refund).send(late)
    await acquirer.queryRefund(refund).send(late)
    const paths = (await server.seen()).requests.slice(-5).map((request) => request.path)
    expect(paths).toEqual(['/ok/present', '/ok/query', '/ok/close', '/ok/refund', '/ok/query-refund'])
  })

  it.each([
    ['/reset-after-request', 'connection-lost'],
    ['/close-after-request', 'connection-lost'],
    ['/reset-in-body', 'body-incomplete'],
    ['/half-body', 'body-incomplete'],
    ['/silence', 'headers-timeout'],
    ['/slow-headers', 'headers-timeout'],
    ['/slow-body', 'body-timeout'],
    ['/oversized', 'body-too-large'],
    ['/endless', 'body-too-large'],
    ['/garbage', 'bad-http'],
    ['/500', 'http-500'],
    ['/502', 'http-502'],
    ['/404', 'http-404'],
    ['/400-refused', 'http-400'],
    ['/redirect', 'http-302'],
    ['/html', 'not-json'],
    ['/empty', 'empty-body'],
    ['/not-utf8', 'not-utf8'],
    ['/half-body-until-close', 'not-json'],
    // an answer in somebody else's words
    ['/twice', 'no-acquirer-answer'],
  ])('%s leaves the payment unknown (%s), and it is never sent again', async (path, reason) => {
    const { received, arrivals } = await payOnce(path)
    expect(received.outcome).toEqual({ kind: 'unknown', reason })
    expect(arrivals).toBe(1)
  })

  it('knows that nothing left when the connection never stood', async () => {
    const order = { requestId: 'r', orderNumber: 'o', amount: fen(1), code: '1', subject: 's' }
    const late = (): void => expect.unreachable('no late answer was due')
    const nobody = acquirerAt('', 'http://127.0.0.1:1').pay(order)
    expect((await nobody.send(late)).outcome).toEqual({ kind: 'not-sent', reason: 'connection-refused' })
  })

  it('hands on an answer that comes after it gave up, read against its own request', async () => {
    const { promise, resolve } = Promise.withResolvers<Received<OrderAnswer>>()
    const order = { requestId: 'late-1', orderNumber: 'late-o', amount: fen(77), code: '1', subject: 's' }
    const first = await acquirerAt('/held').pay(order).send(resolve)
    expect(first.outcome).toEqual({ kind: 'unknown', reason: 'headers-timeout' })
    await server.release()
    expect(await promise).toMatchObject({
      outcome: { kind: 'answered', answer: { status: 'paid', reference: 'W1' } },
      httpStatus: 200,
    })
  })
})

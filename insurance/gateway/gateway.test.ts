import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startFaultyServer, type FaultyServer } from '../../line/testing/start-faulty-server.ts'
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts'

const LIMITS = {
  connectMs: 2_000,
  headersMs: 3_000,
  moneyHeadersMs: 3_000,
  bodyMs: 3_000,
  lateMs: 5_000,
  bodyBytesMaximum: 100_000,
}
const NOTE = 'test'

let server: FaultyServer
const gateways: Gateway[] = []

beforeAll(async () => {
  server = await startFaultyServer()
})
afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()))
})
afterAll(() => server.stop())

type Changes = {
  readonly limits?: Partial<typeof LIMITS>
  readonly profile?: Partial<GatewayOptions['profile']>
  readonly late?: GatewayOptions['onLateAnswer']
}

/** A gateway to the fault that the path names. */
function gatewayTo(path: string, changes: Changes = {}): Gateway {
  const gateway = createGateway({
    baseUrl: `http://127.0.0.1:${server.port}${path}`,
    profile: {
      address: { strategy: 'base-only', note: NOTE },
      headers: { signer: 'none', extra: {}, note: NOTE },
      ...changes.profile,
    },
    limits: { ...LIMITS, ...changes.limits },
    clock: { now: () => Date.now() },
    onLateAnswer: changes.late ?? (() => expect.unreachable('no late answer was due')),
    onFault: (error) => expect.unreachable(String(error)),
  })
  gateways.push(gateway)
  return gateway
}

const CALL = { infno: '2102A', msgid: 'M1', bodyText: '{"input":"结算"}' }

describe('the gateway', () => {
  it('posts the body as it was journalled to the region’s address with its headers', async () => {
    const gateway = gatewayTo('/ok', {
      profile: {
        address: { strategy: 'append-number', note: NOTE },
        headers: { signer: 'none', extra: { 'x-tif-serviceid': 's' }, note: NOTE },
      },
    })
    expect(await gateway.send(CALL)).toMatchObject({ kind: 'answered', httpStatus: 200 })
    const [request] = (await server.seen()).requests.slice(-1)
    expect(request).toMatchObject({
      path: '/ok/2102A',
      body: CALL.bodyText,
      headers: { 'content-type': 'application/json', 'x-tif-serviceid': 's' },
    })
  })

  it('waits longer for money than for questions', async () => {
    const gateway = gatewayTo('/silence', { limits: { headersMs: 100, moneyHeadersMs: 60_000, lateMs: 1 } })
    const stop = new AbortController()
    const money = gateway.send({ infno: '2103', msgid: 'm', bodyText: '{"m":1}' }, { signal: stop.signal })
    const first = await Promise.race([
      money,
      gateway.send({ infno: '1101', msgid: 'p', bodyText: '{"p":1}' }),
    ])
    expect(first).toMatchObject({ kind: 'unknown', reason: 'headers-timeout' })
    stop.abort()
    expect(await money).toMatchObject({ kind: 'unknown', reason: 'aborted' })
  })

  it('tells of which call a late answer is', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown[]>()
    const gateway = gatewayTo('/held', {
      limits: { moneyHeadersMs: 100 },
      late: (msgid, answer) => resolve([msgid, answer.infno, answer.bodyText]),
    })
    expect(await gateway.send(CALL)).toMatchObject({ kind: 'unknown', reason: 'headers-timeout' })
    await server.release()
    expect(await promise).toEqual(['M1', '2102A', '{"answered":true,"text":"late"}'])
  })

  it('sends nothing without an address, or without the keys of a signature', async () => {
    const address = { strategy: 'path-per-transaction', prefix: '/fsi/api/', paths: {}, note: NOTE } as const
    expect(await gatewayTo('/ok', { profile: { address } }).send(CALL)).toMatchObject({
      kind: 'not-sent',
      reason: 'no-address',
    })
    const headers = { signer: 'tif', extra: {}, note: NOTE } as const
    expect(await gatewayTo('/ok', { profile: { headers } }).send(CALL)).toMatchObject({
      kind: 'not-sent',
      reason: 'no-signature-keys',
    })
  })
})

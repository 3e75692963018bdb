import { describe, expect, it } from 'vitest'
import { useFaultyServer, type TestLine } from './testing/line-fixture.ts'
import type { Transmission } from './transmission.ts'

const { server, lineTo } = useFaultyServer()

let serial = 0
/** Sends one request whose body is its own, and says how often the server saw it. */
async function sendOnce(
  line: TestLine,
): Promise<{ transmission: Transmission; arrivals: number; bodyText: string }> {
  serial += 1
  const bodyText = JSON.stringify({ request: serial, input: '结算' })
  const transmission = await line.post(bodyText)
  // a call that answers at once, so that anything sent twice before it would have been seen
  await lineTo('/ok').post('{}')
  const { requests } = await server().seen()
  return { transmission, arrivals: requests.filter((request) => request.body === bodyText).length, bodyText }
}

const bodyOf = (transmission: Transmission): string =>
  transmission.kind === 'answered' ? transmission.bodyText : `${transmission.kind} ${transmission.reason}`

describe('answered', () => {
  it.each(['/ok', '/ok-chunked', '/ok-until-close', '/informational'])(
    '%s gives the whole body',
    async (path) => {
      const { transmission, arrivals } = await sendOnce(lineTo(path))
      expect(bodyOf(transmission)).toContain('"answered":true')
      expect(transmission).toMatchObject({ kind: 'answered', httpStatus: 200 })
      expect(arrivals).toBe(1)
    },
  )

  it('sends the body as it was journalled, as JSON in UTF-8, asking to close', async () => {
    const { bodyText } = await sendOnce(lineTo('/ok'))
    const request = (await server().seen()).requests.find((candidate) => candidate.body === bodyText)
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(bodyText)),
      connection: 'close',
      host: `127.0.0.1:${server().port}`,
    })
    expect(Object.keys(request?.headers ?? {})).not.toContain('user-agent')
  })

  it('takes the first of two answers and opens a connection for each call', async () => {
    const line = lineTo('/twice')
    const before = (await server().seen()).connections
    const first = await line.post('{"n":1}')
    const second = await line.post('{"n":2}')
    expect(bodyOf(first)).toContain('first')
    expect(bodyOf(second)).toContain('first')
    const { connections, requests } = await server().seen()
    expect(connections - before).toBe(2)
    const [one, two] = requests.slice(-2)
    expect(one?.connection).not.toBe(two?.connection)
  })

  it.each([
    ['/404', 404],
    ['/400-refused', 400],
  ])('%s is handed on with its status', async (path, httpStatus) => {
    const { transmission } = await sendOnce(lineTo(path))
    expect(transmission).toMatchObject({ kind: 'answered', httpStatus })
  })

  it.each(['/html', '/empty'])('%s is an answer of the wire; whose, is decided later', async (path) => {
    expect((await sendOnce(lineTo(path))).transmission.kind).toBe('answered')
  })

  it('keeps bytes that are no text for the journal', async () => {
    const { transmission } = await sendOnce(lineTo('/not-utf8'))
    expect(bodyOf(transmission)).toBe('base64:e//+fQ==')
  })
})

describe('unknown: the request may have been processed, and is never sent again', () => {
  it.each([
    ['/reset-after-request', 'headers', 'connection-lost'],
    ['/close-after-request', 'headers', 'connection-lost'],
    ['/reset-in-headers', 'headers', 'connection-lost'],
    ['/reset-in-body', 'body', 'body-incomplete'],
    ['/half-body', 'body', 'body-incomplete'],
    ['/half-chunk', 'body', 'body-incomplete'],
    ['/oversized', 'body', 'body-too-large'],
    ['/endless', 'body', 'body-too-large'],
    ['/garbage', 'headers', 'bad-http'],
    ['/huge-headers', 'headers', 'bad-http'],
    ['/500', 'status', 'http-500'],
    ['/502', 'status', 'http-502'],
    ['/redirect', 'status', 'http-302'],
    ['/redirect-308', 'status', 'http-308'],
  ])('%s', async (path, phase, reason) => {
    const { transmission, arrivals } = await sendOnce(lineTo(path))
    expect(transmission).toMatchObject({ kind: 'unknown', phase, reason })
    expect(arrivals).toBe(1)
  })

  it('keeps what a broken server said, and what had arrived of half a body', async () => {
    const broken = (await sendOnce(lineTo('/500'))).transmission
    expect(broken).toMatchObject({ httpStatus: 500 })
    expect(broken.kind === 'unknown' && broken.bodyText).toContain('"answered":true')
    const half = (await sendOnce(lineTo('/half-body'))).transmission
    expect(half).toMatchObject({ httpStatus: 200, bodyText: '{"answered":' })
  })

  it('leaves half a body that ends with its connection to the reader of the envelope', async () => {
    const { transmission } = await sendOnce(lineTo('/half-body-until-close'))
    expect(bodyOf(transmission)).toBe('{"answered":true,"text":"ha')
  })

  it('does not follow a redirect', async () => {
    const before = (await server().seen()).requests.length
    await lineTo('/redirect').post('{"redirected":1}')
    const after = (await server().seen()).requests.slice(before)
    expect(after.map((request) => request.path)).toEqual(['/redirect'])
  })

  it('gives up on headers that never come, and on headers that trickle', async () => {
    const limits = { headersMs: 150, lateMs: 1 }
    for (const path of ['/silence', '/slow-headers']) {
      const { transmission, arrivals } = await sendOnce(lineTo(path, { limits }))
      expect(transmission).toMatchObject({ kind: 'unknown', phase: 'headers', reason: 'headers-timeout' })
      expect(arrivals).toBe(1)
    }
  })

  it('gives up on a body that trickles, by the whole body', async () => {
    const limits = { bodyMs: 150, lateMs: 1 }
    const { transmission } = await sendOnce(lineTo('/slow-body', { limits }))
    expect(transmission).toMatchObject({
      kind: 'unknown',
      phase: 'body',
      reason: 'body-timeout',
      httpStatus: 200,
    })
  })

  it('waits longer for a call that asks for it', async () => {
    const line = lineTo('/silence', { limits: { headersMs: 100, lateMs: 1 } })
    const stop = new AbortController()
    const patient = line.post('{"patient":1}', { headersMs: 60_000, signal: stop.signal })
    const first = await Promise.race([patient, line.post('{"usual":1}')])
    expect(first).toMatchObject({ reason: 'headers-timeout' })
    stop.abort()
    expect(await patient).toMatchObject({ kind: 'unknown', reason: 'aborted' })
  })

  it('is what closing makes of a call under way', async () => {
    const line = lineTo('/silence')
    const sent = line.post('{"closing":1}')
    await expect
      .poll(async () => (await server().seen()).requests.some((request) => request.body === '{"closing":1}'))
      .toBe(true)
    await line.close()
    expect(await sent).toMatchObject({ kind: 'unknown', phase: 'headers', reason: 'aborted' })
    expect(await line.post('{}')).toMatchObject({ kind: 'not-sent', reason: 'aborted' })
  })
})

describe('probe', () => {
  it('measures the connection and sends nothing', async () => {
    const before = (await server().seen()).requests.length
    const probe = await lineTo('/ok').probe()
    expect(probe.reachable && probe.connectMs).toBeGreaterThan(0)
    expect((await server().seen()).requests.length).toBe(before)
  })

  it('says why a host cannot be reached', async () => {
    expect(await lineTo('', { baseUrl: 'http://no-such-host.invalid/' }).probe()).toMatchObject({
      reachable: false,
    })
    expect(await lineTo('', { baseUrl: 'http://127.0.0.1:1/' }).probe()).toEqual({
      reachable: false,
      reason: 'ECONNREFUSED',
    })
  })
})

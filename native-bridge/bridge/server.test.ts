import { request, type OutgoingHttpHeaders } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { readAnswer, type BridgeCall, type BridgeResult } from './protocol.ts'
import { serveBridge } from './server.ts'

const TOKEN = 'a'.repeat(64)
const CALL = JSON.stringify({ id: 'call-1', act: 'read', input: {} })

let port: number
let overflows = 0
const gates = new Map<string, (result: BridgeResult) => void>()

/** `read` answers at once, `wait` when the test says so, `throw` throws, `past` wrote past its buffer. */
function run({ id, act }: BridgeCall): Promise<BridgeResult> | undefined {
  switch (act) {
    case 'read':
      return Promise.resolve({ ok: true, outputs: { card: '张三' } })
    case 'wait':
      return new Promise((resolve) => gates.set(id, resolve))
    case 'throw':
      return Promise.reject(new Error('张三'))
    case 'past':
      return Promise.resolve({ ok: false, fault: 'overflow' })
    default:
      return undefined
  }
}

type Asked = { readonly status: number; readonly body: string }

function ask(
  body: string,
  headers: OutgoingHttpHeaders = {},
  more: { readonly path?: string; readonly method?: string } = {},
): Promise<Asked> {
  return new Promise((resolve, reject: (error: Error) => void) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path: '/call',
      method: 'POST',
      agent: false,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
      ...more,
    })
    sent.once('error', reject)
    sent.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    sent.end(body)
  })
}

const resultOf = async (act: string, id = 'call-1'): Promise<BridgeResult | undefined> =>
  readAnswer((await ask(JSON.stringify({ id, act, input: {} }))).body, id)

describe('the bridge’s server', () => {
  beforeAll(async () => {
    port = await serveBridge({ token: TOKEN, run, onOverflow: () => (overflows += 1) })
  })

  it('answers a call', async () => {
    expect(await ask(CALL)).toEqual({
      status: 200,
      body: '{"id":"call-1","ok":true,"outputs":{"card":"张三"}}',
    })
  })

  it.each([
    ['no token', 401, { authorization: '' }, {}],
    ['a wrong token', 401, { authorization: `Bearer ${'b'.repeat(64)}` }, {}],
    ['a page’s request', 403, { origin: 'http://127.0.0.1' }, {}],
    ['another host name', 403, { host: 'localhost' }, {}],
    ['another path', 404, {}, { path: '/' }],
    ['another method', 405, {}, { method: 'PUT' }],
    ['another kind of body', 415, { 'content-type': 'text/plain' }, {}],
  ])('turns away %s', async (_name, status, headers, more) => {
    expect(await ask(CALL, headers, more)).toEqual({ status, body: '' })
  })

  it.each([
    ['too long', 413, `{"id":"call-1","act":"read","input":{"a":"${'x'.repeat(20_000)}"}}`],
    ['no JSON', 400, '{'],
    ['no call', 400, '[]'],
    ['without an input', 400, '{"id":"call-1","act":"read"}'],
    ['with an input that is none', 400, '{"id":"call-1","act":"read","input":{"a":[]}}'],
  ])('turns away a body %s', async (_name, status, body) => {
    expect((await ask(body)).status).toBe(status)
  })

  it('is busy while a call runs, and free afterwards', async () => {
    const first = resultOf('wait', 'call-2')
    await expect.poll(() => gates.has('call-2')).toBe(true)
    expect(await resultOf('read')).toEqual({ ok: false, fault: 'busy' })
    gates.get('call-2')?.({ ok: true, outputs: {} })
    expect(await first).toEqual({ ok: true, outputs: {} })
    expect(await resultOf('read')).toMatchObject({ ok: true })
  })

  it('says what is wrong with a call, without repeating what was thrown', async () => {
    expect(await resultOf('nothing')).toEqual({ ok: false, fault: 'invalid' })
    expect((await ask(JSON.stringify({ id: 'call-1', act: 'throw', input: {} }))).body).toBe(
      '{"id":"call-1","ok":false,"fault":"failed"}',
    )
    expect(await resultOf('past')).toEqual({ ok: false, fault: 'overflow' })
    await expect.poll(() => overflows).toBe(1)
  })
})

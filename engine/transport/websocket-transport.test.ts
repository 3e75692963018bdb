import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { frameText } from './frame-text.ts'
import type { RpcServer } from './json-rpc.ts'
import { serveWebSocket, type WebSocketEndpoint } from './websocket-transport.ts'

const echo: RpcServer = {
  connect: (role, send) => ({
    receive: (message) => {
      send({ jsonrpc: '2.0', id: null, result: { role, message } })
      return Promise.resolve()
    },
    close: () => undefined,
  }),
}

let folder = ''
let endpoint: WebSocketEndpoint

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'till-ws-'))
  await mkdir(join(folder, 'page'))
  await writeFile(join(folder, 'page', 'index.html'), '<p>till</p>')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  endpoint = await serveWebSocket(echo, { port: 0, pageFolder: join(folder, 'page') })
})

afterEach(async () => {
  await endpoint.close()
  await rm(folder, { recursive: true })
})

/** The first message, or how the attempt ended. */
function attempt(
  protocols: string[],
  options: { origin?: string; headers?: Record<string, string>; path?: string } = {},
) {
  const { path, ...rest } = options
  const socket = new WebSocket(endpoint.url.replace('/rpc', path ?? '/rpc'), protocols, rest)
  return new Promise<string>((resolve) => {
    socket.on('open', () => socket.send('{"hello":1}'))
    socket.on('message', (data) => {
      resolve(frameText(data))
      socket.close()
    })
    socket.on('unexpected-response', (_request, response) => {
      resolve(`refused ${response.statusCode ?? 0}`)
      response.resume()
    })
    socket.on('error', () => resolve('refused'))
  })
}

/** Asks for a raw path, which a browser or fetch would tidy up first. */
function page(path: string, headers: Record<string, string> = {}) {
  const { port } = new URL(endpoint.url)
  return new Promise<{ status: number; body: string; policy: string }>((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body,
          policy: String(response.headers['content-security-policy'] ?? ''),
        }),
      )
    })
    call.on('error', reject)
    call.end()
  })
}

describe('serveWebSocket', () => {
  it('gives each token its role', async () => {
    expect(await attempt(['till-rpc', endpoint.tokens.display])).toContain('"role":"display"')
    expect(await attempt(['till-rpc', endpoint.tokens.automation])).toContain('"role":"automation"')
  })

  it.each([
    ['no token', ['till-rpc'], {}],
    ['a wrong token', ['till-rpc', 'x'.repeat(32)], {}],
    ['a foreign page', undefined, { origin: 'http://evil.example' }],
    ['a name that resolves to loopback', undefined, { headers: { host: 'rebound.example' } }],
    ['another path', undefined, { path: '/other' }],
  ])('refuses %s', async (_what, protocols, options) => {
    expect(await attempt(protocols ?? ['till-rpc', endpoint.tokens.till], options)).toBe('refused 403')
  })

  it('answers what is not JSON with an error and stays up', async () => {
    const socket = new WebSocket(endpoint.url, ['till-rpc', endpoint.tokens.till])
    const messages: string[] = []
    await new Promise<void>((resolve) => {
      socket.on('open', () => {
        socket.send('{not json')
        socket.send(Buffer.from([0xff, 0xfe]))
        socket.send('{"ok":true}')
      })
      socket.on('message', (data) => {
        messages.push(frameText(data))
        if (messages.length === 3) resolve()
      })
    })
    socket.close()
    expect(messages.map((text) => text.includes('-32700'))).toEqual([true, true, false])
  })

  it('serves the page with a strict policy and nothing beside it', async () => {
    const home = await page('/')
    expect(home).toMatchObject({ status: 200, body: '<p>till</p>' })
    expect(home.policy).toContain("default-src 'none'")
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%zz',
      '/index.html%00.js',
      '//secret.txt',
    ]) {
      expect((await page(path)).body).not.toContain('secret')
    }
    expect((await page('/', { host: 'rebound.example' })).status).toBe(404)
  })
})

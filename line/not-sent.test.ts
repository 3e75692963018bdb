import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { useFaultyServer, type LineChanges } from './testing/line-fixture.ts'
import { startFaultyServer } from './testing/start-faulty-server.ts'
import type { Transmission } from './transmission.ts'

const { server, lineTo } = useFaultyServer()

describe('not sent: proven that no byte left', () => {
  async function unusedPort(): Promise<number> {
    const unused = createServer().listen(0, '127.0.0.1')
    await once(unused, 'listening')
    const address = unused.address()
    unused.close()
    await once(unused, 'close')
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  const send = (baseUrl: string, limits: LineChanges['limits'] = {}): Promise<Transmission> =>
    lineTo('', { baseUrl, limits }).post('{"never":1}')

  it('connection refused', async () => {
    expect(await send(`http://127.0.0.1:${await unusedPort()}/`)).toMatchObject({
      kind: 'not-sent',
      reason: 'connection-refused',
    })
  })

  it('no such host', async () => {
    expect(await send('http://no-such-host.invalid/')).toMatchObject({
      kind: 'not-sent',
      reason: 'host-not-found',
    })
  })

  it('a host that speaks no TLS', async () => {
    const plain = createServer((socket) => socket.on('error', () => undefined).end('220 ready\r\n')).listen(
      0,
      '127.0.0.1',
    )
    await once(plain, 'listening')
    const address = plain.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await send(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: 'not-sent', reason: 'tls-failed' })
    plain.close()
    expect(await send(`https://127.0.0.1:${server().resetPort}/`)).toMatchObject({
      kind: 'not-sent',
      reason: 'tls-failed',
    })
  })

  it('a handshake that never ends', async () => {
    expect(await send(`https://127.0.0.1:${server().silentPort}/`, { connectMs: 150 })).toMatchObject({
      kind: 'not-sent',
      reason: 'connect-timeout',
    })
  })

  it('a host whose queue is full', async () => {
    const stopped = await startFaultyServer()
    const fillers: Socket[] = []
    process.kill(stopped.pid, 'SIGSTOP')
    try {
      // a stopped process accepts nothing: its queue fills up and the next handshake waits
      const waiting = async (): Promise<boolean> => {
        const filler = connect(stopped.silentPort, '127.0.0.1')
        filler.on('error', () => undefined)
        fillers.push(filler)
        const connected = once(filler, 'connect').then(() => false)
        return Promise.race([
          connected,
          new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 200)),
        ])
      }
      for (let tries = 0; tries < 600; tries += 1) if (await waiting()) break
      expect(await send(`http://127.0.0.1:${stopped.silentPort}/`, { connectMs: 150 })).toMatchObject({
        kind: 'not-sent',
        reason: 'connect-timeout',
      })
    } finally {
      for (const filler of fillers) filler.destroy()
      await stopped.stop()
    }
  })

  it('a signal that came before', async () => {
    const before = (await server().seen()).connections
    const result = await lineTo('/ok').post('{}', { signal: AbortSignal.abort() })
    expect(result).toMatchObject({ kind: 'not-sent', reason: 'aborted' })
    expect((await server().seen()).connections).toBe(before)
  })

  it('a reset right at the connection: not sent when it never stood, else unknown', async () => {
    const kinds = new Set<string>()
    for (let call = 0; call < 20; call += 1) {
      const result = await send(`http://127.0.0.1:${server().resetPort}/`)
      kinds.add(result.kind === 'answered' ? 'answered' : `${result.kind} ${result.reason}`)
    }
    // which of the two it is, is the kernel's choice; a third one would be a lie
    expect(['not-sent connect-failed', 'unknown connection-lost']).toEqual(expect.arrayContaining([...kinds]))
  })
})

import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTimers } from '../testing/timers.ts'
import type { LineHooks, Opening } from './line.ts'
import { openTcp, type TcpOptions } from './tcp.ts'

const WAIT = { timeout: 10_000, interval: 5 }

let server: Server
let sockets: Socket[]
let received: Buffer[]

beforeEach(async () => {
  sockets = []
  received = []
  server = createServer((socket) => {
    sockets.push(socket)
    socket.on('data', (bytes: Buffer) => received.push(bytes))
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  if (server.listening) await new Promise((resolve) => server.close(resolve))
})

const address = (): TcpOptions => {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('not listening')
  return { host: '127.0.0.1', port: bound.port }
}

function listening(): { readonly hooks: LineHooks; readonly bytes: Buffer[]; readonly lost: string[] } {
  const bytes: Buffer[] = []
  const lost: string[] = []
  const schedule = createTimers().schedule
  return {
    bytes,
    lost,
    hooks: {
      schedule,
      onBytes: (data) => bytes.push(Buffer.from(data)),
      onLost: (reason) => lost.push(reason),
    },
  }
}

const lineOf = (opening: Opening): Extract<Opening, { ok: true }>['line'] => {
  if (!opening.ok) throw new Error(`${opening.reason}: ${opening.detail}`)
  return opening.line
}

describe('a device on the network', () => {
  it('takes bytes and answers', async () => {
    const { hooks, bytes } = listening()
    const line = lineOf(await openTcp(address())(hooks))
    await line.write(Uint8Array.of(0x1b, 0x40, 0xff))
    await expect.poll(() => [...Buffer.concat(received)], WAIT).toEqual([0x1b, 0x40, 0xff])
    sockets[0]?.write(Uint8Array.of(0x16))
    await expect.poll(() => [...Buffer.concat(bytes)], WAIT).toEqual([0x16])
    await line.close()
  })

  it('tells once that the other end went away', async () => {
    const { hooks, lost } = listening()
    const line = lineOf(await openTcp(address())(hooks))
    await expect.poll(() => sockets.length, WAIT).toBe(1)
    sockets[0]?.destroy()
    await expect.poll(() => lost, WAIT).toEqual(['unplugged'])
    await expect(line.write(Uint8Array.of(1))).rejects.toMatchObject({ reason: 'unplugged' })
    await line.close()
    expect(lost).toEqual(['unplugged'])
  })

  it('says that nobody listens there', async () => {
    const options = address()
    await new Promise((resolve) => server.close(resolve))
    const { hooks } = listening()
    expect(await openTcp(options)(hooks)).toMatchObject({ ok: false, reason: 'not-found' })
  })

  it('is silent when the other end takes no bytes', async () => {
    const { hooks } = listening()
    const line = lineOf(await openTcp({ ...address(), writeLimitMs: 200 })(hooks))
    await expect.poll(() => sockets.length, WAIT).toBe(1)
    sockets[0]?.pause()
    await expect(line.write(new Uint8Array(64 * 1024 * 1024))).rejects.toMatchObject({ reason: 'silent' })
    await line.close()
  })

  it('tells nothing after it was closed', async () => {
    const { hooks, lost } = listening()
    const line = lineOf(await openTcp(address())(hooks))
    await line.close()
    expect(lost).toEqual([])
  })
})

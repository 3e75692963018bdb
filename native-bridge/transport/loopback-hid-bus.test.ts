import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { serveHidBus, type ServedHidBus } from '../../device-twins/hid-bus-server.ts'
import { createVirtualHidBus, type VirtualHidBus } from '../../device-twins/virtual-hid.ts'
import { createLineCutter, readHeard, readQuestion } from './hid-bus-protocol.ts'
import { createLoopbackHidBus } from './loopback-hid-bus.ts'

const WAIT = { timeout: 10_000, interval: 5 }
const SCANNER = { vendorId: 0x1eab, productId: 1, usagePage: 0x8c, usage: 2, product: '扫码枪' }

let served: ServedHidBus | undefined
let fake: Server | undefined
afterEach(async () => {
  await served?.close()
  served = undefined
  fake?.close()
  fake = undefined
})

async function overLoopback(): Promise<{
  readonly virtual: VirtualHidBus
  readonly bus: ReturnType<typeof createLoopbackHidBus>
}> {
  const virtual = createVirtualHidBus()
  served = await serveHidBus(virtual)
  return { virtual, bus: createLoopbackHidBus(served.port) }
}

/** A bus at whose port something else answers each line. */
async function answeredBy(answer: string): Promise<ReturnType<typeof createLoopbackHidBus>> {
  fake = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', () => socket.write(answer))
  })
  fake.listen(0, '127.0.0.1')
  await once(fake, 'listening')
  const address = fake.address()
  return createLoopbackHidBus(typeof address === 'object' && address !== null ? address.port : 0)
}

describe('a HID bus behind a port', () => {
  it('lists what is plugged in, as it is', async () => {
    const { virtual, bus } = await overLoopback()
    expect(await bus.list()).toEqual([])
    const { path } = virtual.plugIn(SCANNER)
    expect(await bus.list()).toEqual([
      { ...SCANNER, path, interfaceNumber: 0, manufacturer: '', serialNumber: '' },
    ])
  })

  it('carries reports both ways, in order, until the device is pulled', async () => {
    const { virtual, bus } = await overLoopback()
    const device = virtual.plugIn(SCANNER)
    device.answer = (report) => [report, Uint8Array.of(9)]
    const handle = await bus.open(device.path)
    const reports: number[][] = []
    const gone: string[] = []
    handle.listen({ onReport: (report) => reports.push([...report]), onGone: (text) => gone.push(text) })
    await handle.sendFeatureReport(Uint8Array.of(254, 1))
    await handle.write(Uint8Array.of(0, 255))
    await handle.write(Uint8Array.of(7))
    await expect.poll(() => reports, WAIT).toEqual([[0, 255], [9], [7], [9]])
    expect(device.features.map((report) => [...report])).toEqual([[254, 1]])
    device.unplug()
    await expect.poll(() => gone, WAIT).toHaveLength(1)
    await expect(handle.write(Uint8Array.of(1))).rejects.toThrow('No such device')
  })

  it('says of a device that is open already, or is none, what the system would say', async () => {
    const { virtual, bus } = await overLoopback()
    const { path } = virtual.plugIn(SCANNER)
    const handle = await bus.open(path)
    await expect(bus.open(path)).rejects.toThrow('EBUSY')
    await expect(bus.open('none')).rejects.toThrow('No such file or directory')
    await handle.close()
    const again = async (): Promise<string> => (await bus.open(path)).close().then(() => 'opened')
    await expect.poll(() => again().catch(String), WAIT).toBe('opened')
  })

  it('ends with the bus, as a pulled cable does', async () => {
    const { virtual, bus } = await overLoopback()
    const handle = await bus.open(virtual.plugIn(SCANNER).path)
    const gone: string[] = []
    handle.listen({ onReport: () => undefined, onGone: (text) => gone.push(text) })
    await served?.close()
    served = undefined
    await expect.poll(() => gone, WAIT).toEqual([expect.stringContaining('ECONNRESET')])
    await expect(handle.write(Uint8Array.of(1))).rejects.toThrow('ECONNRESET')
    await expect(bus.list()).rejects.toThrow('ECONNREFUSED')
  })

  it.each([
    ['no JSON', 'x\n', 'what it may not'],
    ['a device without its members', '{"devices":[{"path":"a"}]}\n', 'what it may not'],
    ['a line without an end', 'x'.repeat(300_000), 'without an end'],
  ])('is given up when it sends %s', async (_, answer, text) => {
    const bus = await answeredBy(answer)
    await expect(bus.list()).rejects.toThrow(text)
  })
})

describe('the lines of a HID bus', () => {
  it('read nothing but what they may say, whatever comes', () => {
    const member = fc.oneof(
      ...['list', 'open', 'listen', 'write', 'feature', 'devices', 'done', 'error', 'report', 'gone'].map(
        (name) => fc.constant(name),
      ),
    )
    const line = fc.oneof(
      fc.string(),
      fc.dictionary(member, fc.jsonValue()).map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(line, (text) => {
        const question = readQuestion(text)
        const heard = readHeard(text)
        for (const read of [question, heard]) {
          if (read === undefined) continue
          expect(Object.keys(read)).toHaveLength(1)
          expect(JSON.parse(text)).toMatchObject(read)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[^\n]*$/)), fc.integer({ min: 1, max: 7 }), (lines, size) => {
        const found: string[] = []
        const cutter = createLineCutter((line) => found.push(line))
        const text = lines.map((line) => `${line}\n`).join('')
        for (let at = 0; at < text.length; at += size)
          expect(cutter.push(text.slice(at, at + size))).toBe(true)
        expect(found).toEqual(lines)
      }),
    )
  })
})

import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { listenAsPrinter } from '../../device-twins/printer-lines.ts'
import { answered, linesJob, printerRig, profileOf, ready, WAIT } from '../testing/printer-rig.ts'
import { createPrinterTwin } from '../../device-twins/printer-twin.ts'
import type { PrinterLine } from './printer.ts'

const { later, watched } = printerRig()

describe('a printer on the network', () => {
  const tcp = (port: number, writeLimitMs = 1_000): PrinterLine => ({
    kind: 'tcp',
    host: '127.0.0.1',
    port,
    writeLimitMs,
  })

  it('prints, and is found again after it was switched off', async () => {
    const twin = createPrinterTwin()
    const listening = await listenAsPrinter(twin)
    const mine = watched(tcp(listening.port))
    await ready(mine)
    expect(await mine.printer.print(linesJob('a', 100))).toEqual({ outcome: 'printed', confirmed: true })
    expect(twin.lines()).toHaveLength(100)
    await listening.close()
    await expect
      .poll(() => mine.printer.state(), WAIT)
      .toMatchObject({ state: 'faulted', reason: 'not-found' })
    const again = await listenAsPrinter(twin, listening.port)
    later(again.close)
    await expect.poll(() => mine.printer.state().state, WAIT).toBe('ready')
    expect(await mine.printer.print(linesJob('b', 1))).toEqual({ outcome: 'printed', confirmed: true })
  })

  it('is not found where the connection is refused', async () => {
    const twin = createPrinterTwin()
    const listening = await listenAsPrinter(twin)
    await listening.close()
    const mine = watched(tcp(listening.port))
    mine.printer.open()
    await expect
      .poll(() => mine.printer.state(), WAIT)
      .toMatchObject({ state: 'faulted', reason: 'not-found' })
    expect(await mine.printer.print(linesJob('a', 1))).toMatchObject({
      outcome: 'not-started',
      reason: 'not-found',
    })
  })

  it('reports half a job when the connection is reset', async () => {
    const twin = createPrinterTwin()
    const listening = await listenAsPrinter(twin)
    later(listening.close)
    const mine = watched(tcp(listening.port, 10_000), profileOf('generic-80'), { chunkBytes: 65_536 })
    await ready(mine)
    await answered(mine)
    twin.takeOnly(5_000)
    const job = { id: 'a', bytes: new Uint8Array(64_000_000).fill(0x41) }
    const printing = mine.printer.print(job)
    await expect.poll(() => twin.received() > 4_000, WAIT).toBe(true)
    listening.reset()
    expect(await printing).toMatchObject({ outcome: 'incomplete', reason: 'unplugged' })
  })

  it('is uncertain of a job that was taken by the system when the printer was lost', async () => {
    const twin = createPrinterTwin()
    const listening = await listenAsPrinter(twin)
    later(listening.close)
    const mine = watched(tcp(listening.port))
    await ready(mine)
    await answered(mine)
    // the questions before the job, and then no byte of it
    twin.takeOnly(12)
    const printing = mine.printer.print(linesJob('a', 10))
    await expect.poll(() => mine.printer.state().state, WAIT).toBe('busy')
    await expect.poll(() => mine.conditions.length > 0 && twin.received(), WAIT).toBeGreaterThanOrEqual(24)
    listening.reset()
    expect(await printing).toMatchObject({ outcome: 'uncertain', reason: 'unplugged' })
    expect(twin.lines()).toEqual([])
  })

  it('gives up where nothing is ever read, and lets go of the line', async () => {
    const server = createServer({ pauseOnConnect: true })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    later(async () => {
      server.close()
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const mine = watched(tcp(address.port, 300), profileOf('generic-80', { status: 'none' }), {
      chunkBytes: 65_536,
    })
    await ready(mine)
    const outcome = await mine.printer.print({ id: 'a', bytes: new Uint8Array(64_000_000) })
    expect(outcome).toMatchObject({ outcome: 'incomplete', reason: 'silent' })
    expect(mine.states.findLast(({ state }) => state === 'faulted')).toMatchObject({ reason: 'silent' })
  })
})

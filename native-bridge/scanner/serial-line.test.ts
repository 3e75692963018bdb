import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plugIn, type PtyPair } from '../../device-twins/pty-pair.ts'
import { createTimers } from '../testing/timers.ts'
import { SCANNER_DRIVERS } from './drivers.ts'
import type { FrameProblem } from './frame.ts'
import type { Scanner, SerialScannerOptions } from './scanner.ts'

const WAIT = { timeout: 10_000, interval: 5 }

let folder: string
const cables: PtyPair[] = []
const scanners: Scanner[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scanner-line-'))
})
afterEach(async () => {
  await Promise.all(scanners.splice(0).map((scanner) => scanner.close()))
  await Promise.all(cables.splice(0).map((cable) => cable.unplug()))
  await rm(folder, { recursive: true, force: true })
})

/** A scanner that is open on a cable of its own. */
async function opened(
  name: string,
  options: Partial<SerialScannerOptions> = {},
): Promise<{ readonly cable: PtyPair; readonly scans: string[]; readonly notes: FrameProblem[] }> {
  await mkdir(join(folder, name))
  const cable = await plugIn(join(folder, name))
  cables.push(cable)
  const scans: string[] = []
  const notes: FrameProblem[] = []
  const scanner = SCANNER_DRIVERS.serial(
    { path: cable.path, ...options },
    {
      onScan: ({ text }) => scans.push(text),
      onState: () => undefined,
      onNote: (note) => notes.push(note),
      schedule: createTimers().schedule,
    },
  )
  scanners.push(scanner)
  scanner.open()
  await expect.poll(() => scanner.state().state, WAIT).toBe('ready')
  return { cable, scans, notes }
}

describe('what a serial line does to scans', () => {
  it('waits for a slow scanner, byte by byte', async () => {
    const { cable, scans, notes } = await opened('slow')
    for (const character of '6901234567892\r') {
      await cable.send(character)
      // ten times slower than 9600 baud, well inside the time limit of a frame
      await pause(10)
    }
    await expect.poll(() => scans, WAIT).toEqual(['6901234567892'])
    expect(notes).toEqual([])
  })

  it('gives a frame that was sent twice as two scans: what a double is, is for whoever asked', async () => {
    const { cable, scans } = await opened('double')
    await cable.send('88298420000560224025\r88298420000560224025\r')
    await expect.poll(() => scans, WAIT).toEqual(['88298420000560224025', '88298420000560224025'])
  })

  it('opens with the settings of its device', async () => {
    const { cable, scans } = await opened('settings', {
      baudRate: 115_200,
      dataBits: 8,
      stopBits: 2,
      parity: 'even',
      prefix: 'QR',
      suffix: '#',
      terminator: 'lf',
    })
    await cable.send('QR6901234567892#\n')
    await expect.poll(() => scans, WAIT).toEqual(['6901234567892'])
  })

  it('keeps two scanners apart, whatever is on their lines at once', async () => {
    const left = await opened('left', { prefix: '\u0002', suffix: '\u0003' })
    const right = await opened('right', { terminator: 'idle', idleMs: 30 })
    await left.cable.send('\u0002690123')
    await right.cable.send('8829842000')
    await left.cable.send('4567892\u0003\r')
    await right.cable.send('0560224025')
    await expect.poll(() => left.scans, WAIT).toEqual(['6901234567892'])
    await expect.poll(() => right.scans, WAIT).toEqual(['88298420000560224025'])
    // one that is pulled leaves the other alone
    await left.cable.unplug()
    cables.splice(cables.indexOf(left.cable), 1)
    await right.cable.send('6901234567892')
    await expect.poll(() => right.scans, WAIT).toHaveLength(2)
  })

  it('takes 1,000 frames a second for two seconds, complete and in order', async () => {
    const { cable, scans, notes } = await opened('flood', { baudRate: 115_200 })
    const sent = Array.from({ length: 2_000 }, (_, index) => `8${String(index).padStart(19, '0')}`)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const started = performance.now()
    for (let at = 0; at < sent.length; at += 10) {
      await cable.send(`${sent.slice(at, at + 10).join('\r')}\r`)
      await pause(Math.max(0, started + at + 10 - performance.now()))
    }
    await expect.poll(() => scans.length, WAIT).toBe(sent.length)
    delay.disable()
    expect(scans).toEqual(sent)
    expect(notes).toEqual([])
    const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(1)
    const seconds = ((performance.now() - started) / 1_000).toFixed(1)
    console.info(
      `flood: 2000 frames in ${seconds} s; event loop delay p50 ${ms(delay.percentile(50))} ms, ` +
        `p99 ${ms(delay.percentile(99))} ms, max ${ms(delay.max)} ms`,
    )
  })
})

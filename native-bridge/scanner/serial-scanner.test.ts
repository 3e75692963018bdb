import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plugIn, type PtyPair } from '../../device-twins/pty-pair.ts'
import { SCANNER_DRIVERS } from './drivers.ts'
import type { FrameProblem } from './frame.ts'
import type { DeviceState } from '../device/device.ts'
import type { Scanner, SerialScannerOptions } from './scanner.ts'

const WAIT = { timeout: 10_000, interval: 5 }

/** A scanner with everything that its hooks were told, on a real serial port. */
function watched(options: SerialScannerOptions): {
  readonly scanner: Scanner
  readonly scans: string[]
  readonly states: DeviceState[]
  readonly notes: FrameProblem[]
  readonly timers: Set<NodeJS.Timeout>
} {
  const scans: string[] = []
  const states: DeviceState[] = []
  const notes: FrameProblem[] = []
  const timers = new Set<NodeJS.Timeout>()
  const scanner = SCANNER_DRIVERS.serial(options, {
    onScan: ({ text }) => scans.push(text),
    onState: (state) => states.push(state),
    onNote: (problem) => notes.push(problem),
    schedule: (task, delayMs) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        task()
      }, delayMs)
      timers.add(timer)
      return () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
    },
  })
  return { scanner, scans, states, notes, timers }
}

let folder: string
let cable: PtyPair | undefined
let scanner: Scanner | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scanner-'))
})
afterEach(async () => {
  await scanner?.close()
  await cable?.unplug()
  scanner = undefined
  cable = undefined
  await rm(folder, { recursive: true, force: true })
})

/** Plugs a scanner in and opens it. */
async function opened(
  options: Partial<SerialScannerOptions> = {},
): Promise<ReturnType<typeof watched> & { cable: PtyPair }> {
  const plugged = await plugIn(folder)
  cable = plugged
  const watching = watched({ path: plugged.path, ...options })
  scanner = watching.scanner
  watching.scanner.open()
  await expect.poll(() => watching.scanner.state().state, WAIT).toBe('ready')
  return { ...watching, cable: plugged }
}

async function replugged(): Promise<PtyPair> {
  const again = await plugIn(folder)
  cable = again
  return again
}

describe('a scanner on a real serial line', () => {
  it('opens, brings every scan in order, and closes', async () => {
    const { scanner: mine, scans, states, timers, cable: line } = await opened()
    await line.send('6901234567892\r88298420000560224025\r')
    await line.send('88298420')
    await line.send('000560224026\r')
    await expect
      .poll(() => scans, WAIT)
      .toEqual(['6901234567892', '88298420000560224025', '88298420000560224026'])
    await mine.close()
    expect(states.map(({ state }) => state)).toEqual(['opening', 'ready', 'closed'])
    expect(timers.size).toBe(0)
  })

  it('drops garbage with a note and reads the next scan', async () => {
    const { scans, notes, cable: line } = await opened()
    await line.send(Uint8Array.from([0xff, 0x00, 0x31, 0x0d]))
    await line.send(`${'9'.repeat(2_000)}\r`)
    await line.send('6901234567892\r')
    await expect.poll(() => scans, WAIT).toEqual(['6901234567892'])
    expect(notes).toEqual(['undecodable', 'too-long'])
  })

  it('ends a frame by the pause of the line where there is no terminator', async () => {
    const { scans, cable: line } = await opened({ terminator: 'idle', idleMs: 30 })
    await line.send('6901234567892')
    await expect.poll(() => scans, WAIT).toEqual(['6901234567892'])
    await line.send('88298420000560224025')
    await expect.poll(() => scans, WAIT).toEqual(['6901234567892', '88298420000560224025'])
  })

  it('drops half a scan when nothing more comes', async () => {
    const { scans, notes, cable: line } = await opened({ idleMs: 30 })
    await line.send('69012')
    await expect.poll(() => notes, WAIT).toEqual(['unfinished'])
    await line.send('6901234567892\r')
    await expect.poll(() => scans, WAIT).toEqual(['6901234567892'])
  })

  it('reads GB18030 between prefix and suffix', async () => {
    const { scans, cable: line } = await opened({
      encoding: 'gb18030',
      prefix: '\u0002',
      suffix: '\u0003',
      terminator: 'crlf',
    })
    // 处方 in GB18030
    await line.send(Uint8Array.from([0x02, 0xb4, 0xa6, 0xb7, 0xbd, 0x31, 0x03, 0x0d, 0x0a]))
    await expect.poll(() => scans, WAIT).toEqual(['处方1'])
  })

  it('is faulted when the cable is pulled, comes back by itself, and forgets the half scan', async () => {
    const { scanner: mine, scans, states, cable: line } = await opened({ idleMs: 60_000 })
    await line.send('6901234567892\r')
    await expect.poll(() => scans, WAIT).toHaveLength(1)
    await line.send('12345')
    await line.unplug()
    cable = undefined
    const faults = (): string[] =>
      states.flatMap((state) => (state.state === 'faulted' ? [`${state.reason} ${state.retryInMs}`] : []))
    // while it is out, every try says that there is no such port
    await expect.poll(faults, WAIT).toEqual(['unplugged 250', 'not-found 500'])
    const back = await replugged()
    await expect.poll(() => mine.state().state, WAIT).toBe('ready')
    await back.send('88298420000560224025\r')
    await expect.poll(() => scans, WAIT).toEqual(['6901234567892', '88298420000560224025'])
    const names = states.map(({ state }) => state)
    expect(names.slice(0, 3)).toEqual(['opening', 'ready', 'faulted'])
    expect(names.at(-1)).toBe('ready')
  })

  it('notices a pulled cable whatever was on the line at that moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const line = await replugged()
      const watching = watched({ path: line.path })
      scanner = watching.scanner
      watching.scanner.open()
      await expect.poll(() => watching.scanner.state().state, WAIT).toBe('ready')
      await line.send('6901234567892\r12345'.slice(0, round * 4))
      await line.unplug()
      cable = undefined
      await expect
        .poll(() => watching.states[2], WAIT)
        .toMatchObject({ state: 'faulted', reason: 'unplugged' })
      await watching.scanner.close()
    }
  })

  it('starts before its cable: waits with growing pauses until the port is there', async () => {
    const watching = watched({ path: join(folder, 'till') })
    scanner = watching.scanner
    watching.scanner.open()
    const pauses = (): number[] =>
      watching.states.flatMap((state) => (state.state === 'faulted' ? [state.retryInMs] : []))
    await expect.poll(pauses, WAIT).toEqual([250, 500])
    expect(watching.states.find(({ state }) => state === 'faulted')).toMatchObject({ reason: 'not-found' })
    await replugged()
    await expect.poll(() => watching.scanner.state().state, WAIT).toBe('ready')
  })

  it('says that a port is in use by another scanner', async () => {
    const { cable: line } = await opened()
    const second = watched({ path: line.path })
    second.scanner.open()
    await expect
      .poll(() => second.scanner.state(), WAIT)
      .toMatchObject({ state: 'faulted', reason: 'in-use' })
    await second.scanner.close()
    expect(second.timers.size).toBe(0)
  })

  it('can be closed while it opens, and opened again', async () => {
    const plugged = await replugged()
    const watching = watched({ path: plugged.path })
    scanner = watching.scanner
    watching.scanner.open()
    const closed = watching.scanner.close()
    expect(watching.scanner.state().state).toBe('closed')
    await closed
    watching.scanner.open()
    await expect.poll(() => watching.scanner.state().state, WAIT).toBe('ready')
    expect(watching.states.map(({ state }) => state)).toEqual(['opening', 'closed', 'opening', 'ready'])
  })

  it('can be closed by its own hook: the rest of the burst is not delivered', async () => {
    const plugged = await replugged()
    const scans: string[] = []
    let closing: Promise<void> | undefined
    const mine = SCANNER_DRIVERS.serial(
      { path: plugged.path },
      {
        onScan: ({ text }) => {
          scans.push(text)
          closing ??= mine.close()
        },
        onState: () => undefined,
        schedule: (task, delayMs) => {
          const timer = setTimeout(task, delayMs)
          return () => clearTimeout(timer)
        },
      },
    )
    scanner = mine
    mine.open()
    await expect.poll(() => mine.state().state, WAIT).toBe('ready')
    await plugged.send('1\r2\r3\r')
    await expect.poll(() => mine.state().state, WAIT).toBe('closed')
    await closing
    expect(scans).toEqual(['1'])
  })

  it('keeps up with 1,000 frames a second and loses none', async () => {
    const { scans, notes, cable: line } = await opened({ baudRate: 115_200 })
    const sent = Array.from({ length: 3_000 }, (_, index) => `8${String(index).padStart(19, '0')}`)
    const begin = performance.now()
    for (let at = 0; at < sent.length; at += 50) await line.send(`${sent.slice(at, at + 50).join('\r')}\r`)
    await expect.poll(() => scans.length, WAIT).toBe(sent.length)
    const seconds = (performance.now() - begin) / 1_000
    expect(scans).toEqual(sent)
    expect(notes).toEqual([])
    expect(sent.length / seconds).toBeGreaterThan(1_000)
  })
})

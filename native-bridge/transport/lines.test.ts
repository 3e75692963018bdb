import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plugSerialDevice, type SerialDevice } from '../../device-twins/serial-device.ts'
import { createTimers } from '../testing/timers.ts'
import type { LineHooks, Opening } from './line.ts'
import { openRawPath } from './raw-path.ts'
import { openSerial } from './serial.ts'

const WAIT = { timeout: 10_000, interval: 5 }

let folder: string
let device: SerialDevice
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'line-'))
  device = await plugSerialDevice(join(folder, 'till'))
})
afterEach(async () => {
  await device.unplug()
  await rm(folder, { recursive: true, force: true })
})

/** Hooks that keep what they are told. */
function listening(): { readonly hooks: LineHooks; readonly bytes: Buffer[]; readonly lost: string[] } {
  const bytes: Buffer[] = []
  const lost: string[] = []
  return {
    bytes,
    lost,
    hooks: {
      schedule: createTimers().schedule,
      onBytes: (data) => bytes.push(Buffer.from(data)),
      onLost: (reason) => lost.push(reason),
    },
  }
}

const lineOf = (opening: Opening): Extract<Opening, { ok: true }>['line'] => {
  if (!opening.ok) throw new Error(`${opening.reason}: ${opening.detail}`)
  return opening.line
}

describe.each([
  ['a serial port', () => openSerial({ path: device.path, baudRate: 115_200 })],
  ['a device file', () => openRawPath({ path: device.path, answers: true })],
])('%s', (_, connect) => {
  it('sends all bytes of any length, binary ones too, in order', async () => {
    const { hooks } = listening()
    const line = lineOf(await connect()(hooks))
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_byte, index) => (index * 7) % 256))
    const sending = line.write(bytes)
    const copy = Buffer.from(bytes)
    // the caller may use its array again at once
    bytes.fill(0)
    await sending
    await expect.poll(() => device.received().length, WAIT).toBe(copy.length)
    expect(device.received().equals(copy)).toBe(true)
    await line.close()
  })

  it('hears what the device answers', async () => {
    const { hooks, bytes } = listening()
    const line = lineOf(await connect()(hooks))
    await device.send('\u0010\u0004')
    await expect.poll(() => Buffer.concat(bytes).toString('latin1'), WAIT).toBe('\u0010\u0004')
    await line.close()
  })

  it('tells once that it was pulled, and refuses to send after that', async () => {
    const { hooks, lost } = listening()
    const line = lineOf(await connect()(hooks))
    await device.unplug()
    await expect.poll(() => lost, WAIT).toEqual(['unplugged'])
    await expect(line.write(Uint8Array.of(1))).rejects.toMatchObject({ reason: 'unplugged' })
    await line.close()
    expect(lost).toEqual(['unplugged'])
  })

  it('says that there is no such device', async () => {
    await device.unplug()
    const { hooks } = listening()
    expect(await connect()(hooks)).toMatchObject({ ok: false, reason: 'not-found' })
  })

  it('tells nothing after it was closed', async () => {
    const { hooks, lost, bytes } = listening()
    const line = lineOf(await connect()(hooks))
    await line.close()
    await device.send('1')
    await device.unplug()
    expect([lost, bytes]).toEqual([[], []])
  })
})

describe('a device file that takes no bytes', () => {
  it('is silent after the time limit', async () => {
    const path = join(folder, 'stuck')
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
    const { hooks } = listening()
    const line = lineOf(await openRawPath({ path, writeLimitMs: 100 })(hooks))
    // nobody reads: the pipe takes 64 KiB and no more
    await expect(line.write(new Uint8Array(200_000))).rejects.toMatchObject({ reason: 'silent' })
    await line.close()
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Device } from '../device/device.ts'
import { scanReports } from '../../device-twins/hid-pos-reports.ts'
import { plugIn, type PtyPair } from '../../device-twins/pty-pair.ts'
import { createTimers } from '../testing/timers.ts'
import { createVirtualHidBus } from '../../device-twins/virtual-hid.ts'
import { createQrBox, type QrBoxNote, type QrBoxOptions } from './qr-box.ts'
import { readQrCode, type QrCode } from './qr-code.ts'

const WAIT = { timeout: 10_000, interval: 5 }
const CODE = '3000000000000000000000000Ab9'
const NOW = 1_770_000_000_000

let folder: string
let cable: PtyPair | undefined
let box: Device | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qr-box-'))
})
afterEach(async () => {
  await box?.close()
  await cable?.unplug()
  box = undefined
  cable = undefined
  await rm(folder, { recursive: true, force: true })
})

async function opened(
  options: QrBoxOptions,
): Promise<{ readonly codes: QrCode[]; readonly notes: QrBoxNote[]; readonly box: Device }> {
  const codes: QrCode[] = []
  const notes: QrBoxNote[] = []
  const made = createQrBox(options, {
    onCode: (code) => codes.push(code),
    onState: () => undefined,
    onNote: (note) => notes.push(note),
    now: () => NOW,
    schedule: createTimers().schedule,
  })
  box = made
  made.open()
  await expect.poll(() => made.state().state, WAIT).toBe('ready')
  return { codes, notes, box: made }
}

describe('readQrCode', () => {
  it('takes exactly 1 to 64 printable characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const trimmed = text.replace(/^ +| +$/g, '')
        const fit = trimmed.length <= 64 && /^[ -~]+$/.test(trimmed)
        expect(readQrCode(text, NOW, 1_000)).toEqual(
          fit ? { text: trimmed, readAt: NOW, expiresAt: NOW + 1_000 } : undefined,
        )
      }),
      { numRuns: 1_000 },
    )
    expect(readQrCode('x'.repeat(64), NOW, 1)?.text).toHaveLength(64)
    expect(readQrCode('x'.repeat(65), NOW, 1)).toBeUndefined()
  })
})

describe('an insurance QR box', () => {
  it('reads a code from a serial line, with the time at which it becomes stale', async () => {
    cable = await plugIn(folder)
    const { codes, notes } = await opened({ line: { transport: 'serial', path: cable.path } })
    await cable.send(`${CODE}\r`)
    await expect.poll(() => codes, WAIT).toEqual([{ text: CODE, readAt: NOW, expiresAt: NOW + 60_000 }])
    await cable.send('处方0001\r')
    await cable.send(`${'9'.repeat(65)}\r`)
    await expect.poll(() => notes, WAIT).toEqual(['unfit-code', 'unfit-code'])
    expect(codes).toHaveLength(1)
  })

  it('reads a code in HID POS mode, with a life of its own', async () => {
    const bus = createVirtualHidBus()
    const device = bus.plugIn({ vendorId: 0x1234, usagePage: 0x8c, usage: 2 })
    const { codes } = await opened({ line: { transport: 'hid', match: {}, bus }, lifeMs: 5_000 })
    for (const report of scanReports(`${CODE}\r`, { identifier: ']Q1' })) device.send(report)
    expect(codes).toEqual([{ text: CODE, readAt: NOW, expiresAt: NOW + 5_000 }])
  })

  it('comes back after its cable was pulled', async () => {
    cable = await plugIn(folder)
    const { codes, box: mine } = await opened({ line: { transport: 'serial', path: cable.path } })
    await cable.send('30000000')
    await cable.unplug()
    await expect.poll(() => mine.state().state, WAIT).toBe('faulted')
    cable = await plugIn(folder)
    await expect.poll(() => mine.state().state, WAIT).toBe('ready')
    await cable.send(`${CODE}\r`)
    await expect.poll(() => codes.map(({ text }) => text), WAIT).toEqual([CODE])
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEscPosReader } from '../../device-twins/esc-pos-reader.ts'
import { linesJob, printerRig, profileOf, ready, WAIT } from '../testing/printer-rig.ts'

const { folder, later, watched } = printerRig()

describe('a printer that is a device file', () => {
  async function makeFifo(): Promise<string> {
    const path = join(folder(), 'lp0')
    const [code] = await once(spawn('mkfifo', [path]), 'exit')
    expect(code).toBe(0)
    return path
  }

  it('is held back by a full pipe and goes on when it is read', async () => {
    const path = await makeFifo()
    const mine = watched({ kind: 'raw-path', path }, profileOf('generic-80', { status: 'none' }))
    await ready(mine)
    const job = linesJob('a', 10_000)
    let done = false
    const printing = mine.printer.print(job).finally(() => {
      done = true
    })
    const reading = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    later(() => reading.close())
    const reader = createEscPosReader()
    const lines: unknown[] = []
    while (lines.length < 10_000) {
      expect(done && lines.length === 0).toBe(false)
      const { bytesRead, buffer } = await reading
        .read(Buffer.alloc(16_384), 0, 16_384, null)
        .catch((error: unknown) => {
          if (error instanceof Error && /EAGAIN/.test(error.message))
            return { bytesRead: 0, buffer: Buffer.alloc(0) }
          throw error
        })
      lines.push(...reader.push(buffer.subarray(0, bytesRead)))
    }
    expect(await printing).toEqual({ outcome: 'printed', confirmed: false })
  })

  it('gives up when the pipe stays full', async () => {
    const path = await makeFifo()
    const mine = watched(
      { kind: 'raw-path', path, writeLimitMs: 200 },
      profileOf('generic-80', { status: 'none' }),
    )
    await ready(mine)
    const outcome = await mine.printer.print(linesJob('a', 10_000))
    expect(outcome).toMatchObject({ outcome: 'incomplete', reason: 'silent' })
    // a pipe of Linux holds 64 KiB
    expect(outcome.outcome === 'incomplete' && outcome.sent).toBe(65_536)
  })

  it('is not found where no file is', async () => {
    const mine = watched({ kind: 'raw-path', path: join(folder(), 'lp9') })
    mine.printer.open()
    await expect
      .poll(() => mine.printer.state(), WAIT)
      .toMatchObject({ state: 'faulted', reason: 'not-found' })
  })
})

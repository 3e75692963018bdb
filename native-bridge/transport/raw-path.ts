import { constants } from 'node:fs'
import { access, open, type FileHandle } from 'node:fs/promises'
import type { Schedule } from '../device/device.ts'
import { faultOf, textOf } from './fault-of.ts'
import { LineError, type Connect, type Line, type LineHooks } from './line.ts'
import { within, WRITE_LIMIT_MS } from './within.ts'

/** A device that is a file, such as the USB printer `/dev/usb/lp0`. */
export type RawPathOptions = {
  readonly path: string
  /** Whether the device answers; its answers are looked for ten times a second. */
  readonly answers?: boolean
  /** How long a write may take; 10 s. */
  readonly writeLimitMs?: number
}

const READ_EVERY_MS = 100
/** How often the file is looked for: a pulled printer that is neither read nor written tells nothing by itself. */
const PROBE_EVERY_MS = 500
const READ_AT_MOST = 4_096
const WRITE_AGAIN_MS = 20

/** No bytes now, or no room now: the file is open without blocking, or each wait would hold a thread of Node's pool. */
const isNotNow = (error: unknown): boolean => /EAGAIN|EWOULDBLOCK/.test(textOf(error))

const pauseOn = (schedule: Schedule, delayMs: number): Promise<void> =>
  new Promise((resolve) => void schedule(resolve, delayMs))

function watch(file: FileHandle, options: RawPathOptions, hooks: LineHooks): Line {
  let over = false
  let closed: Promise<void> | undefined
  let cancelRead = (): void => undefined
  let cancelProbe = (): void => undefined
  const finish = (): Promise<void> => {
    over = true
    cancelRead()
    cancelProbe()
    // an error while closing means that the device is gone, which is what was wanted
    closed ??= file.close().catch(() => undefined)
    return closed
  }
  const lost = (error: unknown): LineError => {
    const detail = textOf(error)
    const told = faultOf(detail)
    // it was open: what is not found now was pulled
    const reason = told === 'not-found' ? 'unplugged' : told
    if (!over) void finish().then(() => hooks.onLost(reason, detail))
    return new LineError(reason, detail)
  }

  const read = async (): Promise<void> => {
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(READ_AT_MOST), 0, READ_AT_MOST, null)
      if (!over && bytesRead > 0) hooks.onBytes(buffer.subarray(0, bytesRead))
    } catch (error) {
      if (!isNotNow(error)) {
        lost(error)
        return
      }
    }
    if (!over) later()
  }
  const later = (): void => {
    cancelRead = hooks.schedule(() => void read(), READ_EVERY_MS)
  }
  if (options.answers === true) later()

  const probe = async (): Promise<void> => {
    try {
      await access(options.path)
    } catch (error) {
      lost(error)
      return
    }
    if (!over) probeLater()
  }
  const probeLater = (): void => {
    cancelProbe = hooks.schedule(() => void probe(), PROBE_EVERY_MS)
  }
  probeLater()

  const send = async (bytes: Uint8Array, isLate: () => boolean): Promise<void> => {
    const rest = Buffer.from(bytes)
    let at = 0
    while (at < rest.length) {
      if (over) throw new LineError('unplugged', 'the device is closed')
      if (isLate()) return
      try {
        at += (await file.write(rest, at, rest.length - at, null)).bytesWritten
      } catch (error) {
        if (!isNotNow(error)) throw lost(error)
        await pauseOn(hooks.schedule, WRITE_AGAIN_MS)
      }
    }
  }
  return {
    write: (bytes) => {
      let late = false
      const limited = within(
        hooks.schedule,
        options.writeLimitMs ?? WRITE_LIMIT_MS,
        'the device takes no bytes',
        send(bytes, () => late),
      )
      return limited.finally(() => {
        late = true
      })
    },
    close: finish,
  }
}

/** Opens a device file for reading and writing. Only where devices are files: not on Windows. */
export function openRawPath(options: RawPathOptions): Connect {
  return async (hooks) => {
    try {
      const flags = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY
      return { ok: true, line: watch(await open(options.path, flags), options, hooks) }
    } catch (error) {
      const detail = textOf(error)
      return { ok: false, reason: faultOf(detail), detail }
    }
  }
}

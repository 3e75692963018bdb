import { faultOf, textOf } from '../transport/fault-of.ts'
import { LineError, type Connect, type Line } from '../transport/line.ts'
import { retryPause } from './back-off.ts'
import type { Device, DeviceFault, DeviceHooks, DeviceState } from './device.ts'

/** A line that stayed open this long counts as working: the next failure starts with the short pauses again. */
const STABLE_MS = 5_000

/** What became of bytes that were to be sent. */
export type Written =
  { readonly ok: true } | { readonly ok: false; readonly reason: DeviceFault; readonly detail: string }

/** A device's one line, kept open. */
export type KeptLine = Device & {
  /** Sends bytes; never rejects. `not-found` when the line is not open now. */
  readonly write: (bytes: Uint8Array) => Promise<Written>
  /**
   * Runs one act with the state `busy` and gives its result. Whatever happens to the line meanwhile wins: a fault stays a
   * fault. Acts are the driver's to put one after the other.
   */
  readonly during: <T>(act: () => Promise<T>) => Promise<T>
  /** The driver found the device useless (no answer, nonsense only): closes the line and opens it again after a pause. */
  readonly fail: (reason: DeviceFault, detail: string) => void
}

/** What a driver does with its line. */
export type KeptLineParts = {
  readonly connect: Connect
  /** Bytes of the line that is open now; never of an older one. */
  readonly onBytes: (bytes: Uint8Array) => void
  /** The line is gone or being closed: forget what is half done. Called before the state changes. */
  readonly onDown?: () => void
  readonly hooks: Omit<DeviceHooks, 'onNote'>
}

async function writeTo(line: Line | undefined, bytes: Uint8Array): Promise<Written> {
  if (line === undefined) return { ok: false, reason: 'not-found', detail: 'the line is not open' }
  try {
    await line.write(bytes)
    return { ok: true }
  } catch (error) {
    const detail = textOf(error)
    return { ok: false, reason: error instanceof LineError ? error.reason : faultOf(detail), detail }
  }
}

/** The state that is told at each change, and kept. */
type Told = { readonly now: () => DeviceState; readonly change: (next: DeviceState) => void }

function telling(onState: DeviceHooks['onState']): Told {
  let current: DeviceState = { state: 'closed' }
  return {
    now: () => current,
    change: (next) => {
      current = next
      onState(next)
    },
  }
}

type Reopening = Pick<KeptLine, 'open' | 'close' | 'fail'> & { readonly line: () => Line | undefined }

/** Opens, opens again after a fault, and closes. */
function reopening({ connect, onBytes, onDown, hooks }: KeptLineParts, told: Told): Reopening {
  /** Counts openings: what an older one still brings is not wanted any more. */
  let attempt = 0
  let failures = 0
  let line: Line | undefined
  let settled: Promise<void> = Promise.resolve()
  let cancelTimer = (): void => undefined

  /** Lets go of the line; resolves when it is free. */
  const release = (): Promise<void> => {
    const held = line
    line = undefined
    attempt += 1
    cancelTimer()
    onDown?.()
    return held === undefined ? Promise.resolve() : held.close()
  }

  const fail = (reason: DeviceFault, detail: string): void => {
    const freed = release()
    // the next try waits for the line to be free, or it would find it in use by itself
    settled = Promise.all([settled, freed]).then(() => undefined)
    failures += 1
    const retryInMs = retryPause(failures)
    cancelTimer = hooks.schedule(begin, retryInMs)
    told.change({ state: 'faulted', reason, detail, retryInMs })
  }

  const connectOnce = async (mine: number, before: Promise<void>): Promise<void> => {
    await before
    if (mine !== attempt) return
    const opened = await connect({
      schedule: hooks.schedule,
      onBytes: (bytes) => {
        if (mine !== attempt) return
        hooks.onRawBytes?.(bytes)
        onBytes(bytes)
      },
      onLost: (reason, detail) => {
        if (mine === attempt) fail(reason, detail)
      },
    })
    if (mine !== attempt) {
      if (opened.ok) await opened.line.close()
      return
    }
    if (!opened.ok) return fail(opened.reason, opened.detail)
    line = opened.line
    cancelTimer = hooks.schedule(() => {
      failures = 0
    }, STABLE_MS)
    told.change({ state: 'ready' })
  }

  function begin(): void {
    attempt += 1
    const mine = attempt
    told.change({ state: 'opening' })
    // the hook may have closed it again
    if (mine === attempt) settled = connectOnce(mine, settled)
  }

  return {
    line: () => line,
    open: () => {
      if (told.now().state === 'closed') begin()
    },
    close: () => {
      if (told.now().state === 'closed') return settled
      failures = 0
      settled = Promise.all([settled, release()]).then(() => undefined)
      told.change({ state: 'closed' })
      return settled
    },
    fail: (reason, detail) => {
      if (line !== undefined) fail(reason, detail)
    },
  }
}

/**
 * Keeps one connection open, of any transport: goes through `closed`, `opening`, `ready`, `busy` and `faulted`, opens
 * again by itself with growing pauses, ignores what an older connection still brings. Owns the line and its timers:
 * after `close` no hook is called any more, but `onState` once with `closed`.
 */
export function keepOpen(parts: KeptLineParts): KeptLine {
  const told = telling(parts.hooks.onState)
  const { line, ...kept } = reopening(parts, told)
  let acts = 0
  return {
    ...kept,
    state: told.now,
    write: (bytes) => writeTo(line(), bytes),
    during: async (act) => {
      acts += 1
      if (told.now().state === 'ready') told.change({ state: 'busy' })
      try {
        return await act()
      } finally {
        acts -= 1
        if (acts === 0 && told.now().state === 'busy') told.change({ state: 'ready' })
      }
    },
  }
}

import { faultOf, textOf } from './fault-of.ts'
import type { HidBus, HidDeviceInfo, HidHandle } from './hid-bus.ts'
import { LineError, type Connect, type Line, type LineHooks, type Opening } from './line.ts'
import { within, WRITE_LIMIT_MS } from './within.ts'

/** Which device is meant: the first on the bus that has every member named here. */
export type HidMatch = Partial<
  Pick<HidDeviceInfo, 'path' | 'vendorId' | 'productId' | 'serialNumber' | 'usagePage' | 'usage'>
>

export type HidOptions = {
  readonly bus: HidBus
  readonly match: HidMatch
  /** Feature reports (report id first) that the device wants before it works, as told for each device found. */
  readonly greeting?: (info: HidDeviceInfo) => readonly Uint8Array[]
  /** How long a write may take; 10 s. */
  readonly writeLimitMs?: number
}

const MATCHED = ['path', 'vendorId', 'productId', 'serialNumber', 'usagePage', 'usage'] as const

/** Whether a listed device is the one that is meant. */
export function matches(info: HidDeviceInfo, match: HidMatch): boolean {
  return MATCHED.every((member) => match[member] === undefined || match[member] === info[member])
}

function watch(handle: HidHandle, options: HidOptions, hooks: LineHooks): Line {
  let over = false
  let closed: Promise<void> | undefined
  const finish = (): Promise<void> => {
    over = true
    // an error while closing means that the device is gone, which is what was wanted
    closed ??= handle.close().catch(() => undefined)
    return closed
  }
  handle.listen({
    onReport: (report) => {
      if (!over) hooks.onBytes(report)
    },
    onGone: (detail) => {
      if (over) return
      void finish().then(() => hooks.onLost('unplugged', detail))
    },
  })
  const sent = async (report: Uint8Array): Promise<void> => {
    if (over) throw new LineError('unplugged', 'the device is closed')
    await handle.write(report)
  }
  const limitMs = options.writeLimitMs ?? WRITE_LIMIT_MS
  return {
    write: (report) => within(hooks.schedule, limitMs, 'the device takes no report', sent(report)),
    close: finish,
  }
}

async function openOne(info: HidDeviceInfo, options: HidOptions, hooks: LineHooks): Promise<Opening> {
  let handle: HidHandle | undefined
  try {
    handle = await options.bus.open(info.path)
    for (const report of options.greeting?.(info) ?? []) await handle.sendFeatureReport(report)
    return { ok: true, line: watch(handle, options, hooks) }
  } catch (error) {
    await handle?.close().catch(() => undefined)
    const detail = textOf(error)
    return { ok: false, reason: faultOf(detail), detail }
  }
}

/**
 * Opens the first device of the bus that matches and is free; each `onBytes` is one input report, each `write` one output
 * report. Of two devices that match alike, the second opening gets the second.
 */
export function openHid(options: HidOptions): Connect {
  return async (hooks) => {
    let outcome: Opening = { ok: false, reason: 'not-found', detail: 'no such HID device' }
    try {
      for (const info of await options.bus.list()) {
        if (!matches(info, options.match)) continue
        outcome = await openOne(info, options, hooks)
        if (outcome.ok || outcome.reason !== 'in-use') return outcome
      }
    } catch (error) {
      const detail = textOf(error)
      return { ok: false, reason: faultOf(detail), detail }
    }
    return outcome
  }
}

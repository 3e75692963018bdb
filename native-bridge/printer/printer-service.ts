import type { DeviceState } from '../device/device.ts'
import { keepOpen } from '../device/keep-open.ts'
import { createTurns, type Turns } from '../device/turns.ts'
import type { Connect } from '../transport/line.ts'
import { openRawPath } from '../transport/raw-path.ts'
import { openSerial } from '../transport/serial.ts'
import { openTcp } from '../transport/tcp.ts'
import { printNow, pulseNow, type Bench } from './acts.ts'
import type { PrinterProfile } from './printer-profile.ts'
import {
  PRINTER_LIMITS,
  type Printer,
  type PrinterHooks,
  type PrinterLine,
  type PrinterOptions,
  type PrintOutcome,
} from './printer.ts'
import { createStatusWatch } from './status-watch.ts'

/** Acts that may wait for one printer; the queue of receipts itself is in the database. */
const WAITING_AT_MOST = 16
const TOO_MANY = { reason: 'in-use', detail: 'too many jobs are waiting' } as const

function connectionOf(line: PrinterLine, profile: PrinterProfile): Connect {
  switch (line.kind) {
    case 'serial':
      return openSerial(line)
    case 'tcp':
      return openTcp(line)
    case 'raw-path':
      return openRawPath({ ...line, answers: profile.status !== 'none' })
  }
}

/**
 * What runs by itself while the line is up: asking the printer how it is, when the line opens and then again and again.
 * `up` and `down` follow the line; after `down` nothing runs any more.
 */
function keepAsking(bench: Bench, turns: Turns): { readonly up: () => void; readonly down: () => void } {
  const { watch, profile, limits, schedule } = bench
  let cancel = (): void => undefined
  const askLater = (): void => {
    cancel = schedule(() => {
      // whoever is at work asks for itself
      if (turns.length() === 0) void turns.take(() => watch.ask(limits.answerMs, limits.answerMs))
      askLater()
    }, limits.askEveryMs)
  }
  const greet = async (): Promise<void> => {
    if (profile.status === 'automatic') await watch.askToTell(limits.answerMs)
    await watch.ask(limits.answerMs, limits.answerMs)
  }
  return {
    up: () => {
      if (profile.status === 'none') return
      void turns.take(greet)
      askLater()
    },
    down: () => cancel(),
  }
}

/**
 * A receipt printer on a serial line, a device file or TCP, and the drawer that hangs on it. Goes through `closed`,
 * `opening`, `ready`, `busy` and `faulted`; reconnects by itself; prints nothing twice by itself. Owns its line and its
 * timers.
 */
export function createPrinter(options: PrinterOptions, hooks: PrinterHooks): Printer {
  const { profile } = options
  const limits = { ...PRINTER_LIMITS, ...options.limits }
  const turns = createTurns(WAITING_AT_MOST)
  const running = new Map<string, Promise<PrintOutcome>>()
  let before: DeviceState['state'] = 'closed'

  const kept = keepOpen({
    connect: connectionOf(options.line, profile),
    onBytes: (bytes) => watch.push(bytes),
    onDown: () => {
      asking.down()
      watch.reset()
    },
    hooks: {
      ...hooks,
      onState: (state) => {
        const opened = before === 'opening' && state.state === 'ready'
        before = state.state
        if (opened) asking.up()
        hooks.onState(state)
      },
    },
  })
  const watch = createStatusWatch({
    write: kept.write,
    schedule: hooks.schedule,
    onCondition: hooks.onCondition,
    onNoise: () => hooks.onNote?.('noise'),
  })
  const bench: Bench = { kept, watch, profile, limits, schedule: hooks.schedule }
  const asking = keepAsking(bench, turns)

  return {
    state: kept.state,
    open: kept.open,
    close: kept.close,
    condition: watch.condition,
    print: (job) => {
      const same = running.get(job.id)
      if (same !== undefined) return same
      const turn = turns.take(() => kept.during(() => printNow(bench, job)))
      if (turn === undefined) return Promise.resolve({ outcome: 'not-started', ...TOO_MANY })
      const outcome = turn.finally(() => running.delete(job.id))
      running.set(job.id, outcome)
      return outcome
    },
    pulseDrawer: () =>
      new Promise((resolve) => {
        let over = false
        const cancel = hooks.schedule(() => {
          over = true
          resolve({ outcome: 'not-sent', reason: 'in-use', detail: 'a job was printing' })
        }, limits.pulseWaitMs)
        const turn = turns.take(async () => {
          cancel()
          if (!over) resolve(await kept.during(() => pulseNow(bench)))
        })
        if (turn === undefined) {
          cancel()
          resolve({ outcome: 'not-sent', ...TOO_MANY })
        }
      }),
  }
}

import type { DeviceHooks } from '../device/device.ts'
import type { FrameEvent, FrameParser, FrameProblem } from './frame.ts'
import type { Scan } from './symbology.ts'

/** What an intake tells. */
export type FrameHooks = Pick<DeviceHooks<FrameProblem>, 'onNote' | 'schedule'> & {
  readonly onScan: (scan: Scan) => void
}

/** Feeds a line's bytes to a parser and tells it when the line pauses. */
export type FrameIntake = {
  readonly push: (bytes: Uint8Array) => void
  /** Forgets a half frame and the timer; nothing more is delivered, not even the rest of a burst. */
  readonly stop: () => void
}

const scanOf = ({ text, symbology }: Scan): Scan => (symbology === undefined ? { text } : { text, symbology })

/** Makes an intake that is stopped until its first `push`. */
export function createFrameIntake(parser: FrameParser, idleMs: number, hooks: FrameHooks): FrameIntake {
  let running = false
  let cancelIdle = (): void => undefined

  const deliver = (events: readonly FrameEvent[]): void => {
    for (const event of events) {
      if (!running) return
      if (event.kind === 'dropped') hooks.onNote?.(event.problem)
      else hooks.onScan(scanOf(event))
    }
  }

  return {
    push: (bytes) => {
      cancelIdle()
      running = true
      deliver(parser.push(bytes))
      if (running && parser.waiting()) cancelIdle = hooks.schedule(() => deliver(parser.idle()), idleMs)
    },
    stop: () => {
      running = false
      cancelIdle()
      parser.reset()
    },
  }
}

import type { Device, DeviceHooks, DeviceState } from '../device/device.ts'
import { keepOpen } from '../device/keep-open.ts'
import type { Connect } from '../transport/line.ts'
import {
  afterAnswer,
  afterPause,
  afterSilence,
  beginIdentityCycle,
  type IdentityCycle,
  type IdentityMove,
  type IdentityOutcome,
} from './identity-cycle.ts'
import {
  createIdentityFrameParser,
  encodeIdentityRequest,
  type IdentityFrameEvent,
  type IdentityFrameProblem,
  type IdentityRequest,
} from './identity-frame.ts'

export type IdentityReaderTimes = {
  /** Between two looks for a card; 300 ms. */
  readonly pauseMs?: number
  /** How long an answer may take; find and select 1 s, read 5 s. */
  readonly answerMs?: Partial<Readonly<Record<IdentityRequest, number>>>
}

/** `unexpected-answer`: one that belongs to no question. */
export type IdentityReaderNote = IdentityFrameProblem | 'unexpected-answer'

export type IdentityReaderHooks = DeviceHooks<IdentityReaderNote> & {
  /** A card was laid on; told once for each time, until it was taken away. Holds personal data: never log it. */
  readonly onCard: (outcome: IdentityOutcome) => void
}

const ANSWER_MS = { find: 1_000, select: 1_000, read: 5_000 } as const

/** The wait that is going on: for an answer, or for the next round. */
type Timer = { readonly start: (task: () => void, delayMs: number) => void; readonly stop: () => void }

function oneTimer(schedule: DeviceHooks['schedule']): Timer {
  let cancel = (): void => undefined
  return {
    start: (task, delayMs) => {
      cancel()
      cancel = schedule(task, delayMs)
    },
    stop: () => cancel(),
  }
}

/**
 * A reader of identity cards (GA 450) on any line. It looks for cards all the time, so that laying one on is enough; while
 * one is being read its state is `busy`. A reader that does not answer becomes `faulted`, `silent`, and is opened again.
 */
export function createIdentityReader(
  connect: Connect,
  times: IdentityReaderTimes,
  hooks: IdentityReaderHooks,
): Device {
  const parser = createIdentityFrameParser()
  const timer = oneTimer(hooks.schedule)
  let cycle: IdentityCycle | undefined
  let endAct = (): void => undefined

  const stop = (): void => {
    timer.stop()
    parser.reset()
    cycle = undefined
    endAct()
  }

  const onState = (next: DeviceState): void => {
    const opened = next.state === 'ready' && cycle === undefined
    hooks.onState(next)
    // the hook may have closed it again
    if (opened && kept.state().state === 'ready') make(beginIdentityCycle())
  }

  const kept = keepOpen({
    connect,
    onBytes: (bytes) => take(parser.push(bytes)),
    onDown: stop,
    hooks: { ...hooks, onState },
  })

  const beginAct = (): void => {
    // a question that is asked again goes on with the same act
    endAct()
    void kept.during(
      () =>
        new Promise<void>((resolve) => {
          endAct = resolve
        }),
    )
  }

  const ask = (request: IdentityRequest): void => {
    timer.start(onSilence, times.answerMs?.[request] ?? ANSWER_MS[request])
    if (request === 'select') beginAct()
    // a write that fails shows as a lost line or as silence
    void kept.write(encodeIdentityRequest(request))
  }

  function make(move: IdentityMove): void {
    cycle = move.cycle
    if (move.unexpected === true) hooks.onNote?.('unexpected-answer')
    if (move.outcome !== undefined) hooks.onCard(move.outcome)
    // the hook may have closed it
    if (cycle !== move.cycle) return
    if (move.fault !== undefined) return kept.fail(move.fault.reason, move.fault.detail)
    if (move.ask !== undefined) return ask(move.ask)
    if (move.pause === true) {
      endAct()
      timer.start(() => {
        if (cycle !== undefined) make(afterPause(cycle))
      }, times.pauseMs ?? 300)
    }
  }

  function take(events: readonly IdentityFrameEvent[]): void {
    for (const event of events) {
      if (cycle === undefined) return
      if (event.kind === 'dropped') hooks.onNote?.(event.problem)
      else make(afterAnswer(cycle, event.frame))
    }
  }

  function onSilence(): void {
    const waited = cycle
    take(parser.idle())
    // a whole answer may have stood inside the half frame
    if (cycle !== undefined && cycle === waited) make(afterSilence(cycle))
  }

  return { state: kept.state, open: kept.open, close: kept.close }
}

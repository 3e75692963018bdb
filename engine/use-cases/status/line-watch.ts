import type { Gateway } from '../../../insurance/gateway/gateway.ts'
import type { StatusView } from '../../contract/status.ts'
import type { Clock } from '../../ports/clock.ts'

/** Watches whether the centre can be reached, by connecting to it now and then; sends nothing. */
export type LineWatch = {
  readonly state: () => StatusView['centre']
  readonly start: () => void
  readonly stop: () => void
}

/** `onChange` is told when the state or the time it took changed for the eye. */
export function createLineWatch(parts: {
  readonly gateway: Gateway
  readonly clock: Clock
  readonly everyMs: number
  readonly onChange: () => void
  /** Told when the centre can be reached: for the first time, or again after it could not. */
  readonly onReachable: () => void
  readonly onFault: (error: unknown) => void
}): LineWatch {
  let state: StatusView['centre'] = { state: 'checking', latencyMs: null, checkedAt: null }
  let cancel: () => void = () => undefined
  let stopped = false

  const check = async (): Promise<void> => {
    const probe = await parts.gateway.probe()
    if (stopped) return
    const wasReachable = state.state === 'reachable'
    state = probe.reachable
      ? { state: 'reachable', latencyMs: Math.round(probe.connectMs), checkedAt: parts.clock.now() }
      : { state: 'unreachable', latencyMs: null, checkedAt: parts.clock.now() }
    parts.onChange()
    if (!wasReachable && probe.reachable) parts.onReachable()
    cancel = parts.clock.schedule(run, parts.everyMs)
  }
  const run = (): void => {
    check().catch(parts.onFault)
  }

  return {
    state: () => state,
    start: run,
    stop: () => {
      stopped = true
      cancel()
    },
  }
}

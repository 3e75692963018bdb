import type { EngineExit, EngineProcess } from './engine-process.ts'

export type SupervisorOptions = {
  readonly launch: () => EngineProcess
  /** An engine takes connections: the first one, or one after a restart. */
  readonly onReady: (engine: EngineProcess) => void
  /** It ended again and again without having worked in between; `tryAgain` starts over. */
  readonly onGivingUp: (exit: EngineExit, tryAgain: () => void) => void
  readonly log: (line: string) => void
}

export type Supervisor = {
  readonly start: () => void
  /** The engine that takes connections now, if there is one. */
  readonly current: () => EngineProcess | undefined
  /** Ends the engine for good; resolves when it has ended. */
  readonly stop: () => Promise<void>
}

const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 10_000
/** An engine that ran this long worked: its end starts the count anew. */
const WORKED_MS = 30_000
/** Ends in a row after which a person is asked. */
const ENDS_BEFORE_GIVING_UP = 5
/** The engine said in a sentence why it cannot run (configuration, database): trying again changes nothing. */
const SAID_WHY = 1

/** How long to wait before the next start after so many ends in a row (1, 2, …). */
export function restartDelay(endsInARow: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (endsInARow - 1), LONGEST_DELAY_MS)
}

/** Keeps one engine running: starts it, starts it again when it ends, slower each time, and asks when it never works. */
export function superviseEngine(options: SupervisorOptions): Supervisor {
  let engine: EngineProcess | undefined
  let ready = false
  let stopping = false
  let endsInARow = 0
  let timer: NodeJS.Timeout | undefined
  const whenStopped = Promise.withResolvers<void>()

  const ended = (exit: EngineExit, startedAt: number): void => {
    const hopeless = !ready && exit.code === SAID_WHY
    engine = undefined
    ready = false
    if (stopping) return whenStopped.resolve()
    endsInARow = performance.now() - startedAt > WORKED_MS ? 1 : endsInARow + 1
    options.log(`engine ended with ${exit.code ?? 'a signal'}, ${endsInARow} in a row`)
    if (hopeless || endsInARow >= ENDS_BEFORE_GIVING_UP) {
      endsInARow = 0
      return options.onGivingUp(exit, start)
    }
    timer = setTimeout(start, restartDelay(endsInARow))
  }

  function start(): void {
    if (stopping || engine !== undefined) return
    const startedAt = performance.now()
    const launched = options.launch()
    engine = launched
    launched.onReady(() => {
      ready = true
      options.onReady(launched)
    })
    launched.onExit((exit) => ended(exit, startedAt))
  }

  return {
    start,
    current: () => (ready ? engine : undefined),
    stop: () => {
      stopping = true
      clearTimeout(timer)
      if (engine === undefined) whenStopped.resolve()
      else engine.stop()
      return whenStopped.promise
    },
  }
}

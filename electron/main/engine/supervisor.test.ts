import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineExit, EngineProcess } from './engine-process.ts'
import { restartDelay, superviseEngine } from './supervisor.ts'

type Played = EngineProcess & {
  readonly becomeReady: () => void
  readonly end: (code: number | null) => void
}

/** An engine whose life the test decides. */
function playEngine(): Played {
  const ready: (() => void)[] = []
  const exit: ((exit: EngineExit) => void)[] = []
  const end = (code: number | null): void => exit.forEach((listener) => listener({ code, lastWords: 'why' }))
  return {
    onReady: (listener) => ready.push(listener),
    onExit: (listener) => exit.push(listener),
    connect: () => undefined,
    stop: () => end(0),
    becomeReady: () => ready.forEach((listener) => listener()),
    end,
  }
}

function supervised() {
  const launched: Played[] = []
  const readyEngines: EngineProcess[] = []
  const givenUp: { exit: EngineExit; tryAgain: () => void }[] = []
  const supervisor = superviseEngine({
    launch: () => {
      const engine = playEngine()
      launched.push(engine)
      return engine
    },
    onReady: (engine) => readyEngines.push(engine),
    onGivingUp: (exit, tryAgain) => givenUp.push({ exit, tryAgain }),
    log: () => undefined,
  })
  return { supervisor, launched, readyEngines, givenUp }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the engine under watch', () => {
  it('is told about once it is ready, and not before', () => {
    const { supervisor, launched, readyEngines } = supervised()
    supervisor.start()
    expect(supervisor.current()).toBeUndefined()
    launched[0]?.becomeReady()
    expect(supervisor.current()).toBe(launched[0])
    expect(readyEngines).toEqual([launched[0]])
  })

  it('is started again when it ends, and the window hears of the new one', () => {
    const { supervisor, launched, readyEngines } = supervised()
    supervisor.start()
    launched[0]?.becomeReady()
    launched[0]?.end(null)
    expect(supervisor.current()).toBeUndefined()
    vi.advanceTimersByTime(restartDelay(1))
    launched[1]?.becomeReady()
    expect(supervisor.current()).toBe(launched[1])
    expect(readyEngines).toHaveLength(2)
  })

  it('waits longer after each end in a row, up to a limit', () => {
    expect([1, 2, 3, 4].map(restartDelay)).toEqual([100, 200, 400, 800])
    expect(restartDelay(50)).toBe(10_000)
  })

  it('asks a person when it never works, and starts over when told to', () => {
    const { supervisor, launched, givenUp } = supervised()
    supervisor.start()
    for (let end = 1; end <= 5; end += 1) {
      launched.at(-1)?.end(70)
      vi.advanceTimersByTime(10_000)
    }
    expect(launched).toHaveLength(5)
    expect(givenUp.map((given) => given.exit)).toEqual([{ code: 70, lastWords: 'why' }])
    givenUp[0]?.tryAgain()
    expect(launched).toHaveLength(6)
  })

  it('asks at once when the engine said why it cannot run', () => {
    const { supervisor, launched, givenUp } = supervised()
    supervisor.start()
    launched[0]?.end(1)
    expect(givenUp).toHaveLength(1)
    vi.advanceTimersByTime(60_000)
    expect(launched).toHaveLength(1)
  })

  it('does not count an end after long work', () => {
    const { supervisor, launched, givenUp } = supervised()
    supervisor.start()
    for (let end = 1; end <= 8; end += 1) {
      vi.advanceTimersByTime(31_000)
      launched.at(-1)?.end(70)
      vi.advanceTimersByTime(restartDelay(1))
    }
    expect(launched).toHaveLength(9)
    expect(givenUp).toEqual([])
  })

  it('stays ended after stop', async () => {
    const { supervisor, launched } = supervised()
    supervisor.start()
    await supervisor.stop()
    vi.advanceTimersByTime(60_000)
    expect(launched).toHaveLength(1)
    expect(supervisor.current()).toBeUndefined()
  })

  it('stops while it waits for the next start', async () => {
    const { supervisor, launched } = supervised()
    supervisor.start()
    launched[0]?.end(null)
    await supervisor.stop()
    vi.advanceTimersByTime(60_000)
    expect(launched).toHaveLength(1)
  })
})

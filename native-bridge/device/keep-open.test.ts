import { describe, expect, it } from 'vitest'
import { createHandTimers } from '../testing/timers.ts'
import { LineError, type LineHooks, type Opening } from '../transport/line.ts'
import type { DeviceState } from './device.ts'
import { keepOpen, type KeptLine } from './keep-open.ts'

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** A device whose every opening is decided by the test. */
function device(): {
  readonly kept: KeptLine
  readonly states: string[]
  readonly timers: ReturnType<typeof createHandTimers>
  readonly bytes: number[][]
  readonly downs: () => number
  /** Hooks of every opening so far, oldest first. */
  readonly hooks: LineHooks[]
  readonly closed: number[]
  readonly answer: (opening: 'open' | Extract<Opening, { ok: false }>) => Promise<void>
  write: (bytes: Uint8Array) => Promise<void>
} {
  const timers = createHandTimers()
  const states: string[] = []
  const bytes: number[][] = []
  const hooks: LineHooks[] = []
  const closed: number[] = []
  const waiting: ((opening: Opening) => void)[] = []
  let downs = 0
  const told = (state: DeviceState): string =>
    state.state === 'faulted' ? `faulted ${state.reason} ${state.retryInMs}` : state.state
  const made = {
    states,
    timers,
    bytes,
    hooks,
    closed,
    downs: () => downs,
    answer: async (opening: 'open' | Extract<Opening, { ok: false }>) => {
      await settle()
      const number = hooks.length
      const line = {
        write: (data: Uint8Array) => made.write(data),
        close: async () => void closed.push(number),
      }
      waiting.shift()?.(opening === 'open' ? { ok: true, line } : opening)
      await settle()
    },
    write: async (_: Uint8Array): Promise<void> => undefined,
    kept: keepOpen({
      connect: (given) => {
        hooks.push(given)
        return new Promise((resolve) => waiting.push(resolve))
      },
      onBytes: (data) => bytes.push([...data]),
      onDown: () => {
        downs += 1
      },
      hooks: { schedule: timers.schedule, onState: (state) => states.push(told(state)) },
    }),
  }
  return made
}

const REFUSED = { ok: false, reason: 'not-found', detail: 'ENOENT' } as const

describe('keepOpen', () => {
  it('waits longer after each failure, and starts short again when a line stayed open', async () => {
    const { kept, states, timers, answer, hooks } = device()
    kept.open()
    for (const pause of [250, 500, 1_000, 2_000, 5_000, 5_000]) {
      await answer(REFUSED)
      expect(states.at(-1)).toBe(`faulted not-found ${pause}`)
      timers.fire(pause)
    }
    await answer('open')
    expect(states.at(-1)).toBe('ready')
    timers.fire(5_000)
    hooks.at(-1)?.onLost('unplugged', 'EIO')
    expect(states.at(-1)).toBe('faulted unplugged 250')
  })

  it('goes on with the long pauses when lines open but never last', async () => {
    const { kept, states, timers, answer, hooks } = device()
    kept.open()
    await answer('open')
    hooks.at(-1)?.onLost('unplugged', 'EIO')
    timers.fire(250)
    await answer('open')
    hooks.at(-1)?.onLost('unplugged', 'EIO')
    expect(states.at(-1)).toBe('faulted unplugged 500')
  })

  it('ignores what an older line still brings', async () => {
    const { kept, states, timers, answer, hooks, bytes } = device()
    kept.open()
    await answer('open')
    hooks[0]?.onBytes(Uint8Array.of(1))
    hooks[0]?.onLost('unplugged', 'EIO')
    timers.fire(250)
    await answer('open')
    hooks[0]?.onBytes(Uint8Array.of(2))
    hooks[0]?.onLost('failed', 'late')
    hooks[1]?.onBytes(Uint8Array.of(3))
    expect(bytes).toEqual([[1], [3]])
    expect(states.at(-1)).toBe('ready')
  })

  it('closes a line that opens after it was closed, and tells nothing of it', async () => {
    const { kept, states, answer, closed, timers } = device()
    kept.open()
    await settle()
    const over = kept.close()
    await answer('open')
    await over
    expect(closed).toEqual([1])
    expect(states).toEqual(['opening', 'closed'])
    expect(timers.delays()).toEqual([])
  })

  it('stops trying when it is closed', async () => {
    const { kept, states, answer, timers, hooks } = device()
    kept.open()
    await answer(REFUSED)
    await kept.close()
    expect(timers.delays()).toEqual([])
    expect(states.at(-1)).toBe('closed')
    kept.open()
    await answer('open')
    expect(hooks).toHaveLength(2)
    expect(states.at(-1)).toBe('ready')
  })

  it('frees the line of a device that the driver found useless, and tries again', async () => {
    const { kept, states, timers, answer, closed, downs } = device()
    kept.fail('silent', 'before it is open')
    kept.open()
    await answer('open')
    kept.fail('silent', 'no answer')
    expect(states.at(-1)).toBe('faulted silent 250')
    expect(downs()).toBe(1)
    timers.fire(250)
    await answer('open')
    expect(closed).toEqual([1])
    expect(states.at(-1)).toBe('ready')
  })

  it('is busy during an act, and ready after the last of them', async () => {
    const { kept, states, answer } = device()
    kept.open()
    await answer('open')
    const first = kept.during(async () => 'read')
    const second = kept.during(() => Promise.reject(new Error('card gone')))
    await expect(second).rejects.toThrow('card gone')
    expect(await first).toBe('read')
    expect(states).toEqual(['opening', 'ready', 'busy', 'ready'])
  })

  it('keeps the fault that came during an act, and ends an act that outlived its line', async () => {
    const { kept, states, answer, hooks, timers } = device()
    kept.open()
    await answer('open')
    let release = (): void => undefined
    const act = kept.during(() => new Promise<void>((resolve) => void (release = resolve)))
    hooks[0]?.onLost('unplugged', 'EIO')
    expect(states.at(-1)).toBe('faulted unplugged 250')
    timers.fire(250)
    await answer('open')
    const next = kept.during(async () => undefined)
    expect(states.at(-1)).toBe('busy')
    await next
    expect(states.at(-1)).toBe('busy')
    release()
    await act
    expect(states.at(-1)).toBe('ready')
  })

  it('shows the bytes of the open line as they came, and none of an older one', async () => {
    const timers = createHandTimers()
    const raw: number[][] = []
    const hooks: LineHooks[] = []
    const kept = keepOpen({
      connect: async (given) => {
        hooks.push(given)
        return { ok: true, line: { write: async () => undefined, close: async () => undefined } }
      },
      onBytes: () => undefined,
      hooks: {
        schedule: timers.schedule,
        onState: () => undefined,
        onRawBytes: (bytes) => raw.push([...bytes]),
      },
    })
    kept.open()
    await settle()
    hooks[0]?.onBytes(Uint8Array.of(1, 2))
    hooks[0]?.onLost('unplugged', 'EIO')
    hooks[0]?.onBytes(Uint8Array.of(3))
    expect(raw).toEqual([[1, 2]])
    await kept.close()
  })

  it('gives the reason when bytes cannot be sent', async () => {
    const made = device()
    const bytes = Uint8Array.of(1)
    expect(await made.kept.write(bytes)).toMatchObject({ ok: false, reason: 'not-found' })
    made.kept.open()
    await made.answer('open')
    expect(await made.kept.write(bytes)).toEqual({ ok: true })
    made.write = () => Promise.reject(new LineError('silent', 'no room'))
    expect(await made.kept.write(bytes)).toEqual({ ok: false, reason: 'silent', detail: 'no room' })
    made.write = () => Promise.reject(new Error('write EPIPE'))
    expect(await made.kept.write(bytes)).toMatchObject({ ok: false, reason: 'unplugged' })
  })
})

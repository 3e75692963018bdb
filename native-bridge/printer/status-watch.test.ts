import { describe, expect, it } from 'vitest'
import { createHandTimers } from '../testing/timers.ts'
import { UNKNOWN_CONDITION, type PrinterCondition } from './condition.ts'
import { createStatusWatch } from './status-watch.ts'

const WORKING: PrinterCondition = { paper: 'ok', cover: 'closed', online: 'yes', error: 'none' }

/** A watch over a line that a test plays by hand; `answer` is called with each question that is sent. */
function played(answer: (bytes: Uint8Array, push: (...bytes: number[]) => void) => void) {
  const timers = createHandTimers()
  const conditions: PrinterCondition[] = []
  let noises = 0
  const push = (...bytes: number[]): void => watch.push(Uint8Array.from(bytes))
  const watch = createStatusWatch({
    write: async (bytes) => {
      answer(bytes, push)
      return { ok: true }
    },
    schedule: timers.schedule,
    onCondition: (condition) => conditions.push(condition),
    onNoise: () => {
      noises += 1
    },
  })
  return { watch, push, timers, conditions, noises: () => noises }
}

describe('createStatusWatch', () => {
  it('asks four questions and tells the condition once', async () => {
    const asked: number[][] = []
    const { watch, conditions, timers } = played((bytes, push) => {
      asked.push([...bytes])
      push(0x12)
    })
    expect(await watch.ask(500, 500)).toBe(true)
    expect(asked).toEqual([1, 2, 3, 4].map((question) => [0x10, 0x04, question]))
    expect(conditions).toEqual([WORKING])
    expect(timers.delays()).toEqual([])
  })

  it('keeps what came by itself between the answers: it is newer', async () => {
    const { watch } = played(([, , question], push) => {
      push(0x12)
      // the cover is opened after the question about it was answered
      if (question === 3) push(0x38, 0x00, 0x00, 0x0f)
    })
    await watch.ask(500, 500)
    expect(watch.condition()).toEqual({ ...WORKING, cover: 'open', online: 'no' })
  })

  it('leaves unknown what is not answered', async () => {
    const { watch, timers } = played(([, , question], push) => {
      if (question === 1) push(0x12)
    })
    const asking = watch.ask(700, 300)
    await expect.poll(() => timers.delays()).toEqual([300])
    timers.fire(300)
    expect(await asking).toBe(true)
    expect(watch.condition()).toEqual({ ...UNKNOWN_CONDITION, online: 'yes' })
  })

  it('knows nothing any more of a printer that stopped answering, and tells so', async () => {
    let silent = false
    const { watch, timers, conditions } = played((_bytes, push) => {
      if (!silent) push(0x12)
    })
    await watch.ask(500, 500)
    silent = true
    const asking = watch.ask(700, 300)
    await expect.poll(() => timers.delays()).toEqual([700])
    timers.fire(700)
    expect(await asking).toBe(false)
    expect(watch.answers()).toBe(false)
    expect(conditions).toEqual([WORKING, UNKNOWN_CONDITION])
  })

  it('takes no answer that nobody waits for', () => {
    const { push, conditions } = played(() => undefined)
    push(0x1a, 0x7e, 0x16)
    expect(conditions).toEqual([])
  })

  it('waits for nothing any more when the line is lost', async () => {
    const { watch, timers, conditions, push } = played(() => undefined)
    push(0x10, 0x00, 0x00, 0x0f)
    const telling = watch.askToTell(500)
    watch.reset()
    expect(await telling).toBe(false)
    expect(timers.delays()).toEqual([])
    expect(conditions).toEqual([WORKING, UNKNOWN_CONDITION])
  })

  it('remembers an obstacle that is over before anyone looks, also between two that come together', () => {
    const { watch, push, conditions } = played(() => undefined)
    const seen = watch.remember()
    push(0x18, 0x00, 0x0c, 0x0f, 0x10, 0x00, 0x00, 0x0f)
    expect(conditions).toEqual([WORKING])
    expect(seen()).toBe('paper-out')
    expect(watch.remember()()).toBeUndefined()
  })

  it('tells of noise once, and again on the next line', () => {
    const { watch, push, noises } = played(() => undefined)
    push(0xff)
    push(0x12, 0xff, 0xfe)
    expect(noises()).toBe(1)
    watch.reset()
    push(0xff)
    expect(noises()).toBe(2)
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Device, DeviceState } from '../device/device.ts'
import {
  answerFrame,
  cardText,
  FOREIGN_2017,
  NO_CARD,
  PERMIT,
  readData,
  RESIDENT,
} from '../../device-twins/identity-card.ts'
import { createReaderTwin, type ReaderTwin } from '../../device-twins/reader-twin.ts'
import { inReports } from '../../device-twins/in-reports.ts'
import { plugInTalking, type TalkingPty } from '../../device-twins/talking-pty.ts'
import { createTimers, type Timers } from '../testing/timers.ts'
import { createVirtualHidBus } from '../../device-twins/virtual-hid.ts'
import type { IdentityOutcome } from './identity-cycle.ts'
import { IDENTITY_READER_DRIVERS } from './identity-drivers.ts'
import type { IdentityReaderHooks, IdentityReaderNote, IdentityReaderTimes } from './identity-reader.ts'

const WAIT = { timeout: 10_000, interval: 5 }
const QUICK: IdentityReaderTimes = { pauseMs: 5, answerMs: { find: 200, select: 200, read: 300 } }

type Watching = {
  readonly outcomes: IdentityOutcome[]
  readonly states: DeviceState[]
  readonly notes: IdentityReaderNote[]
  readonly timers: Timers
  readonly hooks: IdentityReaderHooks
}

function watching(): Watching {
  const timers = createTimers()
  const outcomes: IdentityOutcome[] = []
  const states: DeviceState[] = []
  const notes: IdentityReaderNote[] = []
  return {
    outcomes,
    states,
    notes,
    timers,
    hooks: {
      onCard: (outcome) => outcomes.push(outcome),
      onState: (state) => states.push(state),
      onNote: (note) => notes.push(note),
      schedule: timers.schedule,
    },
  }
}

const said = (outcomes: readonly IdentityOutcome[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'document' ? outcome.document.number : outcome.kind))
const names = (states: readonly DeviceState[]): string[] => states.map(({ state }) => state)
const rounds = (twin: ReaderTwin): number => twin.heard.filter((question) => question === 'find').length

let folder: string
let cable: TalkingPty | undefined
let reader: Device | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'card-reader-'))
})
afterEach(async () => {
  await reader?.close()
  await cable?.unplug()
  reader = undefined
  cable = undefined
  await rm(folder, { recursive: true, force: true })
})

async function plugged(twin: ReaderTwin): Promise<TalkingPty> {
  const plug = await plugInTalking(join(folder, 'till'), (bytes) => {
    for (const answer of twin.hear(bytes)) plug.send(answer)
  })
  cable = plug
  return plug
}

/** A reader on a real serial line that was found working, with a twin at the other end. */
async function opened(
  twin: ReaderTwin = createReaderTwin(),
): Promise<Watching & { readonly twin: ReaderTwin; readonly reader: Device; readonly cable: TalkingPty }> {
  const plug = await plugged(twin)
  const watch = watching()
  const mine = IDENTITY_READER_DRIVERS.serial({ path: join(folder, 'till'), ...QUICK }, watch.hooks)
  reader = mine
  mine.open()
  await expect.poll(() => rounds(twin), WAIT).toBeGreaterThan(1)
  return { ...watch, twin, reader: mine, cable: plug }
}

/** Waits until the reader has looked for a card so many times more. */
async function looked(twin: ReaderTwin, times: number): Promise<void> {
  const now = rounds(twin)
  await expect.poll(() => rounds(twin), WAIT).toBeGreaterThanOrEqual(now + times)
}

describe('an identity card reader on a real serial line', () => {
  it('reads a card that is laid on, once, and the next one', async () => {
    const { twin, outcomes, states, notes, timers, reader: mine } = await opened()
    twin.lay({ mark: '', fields: RESIDENT })
    await expect.poll(() => said(outcomes), WAIT).toEqual(['11010519491231002X'])
    await looked(twin, 10)
    expect(said(outcomes)).toEqual(['11010519491231002X'])
    twin.lay(undefined)
    await looked(twin, 5)
    twin.lay({ mark: 'J', fields: PERMIT })
    await expect.poll(() => said(outcomes), WAIT).toEqual(['11010519491231002X', '810000199001010019'])
    // the same card again, after it was away
    twin.lay(undefined)
    await looked(twin, 5)
    twin.lay({ mark: 'J', fields: PERMIT })
    await expect.poll(() => said(outcomes), WAIT).toHaveLength(3)
    await expect.poll(() => mine.state().state, WAIT).toBe('ready')
    await mine.close()
    expect(names(states)).toEqual(['opening', 'ready', ...Array(3).fill(['busy', 'ready']).flat(), 'closed'])
    expect(notes).toEqual([])
    expect(timers.running()).toBe(0)
  })

  it('does not read a card again that was not found once or twice', async () => {
    const { twin, outcomes } = await opened()
    twin.lay({ mark: '', fields: RESIDENT })
    await expect.poll(() => said(outcomes), WAIT).toHaveLength(1)
    let misses = 0
    twin.says = (question, usual) => {
      misses = question === 'find' ? (misses + 1) % 3 : misses
      return [misses === 0 ? usual : NO_CARD]
    }
    await looked(twin, 12)
    expect(said(outcomes)).toHaveLength(1)
  })

  it.each(['select', 'read'])('says once that a card was taken away before %s', async (last) => {
    const { twin, outcomes, states } = await opened()
    twin.says = (question, usual) => {
      if (question !== last) return [usual]
      return [answerFrame(question === 'read' ? 0x41 : 0x81)]
    }
    twin.lay({ mark: '', fields: RESIDENT })
    await looked(twin, 5)
    expect(said(outcomes)).toEqual(['left-too-early'])
    // held still at last
    twin.says = (_question, usual) => [usual]
    await expect.poll(() => said(outcomes), WAIT).toEqual(['left-too-early', '11010519491231002X'])
    expect(names(states)).not.toContain('faulted')
  })

  it('says that card and reader do not accept each other', async () => {
    const { twin, outcomes } = await opened()
    twin.lay({ mark: '', fields: RESIDENT })
    twin.says = (question, usual) => [question === 'select' ? answerFrame(0x31) : usual]
    await expect.poll(() => outcomes, WAIT).toEqual([{ kind: 'refused', status: 0x31 }])
  })

  it('shows a card of an unknown type, and one whose text is damaged', async () => {
    const { twin, outcomes } = await opened()
    const text = cardText('', RESIDENT)
    text[248] = 0x51
    twin.says = (question, usual) => [question === 'read' ? answerFrame(0x90, readData(text)) : usual]
    twin.lay({ mark: '', fields: RESIDENT })
    await expect
      .poll(() => outcomes, WAIT)
      .toEqual([{ kind: 'unreadable', problem: { kind: 'unknown-type', mark: 'Q' } }])
    twin.lay(undefined)
    await looked(twin, 5)
    twin.says = (_question, usual) => [usual]
    twin.lay({ mark: '', fields: { ...RESIDENT, number: '110105194912310021' } })
    await expect
      .poll(() => outcomes[1], WAIT)
      .toEqual({ kind: 'unreadable', problem: { kind: 'field', field: 'number', reason: 'check-digit' } })
  })

  it('takes an answer that comes in small pieces', async () => {
    const { twin, outcomes, cable: line, notes } = await opened()
    twin.says = (question, usual) => {
      if (question !== 'read') return [usual]
      for (let at = 0; at < usual.length; at += 100) {
        setTimeout(() => line.send(usual.subarray(at, at + 100)), at / 20)
      }
      return []
    }
    twin.lay({ mark: '', fields: RESIDENT })
    await expect.poll(() => said(outcomes), WAIT).toEqual(['11010519491231002X'])
    expect(notes).toEqual([])
  })

  it('asks again after half an answer, after a wrong check byte and after garbage', async () => {
    const { twin, outcomes, notes, states } = await opened()
    const bad: Record<string, (usual: Uint8Array) => Uint8Array> = {
      find: () => Uint8Array.of(0x01, 0xff, 0x13, 0x69),
      select: (usual) => usual.map((byte, at) => (at === usual.length - 1 ? byte ^ 1 : byte)),
      read: (usual) => usual.subarray(0, 700),
    }
    twin.says = (question, usual) => {
      const spoil = bad[question]
      delete bad[question]
      return [spoil === undefined ? usual : spoil(usual)]
    }
    twin.lay({ mark: '', fields: RESIDENT })
    await expect.poll(() => said(outcomes), WAIT).toEqual(['11010519491231002X'])
    expect(notes).toEqual(['noise', 'check', 'unfinished'])
    expect(names(states)).not.toContain('faulted')
  })

  it('lets answers that come twice not confuse it', async () => {
    const { twin, outcomes, notes } = await opened()
    twin.says = (_question, usual) => [usual, usual]
    for (const [mark, fields] of [
      ['', RESIDENT],
      ['I', FOREIGN_2017],
      ['J', PERMIT],
    ] as const) {
      const before = outcomes.length
      twin.lay({ mark, fields })
      await expect.poll(() => outcomes.length, WAIT).toBe(before + 1)
      twin.lay(undefined)
      await looked(twin, 8)
    }
    expect(said(outcomes)).toEqual(['11010519491231002X', 'USA110058012345', '810000199001010019'])
    expect(new Set(notes)).toEqual(new Set(['unexpected-answer']))
  })

  it('is faulted, silent, when it does not answer, and works again by itself', async () => {
    const { twin, outcomes, states, reader: mine } = await opened()
    twin.says = () => []
    await expect.poll(() => states.at(-1), WAIT).toMatchObject({ state: 'faulted', reason: 'silent' })
    twin.says = (_question, usual) => [usual]
    twin.lay({ mark: '', fields: RESIDENT })
    await expect.poll(() => said(outcomes), WAIT).toEqual(['11010519491231002X'])
    await expect.poll(() => mine.state().state, WAIT).toBe('ready')
  })

  it('is faulted when the reader says that it does not work', async () => {
    const { twin, states } = await opened()
    twin.says = () => [answerFrame(0x66)]
    await expect
      .poll(() => states.at(-1), WAIT)
      .toMatchObject({ state: 'faulted', reason: 'failed', detail: 'reader status 66' })
  })

  it('is faulted when it is pulled in the middle of a card, comes back and reads the card', async () => {
    const twin = createReaderTwin()
    const { outcomes, states, cable: line, reader: mine } = await opened(twin)
    twin.says = (question, usual) => {
      if (question !== 'read') return [usual]
      setTimeout(() => void line.unplug(), 1)
      return [usual.subarray(0, 300)]
    }
    twin.lay({ mark: '', fields: RESIDENT })
    await expect
      .poll(() => states.find(({ state }) => state === 'faulted'), WAIT)
      .toMatchObject({ reason: 'unplugged' })
    expect(names(states)).toContain('busy')
    cable = undefined
    twin.says = (_question, usual) => [usual]
    await plugged(twin)
    await expect.poll(() => said(outcomes), WAIT).toEqual(['11010519491231002X'])
    await expect.poll(() => mine.state().state, WAIT).toBe('ready')
  })

  it('can be closed in the middle of a card, and by its own hook', async () => {
    const twin = createReaderTwin()
    const { reader: mine, states, outcomes, timers } = await opened(twin)
    twin.says = (question, usual) => (question === 'read' ? [] : [usual])
    twin.lay({ mark: '', fields: RESIDENT })
    await expect.poll(() => mine.state().state, WAIT).toBe('busy')
    await mine.close()
    expect(names(states).at(-1)).toBe('closed')
    expect(timers.running()).toBe(0)
    twin.says = (_question, usual) => [usual]
    const watch = watching()
    const again = IDENTITY_READER_DRIVERS.serial(
      { path: join(folder, 'till'), ...QUICK },
      {
        ...watch.hooks,
        onCard: (outcome) => {
          outcomes.push(outcome)
          void again.close()
        },
      },
    )
    reader = again
    again.open()
    await expect.poll(() => said(outcomes), WAIT).toEqual(['11010519491231002X'])
    expect(again.state().state).toBe('closed')
    await again.close()
    expect(watch.timers.running()).toBe(0)
  })
})

describe('an identity card reader on a HID bus', () => {
  it.each([
    ['without numbers', 0, []],
    ['with numbers', 3, [3]],
  ])('reads cards over reports %s', async (_name, reportId, id) => {
    const bus = createVirtualHidBus()
    const twin = createReaderTwin()
    const device = bus.plugIn({ vendorId: 0x0400, productId: 0xc35a })
    device.answer = (report) => twin.hear(report.subarray(1)).flatMap((bytes) => inReports(bytes, id))
    const watch = watching()
    reader = IDENTITY_READER_DRIVERS.hid({ bus, reportId, ...QUICK }, watch.hooks)
    reader.open()
    twin.lay({ mark: '', fields: RESIDENT })
    await expect.poll(() => said(watch.outcomes), WAIT).toEqual(['11010519491231002X'])
    expect(device.written[0]).toHaveLength(65)
    expect(device.written[0]?.[0]).toBe(reportId)
    expect(watch.notes).toEqual([])
    device.unplug()
    await expect.poll(() => watch.states.at(-1)?.state, WAIT).toBe('faulted')
  })
})

import type { DeviceState } from '../../../native-bridge/device/device.ts'
import type { HidBus } from '../../../native-bridge/transport/hid-bus.ts'
import type { SettingOf } from '../../config/device-settings.ts'
import { DEVICE_SLOTS, type DeviceKind } from '../../contract/device-kinds.ts'
import type { DeviceView } from '../../contract/devices.ts'
import type { EngineLog } from '../../logging.ts'
import type { Clock } from '../../ports/clock.ts'
import { createFloodGuard } from './flood-guard.ts'
import {
  holdDevice,
  RAW_MAXIMUM,
  readForTest,
  viewOfDevice,
  type HeldDevice,
  type SlotSetting,
  type TestReading,
} from './held-device.ts'
import { createSeldom } from './seldom.ts'
import { makeDevice, type Reading, type RunningDevice, type RunningHooks } from './make-device.ts'

/** All devices of the till, owned in one place: opened, watched, started again one by one, disposed together. */
export type DeviceBank = {
  readonly start: () => void
  readonly stop: () => Promise<void>
  /** Every device that is set up, in the order of the slots. */
  readonly views: () => DeviceView[]
  readonly view: (slot: string) => DeviceView | undefined
  readonly setting: <Kind extends DeviceKind>(slot: string, kind: Kind) => SettingOf<Kind> | undefined
  /** The device of a kind that there is one of, if it is made. */
  readonly running: <Kind extends RunningDevice['kind']>(
    kind: Kind,
  ) => Extract<RunningDevice, { readonly kind: Kind }> | undefined
  /** Ends what is in a slot and begins what shall be there; no other device is touched. */
  readonly put: (slot: string, wanted: SlotSetting | undefined) => Promise<void>
  /** The next thing that is shown to a device, which then goes nowhere else; ends after `withinMs`. */
  readonly nextReading: (slot: string, withinMs: number) => Promise<TestReading>
}

export type DeviceBankParts = {
  readonly slots: ReadonlyMap<string, SlotSetting>
  /** Where HID devices are looked for. */
  readonly hidBus: HidBus
  readonly clock: Clock
  readonly log: EngineLog
  readonly onRead: (slot: string, reading: Reading) => void
  /** A state, a printer's condition or a note changed. */
  readonly onChange: (slot: string) => void
  readonly onFault: (error: unknown) => void
}

type Slots = Map<string, HeldDevice>

const order = (slot: string): number => DEVICE_SLOTS.indexOf(slot)

/** What the bank is told of one device. Nothing that is done about it can fail the driver that tells. */
type Listening = {
  readonly hooks: (slot: string, held: HeldDevice) => RunningHooks
  readonly become: (slot: string, held: HeldDevice, state: DeviceState) => void
  readonly changed: (slot: string) => void
  /** Tells nothing more of notes. */
  readonly stop: () => void
}

/** Between two tellings of a device's notes: a scanner that went mad brings a thousand a second. */
const NOTES_EVERY_MS = 250

function listening(parts: DeviceBankParts, slots: Slots): Listening {
  const { clock, log, onFault } = parts
  const flood = createFloodGuard(clock.now)
  const guarded =
    <Told extends unknown[]>(task: (...told: Told) => void) =>
    (...told: Told): void => {
      try {
        task(...told)
      } catch (error) {
        onFault(error)
      }
    }
  const changed = (slot: string): void => {
    parts.onChange(slot)
    if (slot === 'printer' && slots.has('drawer')) parts.onChange('drawer')
  }
  const become: Listening['become'] = (slot, held, state) => {
    if (slots.get(slot) !== held) return
    held.state = state
    if (state.state === 'faulted') log.warn({ slot, reason: state.reason, detail: state.detail }, 'device')
    changed(slot)
  }
  const notes = createSeldom(clock.schedule, NOTES_EVERY_MS, guarded(changed))
  const noticed = (slot: string, held: HeldDevice, what: string): void => {
    held.note = { what, count: (held.note?.what === what ? held.note.count : 0) + 1 }
    notes.tell(slot)
  }
  return {
    changed,
    become,
    stop: notes.stop,
    hooks: (slot, held) => ({
      schedule: clock.schedule,
      now: clock.now,
      onState: guarded((state) => become(slot, held, state)),
      onNote: guarded((what) => noticed(slot, held, what)),
      onRawBytes: guarded((bytes) => {
        if (held.test !== undefined && held.test.raw.length < RAW_MAXIMUM) held.test.raw.push(...bytes)
      }),
      onRead: guarded((reading) => {
        if (held.test !== undefined) return held.test.end(reading)
        if (reading.kind === 'scan' && flood.tooMany(slot)) return noticed(slot, held, 'flood')
        parts.onRead(slot, reading)
      }),
      onCondition: guarded((condition) => {
        held.condition = condition
        changed(slot)
      }),
    }),
  }
}

/** Begins and ends what is in the slots; of one slot, one thing after the other. */
function keeping(parts: DeviceBankParts, slots: Slots): Pick<DeviceBank, 'start' | 'stop' | 'put'> {
  const { changed, become, hooks, stop } = listening(parts, slots)
  const turns = new Map<string, Promise<void>>()
  let started = false
  let stopped = false

  const begin = async (slot: string, held: HeldDevice): Promise<void> => {
    const { setting } = held
    if (setting.kind === 'drawer' || !started || stopped) return
    const inDrawerSlot = slots.get('drawer')?.setting
    const drawer = inDrawerSlot?.kind === 'drawer' ? inDrawerSlot : undefined
    const { hidBus } = parts
    try {
      held.running = await makeDevice(setting, { drawer, hidBus }, hooks(slot, held))
    } catch (error) {
      parts.onFault(error)
      become(slot, held, { state: 'faulted', reason: 'failed', detail: String(error), retryInMs: 0 })
      return
    }
    if (slots.get(slot) === held && !stopped) held.running.device.open()
  }
  const end = async (held: HeldDevice | undefined): Promise<void> => {
    held?.test?.end(undefined)
    await held?.running?.device.close()
  }
  const inTurn = (slot: string, work: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(slot) ?? Promise.resolve()).then(work)
    turns.set(slot, turn.catch(parts.onFault))
    return turn
  }
  const put: DeviceBank['put'] = (slot, wanted) =>
    inTurn(slot, async () => {
      const before = slots.get(slot)
      slots.delete(slot)
      await end(before)
      const held = wanted && holdDevice(wanted)
      if (held !== undefined) {
        slots.set(slot, held)
        await begin(slot, held)
      }
      changed(slot)
    })

  return {
    start: () => {
      started = true
      for (const [slot, held] of slots) void inTurn(slot, () => begin(slot, held))
    },
    stop: async () => {
      stopped = true
      stop()
      await Promise.all(turns.values())
      await Promise.all([...slots.values()].map(end))
    },
    put: async (slot, wanted) => {
      await put(slot, wanted)
      // the drawer hangs on the printer, whose profile has its pin
      const printer = slots.get('printer')
      if (slot === 'drawer' && printer !== undefined) await put('printer', printer)
    },
  }
}

/**
 * Makes the bank of a till's devices, all closed still. Whatever a driver throws or tells is caught here: it can make its
 * own device faulted, and nothing else.
 */
export function createDeviceBank(parts: DeviceBankParts): DeviceBank {
  const slots: Slots = new Map([...parts.slots].map(([slot, wanted]) => [slot, holdDevice(wanted)]))
  const viewOf = (slot: string, held: HeldDevice): DeviceView =>
    viewOfDevice(slot, held, slots.get('printer'))
  return {
    ...keeping(parts, slots),
    views: () =>
      [...slots]
        .toSorted(([one], [other]) => order(one) - order(other))
        .map(([slot, held]) => viewOf(slot, held)),
    view: (slot) => {
      const held = slots.get(slot)
      return held && viewOf(slot, held)
    },
    setting: (slot, kind) => {
      const setting = slots.get(slot)?.setting
      // the kind is compared, which TypeScript does not carry over to the options
      return setting?.kind === kind ? (setting as unknown as SettingOf<typeof kind>) : undefined
    },
    running: (kind) => {
      const running = slots.get(kind)?.running
      // as above
      return running?.kind === kind ? (running as Extract<RunningDevice, { kind: typeof kind }>) : undefined
    },
    nextReading: (slot, withinMs) => readForTest(slots.get(slot), parts.clock, withinMs),
  }
}

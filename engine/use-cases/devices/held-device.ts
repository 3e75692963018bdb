import type { DeviceState } from '../../../native-bridge/device/device.ts'
import {
  obstacleOf,
  UNKNOWN_CONDITION,
  type PrinterCondition,
} from '../../../native-bridge/printer/condition.ts'
import type { DeviceSetting } from '../../config/device-settings.ts'
import type { DeviceView } from '../../contract/devices.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Reading, RunningDevice } from './make-device.ts'

/** A slot's setting and where it is from. */
export type SlotSetting = { readonly setting: DeviceSetting; readonly source: DeviceView['source'] }

/** What the next reading of a device brought to a test; `reading` is missing when none came in time. */
export type TestReading = { readonly raw: Uint8Array; readonly reading: Reading | undefined }

/** One slot with what is in it. */
export type HeldDevice = SlotSetting & {
  running: RunningDevice | undefined
  state: DeviceState
  condition: PrinterCondition
  note: DeviceView['note']
  test: { readonly raw: number[]; readonly end: (reading: Reading | undefined) => void } | undefined
}

/** Bytes that a test keeps. */
export const RAW_MAXIMUM = 512
const CLOSED: DeviceState = { state: 'closed' }

/** A slot whose device is not made yet. */
export function holdDevice(wanted: SlotSetting): HeldDevice {
  return {
    ...wanted,
    running: undefined,
    state: CLOSED,
    condition: UNKNOWN_CONDITION,
    note: null,
    test: undefined,
  }
}

function stateOfDrawer(printer: HeldDevice | undefined): DeviceState {
  if (printer === undefined) return CLOSED
  const { running } = printer
  return running?.kind === 'printer' && running.profile.drawer === null ? CLOSED : printer.state
}

/** A device as the settings show it; a drawer is as its printer is. */
export function viewOfDevice(slot: string, held: HeldDevice, printer: HeldDevice | undefined): DeviceView {
  const { kind, name, driver, options } = held.setting
  const state = kind === 'drawer' ? stateOfDrawer(printer) : held.state
  const obstacle = kind === 'printer' ? obstacleOf(held.condition) : undefined
  return {
    slot,
    kind,
    name,
    driver,
    options,
    source: held.source,
    state: state.state,
    reason: state.state === 'faulted' ? state.reason : (obstacle ?? null),
    condition: kind === 'printer' ? held.condition : null,
    note: held.note,
  }
}

/** Takes the next reading away from the counter; of two tests of one device the second gets nothing. */
export function readForTest(
  held: HeldDevice | undefined,
  clock: Clock,
  withinMs: number,
): Promise<TestReading> {
  if (held === undefined || held.test !== undefined) {
    return Promise.resolve({ raw: new Uint8Array(), reading: undefined })
  }
  return new Promise((resolve) => {
    const raw: number[] = []
    const cancel = clock.schedule(() => held.test?.end(undefined), withinMs)
    held.test = {
      raw,
      end: (reading) => {
        held.test = undefined
        cancel()
        resolve({ raw: Uint8Array.from(raw.slice(0, RAW_MAXIMUM)), reading })
      },
    }
  })
}

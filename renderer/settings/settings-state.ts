import type { RefusalView } from '../../engine/contract/common.ts'
import type { MethodResult } from '../../engine/contract/contract.ts'
import type { DeviceView } from '../../engine/contract/devices.ts'
import type { Notice } from '../stores/view-store.ts'
import { draftOf, fieldsOf, type Draft, type Field } from './fields.ts'
import { kindOf, slotName } from './slots.ts'
import type { Driver, Plugged } from './take-plugged.ts'

export type TestResult = MethodResult<'devices.test'>
export type Opening = MethodResult<'drawer.openings'>['openings'][number]

/** Takes a device away; goes back to the configuration file. */
export const SPECIAL_DRIVERS = ['none', 'file'] as const

/** What stands in the form of the selected slot. */
export type Edit = {
  readonly driver: string
  readonly name: string
  readonly reason: string
  readonly draft: Draft
  readonly changed: boolean
}

export type TestState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly result: TestResult | null }
  | { readonly kind: 'refused' }

/** What the settings page knows; everything that counts is the engine's. */
export type SettingsState = {
  readonly devices: readonly DeviceView[] | undefined
  readonly drivers: readonly Driver[]
  readonly profiles: MethodResult<'devices.drivers'>['printerProfiles']
  /** Undefined while they are being looked for. */
  readonly plugged: readonly Plugged[] | undefined
  readonly problems: MethodResult<'devices.discover'>['problems']
  readonly marked: number
  readonly slot: string
  readonly edit: Edit
  /** The last test of the selected slot. */
  readonly test: TestState | null
  readonly displayText: string
  readonly drawerReason: string
  readonly openings: readonly Opening[]
  /** The last scan of a keyboard wedge. */
  readonly wedge: string | null
  /** Somebody with the right must answer before `what` goes on. */
  readonly asking: {
    readonly what: 'save' | 'drawer'
    readonly right: string
    readonly refusal: RefusalView | null
  } | null
  readonly notice: Notice | null
}

export function deviceOf(state: Pick<SettingsState, 'devices'>, slot: string): DeviceView | undefined {
  return state.devices?.find((device) => device.slot === slot)
}

/** The fields of a driver in a slot. */
export function fieldsFor(state: Pick<SettingsState, 'drivers'>, slot: string, driver: string): Field[] {
  const found = state.drivers.find((one) => one.kind === kindOf(slot) && one.driver === driver)
  return found === undefined ? [] : fieldsOf(found.options)
}

/** The form of a slot as the engine has it set up. */
export function editOf(
  state: Pick<SettingsState, 'devices' | 'drivers'>,
  slot: string,
  reason: string,
): Edit {
  const device = deviceOf(state, slot)
  const driver = device?.driver ?? ''
  return {
    driver,
    name: device?.name ?? slotName(slot),
    reason,
    draft: draftOf(fieldsFor(state, slot, driver), device?.options ?? {}),
    changed: false,
  }
}

/** The form with another driver: what both drivers call the same stays. */
export function withDriver(
  state: SettingsState,
  driver: string,
  options: Readonly<Record<string, unknown>>,
): Edit {
  const fields = fieldsFor(state, state.slot, driver)
  const fresh = draftOf(fields, options)
  const kept = fields
    .filter((field) => !Object.hasOwn(options, field.name) && Object.hasOwn(state.edit.draft, field.name))
    .filter((field) => state.edit.driver !== '' && field.form !== 'hexadecimal')
    .map((field) => [field.name, state.edit.draft[field.name] ?? ''] as const)
  return { ...state.edit, driver, draft: { ...fresh, ...Object.fromEntries(kept) }, changed: true }
}

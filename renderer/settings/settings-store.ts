import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../connection/engine-client.ts'
import type { Notice } from '../stores/view-store.ts'
import { noticeOf } from '../till/notice-of.ts'
import { say } from '../text/say.ts'
import type { Approval } from '../parts/second-person-dialog.tsx'
import { readDraft } from './fields.ts'
import { optionName } from './option-words.ts'
import {
  deviceOf,
  editOf,
  fieldsFor,
  SPECIAL_DRIVERS,
  withDriver,
  type Edit,
  type SettingsState,
} from './settings-state.ts'
import { kindOf, shownSlots, slotName } from './slots.ts'
import { driverFor, likeliest, optionsFor } from './take-plugged.ts'
import { refused } from './refused.ts'
import { openDrawer, runTest } from './run-test.ts'

/** What the settings page can do. */
export type Settings = {
  readonly store: StoreApi<SettingsState>
  readonly load: () => Promise<void>
  /** Fetches the devices again, because a state changed; a form that is being filled in stays. */
  readonly refresh: () => Promise<void>
  readonly discover: () => Promise<void>
  readonly select: (slot: string) => void
  readonly moveTo: (by: 1 | -1) => void
  readonly change: (change: Partial<Edit>) => void
  readonly chooseDriver: (driver: string) => void
  readonly discard: () => void
  readonly mark: (index: number) => void
  readonly take: () => void
  readonly fill: (change: Partial<Pick<SettingsState, 'displayText' | 'drawerReason' | 'wedge'>>) => void
  readonly test: (approval?: Approval) => Promise<void>
  readonly save: (approval?: Approval) => Promise<void>
  readonly answer: (approval: Approval | null) => void
  readonly notify: (notice: Notice | null) => void
}

export type SettingsTools = { readonly client: EngineClient; readonly store: StoreApi<SettingsState> }

const FIRST_SLOT = 'scanner-1'

function emptyState(): SettingsState {
  const nothing = { devices: undefined, drivers: [] }
  return {
    ...nothing,
    profiles: [],
    plugged: undefined,
    problems: [],
    marked: 0,
    slot: FIRST_SLOT,
    edit: editOf(nothing, FIRST_SLOT, say('settings.reasonDefault')),
    test: null,
    displayText: say('test.textDefault'),
    drawerReason: '',
    openings: [],
    wedge: null,
    asking: null,
    notice: null,
  }
}

/** Makes the page's state and verbs; nothing is fetched before `load`. */
export function createSettings(client: EngineClient): Settings {
  const store = createStore<SettingsState>(emptyState)
  const tools: SettingsTools = { client, store }
  const { getState: get, setState: set } = store
  const settings: Settings = {
    store,
    load: async () => {
      const [listed, known] = await Promise.all([
        client.call('devices.list', {}),
        client.call('devices.drivers', {}),
      ])
      if (known.ok) set({ drivers: known.value.drivers, profiles: known.value.printerProfiles })
      if (listed.ok) set({ devices: listed.value.devices })
      const failed = [listed, known].find((one) => !one.ok)
      if (failed !== undefined && !failed.ok) set({ notice: noticeOf(failed.problem) })
      settings.select(get().slot)
      await settings.discover()
    },
    refresh: async () => {
      const listed = await client.call('devices.list', {})
      if (!listed.ok) return
      set({ devices: listed.value.devices })
      if (!get().edit.changed) set({ edit: freshEdit(get()) })
    },
    discover: async () => {
      set({ plugged: undefined, problems: [] })
      const found = await client.call('devices.discover', {})
      if (!found.ok) return set({ plugged: [], notice: noticeOf(found.problem) })
      const { plugged, problems } = found.value
      set({ plugged, problems, marked: likeliest(kindOf(get().slot), plugged) })
    },
    select: (slot) => {
      const state = get()
      const { reason } = state.edit
      const marked = likeliest(kindOf(slot), state.plugged ?? [])
      set({ slot, edit: editOf(state, slot, reason), test: null, notice: null, marked })
      if (slot === 'drawer') void loadOpenings(tools)
    },
    moveTo: (by) => {
      const slots = shownSlots((get().devices ?? []).map((device) => device.slot))
      const next = slots[slots.indexOf(get().slot) + by]
      if (next !== undefined && !get().edit.changed) settings.select(next)
    },
    change: (change) => set(({ edit }) => ({ edit: { ...edit, ...change, changed: true } })),
    chooseDriver: (driver) => set((state) => ({ edit: withDriver(state, driver, {}) })),
    discard: () => set((state) => ({ edit: freshEdit(state), notice: null })),
    mark: (index) => {
      const last = (get().plugged?.length ?? 0) - 1
      if (index >= 0 && index <= last) set({ marked: index })
    },
    take: () => {
      const state = get()
      const plugged = state.plugged?.[state.marked]
      if (plugged === undefined) return
      const driver = driverFor(kindOf(state.slot), state.drivers, plugged)
      if (driver !== undefined) set({ edit: withDriver(state, driver, optionsFor(plugged)) })
    },
    fill: (change) => set(change),
    test: async (approval) => {
      const { slot } = get()
      if (kindOf(slot) !== 'drawer') return runTest(tools)
      await openDrawer(tools, approval)
      await loadOpenings(tools)
    },
    save: (approval) => save(tools, approval),
    answer: (approval) => {
      const { asking } = get()
      set({ asking: null })
      if (approval === null || asking === null) return
      void (asking.what === 'save' ? settings.save(approval) : settings.test(approval))
    },
    notify: (notice) => set({ notice }),
  }
  return settings
}

function freshEdit(state: SettingsState): Edit {
  return editOf(state, state.slot, state.edit.reason)
}

async function loadOpenings({ client, store }: SettingsTools): Promise<void> {
  const told = await client.call('drawer.openings', { limit: 8 })
  if (told.ok) store.setState({ openings: told.value.openings })
}

/** The options of the form, or undefined after saying what is wrong with it. */
function optionsOf({ store }: SettingsTools): Readonly<Record<string, unknown>> | undefined {
  const state = store.getState()
  const { driver, draft } = state.edit
  const trouble = (text: 'settings.pickDriver' | 'settings.missing' | 'settings.invalid', field = ''): void =>
    store.setState({ notice: { tone: 'trouble', text, parameters: { field } } })
  if (driver === '') {
    trouble('settings.pickDriver')
    return undefined
  }
  if (SPECIAL_DRIVERS.some((special) => special === driver)) return {}
  const read = readDraft(fieldsFor(state, state.slot, driver), draft)
  if (read.ok) return read.options
  trouble(`settings.${read.problem}`, optionName(read.field))
  return undefined
}

async function save(tools: SettingsTools, approval: Approval | undefined): Promise<void> {
  const { client, store } = tools
  const { slot, edit } = store.getState()
  if (!edit.changed) {
    store.setState({ notice: { tone: 'waiting', text: 'settings.noChange', parameters: {} } })
    return
  }
  const options = optionsOf(tools)
  if (options === undefined) return
  const { driver, name, reason } = edit
  const saved = await client.call('devices.configure', {
    slot,
    driver,
    options,
    reason: reason.trim() === '' ? say('settings.reasonDefault') : reason.trim(),
    ...(name.trim() !== '' && { name: name.trim() }),
    ...(approval !== undefined && { approval }),
  })
  if (!saved.ok) return refused(tools, { what: 'save', answered: approval !== undefined }, saved.problem)
  const listed = await client.call('devices.list', {})
  if (listed.ok) store.setState({ devices: listed.value.devices })
  store.setState((state) => ({ edit: freshEdit(state), test: null }))
  const known = deviceOf(store.getState(), slot)
  const text = known === undefined ? 'settings.taken' : 'settings.saved'
  const parameters = { name: known?.name ?? slotName(slot) }
  store.setState({ notice: { tone: 'done', text, parameters } })
}

import { useEffect, useState, type JSX } from 'react'
import { useStore } from 'zustand'
import { SecondPersonDialog } from '../parts/second-person-dialog.tsx'
import { useEngine, useTill, useView } from '../parts/till-context.ts'
import { Workplace } from '../parts/workplace.tsx'
import type { WorkplaceKey } from '../parts/workplace-keys.ts'
import { say } from '../text/say.ts'
import { DeviceForm } from './device-form.tsx'
import { PluggedList } from './plugged-list.tsx'
import { createSettings, type Settings } from './settings-store.ts'
import { deviceOf, type SettingsState } from './settings-state.ts'
import { SlotList } from './slot-list.tsx'
import { TestPane } from './test-pane.tsx'

/** The devices of this till: what state each is in, how it is set up, what is plugged in, and a test of each. */
export function SettingsScreen(): JSX.Element {
  const till = useTill()
  const [settings] = useState(() => createSettings(till.client))
  const state = useStore(settings.store)
  useEngineDevices(settings)
  useWedge(settings)
  return (
    <Workplace
      name="settings"
      title={say('settings.title')}
      nextStep={say(state.edit.changed ? 'settings.nextUnsaved' : 'settings.next')}
      notice={state.notice}
      keys={settingsKeys(settings, state, till.go)}
      isAsking={state.asking !== null}
    >
      <SlotList
        state={state}
        onSelect={(slot) => {
          if (!state.edit.changed) settings.select(slot)
        }}
      />
      <DeviceForm state={state} onDriver={settings.chooseDriver} onChange={settings.change} />
      <aside className="settings-side">
        <PluggedList state={state} onMark={settings.mark} />
        <TestPane state={state} onFill={settings.fill} />
      </aside>
      {state.asking !== null && (
        <SecondPersonDialog
          right={state.asking.right}
          refusal={state.asking.refusal}
          onGive={settings.answer}
          onCancel={() => settings.answer(null)}
        />
      )}
    </Workplace>
  )
}

/** Fetches everything at first, and the list of devices again whenever the engine tells of a change. */
function useEngineDevices(settings: Settings): void {
  const states = useEngine((engine) => engine.status?.devices)
  const connected = useEngine((engine) => engine.connection === 'open')
  useEffect(() => {
    if (connected) void settings.load()
  }, [settings, connected])
  useEffect(() => {
    if (settings.store.getState().devices !== undefined) void settings.refresh()
  }, [settings, states])
}

/** What a keyboard wedge scans here is shown and sells nothing. */
function useWedge(settings: Settings): void {
  const wedge = useView((view) => view.wedgeTest)
  useEffect(() => {
    settings.fill({ wedge })
  }, [settings, wedge])
}

function settingsKeys(
  settings: Settings,
  state: SettingsState,
  go: (place: 'till' | 'self-test') => void,
): WorkplaceKey[] {
  const { changed } = state.edit
  const isSetUp = deviceOf(state, state.slot) !== undefined
  const hasPlugged = (state.plugged?.length ?? 0) > 0
  return [
    { key: 'ArrowUp', label: 'key.selectDevice', enabled: !changed, run: () => settings.moveTo(-1) },
    { key: 'ArrowDown', label: 'key.selectDevice', enabled: !changed, run: () => settings.moveTo(1) },
    { key: 'F3', label: 'key.rescan', run: () => void settings.discover() },
    {
      key: 'PageUp',
      label: 'key.markPlugged',
      enabled: hasPlugged,
      run: () => settings.mark(state.marked - 1),
    },
    {
      key: 'PageDown',
      label: 'key.markPlugged',
      enabled: hasPlugged,
      run: () => settings.mark(state.marked + 1),
    },
    { key: 'F4', label: 'key.take', enabled: hasPlugged, run: settings.take },
    { key: 'F6', label: 'key.selfTest', enabled: !changed, run: () => go('self-test') },
    { key: 'F7', label: 'key.discard', enabled: changed, run: settings.discard },
    { key: 'F8', label: 'key.test', enabled: isSetUp && !changed, run: () => void settings.test() },
    { key: 'F9', label: 'key.save', enabled: changed, run: () => void settings.save() },
    { key: 'Escape', label: 'key.backToTill', run: () => leave(settings, state, go) },
  ]
}

/** A form that is not saved is not lost by one key. */
function leave(settings: Settings, state: SettingsState, go: (place: 'till') => void): void {
  const asked = state.notice?.tone === 'waiting' && state.notice.text === 'settings.unsaved'
  if (!state.edit.changed || asked) go('till')
  else settings.notify({ tone: 'waiting', text: 'settings.unsaved', parameters: {} })
}

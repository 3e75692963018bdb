import type { JSX } from 'react'
import type { DeviceView } from '../../engine/contract/devices.ts'
import { deviceTone, troubleWords } from '../text/device-words.ts'
import { say } from '../text/say.ts'
import { deviceOf, type SettingsState } from './settings-state.ts'
import { shownSlots, slotName } from './slots.ts'

/** Every place for a device with what stands there: state in words and colour, and why. */
export function SlotList(props: {
  readonly state: SettingsState
  readonly onSelect: (slot: string) => void
}): JSX.Element {
  const { state, onSelect } = props
  const slots = shownSlots((state.devices ?? []).map((device) => device.slot))
  return (
    <section className="slots" aria-label={say('settings.slots')}>
      <h2>{say('settings.slots')}</h2>
      <div role="listbox" aria-label={say('settings.slots')}>
        {slots.map((slot) => (
          <div
            key={slot}
            role="option"
            aria-selected={slot === state.slot}
            className={slot === state.slot ? 'slot is-current' : 'slot'}
            data-testid={`slot-${slot}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onSelect(slot)}
          >
            <Slot slot={slot} device={deviceOf(state, slot)} />
          </div>
        ))}
      </div>
    </section>
  )
}

function Slot({
  slot,
  device,
}: {
  readonly slot: string
  readonly device: DeviceView | undefined
}): JSX.Element {
  if (device === undefined) {
    return (
      <>
        <p className="slot-name muted">{slotName(slot)}</p>
        <p className="slot-state muted">{say('settings.notSetUp')}</p>
      </>
    )
  }
  const tone = deviceTone(device)
  return (
    <>
      <p className="slot-name">
        <span className="clip">{device.name}</span>
        {device.name !== slotName(slot) && <span className="muted clip">{slotName(slot)}</span>}
      </p>
      <p className="slot-state" data-state={device.state}>
        <i className={`dot dot-${tone}`} aria-hidden="true" />
        <span className={`word word-${tone}`}>{say(`device.${device.state}`)}</span>
        <span className="clip">
          {[troubleWords(device.reason), ...conditionWords(device)].filter(Boolean).join('，')}
        </span>
      </p>
    </>
  )
}

/** What a printer says of itself that is not its fault already. */
function conditionWords({ condition, reason }: DeviceView): string[] {
  if (condition === null || reason !== null) return []
  const { paper, cover } = condition
  return [
    ...(paper === 'near-end' || paper === 'out' ? [say(`device.paper.${paper}`)] : []),
    ...(cover === 'open' ? [say('device.cover.open')] : []),
  ]
}

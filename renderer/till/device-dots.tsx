import type { JSX } from 'react'
import type { DeviceStateView } from '../../engine/contract/devices.ts'
import type { StatusView } from '../../engine/contract/status.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { deviceTone, deviceWords } from '../text/device-words.ts'
import { say } from '../text/say.ts'

/** One dot for each device; one that does not work says its name and why beside it. */
export function DeviceDots({ status }: { readonly status: StatusView | null }): JSX.Element {
  const devices = status?.devices ?? []
  return (
    <span className="header-state" data-testid="device-states" title={devices.map(deviceWords).join('\n')}>
      <span>{say('header.devices')}</span>
      {devices.length === 0 && <span className="muted">{say('header.noDevices')}</span>}
      {devices.map((device) => (
        <Dot key={device.slot} device={device} />
      ))}
      <Trouble devices={devices} />
      <KeyCap name="Shift+F2" />
    </span>
  )
}

function Dot({ device }: { readonly device: DeviceStateView }): JSX.Element {
  const words = deviceWords(device)
  return (
    <i
      className={`dot dot-${deviceTone(device)}`}
      role="img"
      aria-label={words}
      title={words}
      data-slot={device.slot}
      data-state={device.state}
    />
  )
}

/** The first device that does not work, in words; the rest are counted by their dots. */
function Trouble({ devices }: { readonly devices: readonly DeviceStateView[] }): JSX.Element | null {
  const first =
    devices.find((device) => deviceTone(device) === 'bad') ?? devices.find((device) => device.reason !== null)
  if (first === undefined) return null
  const look = deviceTone(first) === 'bad' ? 'chip-danger' : 'chip-warning'
  return <span className={`chip ${look} clip header-trouble`}>{deviceWords(first)}</span>
}

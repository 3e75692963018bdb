import type { DeviceStateView } from '../../engine/contract/devices.ts'
import { DEVICE_TROUBLE } from '../../engine/contract/messages/refusal-words.ts'
import { say } from './say.ts'

export type DeviceTone = 'good' | 'warn' | 'bad' | 'idle'

const TONES = { ready: 'good', busy: 'good', opening: 'warn', faulted: 'bad', closed: 'idle' } as const

/** The colour of a device: green works, amber is on its way or works with a fault, red does not work. */
export function deviceTone({ state, reason }: Pick<DeviceStateView, 'state' | 'reason'>): DeviceTone {
  return state === 'ready' && reason !== null ? 'warn' : TONES[state]
}

/** Why a device does not work, in words; empty when nothing is wrong. */
export function troubleWords(reason: DeviceStateView['reason']): string {
  return reason === null ? '' : (DEVICE_TROUBLE[reason] ?? reason)
}

/** 扫码枪：故障，被拔掉; 小票打印机：没有纸, which works but does not print. */
export function deviceWords(device: Pick<DeviceStateView, 'name' | 'state' | 'reason'>): string {
  if (device.state === 'ready' && device.reason !== null) {
    return say('device.words', { name: device.name, state: troubleWords(device.reason) })
  }
  const words = {
    name: device.name,
    state: say(`device.${device.state}`),
    reason: troubleWords(device.reason),
  }
  return say(device.reason === null ? 'device.words' : 'device.wordsWithReason', words)
}

import { DEVICE_SLOTS, kindOfSlot, type DeviceKind } from '../../engine/contract/device-kinds.ts'
import { DEVICE_KIND_NAMES } from '../../engine/contract/messages/refusal-words.ts'
import { say } from '../text/say.ts'

/** The slots to show: what is set up, one free place for a scanner, and every other kind. */
export function shownSlots(taken: readonly string[]): string[] {
  const free = DEVICE_SLOTS.find((slot) => kindOf(slot) === 'scanner' && !taken.includes(slot))
  return DEVICE_SLOTS.filter((slot) => taken.includes(slot) || slot === free || kindOf(slot) !== 'scanner')
}

export function kindOf(slot: string): DeviceKind {
  // every slot that is shown is one of DEVICE_SLOTS
  return kindOfSlot(slot) ?? 'scanner'
}

/** 扫码枪 2, 小票打印机 */
export function slotName(slot: string): string {
  const kind = kindOf(slot)
  return kind === 'scanner'
    ? say('settings.scanner', { number: slot.slice('scanner-'.length) })
    : DEVICE_KIND_NAMES[kind]
}

/** What can be tried with a device of a kind. */
export function testOf(kind: DeviceKind): 'read' | 'slip' | 'text' | 'drawer' {
  switch (kind) {
    case 'printer':
      return 'slip'
    case 'display':
      return 'text'
    case 'drawer':
      return 'drawer'
    case 'scanner':
    case 'code-box':
    case 'identity-reader':
    case 'card-reader':
    case 'safety-control':
      return 'read'
  }
}

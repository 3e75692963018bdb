/** What a till may have. One device of each kind, but several scanners. */
export const DEVICE_KINDS = [
  'scanner',
  'code-box',
  'identity-reader',
  'card-reader',
  'safety-control',
  'printer',
  'drawer',
  'display',
] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** Scanners that one till may have. */
export const SCANNERS_MAXIMUM = 8

/** Places for devices: `scanner-1` … `scanner-8`, and the other kinds by their own name. */
export const DEVICE_SLOTS: readonly string[] = [
  ...Array.from({ length: SCANNERS_MAXIMUM }, (_, index) => `scanner-${index + 1}`),
  ...DEVICE_KINDS.filter((kind) => kind !== 'scanner'),
]

/** The kind of device that a place is for; `undefined` when there is no such place. */
export function kindOfSlot(slot: string): DeviceKind | undefined {
  if (!DEVICE_SLOTS.includes(slot)) return undefined
  return DEVICE_KINDS.find((kind) => slot === kind || slot.startsWith(`${kind}-`))
}

/** What keeps a device from working: the faults of `native-bridge/device`. */
export const DEVICE_FAULTS = [
  'not-found',
  'not-permitted',
  'in-use',
  'unplugged',
  'silent',
  'failed',
] as const

/** What keeps a printer that is there from printing: the obstacles of `native-bridge/printer`. */
export const PRINT_OBSTACLES = ['paper-out', 'cover-open', 'cutter', 'error', 'offline'] as const

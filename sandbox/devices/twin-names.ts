/** Devices on a serial line of their own. */
export const SERIAL_TWINS = ['scanner', 'scanner-2', 'code-box', 'identity-reader', 'display'] as const
export type SerialTwin = (typeof SERIAL_TWINS)[number]

/** Devices on the simulated HID bus. */
export const HID_TWINS = ['hid-scanner', 'hid-code-box', 'hid-identity-reader'] as const
export type HidTwin = (typeof HID_TWINS)[number]

export const SCANNING_TWINS = ['scanner', 'scanner-2', 'code-box', 'hid-scanner', 'hid-code-box'] as const
export const READER_TWINS = ['identity-reader', 'hid-identity-reader'] as const
export type ReaderTwinName = (typeof READER_TWINS)[number]

export type TwinName = SerialTwin | HidTwin

export const isHid = (device: TwinName): device is HidTwin => HID_TWINS.some((one) => one === device)

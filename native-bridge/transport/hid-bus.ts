/** A HID interface (one top-level collection) as the operating system lists it. */
export type HidDeviceInfo = {
  /** What `open` takes; changes from plug to plug. */
  readonly path: string
  readonly vendorId: number
  readonly productId: number
  /** 0 where the system does not tell. */
  readonly usagePage: number
  readonly usage: number
  readonly interfaceNumber: number
  readonly manufacturer: string
  readonly product: string
  readonly serialNumber: string
}

/** What an open HID device tells. */
export type HidListener = {
  /** One input report, with its report id as first byte where the device numbers its reports. */
  readonly onReport: (report: Uint8Array) => void
  /** Reading ended by itself: it was pulled, or the system failed. `detail` is the system's text. */
  readonly onGone: (detail: string) => void
}

/** An open HID device. All promises reject with the system's error. */
export type HidHandle = {
  /** Begins to read; called once. */
  readonly listen: (listener: HidListener) => void
  /** Sends an output report; the first byte is the report id, 0 where the device has none. */
  readonly write: (report: Uint8Array) => Promise<void>
  /** Sends a feature report; the first byte is the report id. */
  readonly sendFeatureReport: (report: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

/** All of HID that the till uses: the seam between drivers and the machine. */
export type HidBus = {
  readonly list: () => Promise<readonly HidDeviceInfo[]>
  readonly open: (path: string) => Promise<HidHandle>
}

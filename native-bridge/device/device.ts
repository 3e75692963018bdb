/** Why a device does not work. */
export type DeviceFault =
  /** No such port, device or address: not plugged in, or another name. */
  | 'not-found'
  /** The operating system does not let this user open it. */
  | 'not-permitted'
  /** Another program, or another device of the configuration, holds it. */
  | 'in-use'
  /** It was there and went away. */
  | 'unplugged'
  /** It is there and does not answer, or takes no bytes. */
  | 'silent'
  | 'failed'

export type DeviceState =
  | { readonly state: 'closed' }
  | { readonly state: 'opening' }
  | { readonly state: 'ready' }
  /** Open and doing one act, such as reading a card or printing. */
  | { readonly state: 'busy' }
  /** It tries again by itself after `retryInMs`. `detail` is the operating system's own text, for the log. */
  | {
      readonly state: 'faulted'
      readonly reason: DeviceFault
      readonly detail: string
      readonly retryInMs: number
    }

/** Calls `task` after `delayMs`; returns what cancels it. */
export type Schedule = (task: () => void, delayMs: number) => () => void

/** What a device tells its owner. `Note` is the driver's own union of things that went wrong without a fault. */
export type DeviceHooks<Note extends string = string> = {
  readonly onState: (state: DeviceState) => void
  /** Something was dropped or odd; holds nothing of its content. */
  readonly onNote?: (note: Note) => void
  /** Bytes as they came, for a test of the device on the screen. May be personal data: never to be logged. */
  readonly onRawBytes?: (bytes: Uint8Array) => void
  readonly schedule: Schedule
}

/** One device, owned by whoever made it. */
export type Device = {
  readonly state: () => DeviceState
  /** Opens it and keeps it open: after a fault it tries again with growing pauses. Does nothing when not closed. */
  readonly open: () => void
  /** Closes it; resolves when it is free again. No hook is called any more after that, but `onState` once with `closed`. */
  readonly close: () => Promise<void>
}

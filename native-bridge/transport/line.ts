import type { DeviceFault, Schedule } from '../device/device.ts'

/** An open connection to a device, whatever it runs over. */
export type Line = {
  /**
   * Sends bytes; resolves when the operating system took them all. Rejects with a {@link LineError} when the line is
   * gone or takes no bytes; the caller need do nothing about the line itself, `onLost` tells of that.
   */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Frees the connection; never rejects. Nothing is told any more after it was called. */
  readonly close: () => Promise<void>
}

/** What a line tells while it is open. */
export type LineHooks = {
  readonly schedule: Schedule
  /** Bytes as they came; of a HID device one whole report at each call, with its report id where it has one. */
  readonly onBytes: (bytes: Uint8Array) => void
  /** The line is gone, by itself; told once, never after `close`. */
  readonly onLost: (reason: DeviceFault, detail: string) => void
}

export type Opening =
  | { readonly ok: true; readonly line: Line }
  | { readonly ok: false; readonly reason: DeviceFault; readonly detail: string }

/** Opens one connection; never rejects. */
export type Connect = (hooks: LineHooks) => Promise<Opening>

/** Why bytes could not be sent. */
export class LineError extends Error {
  readonly reason: DeviceFault
  constructor(reason: DeviceFault, detail: string) {
    super(detail)
    this.name = 'LineError'
    this.reason = reason
  }
}

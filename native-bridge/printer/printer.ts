import type { Device, DeviceFault, DeviceHooks } from '../device/device.ts'
import type { SerialOptions } from '../transport/serial.ts'
import type { TcpOptions } from '../transport/tcp.ts'
import type { PrinterCondition, PrintObstacle } from './condition.ts'
import type { PrinterProfile } from './printer-profile.ts'

/** Bytes for paper under the id of the print queue. */
export type PrintJob = {
  readonly id: string
  readonly bytes: Uint8Array
  /** Called right before the first byte leaves; false keeps it from leaving. Until then nothing can be on paper. */
  readonly onStart?: () => boolean
}

export type PrintOutcome =
  /** Everything went out. `confirmed` when the printer answered behind the last byte and named no obstacle. */
  | { readonly outcome: 'printed'; readonly confirmed: boolean }
  /** Nothing was sent: nothing is on paper, and the job can simply be given again. */
  | {
      readonly outcome: 'not-started'
      readonly reason: DeviceFault | PrintObstacle
      readonly detail: string
    }
  /** Not all bytes went out: there may be half a receipt on paper, to be printed again. At least `sent` bytes left. */
  | {
      readonly outcome: 'incomplete'
      readonly sent: number
      readonly reason: DeviceFault | PrintObstacle
      readonly detail: string
    }
  /** Everything went out, but the printer had no paper, was open or was lost meanwhile: a person must look. */
  | { readonly outcome: 'uncertain'; readonly reason: DeviceFault | PrintObstacle; readonly detail: string }

export type PulseOutcome =
  | { readonly outcome: 'sent' }
  /** No pulse will come any more, also not later. */
  | {
      readonly outcome: 'not-sent'
      readonly reason: DeviceFault | PrintObstacle | 'no-drawer'
      readonly detail: string
    }
  | { readonly outcome: 'uncertain'; readonly reason: DeviceFault; readonly detail: string }

/** Something odd that came from the printer; told at most once for each connection. */
export type PrinterNote = 'noise'

export type PrinterHooks = DeviceHooks<PrinterNote> & {
  /** What the printer says of itself changed; told once for all bytes that came together. */
  readonly onCondition: (condition: PrinterCondition) => void
}

/** How the printer hangs on the till. */
export type PrinterLine =
  | ({ readonly kind: 'serial' } & SerialOptions)
  | ({ readonly kind: 'tcp' } & TcpOptions)
  /** A device file such as /dev/usb/lp0. */
  | { readonly kind: 'raw-path'; readonly path: string; readonly writeLimitMs?: number }

export type PrinterOptions = {
  readonly line: PrinterLine
  readonly profile: PrinterProfile
  readonly limits?: Partial<PrinterLimits>
}

export type PrinterLimits = {
  /** Bytes of one write; each may take the line's `writeLimitMs`. */
  readonly chunkBytes: number
  /** A whole job. */
  readonly jobMs: number
  /** An answer to a question. */
  readonly answerMs: number
  /** The answer behind a job: what is sent before it must be worked through. */
  readonly confirmMs: number
  /** How often an open printer is asked. */
  readonly askEveryMs: number
  /** How long a pulse may wait for a job to end; an older one would open the drawer on nobody's wish. */
  readonly pulseWaitMs: number
}

export const PRINTER_LIMITS: PrinterLimits = {
  chunkBytes: 512,
  jobMs: 60_000,
  answerMs: 500,
  confirmMs: 10_000,
  askEveryMs: 5_000,
  pulseWaitMs: 3_000,
}

/** A receipt printer with the drawer that hangs on it. */
export type Printer = Device & {
  readonly condition: () => PrinterCondition
  /**
   * Sends a job, one after the other; never rejects and never tries again by itself. The same id while it waits or prints
   * is the same job.
   */
  readonly print: (job: PrintJob) => Promise<PrintOutcome>
  /** Opens the drawer: an act of its own, in no receipt. */
  readonly pulseDrawer: () => Promise<PulseOutcome>
}

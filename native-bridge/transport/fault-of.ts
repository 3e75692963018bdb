import type { DeviceFault } from '../device/device.ts'

/** The text of anything that was thrown. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What the operating system's words mean; Node's, serialport's and hidapi's errors all carry them or an `E…` name. */
export function faultOf(message: string): DeviceFault {
  if (
    /no such (?:file|device)|file not found|cannot find|ENOENT|ENODEV|ENXIO|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EAI_AGAIN/i.test(
      message,
    )
  )
    return 'not-found'
  if (
    /cannot lock|resource busy|temporarily unavailable|EBUSY|access denied|sharing violation/i.test(message)
  )
    return 'in-use'
  if (/permission denied|EACCES|EPERM/i.test(message)) return 'not-permitted'
  // a write is cancelled when its line goes away under it
  if (/ECONNRESET|ECANCELED|EPIPE|Input\/output error|EIO\b/i.test(message)) return 'unplugged'
  if (/ETIMEDOUT/i.test(message)) return 'silent'
  return 'failed'
}

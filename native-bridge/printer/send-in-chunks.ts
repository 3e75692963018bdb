import type { DeviceFault } from '../device/device.ts'
import type { Written } from '../device/keep-open.ts'

type Sent =
  | { readonly ok: true }
  | { readonly ok: false; readonly sent: number; readonly reason: DeviceFault; readonly detail: string }

/**
 * Sends bytes in chunks, each after the line took the one before: a printer that is slow holds the till back here, and one
 * that takes nothing shows. Ends at the first chunk that fails, and when `late` says so.
 */
export async function sendInChunks(
  bytes: Uint8Array,
  chunkBytes: number,
  write: (chunk: Uint8Array) => Promise<Written>,
  late: () => boolean,
): Promise<Sent> {
  for (let sent = 0; sent < bytes.length; sent += chunkBytes) {
    if (late()) return { ok: false, sent, reason: 'silent', detail: 'the job takes too long' }
    const written = await write(bytes.subarray(sent, sent + chunkBytes))
    if (!written.ok) return { ok: false, sent, reason: written.reason, detail: written.detail }
  }
  return { ok: true }
}

import type { Schedule } from '../device/device.ts'
import { LineError } from './line.ts'

/** How long a line may take to accept the bytes of one write, unless its options say otherwise. */
export const WRITE_LIMIT_MS = 10_000

/** Waits for `work` at most `limitMs`; then rejects with a {@link LineError} `silent` and no longer looks at it. */
export function within<T>(schedule: Schedule, limitMs: number, detail: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject: (error: Error) => void) => {
    const cancel = schedule(() => reject(new LineError('silent', detail)), limitMs)
    work.then(
      (value) => {
        cancel()
        resolve(value)
      },
      (error: unknown) => {
        cancel()
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}

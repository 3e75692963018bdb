import type { Result } from '../../core/result.ts'
import type { MethodInput, MethodName, MethodResult } from '../../engine/contract/contract.ts'

/** What a call came to: its result, or that the till died over it. */
export type Acted<T> = Result<T> | 'died'

/** A till that can be worked, in this process with simulated time or in its own with real time. */
export type DrivenTill = {
  /** Calls a method and waits until it is over. */
  readonly act: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<Acted<MethodResult<Name>>>
  /** Calls methods side by side, as a double press does, and waits for all. */
  readonly together: (calls: readonly (() => Promise<unknown>)[]) => Promise<void>
  /** The same call as `act` without waiting; only inside `together`. */
  readonly begin: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<Acted<MethodResult<Name>>>
  /** Lets time pass. */
  readonly pass: (durationMs: number) => Promise<void>
  readonly isDead: () => boolean
}

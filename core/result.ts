import type { RefusalCode } from './refusal-codes.ts'

/** A value that fills a placeholder of a message sentence. Amounts travel as integer fen under a name ending in `Fen`. */
export type RefusalParameter = string | number

/**
 * An expected failure: a code, what fills its sentence, and the journal or log entry that tells the cause.
 * The sentence itself is made where it is shown, from the message catalogue.
 */
export type Refusal = {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, RefusalParameter>>
  /** Identifier of the exchange, log row or crash report that explains it further. */
  readonly causeId?: string
}

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused = { readonly ok: false; readonly refusal: Refusal }

/** Every operation that can fail for an expected reason returns this instead of throwing. */
export type Result<T> = Ok<T> | Refused

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Makes a refusal. `causeId` is left out when there is none, so that a refusal stays plain data. */
export function refuse(
  code: RefusalCode,
  params: Readonly<Record<string, RefusalParameter>> = {},
  causeId?: string,
): Refused {
  return { ok: false, refusal: causeId === undefined ? { code, params } : { code, params, causeId } }
}

/** Thrown only for a broken promise of our own code: never for anything that a person or a device did. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws an {@link InvariantError} unless `condition` holds. For facts that must hold, never for input. */
export function invariant(condition: boolean, what: string): asserts condition {
  if (!condition) throw new InvariantError(what)
}

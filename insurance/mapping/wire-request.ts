import { ok, refuse, type Refused, type Result } from '../../core/result.ts'
import { formatYuan, type Fen } from '../../core/money/fen.ts'
import type { WireObject } from '../catalogue/exact-json.ts'

/** A request before it gets its envelope: the number and the `input` in the catalogue's own node names. */
export type WireRequest = { readonly infno: string; readonly input: WireObject }

/** Refuses a request that must not be sent: INSURANCE_REQUEST_INVALID {infno, where, problem}. */
export function requestInvalid(infno: string, field: string, problem: string): Refused {
  return refuse('INSURANCE_REQUEST_INVALID', { infno, where: field, problem })
}

/** Wraps a finished request. The generated type of `input` is checked where it is built. */
export function wireRequest(infno: string, input: WireObject): Result<WireRequest> {
  return ok({ infno, input })
}

/** An amount as the wire wants it: yuan, two decimals, never negative. */
export function wireAmount(infno: string, field: string, amount: Fen): Result<string> {
  return amount < 0 ? requestInvalid(infno, field, 'negative') : ok(formatYuan(amount))
}

/** `{name: value}` when there is a value, nothing else: an empty optional member is left out. */
export function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [key in Name]?: string } {
  // a computed key of type Name is widened to string, so the literal type is put back
  return value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [key in Name]?: string })
}

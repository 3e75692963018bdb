import type { z } from 'zod'
import type { RefusalCode } from '../../core/refusal-codes.ts'

/** Who is on the other end of a connection. Each connection has exactly one role, fixed by its token or port. */
export const ROLES = ['till', 'pharmacist', 'display', 'automation'] as const
export type Role = (typeof ROLES)[number]

/** One call of the contract: what goes in, what comes out, which refusals to expect, who may ask. */
export type MethodDefinition<Params extends z.ZodType, Output extends z.ZodType> = {
  readonly summary: string
  readonly params: Params
  readonly result: Output
  readonly errors: readonly RefusalCode[]
  /** True when the call only looks: it stores nothing and asks nobody. All others are acts and leave a row in the audit. */
  readonly reads: boolean
  readonly roles: readonly Role[]
}

/** Declares a method; only gives the literal types a place to be inferred from. */
export function method<Params extends z.ZodType, Output extends z.ZodType>(
  definition: MethodDefinition<Params, Output>,
): MethodDefinition<Params, Output> {
  return definition
}

/** The counter's own screen and programs that drive the till. */
export const AT_THE_TILL: readonly Role[] = ['till', 'automation']
/** Everybody who works in the shop: what they see may name a person. */
export const STAFF: readonly Role[] = ['till', 'pharmacist', 'automation']
/** Staff, and a page in front of customers: nothing that names a customer. */
export const EVERYBODY: readonly Role[] = ['till', 'pharmacist', 'display', 'automation']

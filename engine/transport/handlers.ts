import type { Result } from '../../core/result.ts'
import type { MethodName, MethodParams, MethodResult } from '../contract/contract.ts'

/** What answers one call; gets validated parameters, gives a value or a refusal. */
export type Handler<Name extends MethodName> = (
  params: MethodParams<Name>,
) => Result<MethodResult<Name>> | Promise<Result<MethodResult<Name>>>

/** One handler for every method of the contract; leaving one out does not compile. */
export type Handlers = { readonly [Name in MethodName]: Handler<Name> }

import type { RefusalCode } from '../../../core/refusal-codes.ts'
import type { Result } from '../../../core/result.ts'
import { inAct, type Act } from '../../../db/audit/act.ts'
import { endAct } from '../../../db/audit/recorder.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { operatorOnDuty } from '../../../db/shifts/shift-repository.ts'
import { METHODS, type MethodName, type MethodResult } from '../../contract/contract.ts'
import type { Handlers } from '../../transport/handlers.ts'
import { recordedParams, subjectOf } from './recorded-params.ts'

type Parts = { readonly db: WritableDb; readonly till: string }
type AnyHandler = (params: unknown) => Result<unknown> | Promise<Result<unknown>>

function beginAct({ db, till }: Parts, name: string, given: unknown): Act {
  const params = recordedParams(given)
  return {
    name,
    subject: subjectOf(params),
    params,
    operatorId: operatorOnDuty(db, till) ?? null,
    row: undefined,
    over: false,
  }
}

/** The code of a refusal. A refused scan is a normal answer of its call and carries its refusal inside. */
function refusedCode(name: MethodName, answer: Result<unknown>): RefusalCode | undefined {
  if (!answer.ok) return answer.refusal.code
  if (name !== 'scan.submit') return undefined
  // the name was compared just now, and the handlers of the contract keep their result types
  return (answer.value as MethodResult<'scan.submit'>).outcome.refusal?.code
}

function recorded(parts: Parts, name: MethodName, handler: AnyHandler): AnyHandler {
  return async (params) => {
    const act = beginAct(parts, name, params)
    let answer: Result<unknown>
    try {
      answer = await inAct(act, () => handler(params))
    } catch (error) {
      endFailed(parts.db, act, error)
      throw error
    }
    endAct(parts.db, act, refusedCode(name, answer))
    return answer
  }
}

/** A fault is an outcome, too; where not even that can be written down, both are told. */
function endFailed(db: WritableDb, act: Act, error: unknown): void {
  const outcome: RefusalCode = 'INTERNAL_ERROR'
  try {
    endAct(db, act, outcome)
  } catch (again) {
    throw new AggregateError([error, again], `${act.name} failed, and that cannot be recorded`)
  }
}

/**
 * The same handlers, each call that does not only read leaving its row in the audit: with the first transaction that it
 * commits, or at its end when it commits nothing. A call that was refused in the end says so in a row.
 */
export function recordActs(handlers: Handlers, parts: Parts): Handlers {
  const names = Object.keys(handlers) as MethodName[]
  const wrapped = names.map((name) => {
    // the pair of name and handler stays; TypeScript cannot correlate the union
    const handler = handlers[name] as AnyHandler
    return [name, METHODS[name].reads ? handler : recorded(parts, name, handler)]
  })
  return Object.fromEntries(wrapped) as Handlers
}

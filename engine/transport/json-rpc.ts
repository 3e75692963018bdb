import { z } from 'zod'
import type { Refusal, Result } from '../../core/result.ts'
import { refuse } from '../../core/result.ts'
import { METHODS, type MethodName } from '../contract/contract.ts'
import { mayHear } from '../contract/event-roles.ts'
import type { Role } from '../contract/method.ts'
import type { EventBus } from '../ports/event-bus.ts'
import type { Handlers } from './handlers.ts'

/** JSON-RPC 2.0 error codes; every refusal of ours travels under REFUSED with the refusal as `data`. */
const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602
const INTERNAL_ERROR = -32603
export const REFUSED = -32000

const requestSchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string().max(64), z.number()]).optional(),
  method: z.string().max(100),
  params: z.unknown().optional(),
})

type RpcId = string | number | null
export type RpcMessage =
  | { readonly jsonrpc: '2.0'; readonly id: RpcId; readonly result: unknown }
  | {
      readonly jsonrpc: '2.0'
      readonly id: RpcId
      readonly error: { readonly code: number; readonly message: string; readonly data?: Refusal }
    }
  | { readonly jsonrpc: '2.0'; readonly method: string; readonly params: unknown }

/** One client on one connection. */
export type RpcConnection = {
  /** Takes one decoded message; never throws, never rejects. */
  readonly receive: (message: unknown) => Promise<void>
  readonly close: () => void
}

export type RpcServer = {
  readonly connect: (role: Role, send: (message: RpcMessage) => void) => RpcConnection
}

/** Reports a bug: something threw that should have been a refusal. Returns an id that the refusal carries as its cause. */
export type FaultReporter = (where: string, error: unknown) => string

const isMethodName = (name: string): name is MethodName => Object.hasOwn(METHODS, name)

/**
 * The contract over any transport that carries JSON values. Parameters are validated where they arrive; refusals go
 * back as error −32000 with the refusal in `data`; events go out as notifications named after the event.
 */
export function createRpcServer(handlers: Handlers, events: EventBus, reportFault: FaultReporter): RpcServer {
  const call = async (name: MethodName, params: unknown): Promise<Result<unknown>> => {
    try {
      // the pair handler/params is checked by name above; TypeScript cannot correlate the union
      const handler = handlers[name] as (params: unknown) => Promise<Result<unknown>> | Result<unknown>
      return await handler(params)
    } catch (error) {
      return refuse('INTERNAL_ERROR', { method: name }, reportFault(name, error))
    }
  }

  const answer = async (role: Role, message: unknown): Promise<RpcMessage | undefined> => {
    const request = requestSchema.safeParse(message)
    if (!request.success) return rpcError(null, INVALID_REQUEST, 'not a JSON-RPC 2.0 request', 'CALL_INVALID')
    const id = request.data.id ?? null
    const name = request.data.method
    if (!isMethodName(name))
      return rpcError(id, METHOD_NOT_FOUND, 'unknown method', 'CALL_UNKNOWN', { method: name })
    const definition = METHODS[name]
    if (!definition.roles.includes(role)) {
      return rpcError(id, REFUSED, 'not allowed', 'CALL_NOT_ALLOWED', { method: name, role })
    }
    const params = definition.params.safeParse(request.data.params ?? {})
    if (!params.success) {
      const where = params.error.issues.map((issue) => issue.path.join('.') || '(params)').join(', ')
      return rpcError(id, INVALID_PARAMS, 'invalid parameters', 'CALL_INVALID', { method: name, where })
    }
    const result = await call(name, params.data)
    if (request.data.id === undefined) return undefined
    if (result.ok) return { jsonrpc: '2.0', id, result: result.value }
    const code = result.refusal.code === 'INTERNAL_ERROR' ? INTERNAL_ERROR : REFUSED
    return { jsonrpc: '2.0', id, error: { code, message: result.refusal.code, data: result.refusal } }
  }

  return {
    connect: (role, send) => {
      let open = true
      const unsubscribe = events.subscribe((name, payload) => {
        if (mayHear(role, name)) send({ jsonrpc: '2.0', method: name, params: payload })
      })
      return {
        receive: async (message) => {
          const reply = await answer(role, message)
          if (open && reply !== undefined) send(reply)
        },
        close: () => {
          open = false
          unsubscribe()
        },
      }
    },
  }
}

function rpcError(
  id: RpcId,
  code: number,
  message: string,
  refusalCode: Refusal['code'],
  params: Refusal['params'] = {},
): RpcMessage {
  return { jsonrpc: '2.0', id, error: { code, message, data: { code: refusalCode, params } } }
}

/** The reply to bytes that are not JSON at all. */
export function unreadableMessage(): RpcMessage {
  return rpcError(null, PARSE_ERROR, 'not JSON', 'CALL_INVALID')
}

import { WebSocket } from 'ws'
import { z } from 'zod'
import { REFUSAL_CODES } from '../../core/refusal-codes.ts'
import type { Refusal } from '../../core/result.ts'
import {
  EVENTS,
  METHODS,
  type EventName,
  type EventPayload,
  type MethodInput,
  type MethodName,
  type MethodResult,
} from '../contract/contract.ts'
import { frameText } from '../transport/frame-text.ts'

/** A call that the engine refused, with the refusal as data. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused'
  readonly refusal: Refusal
  constructor(method: string, refusal: Refusal) {
    super(`${method}: ${refusal.code} ${JSON.stringify(refusal.params)}`)
    this.refusal = refusal
  }
}

/** A program's connection to a running engine. */
export type EngineClient = {
  /** Calls a method; rejects with {@link CallRefused}, or an Error when the connection is lost. */
  readonly call: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<MethodResult<Name>>
  readonly on: <Name extends EventName>(event: Name, listener: (payload: EventPayload<Name>) => void) => void
  readonly close: () => void
}

const refusalSchema = z.object({
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  causeId: z.string().optional(),
})

const replySchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string(), data: refusalSchema.optional() }).optional(),
})
const notificationSchema = z.object({ method: z.string(), params: z.unknown() })

type Waiting = {
  readonly method: MethodName
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Connects to an engine that was started with `--transport ws`. `url` and `token` are from its ready line. */
export async function connectEngine(url: string, token: string): Promise<EngineClient> {
  const socket = new WebSocket(url, ['till-rpc', token])
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, ((payload: unknown) => void)[]>()
  let nextId = 1
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  socket.on('message', (data) => {
    // the engine is our own program: what does not fit its contract is a bug and may throw
    const message: unknown = JSON.parse(frameText(data))
    const reply = replySchema.safeParse(message)
    if (reply.success) settle(waiting, reply.data)
    else notify(listeners, notificationSchema.parse(message))
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    for (const entry of waiting.values()) entry.reject(new Error('the engine closed the connection'))
    waiting.clear()
  })
  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) {
          reject(new Error('not connected to the engine'))
          return
        }
        const id = nextId++
        // the result is parsed with the method's own schema before it gets here
        waiting.set(id, { method, resolve: resolve as (value: unknown) => void, reject })
        socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
      }),
    on: (event, listener) => {
      const known = listeners.get(event) ?? []
      // the payload is parsed with the event's own schema before it gets here
      listeners.set(event, [...known, listener as (payload: unknown) => void])
    },
    close: () => socket.close(),
  }
}

function settle(waiting: Map<number, Waiting>, reply: z.infer<typeof replySchema>): void {
  const entry = waiting.get(reply.id)
  if (entry === undefined) return
  waiting.delete(reply.id)
  if (reply.error === undefined) {
    const result = METHODS[entry.method].result.safeParse(reply.result)
    if (result.success) entry.resolve(result.data)
    else entry.reject(new Error(`${entry.method}: the answer breaks the contract: ${result.error.message}`))
    return
  }
  const { data, message } = reply.error
  entry.reject(
    data === undefined ? new Error(message) : new CallRefused(entry.method, withoutUndefined(data)),
  )
}

function withoutUndefined(data: z.infer<typeof refusalSchema>): Refusal {
  const { code, params, causeId } = data
  return causeId === undefined ? { code, params } : { code, params, causeId }
}

const isEventName = (name: string): name is EventName => Object.hasOwn(EVENTS, name)

function notify(
  listeners: Map<string, ((payload: unknown) => void)[]>,
  notification: z.infer<typeof notificationSchema>,
): void {
  if (!isEventName(notification.method)) return
  const payload = EVENTS[notification.method].parse(notification.params)
  for (const listener of listeners.get(notification.method) ?? []) listener(payload)
}

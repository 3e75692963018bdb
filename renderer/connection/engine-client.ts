import { z } from 'zod'
import { refusalSchema, type RefusalView } from '../../engine/contract/common.ts'
import {
  EVENTS,
  METHODS,
  type EventName,
  type EventPayload,
  type MethodInput,
  type MethodName,
  type MethodResult,
} from '../../engine/contract/contract.ts'
import type { Line, StartLine } from './line.ts'

/**
 * Why a call gave no value. `refused`: the engine said no, with its reason. `lost`: the way to the engine broke, and
 * whether the call was carried out is not known. `unreadable`: the answer breaks the contract.
 */
export type CallProblem =
  | { readonly kind: 'refused'; readonly refusal: RefusalView }
  | { readonly kind: 'lost' }
  | { readonly kind: 'unreadable'; readonly method: MethodName; readonly where: string }

export type CallOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: CallProblem }

export type EngineClient = {
  /** Calls a method of the contract. Never throws, never rejects. */
  readonly call: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<CallOutcome<MethodResult<Name>>>
  readonly on: <Name extends EventName>(event: Name, listener: (payload: EventPayload<Name>) => void) => void
  /** Told whenever the way to the engine opens or breaks. */
  readonly onConnection: (listener: (connected: boolean) => void) => void
  /** Begins; register listeners first. Returns what ends the connection for good. */
  readonly start: () => () => void
}

const replySchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string(), data: refusalSchema.optional() }).optional(),
})
const notificationSchema = z.object({ jsonrpc: z.literal('2.0'), method: z.string(), params: z.unknown() })

type Reply = z.output<typeof replySchema>
type Waiting = { readonly method: MethodName; readonly settle: (outcome: CallOutcome<unknown>) => void }

const LOST: CallOutcome<never> = { ok: false, problem: { kind: 'lost' } }

const isEventName = (name: string): name is EventName => Object.hasOwn(EVENTS, name)

function whereOf(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.map(String).join('.') || '-').join(', ')
}

function outcomeOf(method: MethodName, reply: Reply): CallOutcome<unknown> {
  if (reply.error === undefined) {
    const result = METHODS[method].result.safeParse(reply.result)
    if (result.success) return { ok: true, value: result.data }
    return { ok: false, problem: { kind: 'unreadable', method, where: whereOf(result.error) } }
  }
  const { data, message } = reply.error
  if (data === undefined) return { ok: false, problem: { kind: 'unreadable', method, where: message } }
  return { ok: false, problem: { kind: 'refused', refusal: data } }
}

/**
 * The contract over any line, as JSON-RPC 2.0. Everything that arrives is checked against the contract's schemas;
 * events that break it are dropped, because a later one carries the whole view again.
 */
export function createEngineClient(startLine: StartLine): EngineClient {
  const waiting = new Map<number, Waiting>()
  const eventListeners = new Map<EventName, ((payload: unknown) => void)[]>()
  const connectionListeners: ((connected: boolean) => void)[] = []
  let line: Line | undefined
  let nextId = 1

  const loseAll = (): void => {
    line = undefined
    const lost = [...waiting.values()]
    waiting.clear()
    for (const entry of lost) entry.settle(LOST)
    for (const listener of connectionListeners) listener(false)
  }

  const receive = (message: unknown): void => {
    const reply = replySchema.safeParse(message)
    if (reply.success) {
      const entry = waiting.get(reply.data.id)
      waiting.delete(reply.data.id)
      entry?.settle(outcomeOf(entry.method, reply.data))
      return
    }
    const notification = notificationSchema.safeParse(message)
    if (!notification.success || !isEventName(notification.data.method)) return
    const payload = EVENTS[notification.data.method].safeParse(notification.data.params)
    if (!payload.success) return
    for (const listener of eventListeners.get(notification.data.method) ?? []) listener(payload.data)
  }

  return {
    call: (method, params) =>
      new Promise((resolve) => {
        if (line === undefined) {
          resolve(LOST)
          return
        }
        const id = nextId++
        // the value was parsed with this method's own schema; TypeScript cannot correlate the union
        waiting.set(id, { method, settle: resolve as Waiting['settle'] })
        line.send({ jsonrpc: '2.0', id, method, params })
      }),
    on: (event, listener) => {
      const known = eventListeners.get(event) ?? []
      // the payload was parsed with this event's own schema
      eventListeners.set(event, [...known, listener as (payload: unknown) => void])
    },
    onConnection: (listener) => {
      connectionListeners.push(listener)
    },
    start: () =>
      startLine({
        onOpen: (opened) => {
          line = opened
          for (const listener of connectionListeners) listener(true)
        },
        onMessage: receive,
        onLost: loseAll,
      }),
  }
}

import type { PageRole } from '../shared/channels.ts'

/** What an engine in a child process is told; `connection` numbers the channels of the window. */
export type ToEngine =
  | { readonly type: 'connect'; readonly connection: number; readonly role: PageRole }
  | { readonly type: 'rpc'; readonly connection: number; readonly message: unknown }
  | { readonly type: 'disconnect'; readonly connection: number }

type FromEngine = { readonly type: 'rpc'; readonly connection: number; readonly message: unknown }

/** What the page behind a new port is. One that does not say so gets the least. */
export function roleOf(message: unknown): PageRole {
  const isTill =
    typeof message === 'object' && message !== null && 'role' in message && message.role === 'till'
  return isTill ? 'till' : 'display'
}

/** Whether the engine says that it takes connections. */
export function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
}

/** A message for one connection, or undefined when it is something else. */
export function rpcFrameOf(frame: unknown): FromEngine | undefined {
  if (typeof frame !== 'object' || frame === null) return undefined
  if (!('type' in frame) || !('connection' in frame) || !('message' in frame)) return undefined
  const { type, connection, message } = frame
  return type === 'rpc' && typeof connection === 'number' ? { type, connection, message } : undefined
}

import { z } from 'zod'
import { ROLES } from '../contract/method.ts'
import type { RpcConnection, RpcServer } from './json-rpc.ts'

/** The part of a MessagePort that is used; Electron's `MessagePortMain` and Node's fit. */
export type PortLike = {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { data: unknown }) => void) => void
  readonly start: () => void
}

const connectSchema = z.object({
  type: z.literal('connect'),
  role: z.enum(ROLES),
  connection: z.int().optional(),
})
const frameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connect'), connection: z.int(), role: z.enum(ROLES) }),
  z.object({ type: z.literal('rpc'), connection: z.int(), message: z.unknown() }),
  z.object({ type: z.literal('disconnect'), connection: z.int() }),
])

/** Electron's `process.parentPort` inside a utilityProcess. */
type ParentPort = {
  readonly on: (
    event: 'message',
    listener: (event: { data: unknown; ports: readonly PortLike[] }) => void,
  ) => void
  readonly postMessage: (message: unknown) => void
}

function parentPortOf(candidate: unknown): ParentPort | undefined {
  // Electron adds the property to `process`; Node's types do not know it
  const holder = candidate as { parentPort?: ParentPort | null }
  return holder.parentPort ?? undefined
}

/**
 * Serves the contract to the desktop shell: over MessagePorts inside an Electron utilityProcess, or, where the engine
 * runs as a child of the shell on its own Node, over the child's IPC channel with numbered connections.
 * Returns false when the process has neither.
 */
export function servePorts(server: RpcServer, onDisconnected: () => void): boolean {
  const parentPort = parentPortOf(process)
  if (parentPort !== undefined) {
    parentPort.on('message', (event) => {
      const connect = connectSchema.safeParse(event.data)
      const port = event.ports[0]
      if (!connect.success || port === undefined) return
      const connection = server.connect(connect.data.role, (message) => port.postMessage(message))
      port.on('message', (incoming) => void connection.receive(incoming.data))
      port.start()
    })
    parentPort.postMessage({ type: 'ready' })
    return true
  }
  if (process.send === undefined) return false
  serveChildProcess(server, onDisconnected)
  return true
}

function serveChildProcess(server: RpcServer, onDisconnected: () => void): void {
  const connections = new Map<number, RpcConnection>()
  const send = (frame: unknown): void => {
    // a shell that is gone has no use for the message; `disconnect` follows
    if (process.connected) process.send?.(frame)
  }
  process.on('message', (incoming: unknown) => {
    const frame = frameSchema.safeParse(incoming)
    if (!frame.success) return
    const { connection } = frame.data
    switch (frame.data.type) {
      case 'connect':
        connections.get(connection)?.close()
        connections.set(
          connection,
          server.connect(frame.data.role, (message) => send({ type: 'rpc', connection, message })),
        )
        return
      case 'rpc':
        void connections.get(connection)?.receive(frame.data.message)
        return
      case 'disconnect':
        connections.get(connection)?.close()
        connections.delete(connection)
    }
  })
  process.on('disconnect', onDisconnected)
  send({ type: 'ready' })
}

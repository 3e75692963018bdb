import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ControlMessage, Seen, ServerMessage } from './faulty-server.ts'

export type FaultyServer = {
  readonly port: number
  readonly resetPort: number
  readonly silentPort: number
  readonly pid: number
  /** Everything that reached it so far. */
  readonly seen: () => Promise<Seen>
  /** Lets the answers go that were held back. */
  readonly release: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the faulty server in a process of its own; `answer` is what it answers, with `{{members}}` of the request. */
export async function startFaultyServer(answer?: string): Promise<FaultyServer> {
  const args = answer === undefined ? [] : [answer]
  const child = fork(fileURLToPath(new URL('./faulty-server.ts', import.meta.url)), args, { execArgv: [] })
  const next = async <Kind extends ServerMessage['kind']>(
    kind: Kind,
  ): Promise<Extract<ServerMessage, { kind: Kind }>> => {
    for (;;) {
      // the process sends nothing but these messages
      const [message] = (await once(child, 'message')) as [ServerMessage]
      if (message.kind === kind) return message as Extract<ServerMessage, { kind: Kind }>
    }
  }
  const ask = (message: ControlMessage): void => void child.send(message)
  const { port, resetPort, silentPort } = await next('listening')
  return {
    port,
    resetPort,
    silentPort,
    pid: child.pid ?? 0,
    seen: async () => {
      ask({ kind: 'seen' })
      return (await next('seen')).seen
    },
    release: async () => {
      ask({ kind: 'release' })
      await next('released')
    },
    stop: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

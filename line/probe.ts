import { openSocket, type SocketTarget } from './open-socket.ts'

/** Whether a host takes connections, and how long it took in milliseconds. */
export type Probe =
  | { readonly reachable: true; readonly connectMs: number }
  | { readonly reachable: false; readonly reason: string }

/** Connects to the host and hangs up; sends nothing. */
export function probeHost(target: SocketTarget, limitMs: number): Promise<Probe> {
  const { promise, resolve } = Promise.withResolvers<Probe>()
  const began = performance.now()
  const socket = openSocket(
    { ...target, secure: false },
    () => {
      resolve({ reachable: true, connectMs: performance.now() - began })
      socket.destroy()
    },
    (error) => resolve({ reachable: false, reason: 'code' in error ? String(error.code) : error.name }),
  )
  const timer = setTimeout(() => {
    resolve({ reachable: false, reason: 'timeout' })
    socket.destroy()
  }, limitMs)
  return promise.finally(() => clearTimeout(timer))
}

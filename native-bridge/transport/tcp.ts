import { createConnection, type Socket } from 'node:net'
import type { DeviceFault } from '../device/device.ts'
import { faultOf } from './fault-of.ts'
import { LineError, type Connect, type Line, type LineHooks, type Opening } from './line.ts'
import { within, WRITE_LIMIT_MS } from './within.ts'

/** A device on the network; printers listen on 9100. */
export type TcpOptions = {
  readonly host: string
  readonly port?: number
  /** How long connecting may take; 3 s. */
  readonly connectLimitMs?: number
  /** How long a write may take; 10 s. */
  readonly writeLimitMs?: number
}

/** Idle time after which the system asks whether the other end still lives. */
const KEEP_ALIVE_MS = 10_000

function writing(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject: (error: LineError) => void) => {
    if (!socket.writable) return reject(new LineError('unplugged', 'connection closed'))
    // a copy: the socket keeps what it cannot send yet, and the caller may use its array again
    socket.write(Buffer.from(bytes), (error) => {
      if (error == null) resolve()
      else reject(new LineError(faultOf(error.message), error.message))
    })
  })
}

function watch(socket: Socket, options: TcpOptions, hooks: LineHooks): Line {
  let over = false
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const finish = (): Promise<void> => {
    over = true
    socket.destroy()
    return closed
  }
  const lost = (reason: DeviceFault, detail: string): void => {
    if (!over) void finish().then(() => hooks.onLost(reason, detail))
  }
  socket.on('data', (bytes: Buffer) => {
    if (!over) hooks.onBytes(bytes)
  })
  socket.on('end', () => lost('unplugged', 'closed by the other end'))
  socket.on('error', (error) => lost(faultOf(error.message), error.message))
  socket.on('close', () => lost('unplugged', 'connection closed'))
  const limitMs = options.writeLimitMs ?? WRITE_LIMIT_MS
  return {
    write: (bytes) => within(hooks.schedule, limitMs, 'the device takes no bytes', writing(socket, bytes)),
    close: finish,
  }
}

/** Connects to a device on the network. */
export function openTcp(options: TcpOptions): Connect {
  return (hooks) =>
    new Promise<Opening>((resolve) => {
      const socket = createConnection({ host: options.host, port: options.port ?? 9100, noDelay: true })
      const cancel = hooks.schedule(
        () => refused('silent', 'no answer to the connection'),
        options.connectLimitMs ?? 3_000,
      )
      const onError = (error: Error): void => refused(faultOf(error.message), error.message)
      const refused = (reason: DeviceFault, detail: string): void => {
        cancel()
        socket.destroy()
        resolve({ ok: false, reason, detail })
      }
      socket.once('error', onError)
      socket.once('connect', () => {
        cancel()
        socket.off('error', onError)
        socket.setKeepAlive(true, KEEP_ALIVE_MS)
        resolve({ ok: true, line: watch(socket, options, hooks) })
      })
    })
}

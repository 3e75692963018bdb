import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PrinterTwin } from './printer-twin.ts'

/** Where the till finds a printer, and how the cable is pulled. */
export type PluggedPrinter = { readonly path: string; readonly unplug: () => Promise<void> }

const READY_WITHIN_MS = 10_000

/** Plugs a printer into a pseudo terminal `printer` in `folder`: the same name at every call, as a USB port's is. */
export async function plugPrinterIn(folder: string, twin: PrinterTwin): Promise<PluggedPrinter> {
  const path = join(folder, 'printer')
  // the till may close and open the port: that is no end for the printer
  const socat = spawn('socat', [`pty,raw,echo=0,link=${path},ignoreeof`, 'stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const gone = once(socat, 'exit')
  // what is written to a pulled cable is lost, as on a real one
  socat.stdin.on('error', () => undefined)
  const deadline = performance.now() + READY_WITHIN_MS
  while (!existsSync(path)) {
    if (socat.exitCode !== null) throw new Error(`socat ended with ${socat.exitCode}`)
    if (performance.now() > deadline) throw new Error('socat made no pseudo terminal')
    await pause(5)
  }
  void twin.plugInto(socat.stdout, socat.stdin)
  return {
    path,
    unplug: async () => {
      twin.pullOut()
      socat.kill()
      await gone
    },
  }
}

/** A printer on the network. */
export type ListeningPrinter = {
  readonly port: number
  /** Resets every connection, as a printer that is switched off does. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/** Lets a printer listen on loopback; `port` 0 takes a free one. */
export async function listenAsPrinter(twin: PrinterTwin, port = 0): Promise<ListeningPrinter> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    void twin.plugInto(socket, socket)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const reset = (): void => {
    twin.pullOut()
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: address.port,
    reset,
    close: async () => {
      reset()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { HidBus, HidHandle } from '../native-bridge/transport/hid-bus.ts'
import {
  createLineCutter,
  hexOf,
  lineOf,
  readQuestion,
  reportOf,
  type HidBusAnswer,
  type HidBusNews,
  type HidBusQuestion,
} from '../native-bridge/transport/hid-bus-protocol.ts'

/** A bus that a till reaches over a port of this machine. */
export type ServedHidBus = {
  readonly port: number
  /** Closes the port and every connection. */
  readonly close: () => Promise<void>
}

/** What one connection has open, and how it answers. */
function createSession(bus: HidBus, say: (said: HidBusAnswer | HidBusNews) => void) {
  let handle: HidHandle | undefined
  const opened = (): HidHandle => {
    if (handle === undefined) throw new Error('nothing is open')
    return handle
  }
  const open = async (path: string): Promise<void> => {
    if (handle !== undefined) throw new Error('something is open already')
    handle = await bus.open(path)
  }
  const listener = {
    onReport: (report: Uint8Array): void => say({ report: hexOf(report) }),
    onGone: (detail: string): void => say({ gone: detail }),
  }
  const answer = async (question: HidBusQuestion): Promise<HidBusAnswer> => {
    if ('list' in question) return { devices: await bus.list() }
    if ('open' in question) await open(question.open)
    else if ('listen' in question) opened().listen(listener)
    else if ('write' in question) await opened().write(reportOf(question.write))
    else await opened().sendFeatureReport(reportOf(question.feature))
    return { done: true }
  }
  return {
    take: async (question: HidBusQuestion): Promise<void> => {
      try {
        say(await answer(question))
      } catch (error) {
        say({ error: error instanceof Error ? error.message : String(error) })
      }
    },
    // an error while closing means that the device is gone, which is what was wanted
    end: async (): Promise<void> => handle?.close().catch(() => undefined),
  }
}

function serveOne(bus: HidBus, socket: Socket): void {
  const session = createSession(bus, (said) => {
    if (socket.writable) socket.write(lineOf(said))
  })
  // one after the other: answers come in the order of the questions
  let turn = Promise.resolve()
  const cutter = createLineCutter((line) => {
    const question = readQuestion(line)
    if (question === undefined) socket.destroy()
    else turn = turn.then(() => session.take(question))
  })
  socket.setEncoding('utf8')
  socket.setNoDelay(true)
  socket.on('data', (text: string) => {
    if (!cutter.push(text)) socket.destroy()
  })
  // a till that went away leaves its device free
  socket.on('error', () => undefined)
  socket.on('close', () => {
    turn = turn.then(session.end)
  })
}

/** Serves a bus on 127.0.0.1 at a port of the system's choice. */
export async function serveHidBus(bus: HidBus): Promise<ServedHidBus> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serveOne(bus, socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

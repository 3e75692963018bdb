/**
 * Stands in the engine's place in a utility process and runs the real engine as a child on another Node:
 *
 *   engine-bridge NODE ENTRY [arguments…]
 *
 * For an Electron that is older than the product's and has a Node inside that cannot run the engine. The shell sees no
 * difference. It is a process of its own, and not a part of the shell, because a child of Node inherits whatever
 * Chromium has open at that moment: with the line to a page the shell would never hear of that page's death.
 */
import { spawn } from 'node:child_process'
import type { MessagePortMain, ParentPort } from 'electron'
import type { PageRole } from '../shared/channels.ts'
import { isReadyMessage, roleOf, rpcFrameOf, type ToEngine } from './frames.ts'

const [node = '', ...args] = process.argv.slice(2)
const shell: ParentPort = process.parentPort
const engine = spawn(node, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
const ports = new Map<number, MessagePortMain>()
let lastConnection = 0

function send(frame: ToEngine): void {
  // an engine that is gone needs no words; its exit ends this process
  if (engine.connected) engine.send(frame)
}

function connect(port: MessagePortMain, role: PageRole): void {
  lastConnection += 1
  const connection = lastConnection
  ports.set(connection, port)
  send({ type: 'connect', connection, role })
  port.on('message', (event) => send({ type: 'rpc', connection, message: event.data }))
  port.on('close', () => {
    ports.delete(connection)
    send({ type: 'disconnect', connection })
  })
  port.start()
}

shell.on('message', (event) => {
  const port = event.ports[0]
  if (port !== undefined) connect(port, roleOf(event.data))
})
engine.on('message', (frame: unknown) => {
  if (isReadyMessage(frame)) shell.postMessage({ type: 'ready' })
  const rpc = rpcFrameOf(frame)
  if (rpc !== undefined) ports.get(rpc.connection)?.postMessage(rpc.message)
})
engine.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
/** What shells give for a program that a signal ended. */
const ENDED_BY_SIGNAL = 128
engine.on('exit', (code) => process.exit(code ?? ENDED_BY_SIGNAL))
process.on('SIGTERM', () => engine.kill('SIGTERM'))

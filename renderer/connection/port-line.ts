import type { StartLine } from './line.ts'

/** The type of the window message with which the desktop shell hands over a port. */
const PORT_MESSAGE = 'till-engine-port'

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PORT_MESSAGE
}

/**
 * The engine over the MessagePort that the desktop shell's preload posts to this window. A new port replaces the old
 * one: the engine was restarted, and what was under way on the old port is lost.
 */
export function portLine(target: Window): StartLine {
  return (events) => {
    let current: MessagePort | undefined

    const lose = (port: MessagePort): void => {
      if (current !== port) return
      current = undefined
      port.close()
      events.onLost()
    }

    const onMessage = (event: MessageEvent<unknown>): void => {
      // only the preload script shares this window; frames and other windows do not
      if (event.source !== target || !isPortMessage(event.data)) return
      const port = event.ports[0]
      if (port === undefined) return
      if (current !== undefined) lose(current)
      current = port
      port.addEventListener('message', (incoming: MessageEvent<unknown>) => {
        if (current === port) events.onMessage(incoming.data)
      })
      port.addEventListener('close', () => lose(port))
      port.start()
      events.onOpen({ send: (message) => port.postMessage(message) })
    }

    target.addEventListener('message', onMessage)
    return () => {
      target.removeEventListener('message', onMessage)
      const port = current
      current = undefined
      port?.close()
    }
  }
}

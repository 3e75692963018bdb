import '../shell/till-shell.ts'
import type { StartLine } from './line.ts'
import { portLine } from './port-line.ts'
import { engineAddressOf, webSocketLine } from './websocket-line.ts'

/** The way to the engine that this page has: the desktop shell's port, else the WebSocket of whoever served the page. */
export function findLine(page: Window): StartLine | undefined {
  if (page.tillShell !== undefined) return portLine(page)
  const address = engineAddressOf(page.location)
  return address === undefined ? undefined : webSocketLine(address)
}

import { ipcMain, MessageChannelMain, type BrowserWindow } from 'electron'
import { ENGINE_PORT, PAGE_READY, type PageRole } from '../shared/channels.ts'
import type { EngineProcess } from './engine/engine-process.ts'
import { isFromPage } from './hardening.ts'

/** A window that is to be connected to the engine, under a role that its page cannot choose. */
export type Seat = { readonly window: BrowserWindow; readonly role: PageRole; readonly url: string }

export type PortBroker = {
  readonly add: (seat: Seat) => void
  /** An engine takes connections: every page that waits gets its port. */
  readonly engineReady: (engine: EngineProcess) => void
}

/**
 * Brings pages and the engine together: a fresh channel whenever a page has loaded and whenever the engine has started.
 * What travels over it is none of the shell's business.
 */
export function brokerPorts(currentEngine: () => EngineProcess | undefined): PortBroker {
  const seats = new Map<Seat, { listens: boolean }>()
  let announced = false
  const connect = (seat: Seat, engine: EngineProcess): void => {
    const { port1, port2 } = new MessageChannelMain()
    engine.connect(port2, seat.role)
    seat.window.webContents.postMessage(ENGINE_PORT, null, [port1])
    // for whoever started the shell: the till's page and the engine have met
    if (!announced && seat.role === 'till') {
      process.stdout.write('{"ready":true}\n')
      announced = true
    }
  }
  ipcMain.on(PAGE_READY, (event) => {
    for (const [seat, page] of seats) {
      const { window, url } = seat
      if (window.isDestroyed() || !isFromPage(event.senderFrame, window.webContents, url)) continue
      page.listens = true
      const engine = currentEngine()
      if (engine !== undefined) connect(seat, engine)
    }
  })
  return {
    add: (seat) => {
      const page = { listens: false }
      seats.set(seat, page)
      seat.window.webContents.on('did-start-navigation', (details) => {
        if (details.isMainFrame && !details.isSameDocument) page.listens = false
      })
      seat.window.once('closed', () => seats.delete(seat))
    },
    engineReady: (engine) => {
      for (const [seat, page] of seats) {
        if (page.listens && !seat.window.isDestroyed()) connect(seat, engine)
      }
    },
  }
}

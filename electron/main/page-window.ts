import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'

/** How long to wait before a page whose process is gone is loaded again. */
const RELOAD_MS = 500

/** Opens a window on one of our pages, as closed as a window can be, and keeps the page alive. */
export function openPageWindow(url: string, looks: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...looks,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // a till in the background still shows what a colleague scanned
      backgroundThrottling: false,
    },
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    process.stderr.write(`page process gone: ${details.reason}\n`)
    setTimeout(() => {
      if (!window.isDestroyed()) load(window, url)
    }, RELOAD_MS)
  })
  load(window, url)
  return window
}

function load(window: BrowserWindow, url: string): void {
  window.loadURL(url).catch((error: unknown) => {
    process.stderr.write(`page not loaded: ${error instanceof Error ? error.message : String(error)}\n`)
  })
}

import { contextBridge, ipcRenderer } from 'electron'
import {
  ENGINE_PORT,
  PAGE_ORIGIN,
  PAGE_PORT_MESSAGE,
  PAGE_READY,
  PRINT_PAGE,
  SAVE_REPORT,
} from '../shared/channels.ts'

/** All that the page can see of the shell, and all that it can ask of it; the shell checks what it is given. */
contextBridge.exposeInMainWorld('tillShell', {
  kind: 'electron',
  versions: { electron: process.versions['electron'], chrome: process.versions['chrome'] },
  saveReport: (fileName: unknown, text: unknown): Promise<unknown> =>
    ipcRenderer.invoke(SAVE_REPORT, fileName, text),
  printPage: (): Promise<unknown> => ipcRenderer.invoke(PRINT_PAGE),
})

ipcRenderer.on(ENGINE_PORT, (event) => {
  // the port is the key to the till: it goes to our own page or to nobody
  if (window.location.origin !== PAGE_ORIGIN) return
  window.postMessage({ type: PAGE_PORT_MESSAGE }, PAGE_ORIGIN, [...event.ports])
})

// module scripts have run by then, so the page listens for its port
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(PAGE_READY))

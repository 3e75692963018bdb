import type { BrowserWindow } from 'electron'
import { PAGE_URL } from '../shared/channels.ts'
import { openPageWindow } from './page-window.ts'

/** Opens the window of the till. */
export function openTillWindow(): BrowserWindow {
  const window = openPageWindow(PAGE_URL, {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 680,
    title: '收银台',
  })
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  return window
}

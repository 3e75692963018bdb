import { screen, type BrowserWindow } from 'electron'
import { DISPLAY_URL } from '../shared/channels.ts'
import { openPageWindow } from './page-window.ts'
import { customerPlace, type CustomerDisplayMode, type CustomerPlace } from './second-screen.ts'

/**
 * Keeps the customer's page on the other screen for as long as there is one: opens it, follows a screen that comes or
 * goes, and ends with the till's window. `onOpened` gets every window that is opened.
 */
export function keepCustomerWindow(
  till: BrowserWindow,
  mode: CustomerDisplayMode,
  onOpened: (window: BrowserWindow) => void,
): void {
  let window: BrowserWindow | undefined
  const place = (): void => {
    if (till.isDestroyed()) return
    const tillScreen = screen.getDisplayMatching(till.getBounds()).id
    const wanted = customerPlace(mode, screen.getAllDisplays(), tillScreen)
    if (wanted.kind === 'none') {
      window?.destroy()
      window = undefined
      return
    }
    if (window === undefined || window.isDestroyed()) {
      window = open(wanted)
      onOpened(window)
    } else if (wanted.kind === 'screen') fill(window, wanted.bounds)
  }
  till.once('show', place)
  screen.on('display-added', place)
  screen.on('display-removed', place)
  till.once('closed', () => {
    screen.off('display-added', place)
    screen.off('display-removed', place)
    window?.destroy()
  })
}

function open(place: Exclude<CustomerPlace, { kind: 'none' }>): BrowserWindow {
  const onScreen = place.kind === 'screen'
  const size = onScreen ? place.bounds : { width: 1024, height: 600 }
  const window = openPageWindow(DISPLAY_URL, {
    ...size,
    title: '顾客屏',
    frame: !onScreen,
    // the keyboard stays with the till
    focusable: false,
    skipTaskbar: true,
  })
  window.once('ready-to-show', () => {
    window.showInactive()
    if (onScreen) fill(window, place.bounds)
  })
  return window
}

function fill(window: BrowserWindow, bounds: { x: number; y: number; width: number; height: number }): void {
  window.setFullScreen(false)
  window.setBounds(bounds)
  window.setFullScreen(true)
}

import { app, type Session, type WebContents, type WebFrameMain } from 'electron'
import { DISPLAY_URL, PAGE_ORIGIN, PAGE_URL } from '../shared/channels.ts'

/** Must run before the app is ready: the browser inside the shell talks to nobody on its own account. */
export function quietNetwork(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
}

/** Closes every door of a session: permissions, devices, downloads, and all requests but the page's own. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url) })
  })
}

function isAllowedRequest(url: string): boolean {
  // the developer tools load themselves; the packaged product has none
  const allowed = app.isPackaged ? [`${PAGE_ORIGIN}/`, 'data:'] : [`${PAGE_ORIGIN}/`, 'data:', 'devtools:']
  return allowed.some((start) => url.startsWith(start))
}

const OUR_PAGES: ReadonlySet<string> = new Set([PAGE_URL, DISPLAY_URL])

/** Keeps every window where it is: no navigation away, no new windows, no embedded pages. */
export function closeContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    // a page may load itself again; the customer's page never becomes the till's
    if (event.url !== contents.getURL() || !OUR_PAGES.has(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Whether a message comes from the page at `url` in the main frame of that window, and from nowhere else. */
export function isFromPage(frame: WebFrameMain | null, contents: WebContents, url: string): boolean {
  if (frame === null || frame !== contents.mainFrame) return false
  return frame.origin === PAGE_ORIGIN && frame.url === url
}

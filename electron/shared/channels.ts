/** Where the page lives: the shell's own protocol, so that the page has an origin and no `file:` privileges. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'till'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`
/** The customer's page, for a screen of its own. */
export const DISPLAY_URL = `${PAGE_ORIGIN}/display.html`

/** What a window's page is for the engine; decided by the window, never by the page. */
export type PageRole = 'till' | 'display'

/** Preload → main: the page listens and wants a port to the engine. Carries nothing. */
export const PAGE_READY = 'till:page-ready'
/** Main → preload: a port to the engine, new after every restart of the engine. */
export const ENGINE_PORT = 'till:engine-port'
/** Preload → page, by `window.postMessage` with the port: the type of the message. */
export const PAGE_PORT_MESSAGE = 'till-engine-port'

/** Preload → main, answered: a name and a text; the person says where it goes. The till's own page only. */
export const SAVE_REPORT = 'till:save-report'
/** Preload → main, answered: the page as it is laid out for paper. Carries nothing. The till's own page only. */
export const PRINT_PAGE = 'till:print-page'

import type { StartLine } from './line.ts'

const SUBPROTOCOL = 'till-rpc'
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 4_000

/** Where the engine that served this page listens, and the token that the page was opened with. */
export type EngineAddress = { readonly url: string; readonly token: string }

/** Reads the address from the page's own: `http://127.0.0.1:PORT/#token=…`. Undefined without a token. */
export function engineAddressOf(location: Pick<Location, 'host' | 'hash'>): EngineAddress | undefined {
  const token = new URLSearchParams(location.hash.replace(/^#/, '')).get('token')
  return token === null || token === '' ? undefined : { url: `ws://${location.host}/rpc`, token }
}

/** How long to wait before attempt `attempt` (1 is the first retry): doubles from a quarter of a second to four. */
export function waitBeforeAttempt(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempt - 1))
}

/** The engine over a WebSocket on loopback, opened again with growing pauses whenever it breaks. */
export function webSocketLine(address: EngineAddress): StartLine {
  return (events) => {
    let socket: WebSocket | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    let ended = false

    const open = (): void => {
      const opening = new WebSocket(address.url, [SUBPROTOCOL, address.token])
      socket = opening
      let opened = false
      opening.addEventListener('open', () => {
        opened = true
        failures = 0
        events.onOpen({ send: (message) => opening.send(JSON.stringify(message)) })
      })
      opening.addEventListener('message', (event: MessageEvent<unknown>) => {
        const message = readJson(event.data)
        if (message !== undefined) events.onMessage(message)
      })
      opening.addEventListener('close', () => {
        if (opened) events.onLost()
        if (ended) return
        failures += 1
        timer = setTimeout(open, waitBeforeAttempt(failures))
      })
    }

    open()
    return () => {
      ended = true
      clearTimeout(timer)
      socket?.close()
    }
  }
}

function readJson(data: unknown): unknown {
  if (typeof data !== 'string') return undefined
  try {
    return JSON.parse(data) as unknown
  } catch {
    // half a frame of a dying engine; the close event follows
    return undefined
  }
}

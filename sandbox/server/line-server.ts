import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const HOST = '127.0.0.1'

/** An HTTP server on the loopback address that can close its door and open it again on the same port. */
export class LoopbackServer {
  readonly #server: Server
  #port: number
  #resetConnections = 0
  #reopen: NodeJS.Timeout | undefined

  /** `listener` answers every request; what it throws becomes a 500 and a line on stderr. */
  constructor(port: number, listener: RequestListener) {
    this.#port = port
    this.#server = createServer({ noDelay: true, keepAliveTimeout: 30_000 }, (request, response) => {
      listener(request, response).catch((error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        process.stderr.write(`${text}\n`)
        if (response.headersSent) response.destroy()
        else response.writeHead(500).end()
      })
    })
    this.#server.on('connection', (socket) => {
      if (this.#resetConnections === 0) return
      this.#resetConnections -= 1
      socket.resetAndDestroy()
    })
    // a client that talks no HTTP is its own problem
    this.#server.on('clientError', (_error, socket) => socket.destroy())
  }

  get port(): number {
    return this.#port
  }

  get url(): string {
    return `http://${HOST}:${this.#port}`
  }

  get isListening(): boolean {
    return this.#server.listening
  }

  /** Opens the door. Rejects when the port is taken. */
  listen(): Promise<void> {
    clearTimeout(this.#reopen)
    if (this.#server.listening) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, HOST, () => {
        this.#server.off('error', reject)
        const address: AddressInfo | string | null = this.#server.address()
        if (address !== null && typeof address === 'object') this.#port = address.port
        resolve()
      })
    })
  }

  /**
   * Closes the door: new connections are refused by the system, calls under way go on. Opens again after `forMs`, or when
   * `listen` is called.
   */
  stopListening(forMs?: number): void {
    clearTimeout(this.#reopen)
    this.#server.close()
    this.#server.closeIdleConnections()
    if (forMs === undefined) return
    this.#reopen = setTimeout(() => {
      this.listen().catch((error: unknown) => {
        process.stderr.write(`端口 ${this.#port} 不能重新打开：${String(error)}\n`)
      })
    }, forMs)
  }

  /** The next `count` connections are reset as soon as they are there. */
  resetNextConnections(count: number): void {
    this.#resetConnections = count
  }

  /** Ends everything. */
  async close(): Promise<void> {
    clearTimeout(this.#reopen)
    if (this.#server.listening) {
      await new Promise<void>((resolve) => {
        this.#server.close(() => resolve())
        this.#server.closeAllConnections()
      })
    } else this.#server.closeAllConnections()
  }
}

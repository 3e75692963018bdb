import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

const JSON_TYPE = 'application/json;charset=UTF-8'

/** One HTTP call and the socket under it: every way in which an answer can go out or fail to. */
export class Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly socket: Socket
  readonly #left = new AbortController()

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.request = request
    this.response = response
    this.socket = request.socket
    response.once('close', () => {
      if (!response.writableFinished) this.#left.abort()
    })
  }

  /** Aborts when the caller is gone before it had its answer. */
  get left(): AbortSignal {
    return this.#left.signal
  }

  /** The whole body; undefined when it is larger than `maximum` or broke off. */
  async readBody(maximum: number): Promise<Buffer | undefined> {
    const chunks: Buffer[] = []
    let length = 0
    try {
      // what is left unread must not end the connection: the refusal still goes out on it
      for await (const chunk of this.request.iterator({ destroyOnReturn: false })) {
        const bytes: unknown = chunk
        if (!(bytes instanceof Buffer)) return undefined
        length += bytes.length
        if (length > maximum) return undefined
        chunks.push(bytes)
      }
    } catch {
      return undefined
    }
    return Buffer.concat(chunks, length)
  }

  /** A whole answer. `spentMs` is the centre's own time, told in a Server-Timing header. */
  send(status: number, body: string | Buffer, spentMs = 0, type = JSON_TYPE): void {
    if (this.left.aborted) return
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    this.response.writeHead(status, this.#headers(bytes.length, spentMs, type))
    this.response.end(bytes)
  }

  /** Headers and the first part of the body; then the connection ends. */
  async sendPart(body: string, percent: number, end: 'close' | 'reset'): Promise<void> {
    if (this.left.aborted) return
    const bytes = Buffer.from(body)
    const part = bytes.subarray(0, Math.floor((bytes.length * percent) / 100))
    this.response.writeHead(200, this.#headers(bytes.length, 0, JSON_TYPE))
    this.response.flushHeaders()
    await new Promise<void>((resolve) => {
      this.response.write(part, () => resolve())
    })
    if (end === 'reset') this.socket.resetAndDestroy()
    else this.socket.destroySoon()
  }

  /** The same complete answer two times on the connection. */
  sendTwice(body: string): void {
    if (this.left.aborted) return
    const bytes = Buffer.from(body)
    const head = [
      'HTTP/1.1 200 OK',
      `Content-Type: ${JSON_TYPE}`,
      `Content-Length: ${bytes.length}`,
      'Connection: keep-alive',
    ].join('\r\n')
    const one = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes])
    this.socket.end(Buffer.concat([one, one]))
  }

  /** The body with a member in front that makes it `size` bytes, sent as fast as the caller reads. */
  async sendOversized(body: string, size: number): Promise<void> {
    if (this.left.aborted) return
    const step = Buffer.alloc(65_536, 0x41)
    this.response.writeHead(200, { 'content-type': JSON_TYPE })
    this.response.write('{"exp_content":"')
    for (let sent = 0; sent < size && !this.left.aborted; sent += step.length) {
      if (!this.response.write(step)) await this.#drained()
    }
    if (!this.left.aborted) this.response.end(`",${body.slice(1)}`)
  }

  /** The body in small steps. */
  async sendSlowly(body: string, bytesPerStep: number, everyMs: number): Promise<void> {
    const bytes = Buffer.from(body)
    if (this.left.aborted) return
    this.response.writeHead(200, this.#headers(bytes.length, 0, JSON_TYPE))
    for (let at = 0; at < bytes.length; at += bytesPerStep) {
      if (at > 0) await this.#pause(everyMs)
      if (this.left.aborted) return
      this.response.write(bytes.subarray(at, at + bytesPerStep))
    }
    this.response.end()
  }

  /** Ends the connection with a TCP reset. */
  reset(): void {
    this.socket.resetAndDestroy()
  }

  #headers(length: number, spentMs: number, type: string): Record<string, string | number> {
    return {
      'content-type': type,
      'content-length': length,
      'server-timing': `centre;dur=${spentMs.toFixed(3)}`,
    }
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.response.off('drain', done)
        this.left.removeEventListener('abort', done)
        resolve()
      }
      this.response.once('drain', done)
      this.left.addEventListener('abort', done, { once: true })
    })
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        this.left.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      this.left.addEventListener('abort', done, { once: true })
    })
  }
}

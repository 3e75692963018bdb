import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CALL_LIMIT, readCall, type BridgeAnswer, type BridgeCall, type BridgeResult } from './protocol.ts'

/** How long a caller may take to send its request. */
const REQUEST_LIMIT_MS = 5_000

/** Does one call; `undefined` when the act or its input is unknown. */
export type CallRunner = (call: BridgeCall) => Promise<BridgeResult> | undefined

export type BridgeServerOptions = {
  readonly token: string
  readonly run: CallRunner
  /** A library wrote past its buffer: this process must end after the answer. */
  readonly onOverflow: () => void
}

function isToken(given: string | undefined, token: string): boolean {
  const expected = Buffer.from(`Bearer ${token}`)
  const found = Buffer.from(given ?? '')
  return found.length === expected.length && timingSafeEqual(found, expected)
}

/** The HTTP status that a request is turned away with; `undefined` when it may be read. */
function refusal(request: IncomingMessage, token: string): number | undefined {
  const { headers, socket } = request
  // a page in a browser has an origin, and may come under another host name
  if (headers.origin !== undefined || headers.host !== `127.0.0.1:${socket.localPort}`) return 403
  if (!isToken(headers.authorization, token)) return 401
  if (request.url !== '/call') return 404
  if (request.method !== 'POST') return 405
  if (headers['content-type'] !== 'application/json') return 415
  return undefined
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) return undefined
    length += chunk.length
    if (length > CALL_LIMIT) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, answer?: BridgeAnswer): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve)
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    response.end(answer === undefined ? '' : JSON.stringify(answer))
  })
}

/** Serves `POST /call` on 127.0.0.1 at a port of the system's choice, one call at a time; resolves with the port. */
export function serveBridge(options: BridgeServerOptions): Promise<number> {
  let busy = false

  const runOne = async (call: BridgeCall): Promise<BridgeResult> => {
    if (busy) return { ok: false, fault: 'busy' }
    const running = options.run(call)
    if (running === undefined) return { ok: false, fault: 'invalid' }
    busy = true
    try {
      return await running
    } catch {
      // the library could not be called with such values; what was thrown may hold them
      return { ok: false, fault: 'failed' }
    } finally {
      busy = false
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const status = refusal(request, options.token)
    if (status !== undefined) return send(response, status)
    const body = await bodyOf(request)
    if (body === undefined) return send(response, 413)
    const call = readCall(body)
    if (call === undefined) return send(response, 400)
    const result = await runOne(call)
    await send(response, 200, { id: call.id, ...result })
    if (!result.ok && result.fault === 'overflow') options.onOverflow()
  }

  const server = createServer(
    { requestTimeout: REQUEST_LIMIT_MS, headersTimeout: REQUEST_LIMIT_MS },
    (request, response) => {
      // a caller that goes away in the middle is no concern of the others
      handle(request, response).catch(() => response.destroy())
    },
  )
  server.maxConnections = 8
  return listening(server)
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject: (error: Error) => void) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

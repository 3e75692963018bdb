import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Role } from '../contract/method.ts'
import { frameText } from './frame-text.ts'
import { unreadableMessage, type RpcServer } from './json-rpc.ts'

/** Largest message a client may send; the contract's largest call is far below. */
const MESSAGE_BYTES_MAXIMUM = 256 * 1024
const SUBPROTOCOL = 'till-rpc'

export type WebSocketOptions = {
  /** 0 takes any free port. */
  readonly port: number
  /** Folder with the built screens, served on the same origin; undefined serves the contract alone. */
  readonly pageFolder: string | undefined
}

export type WebSocketEndpoint = {
  readonly url: string
  readonly pageUrl: string | undefined
  /** The customer's page, with a token that lets it see what a customer may. */
  readonly displayUrl: string | undefined
  /** One token for each role that may connect. */
  readonly tokens: Readonly<Record<'till' | 'automation' | 'display' | 'pharmacist', string>>
  readonly close: () => Promise<void>
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const contentSecurityPolicy = (port: number): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // antd writes its style sheets at run time
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ws://127.0.0.1:${port}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

function sameToken(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Serves the contract on loopback: WebSocket at `/rpc` with sub-protocols `till-rpc` and the role's token, origin
 * checked, and the built screens when a folder is given. Nothing else, to nobody else.
 */
export async function serveWebSocket(
  server: RpcServer,
  options: WebSocketOptions,
): Promise<WebSocketEndpoint> {
  const token = (): string => randomBytes(24).toString('base64url')
  const tokens = { till: token(), automation: token(), display: token(), pharmacist: token() }
  let port = options.port
  const http = createServer((request, response) => {
    void servePage(request, response, options.pageFolder, () => port)
  })
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAXIMUM,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  http.on('upgrade', (request, socket, head) => {
    const role = roleOf(request, tokens, port)
    if (role === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => serveSocket(server, webSocket, role))
  })
  await listen(http, options.port)
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('the loopback server has no port')
  port = address.port
  const pageAt = (path: string, token: string): string | undefined =>
    options.pageFolder === undefined ? undefined : `http://127.0.0.1:${port}/${path}#token=${token}`
  return {
    url: `ws://127.0.0.1:${port}/rpc`,
    pageUrl: pageAt('', tokens.till),
    displayUrl: pageAt('display.html', tokens.display),
    tokens,
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
}

function listen(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => resolve())
  })
}

/** The role that a request's token gives it, or undefined: wrong path, foreign origin, foreign host name, wrong token. */
function roleOf(
  request: IncomingMessage,
  tokens: WebSocketEndpoint['tokens'],
  port: number,
): Role | undefined {
  if (request.url !== '/rpc') return undefined
  // a name that merely resolves to loopback is a DNS-rebinding page
  if (request.headers.host !== `127.0.0.1:${port}`) return undefined
  const origin = request.headers.origin
  if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) return undefined
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim())
  const given = offered.find((part) => part !== SUBPROTOCOL) ?? ''
  const roles: readonly (keyof typeof tokens)[] = ['till', 'automation', 'display', 'pharmacist']
  return roles.find((role) => sameToken(given, tokens[role]))
}

function serveSocket(server: RpcServer, socket: WebSocket, role: Role): void {
  const connection = server.connect(role, (message) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  })
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? undefined : parseJson(frameText(data))
    if (message === undefined) socket.send(JSON.stringify(unreadableMessage()))
    else void connection.receive(message)
  })
  // the close that follows an error is all there is to do about it
  socket.on('error', () => socket.terminate())
  socket.on('close', () => connection.close())
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string | undefined,
  port: () => number,
): Promise<void> {
  const file = folder === undefined ? undefined : pageFile(folder, request.url ?? '/')
  const host = request.headers.host
  if (file === undefined || request.method !== 'GET' || host !== `127.0.0.1:${port()}`) {
    response.writeHead(404).end()
    return
  }
  try {
    const content = await readFile(file)
    response.writeHead(200, {
      'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(port()),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    response.end(content)
  } catch {
    response.writeHead(404).end()
  }
}

/** The file for a request target inside `folder`, or undefined when it is malformed or leads out of the folder. */
function pageFile(folder: string, target: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(target, 'http://127.0.0.1').pathname)
    const file = join(folder, normalize(path === '/' ? '/index.html' : path))
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : undefined
  } catch {
    return undefined
  }
}

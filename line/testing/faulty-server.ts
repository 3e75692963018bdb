/**
 * A host that misbehaves on purpose, on a raw socket in a process of its own, so that resets are real resets.
 * The first part of a request's path says what happens to it. Controlled and asked over the process channel. Its first
 * argument is the answer that it gives to a request whose fault is elsewhere: `{{name}}` in it becomes that member of the
 * request's JSON.
 */
import { createServer, type Server, type Socket } from 'node:net'

export type SeenRequest = {
  readonly connection: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export type Seen = {
  readonly connections: number
  /** Connections that nobody has closed yet. */
  readonly open: number
  readonly requests: readonly SeenRequest[]
}
export type ServerMessage =
  | {
      readonly kind: 'listening'
      readonly port: number
      readonly resetPort: number
      readonly silentPort: number
    }
  | { readonly kind: 'seen'; readonly seen: Seen }
  | { readonly kind: 'released' }
export type ControlMessage = { readonly kind: 'seen' } | { readonly kind: 'release' }

const seen: { connections: number; open: number; requests: SeenRequest[] } = {
  connections: 0,
  open: 0,
  requests: [],
}
/** Answers that wait until they are released. */
const held: (() => void)[] = []

const TEMPLATE = process.argv[2]

const answer = (text = 'ok'): string => JSON.stringify({ answered: true, text })

/** The answer that the test wants to this request; a general one when it wants none in particular. */
function answerTo(request: SeenRequest): string {
  if (TEMPLATE === undefined) return answer()
  // a test's own request
  const members = JSON.parse(request.body) as Record<string, unknown>
  return TEMPLATE.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(members[name]))
}

function http(status: string, body: string | Uint8Array, headers: readonly string[] = []): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body)
  const head = [`HTTP/1.1 ${status}`, `content-length: ${bytes.length}`, ...headers, '', ''].join('\r\n')
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes])
}

type Behaviour = (socket: Socket, request: SeenRequest) => void

/** Sends what it has a byte at a time, forever slow. */
function trickle(socket: Socket, head: string, piece: string): void {
  socket.write(head)
  const timer = setInterval(() => socket.write(piece), 20)
  socket.on('close', () => clearInterval(timer))
}

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  '/ok': (socket, request) =>
    void socket.write(http('200 OK', answerTo(request), ['content-type: application/json'])),
  '/ok-chunked': (socket) => {
    const bytes = Buffer.from(answer('分块'), 'utf8')
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
    for (const byte of bytes)
      socket.write(Buffer.concat([Buffer.from('1\r\n'), Buffer.of(byte), Buffer.from('\r\n')]))
    socket.write('0\r\n\r\n')
  },
  '/ok-until-close': (socket, request) => void socket.end(`HTTP/1.0 200 OK\r\n\r\n${answerTo(request)}`),
  '/reset-after-request': (socket) => socket.resetAndDestroy(),
  '/close-after-request': (socket) => void socket.end(),
  '/reset-in-headers': (socket) =>
    socket.write('HTTP/1.1 200 OK\r\ncontent-le', () => socket.resetAndDestroy()),
  '/reset-in-body': (socket) =>
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"answered":', () =>
      socket.resetAndDestroy(),
    ),
  '/half-body': (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"answered":'),
  '/half-body-until-close': (socket) => void socket.end('HTTP/1.0 200 OK\r\n\r\n{"answered":true,"text":"ha'),
  '/half-chunk': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\n{"answered"'),
  '/silence': () => undefined,
  '/slow-headers': (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\nx-slow: ', 'a'),
  '/slow-body': (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n', ' '),
  '/held': (socket, request) =>
    void held.push(() =>
      socket.write(http('200 OK', TEMPLATE === undefined ? answer('late') : answerTo(request))),
    ),
  '/held-body': (socket) => {
    const bytes = http('200 OK', answer('late body'))
    socket.write(bytes.subarray(0, bytes.length - 10))
    held.push(() => socket.write(bytes.subarray(bytes.length - 10)))
  },
  '/endless': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    const piece = Buffer.alloc(65_536, 'x')
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece)) continue
    }
    socket.on('drain', more)
    more()
  },
  '/oversized': (socket) => void socket.write(http('200 OK', ' '.repeat(300_000))),
  '/not-utf8': (socket) => void socket.write(http('200 OK', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))),
  '/html': (socket) =>
    void socket.write(http('200 OK', '<html><title>Login</title></html>', ['content-type: text/html'])),
  '/empty': (socket) => void socket.write(http('200 OK', '')),
  '/500': (socket, request) => void socket.write(http('500 Internal Server Error', answerTo(request))),
  '/502': (socket) => void socket.write(http('502 Bad Gateway', '<html>bad gateway</html>')),
  '/404': (socket) => void socket.write(http('404 Not Found', '<html>not found</html>')),
  '/400-refused': (socket) =>
    void socket.write(http('400 Bad Request', JSON.stringify({ answered: false, text: '余额不足' }))),
  '/redirect': (socket) => void socket.write(http('302 Found', '', ['location: /ok'])),
  '/redirect-308': (socket) => void socket.write(http('308 Permanent Redirect', '', ['location: /ok'])),
  '/garbage': (socket) => void socket.end('220 smtp ready\r\n'),
  '/huge-headers': (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`),
  '/twice': (socket) =>
    void socket.write(Buffer.concat([http('200 OK', answer('first')), http('200 OK', answer('second'))])),
  '/informational': (socket) =>
    void socket.write(
      Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'), http('200 OK', answer())]),
    ),
}

function onRequest(socket: Socket, request: SeenRequest): void {
  seen.requests.push(request)
  const behaviour = BEHAVIOURS[/^\/[^/?]*/.exec(request.path)?.[0] ?? '']
  if (behaviour === undefined) socket.write(http('404 Not Found', 'no such fault'))
  else behaviour(socket, request)
}

/** Reads requests with a content-length off one connection, one after another. */
function serve(socket: Socket): void {
  seen.connections += 1
  seen.open += 1
  socket.on('close', () => {
    seen.open -= 1
  })
  const connection = seen.connections
  let received = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const end = received.indexOf('\r\n\r\n')
      if (end === -1) return
      const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n')
      const headers = Object.fromEntries(
        lines.map((line) => [
          line.slice(0, line.indexOf(':')).toLowerCase(),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
      )
      const length = Number(headers['content-length'] ?? 0)
      if (received.length < end + 4 + length) return
      const body = received.subarray(end + 4, end + 4 + length).toString('utf8')
      received = received.subarray(end + 4 + length)
      onRequest(socket, { connection, path: first.split(' ')[1] ?? '', headers, body })
    }
  })
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

const tell = (message: ServerMessage): void => void process.send?.(message)

process.on('message', (message: ControlMessage) => {
  switch (message.kind) {
    case 'seen':
      tell({ kind: 'seen', seen: structuredClone(seen) })
      return
    case 'release':
      for (const release of held.splice(0)) release()
      tell({ kind: 'released' })
  }
})
process.on('disconnect', () => process.exit(0))

const port = await listen(createServer(serve))
const resetPort = await listen(
  createServer((socket) => {
    seen.connections += 1
    socket.resetAndDestroy()
  }),
)
// takes connections and never says a word, not even for a handshake
const silentPort = await listen(createServer((socket) => void socket.on('error', () => undefined)))
tell({ kind: 'listening', port, resetPort, silentPort })

import { connect } from 'node:net'

export type RawEnd = 'end' | 'reset' | 'refused' | 'left'

/** What came back over the bare socket, and how the connection ended. */
export type RawAnswer = { readonly bytes: Buffer; readonly end: RawEnd }

export type RawOptions = {
  /** Leaves as soon as this says so; it sees everything received so far. */
  readonly leaveWhen?: (received: Buffer) => boolean
  /** Leaves when this settles. */
  readonly leaveAfter?: Promise<unknown>
}

/** Posts a body over a bare TCP connection and watches it to its end. */
export function rawCall(port: number, body: string, options: RawOptions = {}): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const finish = (end: RawEnd): void => {
      socket.destroy()
      resolve({ bytes: Buffer.concat(chunks), end })
    }
    socket.on('connect', () => {
      const head = [
        'POST / HTTP/1.1',
        'Host: 127.0.0.1',
        'Content-Type: application/json',
        `Content-Length: ${Buffer.byteLength(body)}`,
      ]
      socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
    })
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (options.leaveWhen?.(Buffer.concat(chunks)) === true) finish('left')
    })
    socket.on('end', () => finish('end'))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      finish(error.code === 'ECONNREFUSED' ? 'refused' : 'reset'),
    )
    socket.on('close', () => finish('end'))
    options.leaveAfter?.then(
      () => finish('left'),
      () => finish('left'),
    )
  })
}

/** Head and body of an HTTP answer. */
export function splitAnswer(bytes: Buffer): { readonly head: string; readonly body: Buffer } {
  const at = bytes.indexOf('\r\n\r\n')
  if (at === -1) return { head: bytes.toString('latin1'), body: Buffer.alloc(0) }
  return { head: bytes.subarray(0, at).toString('latin1'), body: bytes.subarray(at + 4) }
}

/** `content-length` of a head; −1 without one. */
export function announcedLength(head: string): number {
  return Number(/content-length: (\d+)/i.exec(head)?.[1] ?? -1)
}

/** True once a whole answer of the announced length is there. */
export function isWhole(received: Buffer): boolean {
  const { head, body } = splitAnswer(received)
  const length = announcedLength(head)
  return length !== -1 && body.length >= length
}

import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

export type SocketTarget = {
  readonly hostname: string
  readonly port: number
  readonly secure: boolean
  /** Certificate authority of a dedicated line, PEM; the system's own when absent. */
  readonly authority?: string | undefined
}

/** Where a configured address points. */
export function targetOf(base: URL, authority?: string): SocketTarget {
  const secure = base.protocol === 'https:'
  const standard = secure ? 443 : 80
  return {
    hostname: base.hostname.replace(/^\[|\]$/g, ''),
    port: base.port === '' ? standard : Number(base.port),
    secure,
    authority,
  }
}

/**
 * Begins one connection. Exactly one of the callbacks is called, once: `onReady` when it stands (with TLS: when the
 * handshake is done), `onFailed` when it cannot. Destroying the socket before then calls neither or `onFailed`.
 */
export function openSocket(
  target: SocketTarget,
  onReady: (socket: Socket) => void,
  onFailed: (error: Error) => void,
): Socket {
  const { hostname: host, port, secure, authority } = target
  const socket = secure
    ? connectTls({
        host,
        port,
        ALPNProtocols: ['http/1.1'],
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ...(authority === undefined ? {} : { ca: authority }),
      })
    : connectTcp({ host, port })
  socket.setNoDelay(true)
  socket.once('error', onFailed)
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    socket.off('error', onFailed)
    onReady(socket)
  })
  return socket
}

import type { Client } from 'undici'
import { openSocket, type SocketTarget } from './open-socket.ts'

/** The part of undici that a call uses. */
export type Undici = { readonly Client: typeof Client }

/** Loads undici when the first call needs it: a till is ready before that. */
export function loadUndici(): Promise<Undici> {
  return import('undici')
}

export type RequestHeaders = Readonly<Record<string, string>>

export type HttpCall = {
  readonly target: SocketTarget
  readonly origin: string
  readonly path: string
  readonly headers: RequestHeaders
  readonly body: string
  readonly bodyBytesMaximum: number
}

export type CallFailure = {
  readonly error: unknown
  readonly tooLarge: boolean
  /** What had arrived of the body. */
  readonly partial: Uint8Array
}

/** What happens in the course of a call, in this order, each at most once; one of the last two ends it. */
export type CallEvents = {
  /** The connection stands: from now on bytes may leave. */
  readonly onConnected: () => void
  readonly onHeaders: (status: number) => void
  readonly onCompleted: (body: Uint8Array) => void
  readonly onFailed: (failure: CallFailure) => void
}

/** A call under way. */
export type RunningCall = {
  /** Cuts the connection. When it did not stand yet, nothing was and nothing will be sent. */
  readonly destroy: () => void
}

class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

type Connector = Extract<NonNullable<Client.Options['connect']>, (...parts: never[]) => unknown>

/** Connects once: whatever undici may want to try again, a request leaves on one connection or on none. */
function onceConnector(
  target: SocketTarget,
  onConnected: () => void,
): { readonly connect: Connector; readonly abandon: () => void } {
  let used = false
  let abandoned = false
  let cut = (): void => undefined
  const connect: Connector = (_options, callback) => {
    if (used || abandoned) {
      callback(new Error('a call has one connection'), null)
      return
    }
    used = true
    const socket = openSocket(
      target,
      (ready) => {
        if (abandoned) return
        onConnected()
        callback(null, ready)
      },
      (error) => callback(error, null),
    )
    cut = () => void socket.destroy()
  }
  const abandon = (): void => {
    abandoned = true
    cut()
  }
  return { connect, abandon }
}

/**
 * Sends one POST on one fresh connection with undici's client and reads its answer. No keep-alive, no pipelining, no
 * redirects, no proxy, no HTTP/2, no second try. All limits of time are the caller's: the client's own are off.
 */
export function startCall(undici: Undici, call: HttpCall, events: CallEvents): RunningCall {
  const { connect, abandon } = onceConnector(call.target, events.onConnected)
  const client = new undici.Client(call.origin, {
    connect,
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const chunks: Uint8Array[] = []
  const run = async (): Promise<Uint8Array> => {
    const response = await client.request({
      path: call.path,
      method: 'POST',
      headers: call.headers,
      body: call.body,
      reset: true,
      idempotent: false,
      blocking: true,
    })
    events.onHeaders(response.statusCode)
    let length = 0
    // undici's body is a stream of buffers
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength
      if (length > call.bodyBytesMaximum) throw new BodyTooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
  const cut = (): void => {
    abandon()
    void client.destroy()
  }
  void run().then(
    (body) => {
      cut()
      events.onCompleted(body)
    },
    (error: unknown) => {
      cut()
      events.onFailed({ error, tooLarge: error instanceof BodyTooLarge, partial: Buffer.concat(chunks) })
    },
  )
  return { destroy: cut }
}

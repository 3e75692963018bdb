import { loadUndici, type RequestHeaders, type Undici } from './http-call.ts'
import { runLimited, type CallLimits, type LimitedCall } from './limited-call.ts'
import { targetOf } from './open-socket.ts'
import { probeHost, type Probe } from './probe.ts'
import type { LateAnswer, NotSentReason, Transmission } from './transmission.ts'

export type LineOptions = {
  /** The configured address: the only host that is ever connected to. */
  readonly baseUrl: string
  /** Certificate authority of the line, PEM. */
  readonly authority?: string | undefined
  /** Milliseconds and bytes. */
  readonly limits: CallLimits & { readonly bodyBytesMaximum: number }
  readonly clock: { readonly now: () => number }
  /** Told when a call's `onLate` failed. */
  readonly onFault: (error: unknown) => void
}

/** One POST on the line. */
export type LineCall = {
  /** Path and query on the configured host. */
  readonly path: string
  readonly headers: RequestHeaders
  readonly bodyText: string
  /** Instead of the line's own limit for this call. */
  readonly headersMs?: number
  /** An answer that came after the call was given up as unknown. */
  readonly onLate: (answer: LateAnswer) => void
}

/** The way to one host. */
export type Line = {
  /** Sends one request once. Never throws, never repeats. */
  readonly send: (call: LineCall, options?: { readonly signal?: AbortSignal }) => Promise<Transmission>
  /** Whether the host takes connections; sends nothing. */
  readonly probe: () => Promise<Probe>
  /** Loads what the first call needs, so that it need not wait. Call it when nothing is urgent. */
  readonly warmUp: () => Promise<void>
  /** Cuts every connection; calls under way become unknown, nothing is listened to any more. */
  readonly close: () => Promise<void>
}

/** Opens the way to a configured address. Nothing is connected before the first call. */
export function createLine(options: LineOptions): Line {
  const base = new URL(options.baseUrl)
  const target = targetOf(base, options.authority)
  const { limits, clock } = options
  const running = new Set<LimitedCall>()
  let undici: Promise<Undici> | undefined
  let closed = false

  const notSent = (reason: NotSentReason): Transmission => ({ kind: 'not-sent', reason, at: clock.now() })

  const tellLate = (call: LineCall, answer: LateAnswer): void => {
    try {
      call.onLate(answer)
    } catch (error) {
      options.onFault(error)
    }
  }

  const start = (loaded: Undici, call: LineCall): LimitedCall => {
    const limited = runLimited({
      undici: loaded,
      call: {
        target,
        origin: base.origin,
        path: call.path,
        headers: call.headers,
        body: call.bodyText,
        bodyBytesMaximum: limits.bodyBytesMaximum,
      },
      limits: { ...limits, headersMs: call.headersMs ?? limits.headersMs },
      clock,
      onLate: (answer) => tellLate(call, answer),
      onEnded: () => running.delete(limited),
    })
    running.add(limited)
    return limited
  }

  return {
    send: async (call, { signal } = {}) => {
      undici ??= loadUndici()
      const loaded = await undici
      if (closed || signal?.aborted === true) return notSent('aborted')
      const limited = start(loaded, call)
      const abort = (): void => limited.abort()
      signal?.addEventListener('abort', abort, { once: true })
      const transmission = await limited.done
      signal?.removeEventListener('abort', abort)
      return transmission
    },
    probe: () => probeHost(target, limits.connectMs),
    warmUp: async () => {
      undici ??= loadUndici()
      await undici
    },
    close: async () => {
      closed = true
      for (const limited of running) limited.abort()
      await Promise.all([...running].map((limited) => limited.done))
    },
  }
}

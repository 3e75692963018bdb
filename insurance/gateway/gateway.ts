import { createLine } from '../../line/line.ts'
import type { Probe } from '../../line/probe.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { addressPath } from './address.ts'
import { requestHeaders, type SignatureKeys } from './request-headers.ts'
import type { LateAnswer, OwnNotSentReason, Transmission } from './transmission.ts'

export type { LateAnswer, Transmission } from './transmission.ts'

export type GatewayOptions = {
  /** The configured address: the only host that is ever connected to. */
  readonly baseUrl: string
  readonly profile: Pick<RegionProfile, 'address' | 'headers'>
  readonly signature?: SignatureKeys
  /** Certificate authority of the line, PEM. */
  readonly authority?: string
  /** Milliseconds and bytes; see `CallLimits`. */
  readonly limits: {
    readonly connectMs: number
    readonly headersMs: number
    /** Instead of `headersMs` for calls that move money or compare it. */
    readonly moneyHeadersMs: number
    readonly bodyMs: number
    readonly lateMs: number
    readonly bodyBytesMaximum: number
  }
  readonly clock: { readonly now: () => number }
  /** An answer to a call that was already given up as unknown. */
  readonly onLateAnswer: (msgid: string, answer: LateAnswer) => void
  /** Told when `onLateAnswer` itself failed. */
  readonly onFault: (error: unknown) => void
}

export type GatewayCall = { readonly infno: string; readonly msgid: string; readonly bodyText: string }

export type Gateway = {
  /** Sends one request once. Never throws, never repeats. */
  readonly send: (call: GatewayCall, options?: { readonly signal?: AbortSignal }) => Promise<Transmission>
  /** Whether the configured host takes connections; sends nothing. */
  readonly probe: () => Promise<Probe>
  /** Loads what the first call needs, so that it need not wait. Call it when nothing is urgent. */
  readonly warmUp: () => Promise<void>
  /** Cuts every connection; calls under way become unknown, nothing is listened to any more. */
  readonly close: () => Promise<void>
}

/** Numbers whose answer takes long on every platform seen (60 to 120 s), and must not be given up early. */
const SLOW = /^(?:2102[AB]?|2103|2601|3202)$/

/** Makes the till's only way to the centre. */
export function createGateway(options: GatewayOptions): Gateway {
  const base = new URL(options.baseUrl)
  const { limits, clock, profile } = options
  const line = createLine({
    baseUrl: options.baseUrl,
    authority: options.authority,
    limits,
    clock,
    onFault: options.onFault,
  })

  const notSent = (reason: OwnNotSentReason): Transmission => ({ kind: 'not-sent', reason, at: clock.now() })

  return {
    send: async ({ infno, msgid, bodyText }, sending) => {
      const path = addressPath(base, infno, profile.address)
      if (path === undefined) return notSent('no-address')
      const headers = requestHeaders(profile, options.signature, clock.now())
      if (headers === undefined) return notSent('no-signature-keys')
      const call = {
        path,
        headers,
        bodyText,
        headersMs: SLOW.test(infno) ? limits.moneyHeadersMs : limits.headersMs,
        onLate: (answer: Omit<LateAnswer, 'infno'>) => options.onLateAnswer(msgid, { infno, ...answer }),
      }
      return line.send(call, sending)
    },
    probe: line.probe,
    warmUp: line.warmUp,
    close: line.close,
  }
}

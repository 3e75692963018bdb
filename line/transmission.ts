/** Why nothing of a request was sent. */
export type NotSentReason =
  | 'host-not-found'
  | 'connection-refused'
  | 'host-unreachable'
  | 'connect-timeout'
  | 'tls-failed'
  | 'connect-failed'
  | 'aborted'

/** How far a call had come when its outcome became unknown. */
export type Phase = 'headers' | 'body' | 'status'

/** What became of one request, as far as the wire can tell. */
export type Transmission =
  /** Proven: no byte of this request was handed to a connected socket. */
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason; readonly at: number }
  /** A whole HTTP answer below 500 arrived. Whether it answers this request is its reader's to say. */
  | {
      readonly kind: 'answered'
      readonly httpStatus: number
      readonly bodyBytes: Uint8Array
      /** For the journal: the text, or `base64:` and the bytes when they are no UTF-8. */
      readonly bodyText: string
      readonly at: number
    }
  /** The request may have been processed. */
  | {
      readonly kind: 'unknown'
      readonly phase: Phase
      /** headers-timeout, connection-lost, body-timeout, body-incomplete, body-too-large, bad-http, http-302, http-502, aborted … */
      readonly reason: string
      readonly httpStatus?: number
      readonly bodyText?: string
      readonly at: number
    }

/** An answer that came after its call was given up as unknown. */
export type LateAnswer = {
  readonly httpStatus: number
  readonly bodyBytes: Uint8Array
  readonly bodyText: string
  readonly at: number
}

/** What the journal keeps of a body. */
export function journalText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return `base64:${Buffer.from(bytes).toString('base64')}`
  }
}

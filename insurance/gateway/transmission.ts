import type * as line from '../../line/transmission.ts'

/** Why a request to the centre never left, before the line was even asked. */
export type OwnNotSentReason =
  /** The region's address form has no path for this number. */
  | 'no-address'
  /** The region signs headers and the configuration has no keys. */
  | 'no-signature-keys'

/** What became of one request to the centre, as far as the wire can tell. */
export type Transmission =
  line.Transmission | { readonly kind: 'not-sent'; readonly reason: OwnNotSentReason; readonly at: number }

/** An answer that came after its call was given up as unknown. */
export type LateAnswer = line.LateAnswer & { readonly infno: string }

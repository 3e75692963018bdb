import type { WireRequest } from '../../../insurance/mapping/wire-request.ts'

/** A report that is due, as the requests that tell it: the same whenever it is made, so that parts taken are not sent again. */
export type DueReport = {
  readonly requests: readonly WireRequest[]
  /** Whom the call is about, for the envelope; absent when the customer paid it all. */
  readonly personNumber: string | undefined
  readonly insuredPlace: string | undefined
}

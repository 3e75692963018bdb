import type { Acquirer } from '../../../acquirer/acquirer.ts'
import type { CentreQueue } from '../busy.ts'

/** What payment by code works with; a shop without an acquirer has none. */
export type Payments = {
  readonly acquirer: Acquirer
  /** One call for the counter after another, apart from those to the centre: a payment need not wait for a settlement. */
  readonly queue: CentreQueue
  /** What the customer reads beside the amount. */
  readonly subject: string
  /** Longest time that a code is shown, in milliseconds. */
  readonly shownCodeMs: number
  /** Called when a payment or refund moved: what is open now is told and asked about. */
  readonly onChange: () => void
}

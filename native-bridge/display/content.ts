import type { Fen } from '../../core/money/fen.ts'

/** What an amount is; the LED8 displays have a lamp for each. */
export const AMOUNT_KINDS = ['price', 'total', 'received', 'change'] as const
export type AmountKind = (typeof AMOUNT_KINDS)[number]

/** What a customer display shows. */
export type DisplayContent =
  | { readonly kind: 'text'; readonly upper: string; readonly lower: string }
  | { readonly kind: 'amount'; readonly what: AmountKind; readonly amount: Fen }
  | { readonly kind: 'nothing' }

/** The language of one family of displays. Pure. */
export type DisplayEncoder = {
  /** Brings a display that was just plugged in into a known state. */
  readonly initialise: Uint8Array
  /** Replaces whatever is shown, without an empty moment between where the family can do that. */
  readonly encode: (content: DisplayContent) => Uint8Array
}

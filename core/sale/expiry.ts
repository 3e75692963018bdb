/**
 * When a batch may no longer be sold. Goods are good up to and including the day printed on the pack (有效期至), so the
 * day of expiry itself may still be sold; a batch without a date does not expire.
 */

/** The earliest `expiresOn` that may be sold on `today`. Both yyyy-MM-dd, which sort as text. Storage queries take it as their bound. */
export function firstSellableExpiry(today: string): string {
  return today
}

/** Whether a batch that expires on `expiresOn` must not be sold on `today`. */
export function isExpired(expiresOn: string | undefined, today: string): boolean {
  return expiresOn !== undefined && expiresOn < firstSellableExpiry(today)
}

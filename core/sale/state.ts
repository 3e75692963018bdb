/**
 * What a sale as a whole is in. `open` is at the counter; `held` is put aside; `completed` and `voided` are final.
 * Where its insurance stands is the settlement's own state.
 */
export const SALE_STATES = ['open', 'held', 'completed', 'voided'] as const
export type SaleState = (typeof SALE_STATES)[number]

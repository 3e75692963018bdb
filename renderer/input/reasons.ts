/** Reasons by number; the order is that of the lists, and the words stand in `text/`. */

/** Why a sale is given up. */
export const VOID_REASONS = ['customer-left', 'mis-scanned', 'other'] as const
export type VoidReason = (typeof VOID_REASONS)[number]

/** Why a line is taken out. */
export const REMOVE_REASONS = ['mis-scanned', 'not-wanted', 'other'] as const
export type RemoveReason = (typeof REMOVE_REASONS)[number]

/** Why a payment goes back before its sale is completed. */
export const UNDO_REASONS = ['other-way', 'wrong-amount', 'customer-left', 'other'] as const
export type UndoReason = (typeof UNDO_REASONS)[number]

/** Why the drawer is opened without a sale. */
export const DRAWER_REASONS = ['small-change', 'wrong-change', 'count', 'other'] as const
export type DrawerReason = (typeof DRAWER_REASONS)[number]

/** Why goods come back. */
export const RETURN_REASONS = [
  'wrong-goods',
  'not-needed',
  'quality',
  'adverse-reaction',
  'recall',
  'other',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** What one round of asking told about a settlement whose outcome is open. */
export const FINDINGS = [
  /** The centre has it under our msgid, not cancelled, and it adds up. */
  'found',
  /** The centre has it and says that it was cancelled. */
  'cancelled',
  /** Every answer that was needed came, and it is not among them. */
  'absent',
  /** The centre has it under our msgid, but not what was asked for or not adding up. */
  'does-not-add-up',
  /** An answer was missing, refused or unreadable: this round proves nothing. */
  'inconclusive',
] as const
export type Finding = (typeof FINDINGS)[number]

/** A finding that proves something only when it is found twice, the region's quiet period apart. */
export const WAITING_FINDINGS = ['absent', 'standing'] as const
export type WaitingFinding = (typeof WAITING_FINDINGS)[number]

/** The one safe next step for a settlement whose outcome is open. */
export const RESOLVING_STEPS = [
  /** The till asks by itself; a person may ask at once. */
  'ask',
  /** Found once; it counts when it is found again after the quiet period. */
  'wait',
  /** No query proves it: a person may have it reversed (2601) here. */
  'reverse',
  /** Only the centre's people can tell. */
  'call-centre',
] as const
export type ResolvingStep = (typeof RESOLVING_STEPS)[number]

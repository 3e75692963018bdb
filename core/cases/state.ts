/** What came too late: a settlement that was accepted, or a payment that was taken, after the till had gone on. */
export const CASE_KINDS = ['late-settlement', 'late-tender'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** A case's life. `undone` is proven at the centre; `closed` is a person's word, with a note. */
export const CASE_STATES = ['open', 'undoing', 'undo-unknown', 'undone', 'closed'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** The one safe next step of a case. */
export const CASE_STEPS = ['undo', 'ask', 'wait', 'close', 'none'] as const
export type CaseStep = (typeof CASE_STEPS)[number]

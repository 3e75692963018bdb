import type { IdentityFrame, IdentityRequest } from './identity-frame.ts'
import {
  identityTextOf,
  readIdentityText,
  type IdentityDocument,
  type IdentityTextProblem,
} from './identity-text.ts'

/** What became of a card that was laid on the reader. */
export type IdentityOutcome =
  | { readonly kind: 'document'; readonly document: IdentityDocument }
  /** The card was read and is none that is known, or its text is damaged. */
  | { readonly kind: 'unreadable'; readonly problem: IdentityTextProblem }
  /** It was taken away, or moved, before it was read: lay it on again. */
  | { readonly kind: 'left-too-early' }
  /** Card and reader do not accept each other; `status` is the reader's SW3. */
  | { readonly kind: 'refused'; readonly status: number }

/** Where a reader is in its round of find, select, read. */
export type IdentityCycle = {
  /** The question that waits for its answer, or the pause between two rounds. */
  readonly step: IdentityRequest | 'pause'
  /** How often the question was asked. */
  readonly tries: number
  /** How often in a row no card was found. */
  readonly misses: number
  /** `failing`: it is told already that the card there could not be read; `done`: it was read. */
  readonly card: 'none' | 'failing' | 'done'
}

/** What follows: the cycle as it is now, and what is to be done. Neither `ask` nor `pause`: go on waiting. */
export type IdentityMove = {
  readonly cycle: IdentityCycle
  readonly ask?: IdentityRequest
  readonly pause?: true
  readonly outcome?: IdentityOutcome
  /** An answer that belongs to no question: a second one, or a late one. */
  readonly unexpected?: true
  /** The reader is of no use any more. */
  readonly fault?: { readonly reason: 'silent' | 'failed'; readonly detail: string }
}

/** A question without an answer is asked this often before the reader counts as silent. */
const TRIES = 2
/** A card is gone when it was not found this often in a row; once may be bad contact. */
const REMOVED_AFTER = 3
/** Data of answers to `find` and `select` is shorter than this, that of `read` longer. */
const SHORT_DATA = 16

const FOUND = 0x9f
const DONE = 0x90
const NO_CARD = 0x80
/** Reading failed, choosing failed, no random number: the card is not there any more. One public list. */
const CARD_LOST: readonly number[] = [NO_CARD, 0x81, 0x41, 0x47]
/** Self-test failed, not authorised: nothing works until the reader is started again. One public list. */
const READER_BROKEN: readonly number[] = [0x60, 0x66]

const BEGINNING: IdentityCycle = { step: 'pause', tries: 0, misses: 0, card: 'none' }

const asking = (cycle: IdentityCycle, ask: IdentityRequest): IdentityMove => ({
  cycle: { ...cycle, step: ask, tries: 1 },
  ask,
})
const pausing = (cycle: IdentityCycle, outcome?: IdentityOutcome): IdentityMove => ({
  cycle: { ...cycle, step: 'pause', tries: 0 },
  pause: true,
  ...(outcome !== undefined && { outcome }),
})

/** The first move on a line that was just opened. */
export function beginIdentityCycle(): IdentityMove {
  return asking(BEGINNING, 'find')
}

/** The pause is over: the next round. */
export function afterPause(cycle: IdentityCycle): IdentityMove {
  return cycle.step === 'pause' ? asking(cycle, 'find') : { cycle }
}

/** The answer did not come in time. */
export function afterSilence(cycle: IdentityCycle): IdentityMove {
  if (cycle.step === 'pause') return { cycle }
  return cycle.tries < TRIES
    ? { cycle: { ...cycle, tries: cycle.tries + 1 }, ask: cycle.step }
    : { cycle, fault: { reason: 'silent', detail: `no answer to ${cycle.step}` } }
}

/** Whether an answer can be one to the question; answers do not say what they answer. */
function answers(step: IdentityCycle['step'], { status, data }: IdentityFrame): boolean {
  if (step === 'pause') return false
  if (status === FOUND) return step === 'find'
  if (status !== DONE) return true
  return step === 'select' ? data.length <= SHORT_DATA : step === 'read' && data.length > SHORT_DATA
}

function notFound(cycle: IdentityCycle): IdentityMove {
  const misses = Math.min(cycle.misses + 1, REMOVED_AFTER)
  return pausing({ ...cycle, misses, card: misses === REMOVED_AFTER ? 'none' : cycle.card })
}

function cardFailed(cycle: IdentityCycle, status: number): IdentityMove {
  // told once: the rounds go on and the same card may fail again and again
  if (cycle.card === 'failing') return pausing(cycle)
  const outcome: IdentityOutcome = CARD_LOST.includes(status)
    ? { kind: 'left-too-early' }
    : { kind: 'refused', status }
  return pausing({ ...cycle, card: 'failing' }, outcome)
}

function outcomeOf(data: Uint8Array): IdentityOutcome {
  const bytes = identityTextOf(data)
  if (bytes === undefined) return { kind: 'unreadable', problem: { kind: 'length' } }
  const text = readIdentityText(bytes)
  return text.ok
    ? { kind: 'document', document: text.document }
    : { kind: 'unreadable', problem: text.problem }
}

/** An answer came. What is no answer to the question changes nothing. */
export function afterAnswer(cycle: IdentityCycle, frame: IdentityFrame): IdentityMove {
  const { step } = cycle
  if (step === 'pause' || !answers(step, frame)) return { cycle, unexpected: true }
  const { status } = frame
  if (READER_BROKEN.includes(status)) {
    return { cycle, fault: { reason: 'failed', detail: `reader status ${status.toString(16)}` } }
  }
  switch (step) {
    case 'find': {
      if (status === NO_CARD) return notFound(cycle)
      // the question did not arrive whole, or some such: it says nothing of a card
      if (status !== FOUND) return pausing(cycle)
      const found = { ...cycle, misses: 0 }
      return found.card === 'done' ? pausing(found) : asking(found, 'select')
    }
    case 'select':
      return status === DONE ? asking(cycle, 'read') : cardFailed(cycle, status)
    case 'read':
      return status === DONE
        ? pausing({ ...cycle, card: 'done' }, outcomeOf(frame.data))
        : cardFailed(cycle, status)
  }
}

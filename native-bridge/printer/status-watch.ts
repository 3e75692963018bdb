import type { Schedule } from '../device/device.ts'
import type { Written } from '../device/keep-open.ts'
import {
  conditionOf,
  obstacleOf,
  STATUS_QUESTIONS,
  UNKNOWN_CONDITION,
  withAnswer,
  type PrinterCondition,
  type PrintObstacle,
} from './condition.ts'
import { questionBytes, TELL_BY_YOURSELF } from './printer-commands.ts'
import { createStatusParser, type StatusEvent } from './status-parser.ts'

/** What a printer says of itself, kept up to date. */
export type StatusWatch = {
  readonly push: (bytes: Uint8Array) => void
  /** The line is gone: nothing is known any more, and nobody waits for an answer. */
  readonly reset: () => void
  readonly condition: () => PrinterCondition
  /** Whether it answered the last time it was asked. */
  readonly answers: () => boolean
  /** Whether it ever answered on this line: then it is one that answers, and silence says something. */
  readonly hasAnswered: () => boolean
  /**
   * Asks DLE EOT 1 to 4, one after the other; the first answer may take `firstLimitMs`, for it comes behind all that is on
   * the line. False when it does not answer, which leaves the condition unknown.
   */
  readonly ask: (firstLimitMs: number, nextLimitMs: number) => Promise<boolean>
  /** Asks it to tell by itself, and waits until it comes to that command; false when it does not tell. */
  readonly askToTell: (limitMs: number) => Promise<boolean>
  /** Begins to remember; the returned function gives the first obstacle that was told since. */
  readonly remember: () => () => PrintObstacle | undefined
}

export type StatusWatchParts = {
  /** Sends a question; never rejects. */
  readonly write: (bytes: Uint8Array) => Promise<Written>
  readonly schedule: Schedule
  readonly onCondition: (condition: PrinterCondition) => void
  readonly onNoise: () => void
}

const same = (a: PrinterCondition, b: PrinterCondition): boolean =>
  a.paper === b.paper && a.cover === b.cover && a.online === b.online && a.error === b.error

/** Waits for one event at a time. */
function createWait(schedule: Schedule): {
  /** The next event of a kind; `undefined` when it does not come in time, or `tell` says that none will. */
  readonly next: (kind: StatusEvent['kind'], limitMs: number) => Promise<StatusEvent | undefined>
  readonly tell: (event: StatusEvent | undefined) => void
} {
  let waiter = (_event: StatusEvent | undefined): void => undefined
  return {
    next: (kind, limitMs) =>
      new Promise((resolve) => {
        const done = (event: StatusEvent | undefined): void => {
          cancel()
          waiter = () => undefined
          resolve(event)
        }
        const cancel = schedule(() => done(undefined), limitMs)
        waiter = (event) => {
          if (event === undefined || event.kind === kind) done(event)
        }
      }),
    tell: (event) => waiter(event),
  }
}

/** Makes a watch that knows nothing. One question is under way at a time: the caller's turns see to that. */
export function createStatusWatch({ write, schedule, onCondition, onNoise }: StatusWatchParts): StatusWatch {
  const parser = createStatusParser()
  const wait = createWait(schedule)
  let current = UNKNOWN_CONDITION
  let answering = false
  let everAnswered = false
  let noiseTold = false
  let remembered: PrintObstacle | undefined
  /** What the answers so far tell, while it is being asked. */
  let asked: PrinterCondition | undefined

  const change = (next: PrinterCondition): void => {
    remembered ??= obstacleOf(next)
    if (same(current, next)) return
    current = next
    onCondition(next)
  }

  /** Sends a question and waits for what it brings; the wait begins first, for an answer may be quick. */
  const exchange = async (
    bytes: Uint8Array,
    kind: 'answer' | 'automatic',
    limitMs: number,
  ): Promise<StatusEvent | undefined> => {
    const answer = wait.next(kind, limitMs)
    const written = await write(bytes)
    if (!written.ok) wait.tell(undefined)
    return await answer
  }

  return {
    push: (bytes) => {
      let told = current
      for (const event of parser.push(bytes)) {
        if (event.kind === 'automatic') {
          told = conditionOf(event.bytes)
          // it is newer than the answers before it
          if (asked !== undefined) asked = told
          remembered ??= obstacleOf(told)
        }
        if (event.kind !== 'noise') wait.tell(event)
        else if (!noiseTold) {
          noiseTold = true
          onNoise()
        }
      }
      change(told)
    },
    reset: () => {
      parser.reset()
      answering = false
      everAnswered = false
      noiseTold = false
      wait.tell(undefined)
      change(UNKNOWN_CONDITION)
    },
    condition: () => current,
    answers: () => answering,
    hasAnswered: () => everAnswered,
    ask: async (firstLimitMs, nextLimitMs) => {
      asked = UNKNOWN_CONDITION
      answering = false
      for (const question of STATUS_QUESTIONS) {
        const limitMs = question === STATUS_QUESTIONS[0] ? firstLimitMs : nextLimitMs
        const event = await exchange(questionBytes(question), 'answer', limitMs)
        if (event?.kind !== 'answer') break
        answering = true
        everAnswered = true
        asked = withAnswer(asked, question, event.byte)
      }
      change(asked)
      asked = undefined
      return answering
    },
    askToTell: async (limitMs) => (await exchange(TELL_BY_YOURSELF, 'automatic', limitMs)) !== undefined,
    remember: () => {
      remembered = obstacleOf(current)
      return () => remembered
    },
  }
}

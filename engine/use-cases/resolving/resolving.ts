import type { LateAnswer } from '../../../insurance/gateway/gateway.ts'
import { createAttendance, type Attendance } from './attendance.ts'
import { takeLateAnswer, type LateAnswerTold } from './late-answer.ts'
import { createOpenBoard, type OpenBoard } from './open-board.ts'
import { createResolver, type Resolver, type ResolverParts } from './resolver.ts'
import { resolvingRulesOf } from './resolving-view.ts'

/** Everything that brings open settlements and cases to an end, put together. */
export type Resolving = Resolver & {
  readonly attendance: Attendance
  readonly open: OpenBoard
  /** Tells whoever looks what is open now, when that has changed. */
  readonly announce: () => void
  readonly takeLateAnswer: (msgid: string, answer: LateAnswer) => LateAnswerTold
}

/** Puts it together; `onChange` is told after everything that may have changed what is open. */
export function createResolving(
  parts: Omit<ResolverParts, 'attendance'> & { readonly onChange: () => void },
): Resolving {
  const { desk } = parts
  const { db, events } = desk.counter
  const open = createOpenBoard({ db, events, rules: resolvingRulesOf(desk.profile) })
  const announce = (): void => {
    open.announce()
    parts.onChange()
  }
  const attendance: Attendance = createAttendance(desk, () => {
    announce()
    // a person may have asked early: the next round is due at another time now
    resolver.wake()
  })
  const resolver = createResolver({ ...parts, attendance })
  return {
    ...resolver,
    attendance,
    open,
    announce,
    takeLateAnswer: (msgid, answer) => {
      const told = takeLateAnswer(desk, msgid, answer)
      announce()
      return told
    },
  }
}

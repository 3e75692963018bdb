import type { Result } from '../../../core/result.ts'
import { attendCase } from '../cases/attend-case.ts'
import { signedInShift, type Desk } from '../insurance/desk.ts'
import { attendSettlement } from './attend-settlement.ts'
import { createLanes, type Lanes } from './lanes.ts'

/** Asks about single settlements and cases, never twice about the same one at the same time. */
export type Attendance = {
  /** One round for a settlement; who asks while it is asked about already gets the same answer. */
  readonly settlement: (settlementId: string, operatorId: number | null) => Promise<Result<null>>
  /** One round for a case. */
  readonly case: (caseId: string) => Promise<Result<unknown>>
  /** One piece of work at a time for each settlement and each case. */
  readonly lanes: Lanes
}

/** Makes the attendance of one till; `onChange` is told after each round. */
export function createAttendance(desk: Desk, onChange: () => void): Attendance {
  const lanes = createLanes()
  const asking = new Map<string, Promise<Result<null>>>()
  return {
    lanes,
    settlement: (settlementId, operatorId) => {
      const already = asking.get(settlementId)
      if (already !== undefined) return already
      const mine = lanes
        .run(settlementId, async () => {
          const shift = signedInShift(desk)
          return shift.ok ? attendSettlement(desk, shift.value, settlementId, operatorId) : shift
        })
        .finally(() => {
          asking.delete(settlementId)
          onChange()
        })
      asking.set(settlementId, mine)
      return mine
    },
    case: (caseId) =>
      lanes
        .run(caseId, async (): Promise<Result<unknown>> => {
          const shift = signedInShift(desk)
          return shift.ok ? attendCase(desk, shift.value, caseId) : shift
        })
        .finally(onChange),
  }
}

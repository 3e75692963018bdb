import type { ReadableDb } from '../../../db/connection/database.ts'
import { openCasesView } from '../cases/case-view.ts'
import type { EventBus } from '../../ports/event-bus.ts'
import type { CaseView, OpenSettlement } from '../../contract/resolving.ts'
import { openSettlementsView, type ResolvingRules } from './resolving-view.ts'

/** What is open at this till, for whoever looks. */
export type OpenBoard = {
  readonly settlements: () => OpenSettlement[]
  readonly cases: () => CaseView[]
  /** Tells `resolving.changed` and `cases.changed` when the lists differ from what was told last. */
  readonly announce: () => void
}

/** Makes the board; the first announcement tells only what is not empty. */
export function createOpenBoard(parts: {
  readonly db: ReadableDb
  readonly events: EventBus
  readonly rules: ResolvingRules
}): OpenBoard {
  const { db, events, rules } = parts
  const settlements = (): OpenSettlement[] => openSettlementsView(db, rules)
  const cases = (): CaseView[] => openCasesView(db, rules.limits.quietPeriodMs)
  const told = { settlements: '[]', cases: '[]' }
  return {
    settlements,
    cases,
    announce: () => {
      const nowOpen = settlements()
      const openText = JSON.stringify(nowOpen)
      if (openText !== told.settlements) {
        told.settlements = openText
        events.emit('resolving.changed', { settlements: nowOpen })
      }
      const nowCases = cases()
      const casesText = JSON.stringify(nowCases)
      if (casesText !== told.cases) {
        told.cases = casesText
        events.emit('cases.changed', { cases: nowCases })
      }
    },
  }
}

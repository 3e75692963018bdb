import { ok, type Result } from '../../../core/result.ts'
import { caseById, type CaseRow } from '../../../db/cases/case-repository.ts'
import type { CaseView } from '../../contract/resolving.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Handlers } from '../../transport/handlers.ts'
import { caseView } from '../cases/case-view.ts'
import { closeCase } from '../cases/close-case.ts'
import { undoCase } from '../cases/undo-case.ts'
import { signedInShift, type Desk } from '../insurance/desk.ts'
import { answerableFor } from '../rights/authorise.ts'
import { undoLateTender } from '../cases/undo-late-tender.ts'
import { resolveNow, reverseNow } from './by-person.ts'
import type { Resolving } from './resolving.ts'

type ResolvingHandlers = Pick<
  Handlers,
  'insurance.resolve' | 'insurance.reverse' | 'resolving.list' | 'cases.list' | 'cases.undo' | 'cases.close'
>

/** The methods of `contract/resolving.ts`, bound to their use cases. */
export function resolvingHandlers(parts: {
  readonly desk: Desk
  readonly resolving: Resolving
}): ResolvingHandlers {
  const { desk, resolving } = parts
  const { attendance, open } = resolving
  const toldSale = (view: Result<SaleView>): Result<{ sale: SaleView }> => {
    resolving.announce()
    return view.ok ? ok({ sale: view.value }) : view
  }
  const toldCase = (handled: Result<CaseRow>): Result<{ case: CaseView }> => {
    resolving.announce()
    if (!handled.ok) return handled
    return ok({ case: caseView(desk.counter.db, handled.value, desk.profile.quietPeriodMs) })
  }
  return {
    'insurance.resolve': async ({ settlementId }) =>
      toldSale(await resolveNow(desk, attendance, settlementId)),
    'insurance.reverse': async ({ settlementId }) =>
      toldSale(await reverseNow(desk, attendance, settlementId)),
    'resolving.list': () => ok({ settlements: open.settlements() }),
    'cases.list': () => ok({ cases: open.cases() }),
    'cases.undo': async ({ caseId, approval }) => {
      const answerable = await answerableFor(desk.counter, 'case', approval, caseId)
      if (!answerable.ok) return answerable
      if (caseById(desk.counter.db, caseId)?.kind === 'late-tender') {
        return toldCase(await undoLateTender(desk, caseId))
      }
      const shift = signedInShift(desk)
      if (!shift.ok) return shift
      const undo = (): Promise<Result<CaseRow>> => undoCase(desk, shift.value, caseId, answerable.value)
      const always = (): boolean => true
      return toldCase(await desk.queue.beside('undo', always, () => attendance.lanes.run(caseId, undo)))
    },
    'cases.close': async ({ caseId, note, approval }) => {
      const answerable = await answerableFor(desk.counter, 'case', approval, caseId)
      if (!answerable.ok) return answerable
      return toldCase(closeCase(desk, { caseId, note, operatorId: answerable.value }))
    },
  }
}

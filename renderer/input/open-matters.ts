import type { CaseView, OpenSettlement } from '../../engine/contract/resolving.ts'
import type { OpenTender } from '../../engine/contract/tenders.ts'
import type { Facts } from './input-state.ts'

/** Something whose end is open, of whatever sale: it has an id, and one safe next step. */
export type Matter =
  | { readonly kind: 'case'; readonly id: string; readonly view: CaseView }
  | { readonly kind: 'settlement'; readonly id: string; readonly view: OpenSettlement }
  /** Its sale was put aside, is paid now, and has to be taken back. */
  | { readonly kind: 'paid-aside'; readonly id: string; readonly view: OpenTender }
  | { readonly kind: 'tender'; readonly id: string; readonly view: OpenTender }

export type MatterFacts = Pick<Facts, 'cases' | 'settlements' | 'tenders'>

/** Everything that is open at this till: what a person must undo first, then what the till asks about. */
export function openMatters(facts: MatterFacts): readonly Matter[] {
  return [
    ...facts.cases.map((view): Matter => ({ kind: 'case', id: view.id, view })),
    ...facts.settlements.map((view): Matter => ({ kind: 'settlement', id: view.settlementId, view })),
    ...facts.tenders.map((view): Matter => ({
      kind: view.state === 'taken' ? 'paid-aside' : 'tender',
      id: view.tenderId,
      view,
    })),
  ]
}

/** Where the mark stands: on the same matter as before, and on the first when that one is gone. */
export function markedMatter(matters: readonly Matter[], at: string | null): number {
  const index = matters.findIndex((matter) => matter.id === at)
  return index === -1 ? 0 : index
}

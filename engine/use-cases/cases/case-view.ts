import type { CaseStep } from '../../../core/cases/state.ts'
import { maskName } from '../../../core/identity/mask.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { openCases, type CaseRow } from '../../../db/cases/case-repository.ts'
import { exchangeById } from '../../../db/journal/exchange-repository.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import { identificationById } from '../../../db/settlements/identification-repository.ts'
import { settlementById } from '../../../db/settlements/settlement-repository.ts'
import type { CaseView } from '../../contract/resolving.ts'
import { waitingOf } from '../resolving/resolving-view.ts'

function stepOf(row: CaseRow): CaseStep {
  switch (row.state) {
    case 'open':
      if (row.waiting_finding === 'absent') return 'wait'
      // what only the centre's people know the numbers of, only people can undo
      return row.setl_id === null && row.kind === 'late-settlement' ? 'close' : 'undo'
    case 'undoing':
      return 'wait'
    case 'undo-unknown':
      return row.waiting_finding === null ? 'ask' : 'wait'
    case 'undone':
    case 'closed':
      return 'none'
  }
}

/** A case as the screens see it. */
export function caseView(db: ReadableDb, row: CaseRow, quietPeriodMs: number): CaseView {
  const settlement = row.settlement_id === null ? undefined : settlementById(db, row.settlement_id)
  const person = settlement === undefined ? undefined : identificationById(db, settlement.identification_id)
  const waiting = waitingOf(row)
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    saleId: row.sale_id,
    saleNumber: saleById(db, row.sale_id)?.number ?? '',
    personName: person === undefined ? null : maskName(person.person_name),
    openedAt: row.opened_at,
    fundPaid: row.fund_paid_fen,
    accountPaid: row.account_paid_fen,
    setlId: row.setl_id,
    mdtrtId: row.mdtrt_id,
    msgid: exchangeById(db, row.exchange_id)?.msgid ?? '',
    lastAskedAt: row.last_asked_at,
    lastFinding: row.last_finding,
    lastProblem: row.last_problem,
    waitingUntil: waiting === null ? null : waiting.since + quietPeriodMs,
    nextStep: stepOf(row),
    closedAt: row.closed_at,
    note: row.note,
  }
}

/** Cases that one list shows at the most. */
const SHOWN = 200

/** The cases that are not closed, oldest first. */
export function openCasesView(db: ReadableDb, quietPeriodMs: number): CaseView[] {
  return openCases(db, SHOWN).map((row) => caseView(db, row, quietPeriodMs))
}

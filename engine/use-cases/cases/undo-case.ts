import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  caseById,
  linkUndo,
  moveCase,
  type CaseMove,
  type CaseRow,
} from '../../../db/cases/case-repository.ts'
import type { Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import { buildCancellation } from '../../../insurance/mapping/cancellation.ts'
import { requestInvalid } from '../../../insurance/mapping/wire-request.ts'
import { changeSale, completeWhenCovered } from '../insurance/complete-when-covered.ts'
import { callerOf, type Desk, type SignedInShift } from '../insurance/desk.ts'
import { refusalOf } from '../insurance/outcome-refusal.ts'
import type { Sought } from '../resolving/sought.ts'
import { attendCase, caseSubject } from './attend-case.ts'

/**
 * Undoes a late settlement: asks first whether it still stands, and only then 2103 by the ids of the late answer; nobody
 * need be identified for what was never sold. Cancelled, or found so → undone. No answer → `undo-unknown`, and the till asks.
 * Refuses with CASE_NOT_FOUND, SALE_STATE_FORBIDS, INSURANCE_OFFLINE, INSURANCE_REQUEST_INVALID or INSURANCE_REFUSED.
 */
export async function undoCase(
  desk: Desk,
  shift: SignedInShift,
  caseId: string,
  operatorId: number,
): Promise<Result<CaseRow>> {
  const asked = await attendCase(desk, shift, caseId)
  if (!asked.ok || asked.value.state === 'undone' || asked.value.state === 'undo-unknown') return asked
  // what is not there cannot be cancelled; found so twice it counts as undone
  if (asked.value.last_finding === 'absent') {
    desk.onUnresolved()
    return asked
  }
  const subject = caseSubject(desk, caseId)
  if (!subject.ok) return subject
  const { row, sought } = subject.value
  if (row.state !== 'open') return refuse('SALE_STATE_FORBIDS', { state: row.state, event: 'undo' })
  return sendUndo(desk, shift, row, sought, operatorId)
}

async function sendUndo(
  desk: Desk,
  shift: SignedInShift,
  row: CaseRow,
  sought: Sought,
  operatorId: number,
): Promise<Result<CaseRow>> {
  const { db } = desk.counter
  if (sought.ids === undefined) return requestInvalid('2103', 'setl_id', 'missing')
  const wire = buildCancellation({ personNumber: sought.personNumber, ...sought.ids })
  if (!wire.ok) return wire
  const asked = await desk.exchanges.perform({
    purpose: 'undo',
    wire: wire.value,
    saleId: row.sale_id,
    personNumber: sought.personNumber,
    insuredPlace: sought.insuredPlace,
    amount: sought.claimed,
    ...callerOf(shift),
    onSent: (exchangeId) => {
      linkUndo(db, row.id, exchangeId)
      move(desk, { caseId: row.id, from: 'open', to: 'undoing', operatorId })
    },
    onOutcome: (outcome) => void concludeUndo(desk, row.id, outcome, operatorId),
  })
  if (!asked.ok) return asked
  changeSale(desk, row.sale_id, () => completeWhenCovered(desk, row.sale_id))
  const { outcome, msgid } = asked.value
  if (outcome.kind === 'refused' || outcome.kind === 'not-sent') {
    return refusalOf(outcome, wire.value.infno, msgid)
  }
  return ok(caseById(db, row.id) ?? row)
}

const move = (desk: Desk, change: Omit<CaseMove, 'at'>): boolean =>
  moveCase(desk.counter.db, { ...change, at: desk.counter.clock.now() })

/**
 * Brings the outcome of an undoing 2103 into the records, in the transaction that journals it; also one that came late.
 * Whether the case is undone by it.
 */
export function concludeUndo(
  desk: Desk,
  caseId: string,
  outcome: Outcome,
  operatorId: number | null,
): boolean {
  const state = caseById(desk.counter.db, caseId)?.state
  if (state !== 'undoing' && state !== 'undo-unknown') return false
  const from = { caseId, from: state, operatorId } as const
  switch (outcome.kind) {
    case 'accepted':
      return move(desk, { ...from, to: 'undone' })
    case 'refused':
      move(desk, { ...from, to: 'open', problem: outcome.message.slice(0, 200) })
      return false
    case 'not-sent':
      move(desk, { ...from, to: 'open', problem: outcome.reason })
      return false
    case 'unknown':
      if (state === 'undoing') {
        move(desk, { ...from, to: 'undo-unknown' })
        desk.onUnresolved()
      }
      return false
  }
}

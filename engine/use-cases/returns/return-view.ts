import { maskName } from '../../../core/identity/mask.ts'
import { fen } from '../../../core/money/fen.ts'
import { ok, type Result } from '../../../core/result.ts'
import { moneyMoved, returnSteps } from '../../../core/return/steps.ts'
import { identificationById } from '../../../db/settlements/identification-repository.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import type { ReturnView } from '../../contract/returns.ts'
import type { Counter } from '../sale/counter.ts'
import {
  factsOf,
  givenBackBy,
  readReturn,
  type StoredReturn,
  type StoredReturnLine,
} from './stored-return.ts'

function lineView(line: StoredReturnLine): ReturnView['lines'][number] {
  return {
    lineId: line.line_id,
    position: line.line.position,
    name: line.line.name,
    specification: line.line.specification,
    unit: line.line.unit,
    split: line.line.split === 1,
    quantity: line.quantity_e4,
    amount: line.amount_fen,
    traceCodes: line.codes.filter(({ kept }) => kept === 0).map(({ code }) => code),
  }
}

function personNameOf(db: ReadableDb, stored: StoredReturn): string | null {
  const { settlement } = stored
  if (settlement === undefined) return null
  return maskName(identificationById(db, settlement.identification_id)?.person_name ?? '')
}

/** A return as the screens see it; personal data masked. */
export function returnView(db: ReadableDb, stored: StoredReturn): ReturnView {
  const { row, sold, lines, refunds, settlement } = stored
  const facts = factsOf(stored)
  const back = givenBackBy(settlement)
  const closed = row.closed_at !== null
  const moved = moneyMoved(facts) ? 'refunding' : 'open'
  return {
    id: row.id,
    number: row.number,
    saleId: row.sale_id,
    saleNumber: sold.sale.number,
    state: closed ? row.state : moved,
    reason: row.reason,
    openedAt: row.opened_at,
    amount: row.amount_fen,
    insured: settlement !== undefined,
    personName: personNameOf(db, stored),
    settlementId: row.settlement_id,
    lines: lines.filter((line) => line.quantity_e4 > 0).map(lineView),
    money: {
      fundBack: back.fund,
      accountBack: back.account,
      tendersBack: fen(refunds.reduce((sum, refund) => sum + refund.amount_fen, 0)),
      paidAgain: fen(lines.reduce((sum, line) => sum + line.kept_amount_fen, 0)),
    },
    steps: returnSteps(facts),
    resaleId: row.resale_id,
  }
}

/** The return with this id as the screens see it, or RETURN_NOT_FOUND. */
export function viewOfReturn(counter: Counter, returnId: string): Result<ReturnView> {
  const stored = readReturn(counter.db, returnId)
  return stored.ok ? ok(returnView(counter.db, stored.value)) : stored
}

/** Reads the return anew, tells everybody, and returns what it told. */
export function announceReturn(counter: Counter, returnId: string): Result<ReturnView> {
  const view = viewOfReturn(counter, returnId)
  if (view.ok) counter.events.emit('return.changed', view.value)
  return view
}

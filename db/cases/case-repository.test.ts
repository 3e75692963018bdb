import { expect, it } from 'vitest'
import type { WritableDb } from '../connection/database.ts'
import { insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'
import {
  caseById,
  caseOfUndo,
  casesBeingUndone,
  countOpenCases,
  dueCases,
  expediteCases,
  insertCase,
  linkUndo,
  moveCase,
  nextCaseAt,
  openCaseOf,
  openCases,
  postponeCase,
  storeCaseRound,
  type CaseMove,
} from './case-repository.ts'

function till(): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  return db
}

const move = (change: Partial<CaseMove>): CaseMove => ({
  caseId: 'case-1',
  from: 'open',
  to: 'undoing',
  at: NOON,
  operatorId: 1,
  ...change,
})

it('opens one case for one late answer, however often it comes', () => {
  const db = till()
  const again = {
    ...SAMPLE.sale_case,
    id: 'case-2',
    tender_id: null,
    fund_paid_fen: null,
    account_paid_fen: null,
  }
  expect(db.transaction(() => insertCase(db, again))).toBe(false)
  expect(countOpenCases(db)).toBe(1)
  expect(openCaseOf(db, 'sale-1')).toBe('case-1')
})

it('asks about an undo from when its answer is missing until it is known', () => {
  const db = till()
  expect(db.transaction(() => moveCase(db, move({})))).toBe(true)
  linkUndo(db, 'case-1', 1)
  expect(casesBeingUndone(db).map((row) => row.id)).toEqual(['case-1'])
  expect(nextCaseAt(db)).toBeUndefined()
  expect(db.transaction(() => moveCase(db, move({ from: 'undoing', to: 'undo-unknown' })))).toBe(true)
  expect(dueCases(db, NOON, 5)).toEqual(['case-1'])
  const round = { attempts: 1, failures: 0, nextAttemptAt: NOON + 500, askedAt: NOON, problem: null } as const
  storeCaseRound(db, 'case-1', { ...round, finding: 'found', waiting: { finding: 'standing', since: NOON } })
  expediteCases(db, NOON)
  expect(nextCaseAt(db)).toBe(NOON + 500)
  postponeCase(db, 'case-1', NOON + 900, 'offline')
  expect(caseById(db, 'case-1')).toMatchObject({ next_attempt_at: NOON + 900, last_problem: 'offline' })
  expect(caseOfUndo(db, 1)?.id).toBe('case-1')
  expect(db.transaction(() => moveCase(db, move({ from: 'undo-unknown', to: 'undone' })))).toBe(true)
  expect(nextCaseAt(db)).toBeUndefined()
  expect(openCases(db, 5)).toEqual([])
  expect(openCaseOf(db, 'sale-1')).toBeUndefined()
})

it('moves nothing that has moved already', () => {
  const db = till()
  expect(db.transaction(() => moveCase(db, move({ to: 'closed', note: '医保已人工撤销' })))).toBe(true)
  expect(db.transaction(() => moveCase(db, move({})))).toBe(false)
  expect(caseById(db, 'case-1')).toMatchObject({ state: 'closed', note: '医保已人工撤销', closed_at: NOON })
})

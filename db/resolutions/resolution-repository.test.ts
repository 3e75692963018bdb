import { expect, it } from 'vitest'
import type { WritableDb } from '../connection/database.ts'
import { moveSettlement } from '../settlements/settlement-repository.ts'
import type { SettlementState } from '../../core/settlement/state.ts'
import type { SettlementEvent } from '../../core/settlement/transitions.ts'
import { insertSamples } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'
import {
  dueResolutions,
  endResolution,
  expediteResolutions,
  nextResolutionAt,
  openResolutionOf,
  openResolutions,
  postponeResolution,
  storeRound,
} from './resolution-repository.ts'

function till(): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  db.write('UPDATE settlement SET settle_exchange_id = 1').run()
  endResolution(db, 'settle-1', NOON)
  return db
}

function move(db: WritableDb, from: SettlementState, to: SettlementState, event: SettlementEvent): void {
  const by = { settlementId: 'settle-1', exchangeId: null, operatorId: null, at: NOON }
  expect(db.transaction(() => moveSettlement(db, { ...by, from, to, event }))).toBe(true)
}

const round = { attempts: 2, failures: 1, nextAttemptAt: NOON + 5_000, askedAt: NOON, problem: '系统繁忙' }

it('begins with the move into a state that is asked about, and ends with the move out of it', () => {
  const db = till()
  move(db, 'prepared', 'sent', 'request-sent')
  expect(openResolutionOf(db, 'settle-1')).toBeUndefined()
  move(db, 'sent', 'unknown', 'answer-missing')
  expect(openResolutionOf(db, 'settle-1')).toMatchObject({ attempts: 0, next_attempt_at: NOON })
  expect(dueResolutions(db, NOON, 10)).toEqual(['settle-1'])
  move(db, 'unknown', 'refused', 'query-absent')
  expect(openResolutionOf(db, 'settle-1')).toBeUndefined()
  expect(nextResolutionAt(db)).toBeUndefined()
})

it('counts anew in the next state', () => {
  const db = till()
  move(db, 'prepared', 'sent', 'request-sent')
  move(db, 'sent', 'unknown', 'answer-missing')
  const waiting = { finding: 'absent', since: NOON } as const
  storeRound(db, 'settle-1', { ...round, finding: 'absent', waiting })
  expect(openResolutionOf(db, 'settle-1')).toMatchObject({
    attempts: 2,
    failures: 1,
    last_finding: 'absent',
    last_problem: '系统繁忙',
    waiting_finding: 'absent',
    waiting_since: NOON,
  })
  move(db, 'unknown', 'reversing', 'reversal-sent')
  expect(openResolutionOf(db, 'settle-1')).toMatchObject({
    attempts: 0,
    failures: 0,
    last_finding: null,
    waiting_finding: null,
  })
})

it('makes due at once what only waits for its turn, not what waits for a quiet period', () => {
  const db = till()
  move(db, 'prepared', 'sent', 'request-sent')
  move(db, 'sent', 'unknown', 'answer-missing')
  storeRound(db, 'settle-1', { ...round, finding: 'inconclusive', waiting: null })
  expect(dueResolutions(db, NOON, 10)).toEqual([])
  expediteResolutions(db, NOON)
  expect(dueResolutions(db, NOON, 10)).toEqual(['settle-1'])
  storeRound(db, 'settle-1', { ...round, finding: 'absent', waiting: { finding: 'absent', since: NOON } })
  expediteResolutions(db, NOON)
  expect(nextResolutionAt(db)).toBe(NOON + 5_000)
  postponeResolution(db, 'settle-1', NOON + 9_000, null)
  expect(nextResolutionAt(db)).toBe(NOON + 9_000)
})

it('lists what is open with the sale and the person', () => {
  const db = till()
  move(db, 'prepared', 'sent', 'request-sent')
  move(db, 'sent', 'unknown', 'answer-missing')
  expect(openResolutions(db, 10)).toMatchObject([
    { settlement_id: 'settle-1', sale_number: '20260201-01-0001', person_name: '王某某', infno: '2102A' },
  ])
})

import { expect, it } from 'vitest'
import { fen } from '../../core/money/fen.ts'
import { isUniqueViolation } from '../connection/sqlite-errors.ts'
import type { WritableDb } from '../connection/database.ts'
import { insert, insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'
import {
  linkExchange,
  moveSettlement,
  sameSettlementSince,
  settlementById,
  settlementInFlightOf,
  settlementOfExchange,
} from './settlement-repository.ts'

/** A till with a settlement of P1 on its way, and another one of the same person that is only quoted. */
function twoOfOnePerson(): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  insert(db, 'sale', { ...SAMPLE.sale, id: 'sale-2', number: 'A-2', state: 'held' })
  insert(db, 'settlement', { ...SAMPLE.settlement, id: 'settle-2', sale_id: 'sale-2', state: 'quoted' })
  return db
}

it('knows who is on their way, and the index says it again below', () => {
  const db = twoOfOnePerson()
  expect(settlementInFlightOf(db, 'P1')).toMatchObject({ id: 'settle-1', sale_number: SAMPLE.sale.number })
  expect(settlementInFlightOf(db, 'P2')).toBeUndefined()
  const move = { event: 'request-stored', from: 'quoted', to: 'prepared', at: NOON } as const
  let thrown: unknown
  try {
    moveSettlement(db, { ...move, settlementId: 'settle-2', exchangeId: null, operatorId: null })
  } catch (error) {
    thrown = error
  }
  expect(isUniqueViolation(thrown, 'settlement.person_number')).toBe(true)
  expect(isUniqueViolation(thrown, 'settlement.sale_id')).toBe(false)
  expect(isUniqueViolation(new Error('settlement.person_number'), 'settlement.person_number')).toBe(false)
  expect(settlementById(db, 'settle-2')?.state).toBe('quoted')
})

it('finds the same amount of the same person within the time, while it stands', () => {
  const db = twoOfOnePerson()
  const settled = `UPDATE settlement SET state = 'settled', settled_at = ?, setl_id = 'S', mdtrt_id = 'M', fund_paid_fen = 0,
    account_paid_fen = 1250, personal_part_fen = 1250, cash_part_fen = 0, institution_borne_fen = 0 WHERE id = 'settle-1'`
  db.write(settled).run(NOON)
  const same = { personNumber: 'P1', claimed: fen(1_250), since: NOON - 600_000 }
  expect(sameSettlementSince(db, same)).toEqual({ settled_at: NOON, sale_number: SAMPLE.sale.number })
  expect(sameSettlementSince(db, { ...same, since: NOON + 1 })).toBeUndefined()
  expect(sameSettlementSince(db, { ...same, claimed: fen(1_251) })).toBeUndefined()
  expect(sameSettlementSince(db, { ...same, personNumber: 'P2' })).toBeUndefined()
  db.write(`UPDATE settlement SET state = 'cancelled' WHERE id = 'settle-1'`).run()
  expect(sameSettlementSince(db, same)).toBeUndefined()
})

it('finds the settlement that an exchange settled, cancelled or reversed', () => {
  const db = twoOfOnePerson()
  insert(db, 'exchange', { ...SAMPLE.exchange, id: 2, msgid: 'second' })
  for (const which of ['settle', 'cancel', 'reversal'] as const) {
    linkExchange(db, 'settle-1', which, 2)
    expect(settlementOfExchange(db, 'sale-1', 2)?.id).toBe('settle-1')
    linkExchange(db, 'settle-1', which, null)
  }
  expect(settlementOfExchange(db, 'sale-1', 2)).toBeUndefined()
})

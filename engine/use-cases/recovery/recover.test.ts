import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../../core/cases/state.ts'
import type { SettlementState } from '../../../core/settlement/state.ts'
import { caseById } from '../../../db/cases/case-repository.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { openResolutionOf } from '../../../db/resolutions/resolution-repository.ts'
import { settlementById } from '../../../db/settlements/settlement-repository.ts'
import { insert, insertSamples, SAMPLE } from '../../../db/testing/sample-rows.ts'
import { freshTill, NOON } from '../../../db/testing/till-database.ts'
import type { Clock } from '../../ports/clock.ts'
import { recover } from './recover.ts'

const clock: Clock = { now: () => NOON + 60_000, newId: () => 'id', schedule: () => () => undefined }

const NOTHING_ASKED = 'UPDATE resolution SET ended_at = began_at'

/** A till as a crash left it: a settlement in this state, and an exchange of its kind with these steps. */
function crashed(
  state: SettlementState,
  column: 'cancel_exchange_id' | 'reversal_exchange_id' | 'settle_exchange_id',
  steps: readonly string[],
): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  db.write(NOTHING_ASKED).run()
  insert(db, 'exchange', { ...SAMPLE.exchange, id: 2, msgid: 'second' })
  for (const step of steps) insert(db, 'exchange_step', { exchange_id: 2, step, at: NOON })
  db.write(`UPDATE settlement SET state = ?, ${column} = 2`).run(state)
  return db
}

describe('what a restart says of a settlement that was on its way', () => {
  it.each([
    ['prepared', 'settle_exchange_id', [], 'refused', 'not-sent'],
    ['sent', 'settle_exchange_id', ['sent'], 'unknown', 'unknown'],
    // the outcome was journaled, its effect was not
    ['sent', 'settle_exchange_id', ['sent', 'accepted'], 'unknown', 'accepted'],
    ['sent', 'settle_exchange_id', ['sent', 'refused'], 'unknown', 'refused'],
    ['cancelling', 'cancel_exchange_id', ['sent'], 'cancel-unknown', 'unknown'],
    ['cancelling', 'cancel_exchange_id', ['sent', 'accepted'], 'cancel-unknown', 'accepted'],
    ['reversing', 'reversal_exchange_id', ['sent'], 'reverse-unknown', 'unknown'],
    ['reversing', 'reversal_exchange_id', ['sent', 'unknown'], 'reverse-unknown', 'unknown'],
    ['reversing', 'reversal_exchange_id', ['sent', 'refused'], 'unknown', 'refused'],
    ['reversing', 'reversal_exchange_id', ['sent', 'not-sent'], 'unknown', 'not-sent'],
    ['reversing', 'reversal_exchange_id', ['sent', 'accepted'], 'reversing', 'accepted'],
    ['unknown', 'settle_exchange_id', ['sent', 'unknown'], 'unknown', 'unknown'],
    ['disputed', 'settle_exchange_id', ['sent', 'accepted'], 'disputed', 'accepted'],
  ] as const)('%s (%s %j) → %s', (state, column, steps, after, outcome) => {
    const db = crashed(state, column, steps)
    recover(db, clock)
    expect(settlementById(db, 'settle-1')?.state).toBe(after)
    const last = db
      .read<{ step: string }>('SELECT step FROM exchange_step WHERE exchange_id = 2 ORDER BY id DESC')
      .get()
    expect(last?.step).toBe(outcome)
    // what came into an open state is asked about from now on
    const asked = openResolutionOf(db, 'settle-1') !== undefined
    expect(asked).toBe(after !== state && after !== 'refused')
  })

  it('changes nothing the second time', () => {
    const db = crashed('sent', 'settle_exchange_id', ['sent'])
    recover(db, clock)
    const events = (): unknown[] => db.read('SELECT * FROM settlement_event').all()
    const before = events()
    expect(recover(db, clock)).toEqual({ notSent: 0, unknown: 0 })
    expect(events()).toEqual(before)
  })
})

describe('what a restart says of a case that was being undone', () => {
  it.each([
    [['sent'], 'undo-unknown'],
    [['sent', 'not-sent'], 'open'],
    [['sent', 'accepted'], 'undo-unknown'],
  ] as const)('%j → %s', (steps, after: CaseState) => {
    const db = crashed('refused', 'settle_exchange_id', steps)
    db.write(`UPDATE sale_case SET state = 'undoing', undo_exchange_id = 2`).run()
    recover(db, clock)
    expect(caseById(db, 'case-1')).toMatchObject({
      state: after,
      next_attempt_at: after === 'undo-unknown' ? clock.now() : null,
    })
  })
})

import { describe, expect, it } from 'vitest'
import { LIVE_STATES, SETTLEMENT_STATES } from '../../core/settlement/state.ts'
import { connectionOf, type WritableDb } from '../connection/database.ts'
import { insert, insertSamples, SAMPLE, type Row, type SampleTable } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'

function filled(): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  return db
}

const SETTLED: Row = {
  ...SAMPLE.settlement,
  id: 'settle-2',
  state: 'settled',
  setl_id: 'S2',
  mdtrt_id: 'M2',
  fund_paid_fen: 500,
  account_paid_fen: 250,
  personal_part_fen: 750,
  cash_part_fen: 500,
  institution_borne_fen: 0,
}

/** A database whose one settlement was refused, so that another may be tried. */
function withRefusedSettlement(): WritableDb {
  const db = filled()
  db.write("UPDATE settlement SET state = 'refused' WHERE id = 'settle-1'").run()
  return db
}

describe('rows that are never changed or deleted (invariant 6)', () => {
  const appendOnly = [
    'exchange',
    'exchange_step',
    'settlement_event',
    'receipt_copy',
    'cash_move',
    'audit',
    'approval',
    'stock_move',
    'return_copy',
    'settlement_cancellation',
  ] as const

  it.each(appendOnly)('%s', (table) => {
    const db = filled()
    const column = Object.keys(SAMPLE[table]).find((name) => name !== 'id') ?? ''
    expect(() => db.write(`UPDATE ${table} SET ${column} = ${column}`).run()).toThrow(
      `${table} is append-only`,
    )
    expect(() => db.write(`DELETE FROM ${table}`).run()).toThrow(`${table} is append-only`)
    expect(db.read(`SELECT * FROM ${table}`).all()).toHaveLength(1)
  })

  it.each(appendOnly)('%s, not even by replacing a row', (table) => {
    const db = filled()
    const row: Row = SAMPLE[table]
    const columns = Object.keys(row)
    const replace = `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    expect(() => db.write(replace).run(...Object.values(row))).toThrow('append-only')
  })

  it('outbox rows can be acknowledged but not deleted (invariant 8)', () => {
    const db = filled()
    db.write("UPDATE outbox SET acknowledged_at = ? WHERE id = 'outbox-1'").run(NOON)
    expect(() => db.write('DELETE FROM outbox').run()).toThrow('outbox rows are never deleted')
  })
})

describe('the last guard against a double charge (invariant 1)', () => {
  it.each(SETTLEMENT_STATES)('a settlement in state %s keeps every live one out, or none', (state) => {
    const db = filled()
    const evenWhenSettled = { ...SETTLED, id: 'settle-1', state }
    db.write(
      `UPDATE settlement SET setl_id = 'S', mdtrt_id = 'M', fund_paid_fen = 500, account_paid_fen = 250,
       personal_part_fen = 750, cash_part_fen = 500, institution_borne_fen = 0, state = ?`,
    ).run(evenWhenSettled.state)
    const live = (LIVE_STATES as readonly string[]).includes(state)
    for (const second of SETTLEMENT_STATES) {
      const secondLive = (LIVE_STATES as readonly string[]).includes(second)
      const attempt = (): number =>
        insert(db, 'settlement', {
          ...SETTLED,
          id: `second-${second}`,
          person_number: 'P2',
          state: second,
        })
      if (live && secondLive) expect(attempt, second).toThrow('UNIQUE constraint failed: settlement.sale_id')
      else {
        attempt()
        db.write('DELETE FROM settlement WHERE id = ?').run(`second-${second}`)
      }
    }
  })

  it('a settled one adds up to the fen and carries the centre’s ids', () => {
    const db = withRefusedSettlement()
    for (const wrong of [
      { setl_id: null },
      { mdtrt_id: null },
      { fund_paid_fen: 501 },
      { account_paid_fen: 251 },
      { personal_part_fen: 751 },
      { institution_borne_fen: 1 },
      { claimed_fen: 1_251 },
      { fund_paid_fen: null },
      { account_paid_fen: null },
      { institution_borne_fen: null },
      { cash_part_fen: null },
      { personal_part_fen: null },
    ]) {
      expect(() => insert(db, 'settlement', { ...SETTLED, ...wrong }), JSON.stringify(wrong)).toThrow('CHECK')
    }
    insert(db, 'settlement', SETTLED)
  })
})

describe('exchanges', () => {
  it('a msgid is used once (invariant 2)', () => {
    const db = filled()
    expect(() => insert(db, 'exchange', { ...SAMPLE.exchange, id: 2, request_text: '{"other":1}' })).toThrow(
      'UNIQUE',
    )
  })

  it('have one outcome; a late answer may come on top', () => {
    const db = filled()
    const step = (id: number, name: string): number =>
      insert(db, 'exchange_step', { ...SAMPLE.exchange_step, id, step: name })
    expect(() => step(2, 'sent')).toThrow('UNIQUE')
    step(3, 'unknown')
    for (const outcome of ['accepted', 'refused', 'not-sent', 'unknown'])
      expect(() => step(4, outcome)).toThrow('UNIQUE')
    step(5, 'late-answer')
    expect(() => step(6, 'lost')).toThrow('CHECK')
  })
})

describe('trace codes (invariant 7)', () => {
  const another = (db: WritableDb, row: Row): number =>
    insert(db, 'trace_code', { ...SAMPLE.trace_code, id: null, ...row })

  it('a box is live once, while reserved and when sold, and free when released', () => {
    for (const state of ['reserved', 'sold']) {
      const db = filled()
      db.write('UPDATE trace_code SET state = ?').run(state)
      expect(() => another(db, { state: 'reserved' })).toThrow('UNIQUE')
      expect(() => another(db, { state: 'sold' })).toThrow('UNIQUE')
      another(db, { state: 'released' })
    }
    const db = filled()
    db.write("UPDATE trace_code SET state = 'released'").run()
    another(db, {})
  })

  it('an opened pack serves several split sales', () => {
    const db = filled()
    db.write('UPDATE trace_code SET split = 1').run()
    another(db, { split: 1 })
    another(db, { split: 1, state: 'sold' })
  })
})

describe('one at a time', () => {
  it('one open sale at a till, any number held', () => {
    const db = filled()
    const sale = { ...SAMPLE.sale, id: 'sale-2', number: '2' }
    expect(() => insert(db, 'sale', sale)).toThrow('UNIQUE constraint failed: sale.till')
    insert(db, 'sale', { ...sale, state: 'held' })
    insert(db, 'sale', { ...sale, id: 'sale-3', number: '3', till: '02' })
  })

  it('one open shift at a till', () => {
    const db = filled()
    expect(() => insert(db, 'shift', { ...SAMPLE.shift, id: 'shift-2' })).toThrow(
      'UNIQUE constraint failed: shift.till',
    )
    db.write('UPDATE shift SET closed_at = opened_at').run()
    insert(db, 'shift', { ...SAMPLE.shift, id: 'shift-2' })
  })

  it('one identification in force for a sale', () => {
    const db = filled()
    const second = { ...SAMPLE.identification, id: 'ident-2' }
    expect(() => insert(db, 'identification', second)).toThrow('UNIQUE')
    db.write('UPDATE identification SET dropped_at = ?').run(NOON)
    insert(db, 'identification', second)
  })

  it('one report of a kind for a sale, one number for a sale, one copy number for a receipt', () => {
    const db = filled()
    expect(() => insert(db, 'outbox', { ...SAMPLE.outbox, id: 'outbox-2' })).toThrow('UNIQUE')
    expect(() => insert(db, 'receipt_copy', { ...SAMPLE.receipt_copy, id: 2 })).toThrow('UNIQUE')
    db.write("UPDATE sale SET state = 'voided', closed_at = opened_at").run()
    expect(() => insert(db, 'sale', { ...SAMPLE.sale, id: 'sale-2' })).toThrow(
      'UNIQUE constraint failed: sale.number',
    )
  })
})

describe('values that no row may hold', () => {
  const cases: readonly (readonly [SampleTable, Row])[] = [
    ['operator', { role: 'owner' }],
    ['operator', { number: '' }],
    ['operator', { number: '012345678901234567890' }],
    ['operator', { name: '' }],
    ['operator', { active: 2 }],
    ['shift', { opening_float_fen: -1 }],
    ['shift', { closed_at: NOON - 1 }],
    ['cash_move', { amount_fen: 0 }],
    ['goods', { price_micro: -1 }],
    ['goods', { split_price_micro: -1 }],
    ['goods', { pack_size: 0 }],
    ['goods', { prescription_class: '3' }],
    ['goods', { trace_policy: 'maybe' }],
    ['goods', { name: '' }],
    ['goods', { code: '' }],
    ['goods_batch', { manufactured_on: '2025-1-1' }],
    ['goods_batch', { expires_on: '20270101' }],
    ['goods_batch', { serial: '' }],
    ['sale', { state: 'paid' }],
    ['sale', { state: 'completed' }],
    ['sale', { closed_at: NOON }],
    ['sale', { total_fen: -1 }],
    ['sale', { sale_discount_fen: -1 }],
    ['sale_line', { position: 0 }],
    ['sale_line', { quantity_e4: 0 }],
    ['sale_line', { quantity_e4: -10_000 }],
    ['sale_line', { amount_fen: 1_249 }],
    ['sale_line', { own_discount_fen: -1, amount_fen: 1_251 }],
    ['sale_line', { own_discount_fen: 1_300, amount_fen: -50 }],
    ['sale_line', { unit_price_micro: -1 }],
    ['sale_line', { split: 2 }],
    ['sale_line', { trace_policy: '' }],
    ['trace_code', { code: '' }],
    ['trace_code', { state: 'lost' }],
    ['identification', { credential_type: '04' }],
    ['identification', { account_used: 2 }],
    ['settlement', { state: 'paid' }],
    ['settlement', { claimed_fen: 0 }],
    ['tender', { amount_fen: 0, received_fen: 0, change_fen: 0 }],
    ['tender', { received_fen: 1_249, change_fen: -1 }],
    ['tender', { change_fen: 751 }],
    ['tender', { kind: 'cheque' }],
    ['tender', { state: 'maybe' }],
    ['outbox', { kind: 'something' }],
    ['receipt_copy', { copy: 0 }],
  ]

  it.each(cases)('%s %o', (table, wrong) => {
    const { db } = freshTill()
    connectionOf(db).pragma('foreign_keys = OFF')
    const row: Row = SAMPLE[table]
    expect(() => insert(db, table, { ...row, ...wrong })).toThrow('CHECK constraint failed')
    insert(db, table, row)
  })
})

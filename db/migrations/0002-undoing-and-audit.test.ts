import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIRST_SCHEMA_SAMPLE, insert, insertSamples, SAMPLE, type Row } from '../testing/sample-rows.ts'
import { freshTill, NOON, openTill, temporaryFolder } from '../testing/till-database.ts'
import type { WritableDb } from '../connection/database.ts'
import { firstSchema } from './0001-first-schema.ts'

function filled(): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  return db
}

describe('migration 2, undoing and audit', () => {
  it('keeps every row of a till that has sold', () => {
    const path = join(temporaryFolder(), 'till.db')
    const old = openTill(path, { migrations: [firstSchema] })
    old.transaction(() => {
      for (const [table, row] of Object.entries(FIRST_SCHEMA_SAMPLE)) insert(old, table, row)
    })
    old.close()
    const db = openTill(path)
    for (const [table, row] of Object.entries(FIRST_SCHEMA_SAMPLE)) {
      expect(db.read(`SELECT * FROM ${table}`).all(), table).toEqual([expect.objectContaining(row)])
    }
    expect(db.read<Row>('SELECT changed_at, order_number FROM tender').get()).toEqual({
      changed_at: NOON,
      order_number: null,
    })
  })

  it('lets nobody approve for themselves', () => {
    const db = filled()
    expect(() => insert(db, 'approval', { ...SAMPLE.approval, id: 'a', approved_by: 1 })).toThrow('CHECK')
  })

  it('lets one person be in one settlement on its way only', () => {
    const db = filled()
    insert(db, 'sale', { ...SAMPLE.sale, id: 'sale-2', number: 'other', state: 'held' })
    const other: Row = { ...SAMPLE.settlement, id: 'settle-2', sale_id: 'sale-2', state: 'unknown' }
    expect(() => insert(db, 'settlement', other)).toThrow('UNIQUE')
    db.write("UPDATE settlement SET state = 'refused' WHERE id = 'settle-1'").run()
    insert(db, 'settlement', other)
  })

  it('lets one electronic tender of a sale be on its way', () => {
    const db = filled()
    const qr: Row = { ...SAMPLE.tender, id: 't-1', kind: 'qr', state: 'unknown', order_number: 'A' }
    insert(db, 'tender', qr)
    expect(() => insert(db, 'tender', { ...qr, id: 't-2', order_number: 'B', state: 'prepared' })).toThrow(
      'UNIQUE',
    )
    expect(() => insert(db, 'tender', { ...qr, id: 't-3', order_number: null, state: 'refused' })).toThrow(
      'CHECK',
    )
  })

  it('keeps a return report and a sale report of the same sale apart, one of each', () => {
    const db = filled()
    const back: Row = { ...SAMPLE.outbox, id: 'o-2', kind: 'goods-returned', return_id: 'return-1' }
    insert(db, 'outbox', back)
    expect(() => insert(db, 'outbox', { ...back, id: 'o-3' })).toThrow('UNIQUE')
    expect(() => insert(db, 'outbox', { ...back, id: 'o-4', return_id: null })).toThrow('CHECK')
  })

  it('never lets more go back than a tender took', () => {
    const db = filled()
    const refund: Row = { ...SAMPLE.refund, id: 'r-2', order_number: 'O2', state: 'planned', amount_fen: 1 }
    insert(db, 'refund', refund)
    const doneNow = (id: string): void =>
      void db.write("UPDATE refund SET state = 'done', shift_id = 'shift-1' WHERE id = ?").run(id)
    doneNow('refund-1')
    expect(() => doneNow('r-2')).toThrow('more refunded than was paid')
  })

  it('returns or keeps something of a line', () => {
    const db = filled()
    insert(db, 'sale_line', { ...SAMPLE.sale_line, id: 'line-2', position: 2 })
    const nothing: Row = { ...SAMPLE.return_line, line_id: 'line-2', quantity_e4: 0, amount_fen: 0 }
    expect(() => insert(db, 'return_line', nothing)).toThrow('CHECK')
    insert(db, 'return_line', { ...nothing, kept_e4: 10_000, kept_amount_fen: 1_250 })
  })

  it('frees the code of a box that came back', () => {
    const db = filled()
    const again: Row = { ...SAMPLE.trace_code, id: 2, state: 'reserved' }
    expect(() => insert(db, 'trace_code', again)).toThrow('UNIQUE')
    db.write("UPDATE trace_code SET state = 'returned' WHERE id = 1").run()
    insert(db, 'trace_code', again)
  })
})

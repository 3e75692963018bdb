import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../connection/database.ts'
import { FIRST_SCHEMA_SAMPLE, insert, insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, openTill, temporaryFolder } from '../testing/till-database.ts'
import { firstSchema } from './0001-first-schema.ts'
import { undoingAndAudit } from './0002-undoing-and-audit.ts'

function filled(): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  return db
}

describe('migration 3, devices and printing', () => {
  it('keeps every row of a till that has sold', () => {
    const path = join(temporaryFolder(), 'till.db')
    const old = openTill(path, { migrations: [firstSchema] })
    old.transaction(() => {
      for (const [table, row] of Object.entries(FIRST_SCHEMA_SAMPLE)) insert(old, table, row)
    })
    old.close()
    openTill(path, { migrations: [firstSchema, undoingAndAudit] }).close()
    const db = openTill(path)
    for (const [table, row] of Object.entries(FIRST_SCHEMA_SAMPLE)) {
      expect(db.read(`SELECT * FROM ${table}`).all(), table).toEqual([expect.objectContaining(row)])
    }
  })

  it('prints an original once', () => {
    const db = filled()
    expect(() => insert(db, 'print_job', { ...SAMPLE.print_job, id: 'job-2' })).toThrow('UNIQUE')
    insert(db, 'print_job', { ...SAMPLE.print_job, id: 'job-2', what: 'reprint', copy: 2 })
  })

  it.each(['printed', 'uncertain', 'incomplete', 'cancelled'])('never prints again what is %s', (state) => {
    const db = filled()
    db.write('UPDATE print_job SET state = ?').run(state)
    for (const again of ['waiting', 'printing']) {
      expect(() => db.write('UPDATE print_job SET state = ?').run(again)).toThrow('not printed again')
    }
  })

  it('wants a sale for everything but a test, and a return for its slip alone', () => {
    const db = filled()
    const job = { ...SAMPLE.print_job, id: 'job-2', what: 'reprint' }
    expect(() => insert(db, 'print_job', { ...job, sale_id: null })).toThrow('CHECK')
    expect(() => insert(db, 'print_job', { ...job, return_id: 'return-1' })).toThrow('CHECK')
    expect(() => insert(db, 'print_job', { ...job, what: 'return-slip' })).toThrow('CHECK')
    insert(db, 'print_job', { ...job, what: 'return-slip', return_id: 'return-1' })
    insert(db, 'print_job', { ...job, id: 'job-3', what: 'test-slip', sale_id: null })
  })

  it('keeps openings of the drawer as they were', () => {
    const db = filled()
    expect(() => db.write("UPDATE drawer_opening SET reason = 'x'").run()).toThrow()
    expect(() => db.write('DELETE FROM drawer_opening').run()).toThrow()
    expect(() => db.write('DELETE FROM drawer_outcome').run()).toThrow()
    const opening = { ...SAMPLE.drawer_opening, id: 'opening-2' }
    // by itself only for a sale
    expect(() => insert(db, 'drawer_opening', { ...opening, automatic: 1 })).toThrow('CHECK')
    insert(db, 'drawer_opening', { ...opening, automatic: 1, sale_id: 'sale-1' })
  })

  it('takes no options that are not JSON', () => {
    const db = filled()
    const setting = { ...SAMPLE.device_setting, slot: 'display', options: '{' }
    expect(() => insert(db, 'device_setting', setting)).toThrow('CHECK')
  })
})

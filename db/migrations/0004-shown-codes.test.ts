import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIRST_SCHEMA_SAMPLE, insert, insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, openTill, temporaryFolder } from '../testing/till-database.ts'
import { devicesAndPrinting } from './0003-devices-and-printing.ts'
import { firstSchema } from './0001-first-schema.ts'
import { undoingAndAudit } from './0002-undoing-and-audit.ts'

describe('migration 4, shown codes', () => {
  it('keeps every row of a till that has sold', () => {
    const path = join(temporaryFolder(), 'till.db')
    const old = openTill(path, { migrations: [firstSchema] })
    old.transaction(() => {
      for (const [table, row] of Object.entries(FIRST_SCHEMA_SAMPLE)) insert(old, table, row)
    })
    old.close()
    openTill(path, { migrations: [firstSchema, undoingAndAudit, devicesAndPrinting] }).close()
    const db = openTill(path)
    expect(db.read('SELECT * FROM tender').all()).toHaveLength(1)
    expect(db.read('SELECT * FROM shown_code').all()).toEqual([])
  })

  it('keeps one code for a payment, and never another', () => {
    const { db } = freshTill()
    insertSamples(db)
    expect(() => insert(db, 'shown_code', SAMPLE.shown_code)).toThrow('UNIQUE')
    expect(() => db.write("UPDATE shown_code SET code_text = 'other'").run()).toThrow('append-only')
    expect(() =>
      insert(db, 'shown_code', { ...SAMPLE.shown_code, tender_id: 'none', code_text: '' }),
    ).toThrow('CHECK')
  })
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIRST_SCHEMA_SAMPLE, insert, insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, openTill, temporaryFolder } from '../testing/till-database.ts'
import { connectionOf, type WritableDb } from '../connection/database.ts'
import { firstSchema } from './0001-first-schema.ts'

type SchemaRow = {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}

function tables(db: WritableDb): string[] {
  return db
    .read<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .all()
    .map((row) => row.name)
}

describe('migration 1, first schema', () => {
  it('holds a row in every table, the same after closing and opening', () => {
    const path = join(temporaryFolder(), 'till.db')
    const first = openTill(path, { migrations: [firstSchema] })
    first.transaction(() => {
      for (const [table, row] of Object.entries(FIRST_SCHEMA_SAMPLE)) insert(first, table, row)
    })
    first.close()
    const db = openTill(path, { migrations: [firstSchema] })
    for (const [table, row] of Object.entries(FIRST_SCHEMA_SAMPLE)) {
      expect(db.read(`SELECT * FROM ${table}`).all(), table).toEqual([expect.objectContaining(row)])
    }
  })

  it('has a sample row for every table', () => {
    const { db } = freshTill()
    expect(tables(db).sort()).toEqual(Object.keys(SAMPLE).sort())
  })

  it('has strict tables only', () => {
    const { db } = freshTill()
    const loose = connectionOf(db)
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
      )
      .all()
    expect(loose).toEqual([])
  })

  it('refuses a second row where a row must be the only one, and a row that points to nothing', () => {
    const { db } = freshTill()
    insertSamples(db)
    for (const [table, row] of Object.entries(SAMPLE)) {
      expect(() => insert(db, table, row), table).toThrow(/UNIQUE|PRIMARY KEY/)
    }
    expect(() =>
      insert(db, 'sale_line', { ...SAMPLE.sale_line, id: 'l', position: 9, goods_id: 404 }),
    ).toThrow('FOREIGN KEY')
  })
})

describe('the schema', () => {
  it('is the one in schema.snapshot.sql', async () => {
    const { db } = freshTill()
    const rows = db
      .read<SchemaRow>(
        `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL
         ORDER BY tbl_name, type = 'table' DESC, type, name`,
      )
      .all()
    const written = rows.map((row) => `${row.sql ?? ''};\n`)
    await expect(written.join('\n')).toMatchFileSnapshot('schema.snapshot.sql')
  })
})

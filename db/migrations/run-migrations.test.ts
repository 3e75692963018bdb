import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../connection/open-database.ts'
import { accepted, NOON, openTill, refused, temporaryFolder } from '../testing/till-database.ts'
import type { Migration } from './migration.ts'

const FIRST: Migration = {
  number: 1,
  name: 'parents',
  sql: `CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id)) STRICT;`,
}
const REBUILD: Migration = {
  number: 2,
  name: 'rebuild-parent',
  sql: `CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), note TEXT) STRICT;
    INSERT INTO parent_new (id, name) SELECT id, name FROM parent;
    DROP TABLE parent;
    ALTER TABLE parent_new RENAME TO parent;`,
}
const LOSES_ROWS: Migration = { number: 2, name: 'lose-rows', sql: 'DELETE FROM parent' }
const HALF_BROKEN: Migration = {
  number: 3,
  name: 'half-broken',
  sql: 'ALTER TABLE parent ADD COLUMN half INTEGER; INSERT INTO nowhere VALUES (1);',
}
const FOURTH: Migration = { number: 4, name: 'fourth', sql: 'CREATE TABLE fourth (id INTEGER) STRICT' }

/** A closed database at version 1 with a parent and a child. */
function atVersionOne(): string {
  const path = join(temporaryFolder(), 'till.db')
  const db = openTill(path, { migrations: [FIRST] })
  db.transaction(() => {
    db.write('INSERT INTO parent (id, name) VALUES (?, ?)').run(1, '甲')
    db.write('INSERT INTO child (id, parent_id) VALUES (?, ?)').run(1, 1)
  })
  db.close()
  return path
}

function look(path: string): { version: unknown; tables: string[]; parents: unknown[] } {
  const connection = new Sqlite(path, { readonly: true })
  try {
    return {
      version: connection.pragma('user_version', { simple: true }),
      tables: connection
        .prepare<unknown[], { name: string }>(
          "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        )
        .all()
        .map((row) => row.name),
      parents: connection.prepare('SELECT * FROM parent').all(),
    }
  } finally {
    connection.close()
  }
}

function copiesBeside(path: string): string[] {
  return readdirSync(dirname(path)).filter((name) => name.includes('before'))
}

describe('migrations', () => {
  it('rebuild a table that others point to and keep its rows', () => {
    const path = atVersionOne()
    openTill(path, { migrations: [FIRST, REBUILD] }).close()
    expect(look(path)).toEqual({
      version: 2,
      tables: ['child', 'parent'],
      parents: [{ id: 1, name: '甲', note: null }],
    })
  })

  it('leave foreign keys enforced', () => {
    const db = openTill(atVersionOne(), { migrations: [FIRST, REBUILD] })
    expect(() => db.write('INSERT INTO child (parent_id) VALUES (?)').run(99)).toThrow('FOREIGN KEY')
  })

  it('keep a whole copy of the file as it was, and none when nothing is to be done', () => {
    const path = atVersionOne()
    expect(copiesBeside(path)).toEqual([])
    openTill(path, { migrations: [FIRST, REBUILD] }).close()
    expect(copiesBeside(path)).toEqual(['till.before-v2-20260201T040000Z.db'])
    expect(look(join(dirname(path), 'till.before-v2-20260201T040000Z.db'))).toEqual({
      version: 1,
      tables: ['child', 'parent'],
      parents: [{ id: 1, name: '甲' }],
    })
    openTill(path, { migrations: [FIRST, REBUILD] }).close()
    expect(copiesBeside(path)).toHaveLength(1)
  })

  it('stop at the one that fails, keep those before it and nothing of it', () => {
    const path = atVersionOne()
    const opened = openDatabase({
      path,
      now: () => NOON,
      migrations: [FIRST, REBUILD, HALF_BROKEN, FOURTH],
    })
    expect(refused(opened)).toEqual({
      code: 'DATABASE_MIGRATION_FAILED',
      params: { number: 3, reason: 'no such table: nowhere' },
    })
    expect(look(path)).toEqual({
      version: 2,
      tables: ['child', 'parent'],
      parents: [{ id: 1, name: '甲', note: null }],
    })
    // the lock is free again, and the repaired program goes on from there
    const repaired = { ...HALF_BROKEN, sql: 'ALTER TABLE parent ADD COLUMN half INTEGER' }
    openTill(path, { migrations: [FIRST, REBUILD, repaired, FOURTH] })
  })

  it('refuse to commit rows that point to nothing', () => {
    const path = atVersionOne()
    const opened = openDatabase({ path, now: () => NOON, migrations: [FIRST, LOSES_ROWS] })
    expect(refused(opened)).toMatchObject({ code: 'DATABASE_MIGRATION_FAILED', params: { number: 2 } })
    expect(look(path).parents).toEqual([{ id: 1, name: '甲' }])
  })

  it('are numbered without a gap', () => {
    const path = join(temporaryFolder(), 'till.db')
    expect(() => openDatabase({ path, now: () => NOON, migrations: [FIRST, HALF_BROKEN] })).toThrow(
      'out of order',
    )
    // and a mistake of ours leaves no lock behind
    accepted(openDatabase({ path, now: () => NOON, migrations: [FIRST], lockWaitMs: 0 })).close()
  })
})

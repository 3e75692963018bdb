import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../migrations/index.ts'
import { runScript } from '../testing/process.ts'
import { insert, insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { accepted, NOON, openTill, refused, temporaryFolder } from '../testing/till-database.ts'
import { connectionOf } from './database.ts'
import { APPLICATION_ID, openDatabase, openReadOnly } from './open-database.ts'

const HOLDER = new URL('../testing/hold-database.ts', import.meta.url)
const KNOWN = MIGRATIONS.length

function open(path: string): ReturnType<typeof openDatabase> {
  return openDatabase({ path, now: () => NOON, lockWaitMs: 0 })
}

/** A closed database with a row in every table. */
function closedTill(): string {
  const path = join(temporaryFolder(), 'till.db')
  const db = openTill(path)
  insertSamples(db)
  db.close()
  return path
}

describe('opening a database', () => {
  it('makes one with everything that durability needs, each time it is opened', () => {
    const path = join(temporaryFolder(), 'till.db')
    for (let time = 0; time < 2; time += 1) {
      const db = openTill(path)
      const setting = (name: string): unknown => connectionOf(db).pragma(name, { simple: true })
      expect({
        journal: setting('journal_mode'),
        synchronous: setting('synchronous'),
        foreignKeys: setting('foreign_keys'),
        recursiveTriggers: setting('recursive_triggers'),
        trustedSchema: setting('trusted_schema'),
        cellSizeCheck: setting('cell_size_check'),
        busyTimeout: setting('busy_timeout'),
        tempStore: setting('temp_store'),
        applicationId: setting('application_id'),
        version: setting('user_version'),
      }).toEqual({
        journal: 'wal',
        synchronous: 2,
        foreignKeys: 1,
        recursiveTriggers: 1,
        trustedSchema: 0,
        cellSizeCheck: 1,
        busyTimeout: 5_000,
        tempStore: 2,
        applicationId: APPLICATION_ID,
        version: KNOWN,
      })
      db.close()
    }
  })

  it('leaves one file and the lock file behind', () => {
    const path = closedTill()
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(existsSync(path.replace('.db', '.lock'))).toBe(true)
  })

  it('takes an empty file as a new database', () => {
    const path = join(temporaryFolder(), 'till.db')
    writeFileSync(path, '')
    expect(connectionOf(openTill(path)).pragma('user_version', { simple: true })).toBe(KNOWN)
  })

  it('says when the folder does not exist or the name is a folder', () => {
    const folder = temporaryFolder()
    expect(refused(open(join(folder, 'nowhere', 'till.db')))).toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      params: { file: 'till.db' },
    })
    mkdirSync(join(folder, 'folder.db'))
    expect(refused(open(join(folder, 'folder.db')))).toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
  })
})

describe('a database of a newer program', () => {
  function newer(): string {
    const path = closedTill()
    const connection = new Sqlite(path)
    connection.exec('ALTER TABLE sale ADD COLUMN loyalty TEXT')
    connection.pragma(`user_version = ${KNOWN + 7}`)
    connection.close()
    return path
  }

  it('is refused and not touched', () => {
    const path = newer()
    const before = readFileSync(path)
    expect(refused(open(path))).toEqual({
      code: 'DATABASE_NEWER',
      params: { found: KNOWN + 7, known: KNOWN },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is refused too when only the log of a killed process says so', () => {
    const path = closedTill()
    const connection = new Sqlite(path)
    connection.pragma(`user_version = ${KNOWN + 1}`)
    const crashed = join(temporaryFolder(), 'till.db')
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, crashed + suffix)
    connection.close()
    expect(refused(open(crashed)).code).toBe('DATABASE_NEWER')
  })

  it('can still be read, so that receipts can be printed', () => {
    const db = accepted(openReadOnly(newer()))
    expect(db.read<{ number: string }>('SELECT number FROM sale').all()).toEqual([
      { number: SAMPLE.sale.number },
    ])
    expect(() => connectionOf(db).exec("UPDATE sale SET number = 'x'")).toThrow('readonly')
    db.close()
  })
})

describe('a damaged database', () => {
  const corrupt = { code: 'DATABASE_CORRUPT', params: { file: 'till.db' } }

  it('is refused when it is something else', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'till.db')
    for (const content of [
      'hello',
      'x'.repeat(10_000),
      'SQLite format 3\0',
      `SQLite format 3\0${'\xff'.repeat(200)}`,
    ]) {
      writeFileSync(path, content, 'latin1')
      expect(refused(open(path)).code, content.slice(0, 20)).toBe('DATABASE_CORRUPT')
      expect(refused(openReadOnly(path)).code).toBe('DATABASE_CORRUPT')
      expect(readFileSync(path, 'latin1')).toBe(content)
    }
  })

  it("is refused when it is another program's database, which stays as it was", () => {
    const path = join(temporaryFolder(), 'till.db')
    const other = new Sqlite(path)
    other.exec('CREATE TABLE notes (text TEXT)')
    other.close()
    const before = readFileSync(path)
    expect(refused(open(path))).toEqual(corrupt)
    expect(readFileSync(path).equals(before)).toBe(true)
    const marked = new Sqlite(path)
    marked.pragma('application_id = 1196444487')
    marked.close()
    expect(refused(open(path))).toEqual(corrupt)
  })

  it('is refused when its end is missing, wherever it was cut', () => {
    const whole = closedTill()
    const { size } = statSync(whole)
    for (let length = 4096; length < size; length += 4096 * 7) {
      const path = join(temporaryFolder(), 'till.db')
      copyFileSync(whole, path)
      truncateSync(path, length)
      expect(refused(open(path)), `cut to ${length}`).toEqual(corrupt)
      expect(refused(openReadOnly(path)), `cut to ${length}`).toEqual(corrupt)
    }
  })

  it('is refused when its last page is missing and a log lies beside it that does not bring it', () => {
    const path = join(temporaryFolder(), 'till.db')
    const db = openTill(path)
    insertSamples(db)
    // the last page is then one in the middle of a table, which no look at the root pages would miss
    for (let row = 2; row < 200; row += 1) {
      insert(db, 'exchange', { ...SAMPLE.exchange, id: row, msgid: `M${row}`, request_text: 'x'.repeat(500) })
    }
    db.close()
    const connection = new Sqlite(path)
    connection.exec("UPDATE counter SET value = 2 WHERE name = 'message'")
    const crashed = join(temporaryFolder(), 'till.db')
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, crashed + suffix)
    connection.close()
    truncateSync(crashed, statSync(crashed).size - 4096)
    expect(refused(open(crashed))).toEqual(corrupt)
  })

  it('is whole when a process died while it moved the log into the file', () => {
    const path = closedTill()
    const { size } = statSync(path)
    const connection = new Sqlite(path)
    connection.pragma('wal_autocheckpoint = 0')
    for (let serial = 0; serial < 50; serial += 1) {
      connection.prepare('INSERT INTO counter VALUES (?, 1)').run(`${serial}`.padEnd(500, 'x'))
    }
    const log = readFileSync(`${path}-wal`)
    connection.close()
    // the first page is in its place, with the new count of pages, the last ones are not
    const crashed = join(temporaryFolder(), 'till.db')
    copyFileSync(path, crashed)
    expect(statSync(crashed).size).toBeGreaterThan(size)
    truncateSync(crashed, size)
    writeFileSync(`${crashed}-wal`, log)
    expect(openTill(crashed).read('SELECT count(*) AS n FROM counter').get()).toEqual({ n: 51 })
  })

  it('is whole when a killed process left its newest pages in the log, for reading and for writing', () => {
    const path = closedTill()
    const connection = new Sqlite(path)
    for (let serial = 0; serial < 50; serial += 1) {
      connection.prepare('INSERT INTO counter VALUES (?, 1)').run(`${serial}`.padEnd(500, 'x'))
    }
    const crashed = join(temporaryFolder(), 'till.db')
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, crashed + suffix)
    connection.close()
    const reader = accepted(openReadOnly(crashed))
    expect(reader.read('SELECT count(*) AS n FROM counter').get()).toEqual({ n: 51 })
    reader.close()
    expect(openTill(crashed).read('SELECT count(*) AS n FROM counter').get()).toEqual({ n: 51 })
  })

  it('is refused when the first page of a table is overwritten', () => {
    const whole = closedTill()
    const connection = new Sqlite(whole)
    const roots = connection
      .prepare<unknown[], { rootpage: number }>(
        "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 0",
      )
      .all()
    connection.close()
    expect(roots.length).toBeGreaterThan(20)
    for (const { rootpage } of roots) {
      const path = join(temporaryFolder(), 'till.db')
      const bytes = readFileSync(whole)
      bytes.fill(0xee, (rootpage - 1) * 4096, rootpage * 4096)
      writeFileSync(path, bytes)
      expect(refused(open(path)), `page ${rootpage}`).toEqual(corrupt)
    }
  })

  it('is let go of: a good file in its place opens', () => {
    const path = join(temporaryFolder(), 'till.db')
    writeFileSync(path, 'hello')
    expect(refused(open(path))).toEqual(corrupt)
    writeFileSync(path, '')
    openTill(path)
  })
})

describe('one engine for each data directory', () => {
  it('refuses a second handle of the same process', () => {
    const path = join(temporaryFolder(), 'till.db')
    const db = openTill(path)
    expect(refused(open(path))).toEqual({ code: 'DATABASE_LOCKED', params: { file: 'till.db' } })
    insert(db, 'operator', SAMPLE.operator)
    db.close()
    openTill(path)
  })

  it('refuses a second process, and is free at once after the first was killed', async () => {
    const path = join(temporaryFolder(), 'till.db')
    const first = runScript(HOLDER, path)
    expect(await first.nextLine()).toBe('{"ok":true}')
    expect(refused(open(path)).code).toBe('DATABASE_LOCKED')
    const second = runScript(HOLDER, path)
    expect(await second.nextLine()).toBe('{"code":"DATABASE_LOCKED","params":{"file":"till.db"}}')
    await first.kill()
    openTill(path)
  })

  it('waits for a predecessor that is going down', async () => {
    const path = join(temporaryFolder(), 'till.db')
    const first = runScript(HOLDER, path)
    expect(await first.nextLine()).toBe('{"ok":true}')
    first.process.kill('SIGKILL')
    openTill(path, { lockWaitMs: 20_000 })
  })

  it('lets others read meanwhile', async () => {
    const path = join(temporaryFolder(), 'till.db')
    const db = openTill(path)
    const reader = accepted(openReadOnly(path))
    insert(db, 'operator', SAMPLE.operator)
    expect(reader.read<{ n: number }>('SELECT count(*) AS n FROM operator').get()).toEqual({ n: 1 })
    reader.close()
    insert(db, 'shift', SAMPLE.shift)
  })

  it('has nothing to read where there is no database', () => {
    expect(refused(openReadOnly(join(temporaryFolder(), 'till.db'))).code).toBe('DATABASE_UNAVAILABLE')
  })
})
